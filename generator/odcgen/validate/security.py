"""Security schemes, and the requirements that name them."""

from __future__ import annotations

from typing import Any

from odcgen.kit.json_value import as_object, brief

from .context import OBJECT, TEXT, Context

_SCHEME = {
    "type": TEXT,
    "description": TEXT,
    "name": TEXT,
    "in": TEXT,
    "scheme": TEXT,
    "bearerFormat": TEXT,
    "flows": OBJECT,
    "openIdConnectUrl": TEXT,
}
_REQUIRED = {
    "apiKey": ("name", "in"),
    "http": ("scheme",),
    "oauth2": ("flows",),
    "openIdConnect": ("openIdConnectUrl",),
    "mutualTLS": (),
}
_FLOW = {"authorizationUrl": TEXT, "tokenUrl": TEXT, "refreshUrl": TEXT, "scopes": OBJECT}


def check_security_scheme(context: Context, scheme: object, pointer: str) -> None:
    """Check one security scheme."""
    if not context.is_inline(scheme, pointer, "security scheme"):
        return
    context.fields(scheme, pointer, _SCHEME)
    context.require(scheme, pointer, "type")
    kind = scheme.get("type")
    if type(kind) is not str:
        return
    if kind not in _REQUIRED:
        known = ", ".join(_REQUIRED)
        context.report(
            f"{pointer}/type", f"The security scheme type {brief(kind)} is unknown", f"Known: {known}."
        )
        return
    context.require(scheme, pointer, *_REQUIRED[kind])
    if kind == "apiKey" and "in" in scheme and scheme["in"] not in ("query", "header", "cookie"):
        context.report(f"{pointer}/in", f"An API key cannot be sent in {brief(scheme['in'])}")
    _check_flows(context, scheme, pointer)


def check_requirements(context: Context, requirements: object, pointer: str) -> None:
    """Check a `security` array; `{}` in it means that no credential is needed."""
    if not context.is_array(requirements, pointer):
        return
    schemes = context.component("securitySchemes")
    for index, requirement in enumerate(requirements):
        for name, scopes, at in context.children(requirement, f"{pointer}/{index}"):
            context.strings(scopes, at)
            if schemes is not None and name not in schemes:
                message = f'There is no security scheme "{name}" in components/securitySchemes'
                context.report(at, message, rule="undeclared-security-scheme")


def _check_flows(context: Context, scheme: dict[str, Any], pointer: str) -> None:
    for name, flow, at in context.children(as_object(scheme.get("flows")), f"{pointer}/flows"):
        if not name.startswith("x-") and context.is_object(flow, at):
            context.require(flow, at, "scopes")
            context.fields(flow, at, _FLOW)
            scopes = as_object(flow.get("scopes"))
            context.fields(scopes, f"{at}/scopes", dict.fromkeys(scopes, TEXT))
