"""Refuses an event hook of the user's own HTTP client that would replace the credential."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..auth.header import MaskedBytes
from ..errors.base import ConfigurationError
from ..kernel._http import httpx

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Generator

__all__ = ["GuardedAuth"]

NAME = b"authorization"


def _replaced(name: bytes) -> ConfigurationError:
    return ConfigurationError(
        f"an event hook of the http_client sets {name.decode('latin-1').title()}, which replaces the"
        " client's credential; to send your own, call with auth=None, or make it an httpx.Auth and give it as"
        " credentials"
    )


class GuardedAuth(httpx.Auth):
    """A call's credential, which no event hook can replace; the hooks run between it and the network."""

    __slots__ = ("_auth",)

    def __init__(self, auth: httpx.Auth) -> None:
        self._auth = auth

    def sync_auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Go on as the credential does."""
        flow = self._auth.sync_auth_flow(request)
        try:
            following = next(flow)
            while True:
                value = _guard(following)
                try:
                    answer = yield following
                finally:
                    left = _release(following)
                _check(value, left)
                try:
                    following = flow.send(answer)
                except StopIteration:
                    return
        finally:
            flow.close()

    async def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
        """Go on as the credential does."""
        flow = self._auth.async_auth_flow(request)
        try:
            following = await anext(flow)
            while True:
                value = _guard(following)
                try:
                    answer = yield following
                finally:
                    left = _release(following)
                _check(value, left)
                try:
                    following = await flow.asend(answer)
                except StopAsyncIteration:
                    return
        finally:
            await flow.aclose()


class _GuardedHeaders(httpx.Headers):
    """Headers of which some are not changed by name."""

    guarded: frozenset[bytes] = frozenset()

    def __setitem__(self, key: str, value: str) -> None:
        self._refuse(key)
        super().__setitem__(key, value)

    def __delitem__(self, key: str) -> None:
        self._refuse(key)
        super().__delitem__(key)

    def _refuse(self, key: Any) -> None:
        name = key if isinstance(key, bytes) else str(key).encode("latin-1", "replace")
        if name.lower() in self.guarded:
            raise _replaced(name)


def _guard(request: httpx.Request) -> dict[bytes, bytes]:
    values = _values(request)
    if values:
        headers = _GuardedHeaders(request.headers.raw)
        headers.guarded = frozenset(values)
        request.headers = headers
    return values


def _release(request: httpx.Request) -> dict[bytes, bytes]:
    values = _values(request)
    request.headers = httpx.Headers(request.headers.raw)
    return values


def _check(attached: dict[bytes, bytes], left: dict[bytes, bytes]) -> None:
    """Tell of a hook that has put other headers in the place of all of them: what it sent is on its way."""
    for name, value in attached.items():
        if left.get(name) != value:
            raise _replaced(name)


def _values(request: httpx.Request) -> dict[bytes, bytes]:
    """Return the headers that carry a credential."""
    pairs = [(name.lower(), value) for name, value in request.headers.raw]
    return {name: value for name, value in pairs if name == NAME or isinstance(value, MaskedBytes)}
