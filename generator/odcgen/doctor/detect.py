"""Detectors of the traps in OpenAPI documents: each names the places it finds by their JSON pointers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from odcgen.documents.json_walk import objects
from odcgen.documents.pointer import join
from odcgen.documents.prose import find_permissions
from odcgen.documents.walk import all_schemas, component_schemas, operations
from odcgen.kit.json_value import Json, as_array, as_object


def braced_variables(document: Json) -> Iterator[str]:
    """Server variables whose names carry the braces of the URL."""
    for index, server in enumerate(as_array(document.get("servers"))):
        for name in as_object(as_object(server).get("variables")):
            if "{" in name:
                yield join("/servers", index, "variables", name)


def repeated_operation_ids(document: Json) -> Iterator[str]:
    """Operations with the operationId of an earlier one."""
    seen: set[Any] = set()
    for node in operations(document):
        name = node.data.get("operationId")
        if name is not None and name in seen:
            yield f"{node.pointer}/operationId"
        seen.add(name)


def vague_security(document: Json) -> Iterator[str]:
    """Documents that do not say plainly that all their operations need the token."""
    shared = document.get("security")
    if not shared or {} in shared:
        yield "/security" if "security" in document else ""


def json_aliases(document: Json) -> Iterator[str]:
    """Media types of bodies that are patterns."""
    for node in operations(document):
        for name in as_object(as_object(node.data.get("requestBody")).get("content")):
            if name.endswith("/*+json"):
                yield join(node.pointer, "requestBody", "content", name)


def untyped_binaries(document: Json) -> Iterator[str]:
    """Schemas that are binary and have no type."""
    for pointer, schema in all_schemas(document):
        if schema.get("format") == "binary" and "type" not in schema:
            yield pointer


def default_as_success(document: Json) -> Iterator[str]:
    """Responses for all other statuses that carry the schema of success."""
    for node in operations(document):
        responses = as_object(node.data.get("responses"))
        good = [_content(response) for status, response in responses.items() if status.startswith("2")]
        other = _content(responses.get("default"))
        if other and other in good:
            yield f"{node.pointer}/responses/default"


def optional_properties(document: Json) -> Iterator[str]:
    """Properties that are not required."""
    for pointer, schema in all_schemas(document):
        for name in as_object(schema.get("properties")):
            if name not in as_array(schema.get("required")):
                yield join(pointer, "properties", name)


def single_all_ofs(document: Json) -> Iterator[str]:
    """`allOf` with one member, which is a reference."""
    for pointer, schema in all_schemas(document):
        parts = as_array(schema.get("allOf"))
        if len(parts) == 1 and "$ref" in as_object(parts[0]):
            yield f"{pointer}/allOf"


def untagged_operations(document: Json) -> Iterator[str]:
    """Operations without a tag, or with a controller's name in their operationId."""
    for node in operations(document):
        if not node.data.get("tags") or "Controller" in str(node.data.get("operationId")):
            yield node.pointer


def dotted_schemas(document: Json) -> Iterator[str]:
    """Schemas named like classes of the server, and every copy of ProblemDetails."""
    for name in component_schemas(document):
        if "." in name or name.endswith("ProblemDetails"):
            yield join("/components/schemas", name)


def odd_names(document: Json) -> Iterator[str]:
    """Properties and parameters whose names are no Python names, and parameters that take a list."""
    for pointer, schema in all_schemas(document):
        for name in as_object(schema.get("properties")):
            if name.startswith("_") or not name.isidentifier():
                yield join(pointer, "properties", name)
    for node in operations(document):
        for index, parameter in enumerate(as_array(node.data.get("parameters"))):
            schema = as_object(as_object(parameter).get("schema"))
            if "." in str(as_object(parameter).get("name")) or schema.get("type") == "array":
                yield join(node.pointer, "parameters", index)


def permissions(document: Json) -> Iterator[str]:
    """Operations that need permissions, whether in words or as data."""
    for node in operations(document):
        if "x-odcgen-permissions" in node.data or _in_words(node.data):
            yield node.pointer


def permissions_in_words(document: Json) -> Iterator[str]:
    """Operations that name their permissions in words only."""
    for node in operations(document):
        if "x-odcgen-permissions" not in node.data and _in_words(node.data):
            yield node.pointer


def deprecated(document: Json) -> Iterator[str]:
    """Whatever is deprecated."""
    for pointer, value in objects(document):
        if value.get("deprecated") is True:
            yield pointer


def _in_words(operation: Json) -> bool:
    words = ("x-os-permissions", "description", "summary")
    return bool(find_permissions([operation.get(name) for name in words]))


def _content(response: Any) -> Json:
    return as_object(as_object(response).get("content"))
