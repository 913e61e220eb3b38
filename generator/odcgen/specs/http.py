"""Fetching over HTTP, within limits: https only, bounded in size and time, nothing that is cut off."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from ipaddress import ip_address
from typing import Final

import httpx
from attrs import field, frozen

from odcgen import __version__
from odcgen.errors import FetchError, UsageError

MAX_BYTES: Final = 16 * 1024 * 1024
SECONDS: Final = 60.0
_MAX_REDIRECTS = 5
_AT_ONCE = 4
_LOOPBACK = ("localhost", "127.0.0.1", "::1")
_HEADERS = {
    "Accept": "application/json, application/yaml;q=0.9, */*;q=0.5",
    "Accept-Encoding": "identity",
    "User-Agent": f"odcgen/{__version__}",
}
_OK = 200
_NOT_MODIFIED = 304


@frozen
class Request:
    """What to fetch."""

    url: str
    conditions: dict[str, str] = field(factory=dict[str, str])
    """The headers that ask for what is newer only."""
    loopback: bool = False
    """Whether http:// to this machine itself is allowed."""


@frozen
class Answer:
    """What came back; no content means that nothing is newer than what the conditions name."""

    content: bytes | None
    etag: str = ""
    last_modified: str = ""


Outcome = Answer | FetchError
Done = Callable[[int, Outcome], None]


def check_url(url: str, *, loopback: bool = False) -> None:
    """Refuse a URL that is not https; http is good enough for this machine itself, if `loopback`.

    Raises:
        UsageError: saying what is wrong with it.
    """
    try:
        parsed = httpx.URL(url)
    except httpx.InvalidURL as error:
        raise UsageError(f"{url} is no URL: {error}") from None
    if parsed.userinfo:
        raise UsageError("a URL must not carry a user name or password", hint="Download the file yourself.")
    if not parsed.host or not _allowed(parsed, loopback):
        raise UsageError(f"{url} is not fetched: it is not https", hint="Name a file or folder instead.")


def _allowed(url: httpx.URL, loopback: bool) -> bool:
    return url.scheme == "https" or (loopback and url.scheme == "http" and url.host in _LOOPBACK)


def fetch(
    requests: list[Request],
    done: Done = lambda index, outcome: None,
    *,
    max_bytes: int = MAX_BYTES,
    seconds: float = SECONDS,
) -> list[Outcome]:
    """Fetch several URLs, a few at once; each has an outcome of its own.

    Args:
        requests: what to fetch.
        done: called with the index of each request and its outcome as soon as it is there.
        max_bytes: more than that is refused.
        seconds: the time for each, from the first byte sent to the last one read.
    """

    async def run() -> list[Outcome]:
        slots = asyncio.Semaphore(_AT_ONCE)
        mounts = {f"all://{host}": None for host in ("localhost", "127.0.0.1", "[::1]")}
        async with httpx.AsyncClient(headers=_HEADERS, timeout=seconds, mounts=mounts) as client:

            async def one(index: int, request: Request) -> Outcome:
                async with slots:
                    outcome = await _bounded(client, request, max_bytes, seconds)
                done(index, outcome)
                return outcome

            return await asyncio.gather(*(one(index, request) for index, request in enumerate(requests)))

    return asyncio.run(run())


def _is_here(host: str) -> bool:
    """Tell whether a host is this machine itself, however it is written."""
    name = host.rstrip(".").casefold()
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        address = ip_address(socket.inet_ntoa(socket.inet_aton(name)) if ":" not in name else name)
    except (OSError, ValueError):
        return False
    mapped = getattr(address, "ipv4_mapped", None) or address
    return mapped.is_loopback or mapped.is_unspecified


def _sendable(value: str) -> str:
    """Return a server's word if it can be sent back to it; else none, and all is fetched the next time."""
    return value if value.isascii() and value.isprintable() else ""


async def _bounded(client: httpx.AsyncClient, request: Request, max_bytes: int, seconds: float) -> Outcome:
    try:
        async with asyncio.timeout(seconds):
            return await _get(client, request, max_bytes)
    except TimeoutError:
        return FetchError(f"the answer was not complete after {seconds:g} seconds", file=request.url)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        return FetchError(f"it cannot be fetched: {str(error) or type(error).__name__}", file=request.url)
    except FetchError as error:
        return error


async def _get(client: httpx.AsyncClient, request: Request, max_bytes: int) -> Answer:
    """Follow redirects as long as nobody on the way can read or change the answer."""
    url = httpx.URL(request.url)
    conditions = {name: value for name, value in request.conditions.items() if _sendable(value)}
    for _ in range(_MAX_REDIRECTS + 1):
        async with client.stream("GET", url, headers=conditions) as response:
            if response.has_redirect_location:
                url = _next(url, response.headers["location"], request)
                continue
            if response.status_code == _NOT_MODIFIED and conditions:
                return Answer(None)
            return Answer(
                await _body(response, max_bytes, request.url),
                _sendable(response.headers.get("etag", "")),
                _sendable(response.headers.get("last-modified", "")),
            )
    raise FetchError(f"it redirects more than {_MAX_REDIRECTS} times", file=request.url)


def _next(url: httpx.URL, location: str, request: Request) -> httpx.URL:
    """Return where a redirect leads; what was https stays so, and what is elsewhere leads nowhere in here."""
    target = url.join(location)
    within = _is_here(url.host)
    if not target.host or not _allowed(target, request.loopback and url.scheme == "http" and within):
        raise FetchError(f"it redirects to {target}, which is not https", file=request.url)
    if target.userinfo:
        raise FetchError("it redirects to a URL with a user name or password", file=request.url)
    if _is_here(target.host) and not within:
        raise FetchError(f"it redirects to {target}, which is this machine itself", file=request.url)
    return target


async def _body(response: httpx.Response, max_bytes: int, url: str) -> bytes:
    if response.status_code != _OK:
        raise FetchError(f"the server answers {response.status_code} {response.reason_phrase}", file=url)
    if response.headers.get("content-encoding", "identity") != "identity":
        raise FetchError("the server compresses the answer although it was asked not to", file=url)
    announced = response.headers.get("content-length", "")
    content = bytearray()
    async for chunk in response.aiter_bytes():
        content += chunk
        if len(content) > max_bytes:
            raise FetchError(f"the answer is larger than {max_bytes / 1024**2:g} MiB", file=url)
    if announced.isdigit() and int(announced) != len(content):
        raise FetchError(f"the answer is cut off: {len(content)} of {announced} bytes came", file=url)
    return bytes(content)
