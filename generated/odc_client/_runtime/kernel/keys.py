"""Keys that were put on a request, noted there so that they can be taken off once it has been sent."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote_plus

if TYPE_CHECKING:
    from ._http import httpx

__all__ = ["NOTE", "masked_query", "note_key", "take_keys", "without_name"]

NOTE = "odc.keys"
MASK = "***"


class _Keys(tuple[tuple[str, str, str], ...]):
    """Keys that show themselves to nobody."""

    __slots__ = ()

    def __repr__(self) -> str:
        return MASK


def note_key(request: httpx.Request, place: str, name: str, key: str) -> None:
    """Note that a request carries a key under a name in its `header`, `query` or `cookie`."""
    noted = _Keys((*request.extensions.get(NOTE, ()), (place, name, key)))
    request.extensions = {**request.extensions, NOTE: noted}


def take_keys(request: httpx.Request) -> tuple[str, ...]:
    """Mask the keys of a request that has been sent, and return them."""
    noted: tuple[tuple[str, str, str], ...] = request.extensions.get(NOTE, ())
    for place, name, key in noted:
        if place == "query":
            request.url = request.url.copy_with(query=masked_query(request.url.query, name))
        elif place == "header":
            request.headers[name] = MASK
        else:
            cookies = request.headers.get("cookie", "")
            request.headers["cookie"] = cookies.replace(f"{name}={key}", f"{name}={MASK}")
    if noted:
        request.extensions = {name: value for name, value in request.extensions.items() if name != NOTE}
    return tuple(key for _, _, key in noted)


def masked_query(query: bytes, name: str) -> bytes:
    """Return a query with the values of one of its names masked."""
    pairs = [pair.partition(b"=") for pair in query.split(b"&")]
    return b"&".join(
        key + b"=" + MASK.encode() if sign and _decoded(key) == name else key + sign + value
        for key, sign, value in pairs
    )


def without_name(query: bytes, name: str) -> bytes:
    """Return a query without one of its names."""
    return b"&".join(pair for pair in query.split(b"&") if _decoded(pair.partition(b"=")[0]) != name)


def _decoded(text: bytes) -> str:
    return unquote_plus(text.decode("ascii", "replace"))
