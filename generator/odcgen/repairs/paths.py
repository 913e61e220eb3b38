"""Repairs of paths and parameters."""

from __future__ import annotations

import re

from odcgen.documents.pointer import split
from odcgen.documents.walk import methods
from odcgen.kit.json_value import Json, as_array, as_object, brief, copy_value, is_array, is_object

from .repair import Repair, holder_of, remove, value_at

_TEMPLATE = re.compile(r"\{([^{}]+)\}")
_PAIR = re.compile(r"([^=&{}]+)=\{([^{}]+)\}")
_OF_SCHEMA = ("type", "format", "items", "enum", "default", "pattern", "minimum", "maximum")


def _fragment(data: Json, pointer: str) -> str | None:
    """Say under `x-odcgen-path` what is sent: a fragment never leaves the client."""
    item, path = value_at(data, pointer), split(pointer)[-1]
    wire = path.partition("#")[0]
    if not is_object(item) or "x-odcgen-path" in item or _TEMPLATE.search(path.partition("#")[2]):
        return None
    item["x-odcgen-path"] = wire
    return f"{brief(wire)} is called: a fragment is never sent"


def _query(data: Json, pointer: str) -> str | None:
    """Keep a literal query as it is; `?name={name}` is the query parameter `name`."""
    item, path = value_at(data, pointer), split(pointer)[-1]
    wire, _, query = path.partition("#")[0].partition("?")
    if not is_object(item) or "x-odcgen-path" in item or "$ref" in item:
        return None
    pairs = query.split("&")
    templates = [pair for pair in pairs if "{" in pair or "}" in pair]
    matches = [_PAIR.fullmatch(pair) for pair in templates]
    if not all(matches):
        return None
    for match in matches:
        if match is not None:
            _declare_in_query(item, match[1], match[2])
    literal = [pair for pair in pairs if pair not in templates]
    item["x-odcgen-path"] = wire + ("?" + "&".join(literal) if literal else "")
    return f"{brief(item['x-odcgen-path'])} is called" + (", the rest is parameters" if templates else "")


def _declare_in_query(item: Json, wire: str, name: str) -> None:
    """Let the parameter of a template in a query be one in the query, of that name."""
    for holder in (item, *(value for value in item.values() if is_object(value))):
        for parameter in as_array(holder.get("parameters")):
            if is_object(parameter) and parameter.get("name") == name and parameter.get("in") == "path":
                parameter |= {"name": wire, "in": "query"}
    for method, operation in item.items():
        if is_object(operation) and method in methods(item):
            listed = [*as_array(item.get("parameters")), *as_array(operation.get("parameters"))]
            if not any("$ref" in as_object(one) or as_object(one).get("name") == wire for one in listed):
                new = {"name": wire, "in": "query", "required": True, "schema": {"type": "string"}}
                operation.setdefault("parameters", []).append(new)


def _undeclared(data: Json, pointer: str) -> str | None:
    """Declare what the template of the path names, as text, which goes into a URL as it is."""
    operation, names = value_at(data, pointer), split(pointer)
    item = value_at(data, pointer.rpartition("/")[0])
    if not is_object(operation) or len(names) < 2 or not is_object(item):
        return None
    template = str(item.get("x-odcgen-path") or names[-2]).partition("?")[0]
    listed = [*as_array(item.get("parameters")), *as_array(operation.get("parameters"))]
    shown = [_resolved(data, one) for one in listed]
    known = {one.get("name") for one in shown if one.get("in") == "path"}
    missing = [name for name in _TEMPLATE.findall(template) if name not in known]
    parameters = operation.setdefault("parameters", [])
    if not missing or not is_array(parameters):
        return None
    for name in missing:
        alike = [
            one
            for one in parameters
            if as_object(one).get("name") == name and as_object(one).get("in") != "path"
        ]
        parameters[:] = [one for one in parameters if one not in alike]
        schema: Json = copy_value(as_object(as_object(alike[0]).get("schema"))) if alike else {}
        parameters.append(
            {"name": name, "in": "path", "required": True, "schema": schema or {"type": "string"}}
        )
    return f"{', '.join(missing)} {'is' if len(missing) == 1 else 'are'} put into the path"


def _resolved(data: Json, parameter: object) -> Json:
    ref = as_object(parameter).get("$ref")
    return as_object(value_at(data, ref.removeprefix("#")) if isinstance(ref, str) else parameter)


def _unused(data: Json, pointer: str) -> str | None:
    return "it is left out: the path has no place for it" if remove(data, pointer) else None


def _optional(data: Json, pointer: str) -> str | None:
    parameter, _ = holder_of(data, pointer)
    if not is_object(parameter):
        return None
    parameter["required"] = True
    return "it is required: a path has no place for nothing"


def _without_schema(data: Json, pointer: str) -> str | None:
    """Read what Swagger 2.0 wrote beside the name as the schema; without that, anything goes."""
    parameter = value_at(data, pointer)
    if not is_object(parameter) or parameter.keys() & {"schema", "content", "$ref"}:
        return None
    moved = {keyword: parameter.pop(keyword) for keyword in _OF_SCHEMA if keyword in parameter}
    parameter["schema"] = moved
    return f"its type is {brief(moved['type'])}" if "type" in moved else "it can be anything"


def _twice(data: Json, pointer: str) -> str | None:
    """Keep one of two that are the same; of two that differ nobody knows which one counts."""
    parameters, index = holder_of(data, pointer)
    if not is_array(parameters):
        return None
    mine = parameters[int(index)]
    if mine not in parameters[: int(index)] and not _same_place(data, parameters, int(index)):
        return None
    del parameters[int(index)]
    return "one of the two is left out: they are the same"


def _same_place(data: Json, parameters: list[object], index: int) -> bool:
    mine = _resolved(data, parameters[index])
    return any(_resolved(data, other) == mine for other in parameters[:index])


PATHS = (
    Repair(
        "path-with-fragment",
        "The path of a request ends before `#`: a fragment is never sent, and documents use it to tell "
        "two operations on one path apart.",
        _fragment,
    ),
    Repair(
        "path-with-query",
        "A query in a path is sent as it is written, and `?name={name}` is the query parameter `name`.",
        _query,
    ),
    Repair(
        "undeclared-path-parameter",
        "A name in the braces of a path that is not declared is a path parameter, a text unless it is "
        "declared for another place.",
        _undeclared,
    ),
    Repair(
        "unused-path-parameter",
        "A path parameter that the path has no place for is left out: it could not be sent.",
        _unused,
    ),
    Repair(
        "optional-path-parameter",
        "A path parameter is required, also where the document does not say so: a path has no place for "
        "nothing.",
        _optional,
    ),
    Repair(
        "parameter-without-schema",
        "A parameter or header with neither schema nor content has the type written beside its name, as "
        "Swagger 2.0 has it, or can be anything.",
        _without_schema,
    ),
    Repair(
        "parameter-twice",
        "Of two parameters that are the same one is left out.",
        _twice,
    ),
)
