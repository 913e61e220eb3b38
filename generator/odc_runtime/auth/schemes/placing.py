"""Keys on a request: put where the scheme says, masked where they show, and taken off when it was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar
from urllib.parse import quote

from ...kernel._http import httpx
from ...kernel.keys import masked_query, note_key, without_name
from ..header import BearerHeader, MaskedBytes
from ..no_token import CredentialSourceError
from ..tokens import Secret

if TYPE_CHECKING:
    from .kinds import ApiKey

__all__ = ["is_there", "key_problem", "note_own", "put_key"]

NO_COOKIE = frozenset(' ",;\\')


class KeyedURL(httpx.URL):
    """A URL with a key in its query, which is sent as it is and shown without."""

    names: tuple[str, ...] = ()

    def __str__(self) -> str:
        query = self.query
        for name in self.names:
            query = masked_query(query, name)
        return str(httpx.URL(self).copy_with(query=query))

    def __repr__(self) -> str:
        return f"URL({str(self)!r})"


def is_there(request: httpx.Request, scheme: ApiKey) -> bool:
    """Tell whether the caller has put a value there already, which then is the caller's to answer for."""
    if scheme.place == "query":
        return scheme.field in request.url.params
    if scheme.place == "header":
        return scheme.field in request.headers
    return scheme.field in map(_name, _cookies(request))


def note_own(request: httpx.Request, scheme: ApiKey) -> None:
    """Note the value that the caller has put there, to be taken off like any other key."""
    if scheme.place == "query":
        values = request.url.params.get_list(scheme.field)
    elif scheme.place == "header":
        values = request.headers.get_list(scheme.field)
    else:
        values = [pair.partition("=")[2] for pair in _cookies(request) if _name(pair) == scheme.field]
    for value in values:
        note_key(request, scheme.place, scheme.field, value)


def key_problem(key: str, place: str) -> str | None:
    """Return what keeps a key from being sent in a place, without quoting it, or None."""
    if not key:
        return "is empty"
    if place == "query":
        return None
    if not key.isascii() or not key.isprintable() or key != key.strip():
        return "holds characters that no header can carry"
    if place == "cookie" and not NO_COOKIE.isdisjoint(key):
        return "holds characters that no cookie can carry"
    return None


def put_key(request: httpx.Request, scheme: ApiKey, key: Secret) -> None:
    """Put a key on a request, in place of another that was refused.

    Raises:
        CredentialSourceError: It cannot be sent in this place.
    """
    problem = key_problem(key.reveal(), scheme.place)
    if problem:
        raise CredentialSourceError(f"the key for {scheme.field} {problem}")
    if scheme.place == "query":
        _put_into_query(request, scheme.field, key)
    elif scheme.place == "header":
        request.headers[scheme.field] = KeyHeader(key)
    else:
        others = [pair for pair in _cookies(request) if _name(pair) != scheme.field]
        cookies = "; ".join((*others, f"{scheme.field}={key.reveal()}"))
        request.headers["cookie"] = KeyHeader(Secret(cookies))
    note_key(request, scheme.place, scheme.field, key.reveal())


def _put_into_query(request: httpx.Request, name: str, key: Secret) -> None:
    pair = f"{quote(name, safe='')}={quote(key.reveal(), safe='')}".encode("ascii")
    others = without_name(request.url.query, name)
    names = getattr(request.url, "names", ())
    url = KeyedURL(request.url.copy_with(query=others + b"&" + pair if others else pair))
    url.names = (*names, name)
    request.url = url


def _cookies(request: httpx.Request) -> list[str]:
    return [pair for text in request.headers.get("cookie", "").split(";") if (pair := text.strip())]


def _name(pair: str) -> str:
    return pair.partition("=")[0].strip()


class KeyBytes(MaskedBytes):
    """The bytes of a key."""

    __slots__ = ()

    shown: ClassVar[bytes] = b"***"


class KeyHeader(BearerHeader):
    """The value of a header or a cookie with a key, masked as that with a token is."""

    __slots__ = ()

    def __new__(cls, value: Secret) -> KeyHeader:
        """Make the header that carries `value`."""
        self = str.__new__(cls, value.reveal())
        self._bytes = KeyBytes(str.encode(self, "ascii"))
        return self
