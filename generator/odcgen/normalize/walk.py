"""Walks over a document's operations and schemas, shared by the passes and the adapter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
Json = dict[str, Any]


class OperationNode(NamedTuple):
    """An operation object and where it stands."""

    method: str
    path: str
    pointer: str
    data: Json


def escape(segment: str) -> str:
    """Escape one segment of a JSON pointer (RFC 6901)."""
    return segment.replace("~", "~0").replace("/", "~1")


def operations(data: Json) -> Iterator[OperationNode]:
    """Yield every operation of a document in its order."""
    for path, item in (data.get("paths") or {}).items():
        if not path.startswith("/"):
            continue
        for method in METHODS:
            if isinstance(operation := item.get(method), dict):
                yield OperationNode(method, path, f"/paths/{escape(path)}/{method}", operation)


def resolve(data: Json, node: Any) -> Any:
    """Follow local references from a node to what they name; the validation has refused loops."""
    while isinstance(node, dict) and isinstance(ref := node.get("$ref"), str):
        node = lookup(data, ref)
    return node


def lookup(data: Json, ref: str) -> Any:
    """Return the node that a local reference (`#/a/b`) names."""
    node: Any = data
    for segment in ref.removeprefix("#").split("/")[1:]:
        key = segment.replace("~1", "/").replace("~0", "~")
        node = node[int(key)] if isinstance(node, list) else node[key]
    return node


def subschemas(schema: Json) -> Iterator[tuple[str, Json]]:
    """Yield the schemas directly inside a schema with their pointer relative to it."""
    for name, child in (schema.get("properties") or {}).items():
        yield f"/properties/{escape(name)}", child
    for keyword in ("items", "additionalProperties", "not"):
        if isinstance(child := schema.get(keyword), dict):
            yield f"/{keyword}", child
    for keyword in ("allOf", "anyOf", "oneOf", "prefixItems"):
        for index, child in enumerate(schema.get(keyword) or ()):
            yield f"/{keyword}/{index}", child


def root_schemas(data: Json) -> Iterator[tuple[str, Json]]:
    """Yield every schema that is not inside another one: components, parameters, bodies and answers."""
    for name, schema in ((data.get("components") or {}).get("schemas") or {}).items():
        yield f"/components/schemas/{escape(name)}", schema
    for node in operations(data):
        for index, parameter in enumerate(node.data.get("parameters") or ()):
            if isinstance(schema := parameter.get("schema"), dict):
                yield f"{node.pointer}/parameters/{index}/schema", schema
        yield from _content(f"{node.pointer}/requestBody", node.data.get("requestBody") or {})
        for status, response in (node.data.get("responses") or {}).items():
            yield from _content(f"{node.pointer}/responses/{status}", response)


def _content(pointer: str, holder: Json) -> Iterator[tuple[str, Json]]:
    for media_type, content in (holder.get("content") or {}).items():
        if isinstance(content, dict) and isinstance(schema := content.get("schema"), dict):
            yield f"{pointer}/content/{escape(media_type)}/schema", schema


def all_schemas(data: Json) -> Iterator[tuple[str, Json]]:
    """Yield every schema object of a document, outer ones first."""
    stack = list(root_schemas(data))
    stack.reverse()
    while stack:
        pointer, schema = stack.pop()
        if not isinstance(schema, dict):
            continue
        yield pointer, schema
        stack.extend(reversed([(pointer + below, child) for below, child in subschemas(schema)]))
