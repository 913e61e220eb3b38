"""Several credential sources, asked in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from ...errors.base import WrongType
from ..no_token import CredentialsUnavailable
from .base import LeadingSource, check_source, is_async, label, resolve

if TYPE_CHECKING:
    from ..portal import Portal
    from ..protocols import AnySource, CallSource, Exchange
    from ..tokens import Credential

__all__ = ["Chain"]


class Chain(LeadingSource):
    """Asks one source after the other; the first that has something is used, the rest is not looked at.

    A source that has nothing (`CredentialsUnavailable`) is passed over; one that fails stops the chain.

    Args:
        sources: The sources, in the order in which they are asked.
    """

    def __init__(self, *sources: AnySource) -> None:
        if not sources:
            raise WrongType("a chain needs at least one source")
        for source in sources:
            check_source(source)
        self.sources = sources

    @property
    def is_async(self) -> bool:
        """Return whether a source among them is async."""
        return any(is_async(source) for source in self.sources)

    def bind(self, portal: Portal) -> Self:
        """Return a copy whose sources know the client's portal."""
        bound = super().bind(portal)
        bound.sources = tuple(
            source.bind(portal) if isinstance(source, LeadingSource) else source for source in self.sources
        )
        return bound

    def resolve(self, call: CallSource, /) -> Credential | Exchange:
        """Return what the first source that has something leads to.

        Raises:
            CredentialsUnavailable: None has; the message tells what each of them said.
        """
        attempts: list[tuple[str, str]] = []
        for source in self.sources:
            try:
                return resolve(source, call)
            except CredentialsUnavailable as nothing:
                attempts.append((label(source), str(nothing)))
            except Exception as failure:
                for name, reason in attempts:
                    failure.add_note(f"Asked before, with nothing to offer: {name} ({reason})")
                raise
        told = "".join(f"\n  {name}: {reason}" for name, reason in attempts)
        raise CredentialsUnavailable(f"no credentials found:{told}", tuple(attempts))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(label(source) for source in self.sources)})"
