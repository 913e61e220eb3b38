"""Where the portal is, how it is trusted, and what is refused before anything is looked up or sent."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ..errors.base import ConfigurationError
from ..errors.expect import a_text
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
    portal = a_text(portal or os.environ.get(PORTAL_VARIABLE) or "", "the portal").strip()
    if not portal:
        return None
    text = base_url(portal if "://" in portal else f"https://{portal}", "the portal", allow_insecure)
    if httpx.URL(text).path != "/":
        raise ConfigurationError("the portal must be a domain such as acme.outsystems.dev, without a path")
    return text


def base_url(text: str, what: str, allow_insecure: bool) -> str:
    """Return a base URL without its last slash, if it can be used; `what` names it in the error."""
    text = a_text(text, what)
    if PORTAL_VARIABLE.casefold() in text.casefold() or "{" in text or "}" in text:
        raise ConfigurationError(
            f"{what} still holds a placeholder: put the domain of your organization there"
        )
    url = safe_to_call(text, what, allow_insecure)
    if url.query or url.fragment:
        raise ConfigurationError(f"{what} must not carry a query or a fragment")
    return str(url).rstrip("/")


def safe_to_call(text: str, what: str, allow_insecure: bool) -> httpx.URL:
    """Return the URL, if it is https (or the loopback) and carries no user information."""
    try:
        url = httpx.URL(a_text(text, what).strip())
        _ = url.host  # reading it decodes it, and what IDNA does not allow is a UnicodeError
    except (httpx.InvalidURL, ValueError) as error:
        raise ConfigurationError(f"{what} is no URL: {error}") from None
    if url.scheme not in ("http", "https") or not _can_be_a_host(url.raw_host):
        raise ConfigurationError(f"{what} must be an https URL with a host")
    if url.userinfo:
        raise ConfigurationError(f"{what} must not carry a user name or password")
    if url.scheme == "http" and not allow_insecure and url.host not in LOOPBACK:
        raise ConfigurationError(f"{what} is http://, which anyone on the way can read; use https")
    return url


def _can_be_a_host(name: bytes) -> bool:
    """Tell whether a name can be looked up: labels of 1 to 63 bytes (RFC 1035), or an address in brackets."""
    labels = name.removesuffix(b".").split(b".")
    return b"%" not in name and (b":" in name or all(0 < len(label) < 64 for label in labels))
