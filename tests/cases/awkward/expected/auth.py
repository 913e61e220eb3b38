"""The OnBeforeRequest hook of this package: attaches the bearer token, to this package's APIs only."""

from __future__ import annotations

from typing import ClassVar

from ._runtime.auth.bearer import BearerAuth
from ._runtime.auth.schemes.kinds import Scheme

BASE_PATHS: dict[str, str] = {"awkward": "https://api.example.com/v1"}
"""The path of each API below the portal, or its URL elsewhere."""

SCHEMES: dict[str, tuple[Scheme, ...]] = {"awkward": ()}
"""The security schemes of each API that is not at ODC's portal, and what their environment variables begin with."""


class OnBeforeRequest(BearerAuth):
    """Puts `Authorization: Bearer …` on requests to the client's own origin and to nothing else.

    It is an `httpx.Auth`: both clients use it, and so can any `httpx.Client` or `httpx.AsyncClient`.
    """

    base_paths: ClassVar[tuple[str, ...]] = tuple(BASE_PATHS.values())
    at_portal: ClassVar[bool] = False
