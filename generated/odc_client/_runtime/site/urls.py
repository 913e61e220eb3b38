"""Where the portal is, how it is trusted, and what is refused before anything is looked up or sent."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ..errors.base import ConfigurationError, WrongType
from ..kernel._http import httpx

if TYPE_CHECKING:
    pass

__all__ = ["PORTAL_VARIABLE", "base_url", "portal_url", "safe_to_call"]

PORTAL_VARIABLE = "ODC_PORTAL_DOMAIN"
LOOPBACK = ("localhost", "127.0.0.1", "::1")


def portal_url(portal: str | None, allow_insecure: bool) -> str | None:
    """Return the portal's origin (`https://acme.outsystems.dev`) from its domain, or from the environment.

    Raises:
        ConfigurationError: It is no plain domain or origin, or http:// to another machine.
    """
    portal = _text(portal or os.environ.get(PORTAL_VARIABLE) or "", "the portal").strip()
    if not portal:
        return None
    text = base_url(portal if "://" in portal else f"https://{portal}", "the portal", allow_insecure)
    if httpx.URL(text).path != "/":
        raise ConfigurationError("the portal must be a domain such as acme.outsystems.dev, without a path")
    return text


def base_url(text: str, what: str, allow_insecure: bool) -> str:
    """Return a base URL without its last slash, if it can be used; `what` names it in the error."""
    text = _text(text, what)
    if PORTAL_VARIABLE.casefold() in text.casefold() or "{" in text or "}" in text:
        raise ConfigurationError(
            f"{what} still holds a placeholder: put the domain of your organization there"
        )
    url = safe_to_call(text, what, allow_insecure)
    if url.query or url.fragment:
        raise ConfigurationError(f"{what} must not carry a query or a fragment")
    return str(url).rstrip("/")


def _text(value: object, what: str) -> str:
    if not isinstance(value, str):
        raise WrongType(f"{what} must be a text, not a {type(value).__name__}")
    return value


def safe_to_call(text: str, what: str, allow_insecure: bool) -> httpx.URL:
    """Return the URL, if it is https (or the loopback) and carries no user information."""
    try:
        url = httpx.URL(_text(text, what).strip())
        host = url.host
    except (httpx.InvalidURL, ValueError) as error:  # what IDNA does not allow is a UnicodeError
        raise ConfigurationError(f"{what} is no URL: {error}") from None
    if url.scheme not in ("http", "https") or not host or b"%" in url.raw_host:
        raise ConfigurationError(f"{what} must be an https URL with a host")
    if url.userinfo:
        raise ConfigurationError(f"{what} must not carry a user name or password")
    if url.scheme == "http" and not allow_insecure and url.host not in LOOPBACK:
        raise ConfigurationError(f"{what} is http://, which anyone on the way can read; use https")
    return url
