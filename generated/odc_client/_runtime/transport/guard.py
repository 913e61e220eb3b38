"""Refuses an event hook of the user's own HTTP client that would replace the credential."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors.base import ConfigurationError
from ..kernel._http import httpx

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Generator

__all__ = ["GuardedAuth"]

NAME = "authorization"
REPLACED = (
    "an event hook of the http_client sets Authorization, which replaces the client's credential;"
    " to send your own, call with auth=None, or make it an httpx.Auth and give it as credentials"
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
    def __setitem__(self, key: str, value: str) -> None:
        _refuse(key)
        super().__setitem__(key, value)

    def __delitem__(self, key: str) -> None:
        _refuse(key)
        super().__delitem__(key)


def _refuse(key: Any) -> None:
    name = key.decode("latin-1") if isinstance(key, bytes) else str(key)
    if name.lower() == NAME:
        raise ConfigurationError(REPLACED)


def _guard(request: httpx.Request) -> bytes | None:
    value = _value(request)
    if value is not None:
        request.headers = _GuardedHeaders(request.headers.raw)
    return value


def _release(request: httpx.Request) -> bytes | None:
    value = _value(request)
    request.headers = httpx.Headers(request.headers.raw)
    return value


def _check(attached: bytes | None, left: bytes | None) -> None:
    """Tell of a hook that has put other headers in the place of all of them: what it sent is on its way."""
    if attached is not None and attached != left:
        raise ConfigurationError(REPLACED)


def _value(request: httpx.Request) -> bytes | None:
    return next((value for name, value in request.headers.raw if name.lower() == NAME.encode()), None)
