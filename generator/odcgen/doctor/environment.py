"""Whether the environment has what a client looks for: names are told, values never."""

from __future__ import annotations

import json
import os
from pathlib import Path

from attrs import frozen

from odcgen.config import Config
from odcgen.kit.json_value import as_object

DISCOVERY = "/identity/.well-known/openid-configuration"


@frozen
class Check:
    """One thing that a client needs, whether it is there, and where or why not."""

    what: str
    ready: bool
    detail: str


def environment(config: Config, *, online: bool) -> list[Check]:
    """Return what of the environment is ready; the portal is asked only if `online`."""
    own = [
        _own_credentials(document.name, document.credentials)
        for document in config.documents
        if document.credentials not in ("", "none")
    ]
    return [_portal(), _credentials(), *own, *([_reachable()] if online else [])]


def _portal() -> Check:
    name = "ODC_PORTAL_DOMAIN"
    return Check("portal", _is_set(name), f"{name} is {'set' if _is_set(name) else 'not set'}")


def _credentials() -> Check:
    """Look where the client looks, in its order."""
    secret = Path("/run/secrets/odc_credentials")
    if _is_set("ODC_CREDENTIALS"):
        return Check("credentials", True, "ODC_CREDENTIALS names their source")
    if _is_set("ODC_ACCESS_TOKEN"):
        return Check("credentials", True, "ODC_ACCESS_TOKEN holds a token")
    halves = [name for name in ("ODC_CLIENT_ID", "ODC_CLIENT_SECRET") if _is_set(name)]
    if len(halves) == 2:
        return Check("credentials", True, "ODC_CLIENT_ID and ODC_CLIENT_SECRET are set")
    if halves:
        return Check("credentials", False, f"{halves[0]} is set, its other half is not")
    if secret.is_file():
        return Check("credentials", True, f"the file {secret} is there")
    sought = "ODC_CREDENTIALS, ODC_ACCESS_TOKEN, ODC_CLIENT_ID and ODC_CLIENT_SECRET"
    return Check("credentials", False, f"none of {sought} is set, and there is no {secret}")


def _own_credentials(api: str, prefix: str) -> Check:
    what = f"credentials of {api}"
    if _is_set(f"{prefix}_ACCESS_TOKEN"):
        return Check(what, True, f"{prefix}_ACCESS_TOKEN holds a token")
    names = f"{prefix}_USERNAME", f"{prefix}_PASSWORD"
    if all(map(_is_set, names)):
        return Check(what, True, f"{names[0]} and {names[1]} are set")
    return Check(what, False, f"neither {prefix}_ACCESS_TOKEN nor {names[0]} and {names[1]} are set")


def _reachable() -> Check:
    """Ask the portal for its OpenID configuration, which needs no credentials."""
    from odcgen.errors import OdcgenError
    from odcgen.specs.http import Answer, Request, check_url, fetch

    domain = os.environ.get("ODC_PORTAL_DOMAIN", "").strip().rstrip("/")
    if not domain:
        return Check("portal answers", False, "ODC_PORTAL_DOMAIN is not set")
    url = (domain if "://" in domain else f"https://{domain}") + DISCOVERY
    try:
        check_url(url, loopback=True)
        (outcome,) = fetch([Request(url, loopback=True)], seconds=15.0)
    except OdcgenError as error:
        return Check("portal answers", False, str(error))
    if not isinstance(outcome, Answer):
        return Check("portal answers", False, str(outcome))
    try:
        endpoint = as_object(json.loads(outcome.content or b"")).get("token_endpoint")
    except ValueError:
        endpoint = None
    if not isinstance(endpoint, str):
        return Check("portal answers", False, f"{url} is no OpenID configuration")
    return Check("portal answers", True, f"tokens come from {endpoint}")


def _is_set(name: str) -> bool:
    return bool(os.environ.get(name, "").strip())
