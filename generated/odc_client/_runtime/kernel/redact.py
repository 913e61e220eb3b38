"""What may be shown: of a URL its path and a few harmless query values, of a secret nothing in any form."""

from __future__ import annotations

import json
from base64 import b64decode
from typing import TYPE_CHECKING
from urllib.parse import quote, quote_plus, unquote_plus

if TYPE_CHECKING:
    from ._http import httpx

__all__ = ["MASK", "clean", "forms_of", "masked", "safe_url", "sent_forms"]

MASK = "***"
SHORTEST = 6  # what is shorter stands in too many words that are no secret
SHOWN_QUERY = frozenset({"limit", "offset", "page", "sort", "status", "order"})


def safe_url(url: httpx.URL) -> str:
    """Return `url` without user information, fragment and the values of queries that may be private."""
    path = url.raw_path.partition(b"?")[0]
    base = f"{url.scheme}://{url.netloc.decode('ascii')}{path.decode('ascii')}"
    pairs = [part.partition("=") for part in url.query.decode("ascii", "replace").split("&") if part]
    shown = [f"{name}={value if name.lower() in SHOWN_QUERY else MASK}" for name, _, value in pairs]
    return base + ("?" + "&".join(shown) if shown else "")


def clean(text: str, limit: int = 300) -> str:
    """Return `text` as one printable line of at most `limit` characters, for messages and logs."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text[: limit * 2]).split())
    return line if len(line) <= limit else line[: limit - 1] + "…"


def forms_of(secret: str) -> tuple[str, ...]:
    """Return a secret as it is, as a part of a form or URL, and as a literal of a programming language."""
    return secret, quote_plus(secret), quote(secret, safe=""), json.dumps(secret)[1:-1], repr(secret)[1:-1]


def sent_forms(authorization: str) -> tuple[str, ...]:
    """Return every form of the secrets in an Authorization header, or of a bare key, the longest first."""
    scheme, _, value = authorization.partition(" ")
    if not value and len(authorization) < SHORTEST:
        return ()
    found = [value]
    if scheme.lower() == "basic":
        try:
            pair = b64decode(value).decode()
        except ValueError:
            pair = ""
        password = pair.partition(":")[2]
        found += [pair, password, unquote_plus(password)]
    forms = {form for secret in found if len(secret) >= SHORTEST for form in forms_of(secret)}
    return tuple(sorted({*forms, *forms_of(authorization)}, key=len, reverse=True))


def masked(text: str, forms: tuple[str, ...]) -> str:
    """Return `text` with each of `forms` masked."""
    for form in forms:
        text = text.replace(form, MASK)
    return text
