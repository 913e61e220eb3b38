"""Reads an answer up to a limit, compressed or not: what is larger is refused while it is read."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from ._http import httpx

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

__all__ = ["aread_within", "limit_of", "read_within", "set_limit"]

LIMIT = "answer_limit"
# So much is decompressed at once: gzip makes at most 4 MiB of it.
SLICE = 4096
# The bytes, and thus at most the parts, that a connection may have read before it was closed.
READ_AT_ONCE = 65536
INFINITE = float("inf")


def set_limit(request: httpx.Request, limit: int | None) -> None:
    """Tell whoever reads an answer to this request how many bytes it may have."""
    request.extensions[LIMIT] = limit


def limit_of(response: httpx.Response) -> int | None:
    """Return how many bytes an answer may have, or None without a limit."""
    limit: int | None = response.request.extensions.get(LIMIT)
    return limit


def read_within(response: httpx.Response, limit: int | None) -> bool:
    """Read an answer, and tell whether it has at most `limit` bytes; one that has more is closed."""
    verdict = _verdict(response, limit)
    if verdict is not None:
        response.read() if verdict else response.close()
        return verdict
    parts, size = list[bytes](), 0
    try:
        for part in response.iter_raw():
            parts.append(part)
            size += len(part)
            if limit is not None and size > limit:
                return False
        return _take(response, b"".join(parts), limit)
    finally:
        response.close()


async def aread_within(response: httpx.Response, limit: int | None) -> bool:
    """Do what `read_within` does."""
    verdict = _verdict(response, limit)
    if verdict is not None:
        await (response.aread() if verdict else response.aclose())
        return verdict
    raw, parts, size = response.aiter_raw(), list[bytes](), 0
    try:
        async for part in raw:
            parts.append(part)
            size += len(part)
            if limit is not None and size > limit:
                return False
        return _take(response, b"".join(parts), limit)
    finally:
        await response.aclose()
        await _exhaust(raw)


async def _exhaust(raw: AsyncIterator[bytes]) -> None:
    """Let the generators of a closed answer end here: trio complains of those that it has to end."""
    with suppress(Exception):  # which says only that the connection is closed, or that nothing is left
        for _ in range(READ_AT_ONCE):
            await anext(raw)


def _verdict(response: httpx.Response, limit: int | None) -> bool | None:
    """Return whether an answer may be read as a whole, or None if only reading it can tell."""
    if response.is_stream_consumed or response.is_closed:
        try:
            return len(response.content) <= (limit or INFINITE)
        except httpx.ResponseNotRead:  # it was given up before
            return False
    headers = response.headers
    length = headers.get("content-length", "")
    if length.isdecimal() and limit is not None and response.request.method != "HEAD":
        if int(length[:20]) > limit:
            return False
        return None if "content-encoding" in headers else True
    return None


def _take(response: httpx.Response, raw: bytes, limit: int | None) -> bool:
    """Give an answer its decompressed content, as its `read` does."""
    content = _decompressed(response, raw, limit)
    if content is not None:
        response._content = content  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] - nothing public does it
    return content is not None


def _decompressed(response: httpx.Response, content: bytes, limit: int | None) -> bytes | None:
    """Undo one encoding after the other: of slices that both undo at once, little could become very much."""
    for encoding in reversed(response.headers.get_list("content-encoding", split_commas=True)):
        packed = httpx.Response(
            200,
            headers={"content-encoding": encoding},
            stream=_Slices(content),
            request=response.request,
        )
        parts, size = list[bytes](), 0
        for part in packed.iter_bytes():
            parts.append(part)
            size += len(part)
            if limit is not None and size > limit:
                return None
        content = b"".join(parts)
    return content


class _Slices(httpx.SyncByteStream):
    def __init__(self, raw: bytes) -> None:
        self._raw = raw

    def __iter__(self) -> Iterator[bytes]:
        for start in range(0, len(self._raw), SLICE):
            yield self._raw[start : start + SLICE]
