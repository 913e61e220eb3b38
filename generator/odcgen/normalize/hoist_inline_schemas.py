"""Objects and enums written in place have no name of their own."""

from __future__ import annotations

from typing import Any

from .walk import escape, root_schemas, subschemas

_BESIDE = ("nullable", "deprecated", "readOnly", "writeOnly", "description")


def hoist_inline_schemas(data: dict[str, Any]) -> None:
    """Move each inline object and enum into `components/schemas`, under a name made from where it stood."""
    schemas = data.setdefault("components", {}).setdefault("schemas", {})
    if schemas is None:
        schemas = data["components"]["schemas"] = {}
    components = {id(schema) for schema in schemas.values()}
    stack = [(pointer, schema, id(schema) in components) for pointer, schema in root_schemas(data)]
    while stack:
        pointer, schema, keep = stack.pop()
        if not isinstance(schema, dict) or "$ref" in schema:
            continue
        inside = schema
        if not keep and _wants_a_name(schema):
            inside = _hoist(schemas, pointer, schema, _label(data, pointer))
        merged = keep or inside is not schema
        stack.extend(
            (pointer + below, child, merged and below.startswith("/allOf/") and "enum" not in child)
            for below, child in subschemas(inside)
            if isinstance(child, dict)
        )


def _wants_a_name(schema: dict[str, Any]) -> bool:
    if schema.get("enum"):
        return True
    return bool(schema.get("properties")) or bool(schema.get("allOf"))


def _hoist(schemas: dict[str, Any], pointer: str, schema: dict[str, Any], label: str) -> dict[str, Any]:
    """Move the schema's content to a new component and leave a reference (and its nullability) in its place."""
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
    schema["$ref"] = "#/components/schemas/" + escape(name)
    return content


def _label(data: dict[str, Any], pointer: str) -> str:
    """Say in words where a schema stands: `User address`, `Domains_Get parameter status`."""
    segments = [segment.replace("~1", "/").replace("~0", "~") for segment in pointer.split("/")[1:]]
    if segments[0] == "components":
        return " ".join([segments[2], *_below(segments[3:])])
    path, method = segments[1:3]
    operation = data["paths"][path][method]
    start = operation.get("operationId") or f"{method} {path}"
    if segments[3] == "parameters":
        return " ".join([start, operation["parameters"][int(segments[4])]["name"], *_below(segments[6:])])
    kind = "body" if segments[3] == "requestBody" else "result"
    after = segments.index("schema", 3) + 1
    return " ".join([start, kind, *_below(segments[after:])])


def _below(segments: list[str]) -> list[str]:
    """Keep the telling parts of a pointer inside a schema: property names and `item`."""
    words, rest = [], iter(segments)
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
