"""Security definitions."""

from __future__ import annotations

from odcgen.kit.json_value import Json, is_object

_FLOWS = {"application": "clientCredentials", "accessCode": "authorizationCode"}
_URLS = ("authorizationUrl", "tokenUrl")


def security_schemes(definitions: Json) -> Json:
    """Return the security definitions of Swagger 2.0 as security schemes of OpenAPI 3.0."""
    return {name: _scheme(value) if is_object(value) else value for name, value in definitions.items()}


def _scheme(definition: Json) -> Json:
    kept = {name: definition[name] for name in definition if name == "description" or name.startswith("x-")}
    kind = definition.get("type")
    if kind == "basic":
        return {"type": "http", "scheme": "basic"} | kept
    if kind != "oauth2":
        return dict(definition)
    flow = {name: definition[name] for name in _URLS if name in definition}
    flow["scopes"] = definition.get("scopes", {})
    name = str(definition.get("flow"))
    return {"type": "oauth2", "flows": {_FLOWS.get(name, name): flow}} | kept
