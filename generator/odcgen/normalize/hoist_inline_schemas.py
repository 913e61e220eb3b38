"""Objects and enums written in place have no name of their own."""

from __future__ import annotations

from odcgen.documents.pointer import escape, split
from odcgen.documents.walk import PLACES, root_schemas, subschemas
from odcgen.kit.json_value import Json, as_object, is_object

_BESIDE = ("nullable", "deprecated", "readOnly", "writeOnly", "description")


def hoist_inline_schemas(data: Json) -> None:
    """Move each inline object and enum into `components/schemas`, under a name made from where it stood.

    What `allOf` is about to merge stays in place; its properties are named before, for all heirs alike.
    """
    schemas = _components(data)
    components = {id(schema) for schema in schemas.values()}
    stack = [(pointer, schema, id(schema) in components, False) for pointer, schema in root_schemas(data)]
    while stack:
        pointer, schema, keep, merging = stack.pop()
        if not is_object(schema) or "$ref" in schema:
            continue
        inside = schema
        if not keep and not merging and _wants_a_name(schema):
            inside = _hoist(schemas, pointer, schema, _label(data, pointer))
        stack.extend(
            (pointer + below, child, False, _is_merged(below, merging))
            for below, child in subschemas(inside)
            if is_object(child)
        )


def _is_merged(below: str, merging: bool) -> bool:
    """A part of `allOf`, and a member of a union there, will be another schema once it is merged."""
    return below.startswith("/allOf/") or (merging and below.startswith(("/anyOf/", "/oneOf/")))


def _components(data: Json) -> Json:
    """Return the schemas of the components, a place of which is made where the document has none."""
    components = data["components"] = as_object(data.get("components"))
    components["schemas"] = schemas = as_object(components.get("schemas"))
    return schemas


def _wants_a_name(schema: Json) -> bool:
    return "allOf" not in schema and any(schema.get(keyword) for keyword in ("enum", "properties"))


def _hoist(schemas: Json, pointer: str, schema: Json, label: str) -> Json:
    """Move the schema's content to a new component; a reference and the notes stay in its place."""
    name = label
    while name in schemas:
        name += " other"
    content = dict(schema)
    beside = {keyword: content[keyword] for keyword in _BESIDE if keyword in content}
    content.pop("nullable", None)
    content["x-odcgen-inline"] = pointer
    schemas[name] = content
    schema.clear()
    schema.update(beside)
    schema["$ref"] = "#/components/schemas/" + escape(name).replace("%", "%25")
    return content


def _label(data: Json, pointer: str) -> str:
    """Say in words where a schema stands: `User address`, `Domains_Get parameter status`."""
    segments = split(pointer)
    if segments[0] == "components":
        return " ".join([segments[2], *_below(segments[3:])])
    if segments[0] == PLACES:
        names = segments[1].split("/")
        first = 2 if names[0] in ("components", "paths", "webhooks") else 1
        return " ".join([*names[first:], *_below(segments[2:])])
    path, method = segments[1:3]
    operation = data["paths"][path][method]
    start = operation.get("operationId") or f"{method} {path}"
    if segments[3] == "parameters":
        return " ".join([start, operation["parameters"][int(segments[4])]["name"], *_below(segments[6:])])
    kind = "body" if segments[3] == "requestBody" else _answer(operation, segments[4])
    after = segments.index("schema", 3) + 1
    return " ".join([start, kind, *_below(segments[after:])])


def _answer(operation: Json, status: str) -> str:
    """Say which answer it is: the first of success is the result, others go by their status."""
    successes = sorted(one for one in operation["responses"] if one.startswith("2")) or ["default"]
    if status == successes[0]:
        return "result"
    return f"{'result' if status.startswith('2') else 'error'} {status}"


def _below(segments: list[str]) -> list[str]:
    """Keep the telling parts of a pointer inside a schema: property names and `item`."""
    words: list[str] = []
    rest = iter(segments)
    for keyword in rest:
        if keyword == "items":
            words.append("item")
        elif keyword == "additionalProperties":
            words.append("value")
        elif keyword == "properties":
            words.append(next(rest))
        else:
            next(rest, None)
    return words
