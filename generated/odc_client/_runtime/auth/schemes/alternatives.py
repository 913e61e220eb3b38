"""The credential of one operation: the first of its alternatives for which everything is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...kernel._http import httpx
from ..no_token import CredentialsUnavailable
from .tokens import KeyAuth

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Generator

    from ..scope import Scope
    from .holders import Holder

__all__ = ["Alternative", "SchemeAuth"]

Alternative = tuple[tuple["Holder", tuple[str, ...]], ...]
"""Schemes that are needed together, each with the scopes of its token."""


class SchemeAuth(httpx.Auth):
    """Attaches what an operation asks for to requests below the base URLs of its API, and to nothing else.

    Args:
        what: The operation, for messages.
        alternatives: The combinations of which one is enough, in the order of the document; an empty one
            means that the operation can be called without credentials, too.
        scope: Where the credentials may be sent.
    """

    def __init__(self, what: str, alternatives: tuple[Alternative, ...], scope: Scope) -> None:
        self._what = what
        self._alternatives = alternatives
        self._scope = scope
        #: Whether an Authorization header of the caller's would be in its way.
        self.authorizes = any(holder.scheme.authorizes for each in alternatives for holder, _ in each)

    def sync_auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Attach the credentials, and go on as the one does that can be renewed."""
        *others, last = self._attach(request)
        for auth in others:
            flow = auth.sync_auth_flow(request)
            next(flow)
            flow.close()
        yield from last.sync_auth_flow(request)

    async def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
        """Attach the credentials, and go on as the one does that can be renewed."""
        *others, last = self._attach(request)
        for auth in others:
            flow = auth.async_auth_flow(request)
            await anext(flow)
            await flow.aclose()
        flow = last.async_auth_flow(request)
        try:
            following = await anext(flow)
            while True:
                answer = yield following
                try:
                    following = await flow.asend(answer)
                except StopAsyncIteration:
                    return
        finally:
            await flow.aclose()

    def _attach(self, request: httpx.Request) -> list[httpx.Auth]:
        """Attach what is at hand, and return what attaches the rest; nothing, to another host."""
        if not self._scope.covers(request.url):
            return [httpx.Auth()]
        found = [holder.attach(request, scopes) for holder, scopes in self._chosen(request)]
        return sorted((auth for auth in found if auth is not None), key=_is_last) or [httpx.Auth()]

    def _chosen(self, request: httpx.Request) -> Alternative:
        """Return the first alternative for which everything is there.

        Raises:
            CredentialsUnavailable: There is none, and the operation cannot be called without.
        """
        told: list[str] = []
        for alternative in self._alternatives:
            if missing := _missing(alternative, request):
                told.append(" and ".join(missing))
            elif alternative:
                return alternative
        if () in self._alternatives:
            return ()
        raise CredentialsUnavailable(f"{self._what} is not called without credentials: {'; or '.join(told)}")


def _is_last(auth: httpx.Auth) -> bool:
    """Tell what goes on after the answer: a token or what the caller gave, sooner than a key."""
    return not isinstance(auth, KeyAuth)


def _missing(alternative: Alternative, request: httpx.Request) -> list[str]:
    """Return what keeps an alternative from being used."""
    slots = [slot for holder, _ in alternative if (slot := holder.scheme.slot)]
    if len(set(slots)) < len(slots):
        names = " and ".join(holder.scheme.name for holder, _ in alternative)
        return [f"{names} cannot be sent together, two of them having the same place"]
    found = [(holder.scheme, holder.missing(request)) for holder, _ in alternative]
    return [f"{reason} ({scheme.name})" for scheme, reason in found if reason]
