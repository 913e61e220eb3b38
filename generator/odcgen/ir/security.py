"""Who may call: the security schemes of an API, and which of them each operation asks for."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from .text import SpecText

SchemeKind = Literal["key", "basic", "login", "bearer", "oauth2", "openid", "unserved"]


EMPTY = SpecText("")


@frozen
class SecurityScheme:
    """One way to show who calls, as the document describes it.

    A `login` is a name with a password, or a token in their place.
    """

    wire: SpecText
    kind: SchemeKind
    place: Literal["", "header", "query", "cookie"] = ""
    """Where a key goes."""
    field: SpecText = EMPTY
    """The name of the header, query parameter or cookie of a key."""
    url: SpecText = EMPTY
    """Where tokens are issued (OAuth 2), or where that is told (OpenID Connect)."""
    problem: str = ""
    """Why a client cannot serve it, in words of our own."""
    name: str = ""


@frozen
class Need:
    """One scheme that a call must satisfy, and the scopes that its token must have."""

    scheme: SpecText
    scopes: tuple[SpecText, ...] = ()


Alternatives = tuple[tuple[Need, ...], ...]
"""Of these combinations one has to be satisfied; an empty one means that no credential is needed."""
