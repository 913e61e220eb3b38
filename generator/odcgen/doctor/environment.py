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


Ways = list[tuple[str, ...]]
"""Environment variables that belong together; one set of them is enough."""


def environment(config: Config, *, online: bool) -> list[Check]:
    """Return what of the environment is ready; the portal is asked only if `online`."""
    from odcgen.errors import OdcgenError

    try:
        own = [_own_credentials(api, ways) for api, ways in own_variables(config).items() if ways]
    except OdcgenError:
        own = [Check("credentials of the APIs", False, "a document cannot be read, so that nobody knows")]
    return [_portal(), _credentials(), *own, *([_reachable()] if online else [])]


def own_variables(config: Config) -> dict[str, Ways]:
    """Return what the security schemes look at of each API that is not at ODC's portal.

    Raises:
        OdcgenError: if a document cannot be read.
    """
    from odcgen import ir
    from odcgen.kit.namespace import Namespace
    from odcgen.pipeline import parse_all
    from odcgen.render.security import own_apis
    from odcgen.run.inputs import read_inputs

    package = ir.Package(config.package, apis=tuple(parse_all(config, read_inputs(config))))
    own = own_apis(package, Namespace())
    return {one.api.name: [way for scheme in one.schemes for way in scheme.ways] for one in own}


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


def _own_credentials(api: str, ways: Ways) -> Check:
    """Tell whether the variables of a security scheme of an API are set: which one a call needs, varies."""
    what = f"credentials of {api}"
    for way in ways:
        if all(map(_is_set, way)):
            held = "holds a token" if way[0].endswith("_ACCESS_TOKEN") else "is set"
            return Check(what, True, f"{' and '.join(way)} are set" if way[1:] else f"{way[0]} {held}")
    told = [" and ".join(way) for way in ways]
    one, more = told[0], " nor ".join(told)
    return Check(what, False, f"neither {more} are set" if told[1:] else f"{one} is not set")


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
