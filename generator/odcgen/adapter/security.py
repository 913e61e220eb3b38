"""Security schemes, and what each operation says of them."""

from __future__ import annotations

import re
from typing import Literal

from odcgen import ir
from odcgen.documents.walk import OperationNode, resolve
from odcgen.kit.json_value import Json, as_array, as_object, is_array

_PLACES: dict[object, Literal["header", "query", "cookie"]] = {
    "header": "header",
    "query": "query",
    "cookie": "cookie",
}
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_FRAMING = frozenset(
    ("connection", "content-length", "cookie", "host", "te", "trailer", "transfer-encoding", "upgrade")
)
_OWN = frozenset(("accept", "accept-encoding", "content-type", "user-agent"))
"""Headers that each request has already: a key under such a name would be taken for one that is there."""


def lift_schemes(data: Json) -> tuple[ir.SecurityScheme, ...]:
    """Return the security schemes that a document declares, in its order."""
    declared = as_object(as_object(data.get("components")).get("securitySchemes"))
    return tuple(
        _scheme(ir.SpecText(name), as_object(resolve(data, scheme)))
        for name, scheme in declared.items()
        if not name.startswith("x-")
    )


def lift_security(node: OperationNode, data: Json) -> ir.Alternatives | None:
    """Return the combinations of which an operation asks for one; None where the document says nothing."""
    stated = node.data.get("security", data.get("security"))
    if not is_array(stated):
        return None
    return tuple(
        tuple(
            ir.Need(ir.SpecText(name), tuple(ir.SpecText(str(scope)) for scope in as_array(scopes)))
            for name, scopes in as_object(requirement).items()
        )
        for requirement in stated
    )


def _scheme(name: ir.SpecText, scheme: Json) -> ir.SecurityScheme:
    kind = scheme.get("type")
    if kind == "apiKey" and scheme.get("in") in _PLACES:
        field = ir.SpecText(str(scheme.get("name", "")))
        place = _PLACES[scheme.get("in")]
        if problem := _unfit(field.text, place):
            return ir.SecurityScheme(name, "unserved", problem=problem)
        return ir.SecurityScheme(name, "key", place, field)
    if kind == "http":
        return _http(name, str(scheme.get("scheme", "")).lower())
    if kind == "oauth2":
        flow = as_object(as_object(scheme.get("flows")).get("clientCredentials"))
        return _oauth(name, flow.get("tokenUrl"))
    if kind == "openIdConnect":
        return ir.SecurityScheme(name, "openid", url=ir.SpecText(str(scheme.get("openIdConnectUrl", ""))))
    if kind == "mutualTLS":
        return ir.SecurityScheme(
            name, "unserved", problem="asks for a client certificate, which is no part of a request"
        )
    return ir.SecurityScheme(name, "unserved", problem="is of a kind that odcgen does not know")


def _unfit(field: str, place: str) -> str:
    """Return why a key cannot be sent under a name, or nothing if it can."""
    if place == "query":
        return "" if field else "is a key without a name"
    if not _TOKEN.fullmatch(field):
        return f"is a key under a name that no {place} can have"
    name = field.lower() if place == "header" else ""
    if name in _FRAMING:
        return "is a key in a header that belongs to the connection"
    return "is a key in a header that the client sets itself" if name in _OWN else ""


def _http(name: ir.SpecText, scheme: str) -> ir.SecurityScheme:
    if scheme == "basic":
        return ir.SecurityScheme(name, "basic")
    if scheme == "bearer":
        return ir.SecurityScheme(name, "bearer")
    return ir.SecurityScheme(name, "unserved", problem="is an HTTP scheme other than basic and bearer")


def _oauth(name: ir.SpecText, token_url: object) -> ir.SecurityScheme:
    """Return a scheme whose tokens a client can get for itself, or one that takes a token got by a person."""
    if isinstance(token_url, str) and token_url:
        return ir.SecurityScheme(name, "oauth2", url=ir.SpecText(token_url))
    return ir.SecurityScheme(name, "bearer")
