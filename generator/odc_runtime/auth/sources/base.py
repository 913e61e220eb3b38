"""What a credential source is, and how one that leads elsewhere is followed to its end."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any, Self

from ...errors.base import WrongType
from ..no_token import CredentialSourceError
from ..portal import Portal
from ..tokens import Credential

if TYPE_CHECKING:
    from ..protocols import AnySource, CallSource, Exchange

__all__ = ["LeadingSource", "call_now", "check_source", "is_async", "label", "resolve"]


class LeadingSource:
    """A source that leads to another one or to an exchange, and learns the client's portal first."""

    client_portal: Portal = Portal()

    def bind(self, portal: Portal) -> Self:
        """Return a copy that knows the portal of the client it serves."""
        bound = copy(self)
        bound.client_portal = portal
        return bound

    def resolve(self, call: CallSource, /) -> Credential | Exchange:
        """Return the credential or the exchange that this source leads to; `call` calls a plain source."""
        raise NotImplementedError

    def __call__(self) -> Credential:
        """Return a credential, without any store."""
        found = self.resolve(call_now)
        if isinstance(found, Credential):
            return found
        token = found.fetch()
        return Credential(token.access_token, expires_at=token.expires_at)


def resolve(source: AnySource, call: CallSource) -> Credential | Exchange:
    """Return what `source` leads to."""
    return source.resolve(call) if isinstance(source, LeadingSource) else call(source)


def call_now(source: AnySource) -> Credential:
    """Call a plain sync source."""
    return checked(source(), source)


def checked(result: Any, source: AnySource) -> Credential:
    """Return the result of a source if it is of the promised type."""
    if isinstance(result, Credential):
        return result
    kind = type(result).__name__
    if hasattr(result, "close"):
        result.close()  # a coroutine that nobody will await
    raise CredentialSourceError(f"{label(source)} returned a {kind}, not a Credential")


def is_async(source: AnySource) -> bool:
    """Tell whether calling `source` gives a coroutine."""
    from inspect import iscoroutinefunction

    asynchronous: object = getattr(source, "is_async", None)  # a chain is what its members are
    if isinstance(asynchronous, bool):
        return asynchronous
    return iscoroutinefunction(source) or iscoroutinefunction(getattr(source, "__call__", None))  # noqa: B004


def label(source: object) -> str:
    """Name a source in a message, without its `repr`, which may hold more than it should."""
    name: object = getattr(source, "__qualname__", None)
    return name if isinstance(name, str) else type(source).__name__


def check_source(source: AnySource, *, allow_async: bool = True) -> None:
    """Refuse at construction what could only fail at the first call.

    Raises:
        WrongType: It is not callable, wants arguments, is a class, or is async where only sync will do.
    """
    from inspect import signature

    if isinstance(source, type):
        raise WrongType(
            f"credentials is the class {source.__name__}; give an instance: {source.__name__}(...)"
        )
    if not callable(source):
        raise WrongType(f"credentials must be callable without arguments, not a {type(source).__name__}")
    try:
        signature(source).bind()
    except ValueError:
        pass  # a builtin without a signature: its first call will tell
    except TypeError:
        raise WrongType(f"the credential source {label(source)} must be callable without arguments") from None
    if not allow_async and is_async(source):
        raise WrongType(f"the credential source {label(source)} is async; it serves the async client only")
