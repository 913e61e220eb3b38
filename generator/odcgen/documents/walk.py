"""Walks over a document's operations and schemas, shared by the passes and the adapter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple
from urllib.parse import unquote

from odcgen.kit.json_value import Json, as_array, as_object, is_array, is_object

from .pointer import escape, split

_MANY = 1000
PLACES = "x-odcgen-places"
"""Where normalizing lists the schemas that references name by a place inside of something."""

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
HEIRS = "x-odcgen-heirs"
"""Where normalizing lists, by its name, each component with a discriminator that others extend by `allOf`."""
MORE_METHODS = "x-odcgen-methods"
"""Where reading lists the operations of a path that have methods which HTTP does not know."""

_ONE_SCHEMA = ("items", "additionalProperties", "not")
_SCHEMAS = ("allOf", "anyOf", "oneOf", "prefixItems")
_HOLDERS = frozenset(("properties", *_ONE_SCHEMA, *_SCHEMAS))
"""The keywords that hold schemas: one in place, several by their order or names."""


class OperationNode(NamedTuple):
    """An operation object and where it stands."""

    method: str
    path: str
    pointer: str
    data: Json


def methods(item: object) -> tuple[str, ...]:
    """Return the names under which a path item may have operations."""
    more = as_object(item).get(MORE_METHODS)
    return (*METHODS, *more) if is_array(more) else METHODS


def operations(data: Json) -> Iterator[OperationNode]:
    """Yield every operation of a document in its order."""
    for path, item in as_object(data.get("paths")).items():
        if not path.startswith("/"):
            continue  # an extension
        for method in methods(item):
            if is_object(operation := as_object(item).get(method)):
                yield OperationNode(method, path, f"/paths/{escape(path)}/{method}", operation)


def component_schemas(data: Json) -> Json:
    """Return the schemas of a document's components by their names."""
    return as_object(as_object(data.get("components")).get("schemas"))


def resolve(data: Json, node: Any) -> Any:
    """Follow local references from a node to what they name; the validation has refused loops.

    Raises:
        RecursionError: if there are more than the validation lets through.
    """
    for _ in range(_MANY):
        if not (is_object(node) and isinstance(ref := node.get("$ref"), str)):
            return node
        node = lookup(data, ref)
    raise RecursionError("references without an end")


def lookup(data: Json, ref: str) -> Any:
    """Return the node that a local reference (`#/a/b`) names."""
    node: Any = data
    for key in segments(ref):
        node = node[int(key)] if is_array(node) else node[key]
    return node


def segments(ref: str) -> list[str]:
    """Return the names on the way of a local reference, whose fragment may be percent-encoded."""
    fragment = ref.removeprefix("#")
    return split(unquote(fragment) if "%" in fragment else fragment)


def subschemas(schema: Json) -> Iterator[tuple[str, Any]]:
    """Yield the schemas directly inside a schema with their pointer relative to it."""
    for name, child in as_object(schema.get("properties")).items():
        yield f"/properties/{escape(name)}", child
    for keyword in _ONE_SCHEMA:
        if is_object(child := schema.get(keyword)):
            yield f"/{keyword}", child
    for keyword in _SCHEMAS:
        for index, child in enumerate(as_array(schema.get(keyword))):
            yield f"/{keyword}/{index}", child


def every_schema(data: Json) -> Iterator[Json]:
    """Yield every schema object of a document, outer ones first, without saying where it stands.

    The passes walk over a document a dozen times, and most of its schemas hold no other one.
    """
    stack = [schema for _, schema in root_schemas(data)]
    stack.reverse()
    while stack:
        schema = stack.pop()
        if is_object(schema):
            yield schema
            if not schema.keys().isdisjoint(_HOLDERS):
                stack.extend(reversed(_inside(schema)))


def _inside(schema: Json) -> list[Any]:
    found: list[Any] = list(as_object(schema.get("properties")).values())
    found += [schema[keyword] for keyword in _ONE_SCHEMA if keyword in schema]
    for keyword in _SCHEMAS:
        found += as_array(schema.get(keyword))
    return found


def root_schemas(data: Json) -> Iterator[tuple[str, Any]]:
    """Yield every schema that is not inside another one: components, those of operations, places."""
    for name, schema in component_schemas(data).items():
        yield f"/components/schemas/{escape(name)}", schema
    for node in operations(data):
        yield from sent_schemas(node)
        for status in as_object(node.data.get("responses")):
            yield from answer_schemas(node, status)
    for name, schema in as_object(data.get(PLACES)).items():
        yield f"/{PLACES}/{escape(name)}", schema


def sent_schemas(node: OperationNode) -> Iterator[tuple[str, Any]]:
    """Yield the schemas of an operation's parameters and body."""
    for index, parameter in enumerate(as_array(node.data.get("parameters"))):
        if is_object(schema := as_object(parameter).get("schema")):
            yield f"{node.pointer}/parameters/{index}/schema", schema
    yield from _content(f"{node.pointer}/requestBody", node.data.get("requestBody"))


def answer_schemas(node: OperationNode, status: str) -> Iterator[tuple[str, Any]]:
    """Yield the schemas of an operation's answer of one status."""
    response = as_object(node.data.get("responses")).get(status)
    yield from _content(f"{node.pointer}/responses/{status}", response)


def _content(pointer: str, holder: object) -> Iterator[tuple[str, Any]]:
    for media_type, content in as_object(as_object(holder).get("content")).items():
        if is_object(schema := as_object(content).get("schema")):
            yield f"{pointer}/content/{escape(media_type)}/schema", schema


def all_schemas(data: Json) -> Iterator[tuple[str, Json]]:
    """Yield every schema object of a document, outer ones first."""
    stack = list(root_schemas(data))
    stack.reverse()
    while stack:
        pointer, schema = stack.pop()
        if is_object(schema):
            yield pointer, schema
            stack.extend(reversed([(pointer + below, child) for below, child in subschemas(schema)]))
