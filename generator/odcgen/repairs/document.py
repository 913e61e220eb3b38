"""Repairs of what stands around the operations: servers, security, answers, fields that say nothing."""

from __future__ import annotations

import re

from odcgen.documents.json_walk import objects
from odcgen.documents.pointer import split
from odcgen.kit.json_value import Json, brief, copy_value, is_array, is_object

from .repair import Repair, holder_of, value_at

_EMPTY: tuple[tuple[re.Pattern[str], object], ...] = (
    (re.compile(r"/info/(?:version|license/name)|.*/externalDocs/url|.*/responses/[^/]+/description"), ""),
    (re.compile(r"/info"), {"title": "", "version": ""}),
    (re.compile(r"/(?:paths|webhooks)/[^/]+/[a-z]+/responses|.*/flows/[^/]+/scopes"), {}),
)
"""Where a field that is missing says nothing to a client, and what is as good as saying nothing."""
_STATUS = re.compile(r"[1-5](?:xx|Xx|xX)|DEFAULT|Default")


def _scheme(data: Json, pointer: str) -> str | None:
    """Take the name out; what is left of the alternatives counts, and nothing is sent where none is left."""
    requirement, name = holder_of(data, pointer)
    requirements, _ = holder_of(data, pointer.rpartition("/")[0])
    if not is_object(requirement) or name not in requirement or not is_array(requirements):
        return None
    del requirement[name]
    if not requirement and len(requirements) > 1:
        requirements[:] = [one for one in requirements if one is not requirement]
    return f"the credential {brief(name)} is not sent: nobody says where"


def _variable(data: Json, pointer: str) -> str | None:
    """Declare a variable as another server does, else by its own place, which no request gets past."""
    names = split(pointer)
    server, name = value_at(data, pointer.rpartition("/variables/")[0]), names[-1]
    if not is_object(server):
        return None
    known = _declared(data, name)
    variables = server.setdefault("variables", {})
    if not is_object(variables):
        return None
    variables[name] = copy_value(known) if known else {"default": f"{{{name}}}"}
    if known:
        return f"it is {brief(known.get('default'))}, as another server says"
    return "its place stays in the URL: give the base URL of the client"


def _declared(data: Json, name: str) -> Json | None:
    found = [
        variable
        for pointer, variable in objects(data)
        if split(pointer)[-2:] == ["variables", name] and "/servers/" in pointer and "default" in variable
    ]
    return found[0] if found and all(one == found[0] for one in found) else None


def _missing(data: Json, pointer: str) -> str | None:
    """Write the fields that have to be there and say nothing to a client."""
    holder, name = holder_of(data, pointer)
    found = next((empty for place, empty in _EMPTY if place.fullmatch(pointer)), None)
    if not is_object(holder) or name in holder or found is None:
        return None
    holder[name] = copy_value(found)
    return "it is empty"


def _status(data: Json, pointer: str) -> str | None:
    responses, status = holder_of(data, pointer)
    if not is_object(responses) or not _STATUS.fullmatch(status):
        return None
    known = "default" if status[:1] in "dD" else status.upper()
    if known in responses:
        return None
    renamed = {known if name == status else name: value for name, value in responses.items()}
    responses.clear()
    responses |= renamed
    return f"it is read as {known}"


DOCUMENT = (
    Repair(
        "undeclared-security-scheme",
        "A credential that no security scheme describes is not sent, since nobody says where it goes; "
        "the other alternatives of the operation stay.",
        _scheme,
    ),
    Repair(
        "undeclared-server-variable",
        "A variable of a server's URL has the value that another server of the document gives it; "
        "without one its place stays in the URL, so that no request leaves before the client is given a "
        "base URL.",
        _variable,
    ),
    Repair(
        "missing-field",
        "A field that has to be there and says nothing to a client (the head of the document and its "
        "version, the description of an answer, the name of a licence, the scopes of a flow, the "
        "answers of an operation) is empty.",
        _missing,
    ),
    Repair(
        "status-in-lower-case",
        "`4xx` is read as `4XX`, and `Default` as `default`.",
        _status,
    ),
)
