"""The settings of a client as one value, complete before anything is made from it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..auth.schemes.own import OwnCredentials
    from ..kernel._http import httpx
    from ..policy.rates import Rates
    from ..policy.retry import Retry
    from .hooks import BoundHooks

__all__ = ["Settings"]

NONE: Mapping[str, Any] = MappingProxyType({})


class Settings(NamedTuple):
    """What all calls of one client share; its APIs write calls by it, its transport sends them by it.

    Attributes:
        base_urls: The full base URL of each API, by name.
        headers: The headers of every request.
        timeout: Seconds for each phase of an attempt.
        portal: The portal's origin, or None if each API has a base URL of its own.
        allow_insecure: Whether http:// is taken beyond the loopback.
        auth: What attaches the credential of the portal, or None.
        hooks: The user's hooks, or None.
        retry: The retry policy; True is the default one, False is none.
        rates: What keeps to the rate budgets, or None if that is switched off.
        tracer: The OpenTelemetry tracer, or None.
        max_answer_bytes: How large an answer may be, decompressed; None for any size.
        own: The credentials of the APIs that are not at the portal, by name.
        servers: Where single operations are, by what their documents state.
    """

    base_urls: Mapping[str, str]
    headers: httpx.Headers
    timeout: dict[str, float | None]
    portal: str | None
    allow_insecure: bool
    auth: httpx.Auth | None
    hooks: BoundHooks | None
    retry: Retry | bool
    rates: Rates | None
    tracer: Any
    max_answer_bytes: int | None
    own: Mapping[str, OwnCredentials] = NONE
    servers: Mapping[str, str] = NONE
