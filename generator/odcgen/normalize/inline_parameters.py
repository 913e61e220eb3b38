"""Parameters are shared by reference or by path; an operation reads better with its own list."""

from __future__ import annotations

from odc_runtime.kernel.rules import OWNED_HEADERS

from odcgen.documents.walk import operations, resolve
from odcgen.kit.json_value import Json, as_array, as_object

_IGNORED = OWNED_HEADERS | {"accept", "authorization", "content-type"}


def inline_parameters(data: Json) -> None:
    """Put the parameters of the path and of `components` into each operation, its own ones winning.

    Headers that the media types and the security say already are no parameters, as OpenAPI has it, nor are
    those of the connection. The names of headers are compared without case.
    """
    for node in operations(data):
        shared = as_array(data["paths"][node.path].get("parameters"))
        merged: dict[tuple[str, str], Json] = {}
        for parameter in (*shared, *as_array(node.data.get("parameters"))):
            target: Json = dict(resolve(data, parameter))
            _schema_of_content(target)
            if "x-odcgen-nested" in data:
                target.setdefault("x-odcgen-nested", data["x-odcgen-nested"])
            if target["in"] != "header" or target["name"].lower() not in _IGNORED:
                name = target["name"].lower() if target["in"] == "header" else target["name"]
                merged[target["in"], name] = target
        node.data["parameters"] = list(merged.values())


def _schema_of_content(parameter: Json) -> None:
    """A parameter may carry its schema below a media type."""
    for media_type, content in as_object(parameter.get("content")).items():
        parameter.setdefault("schema", as_object(content).get("schema") or {})
        parameter["x-odcgen-content"] = media_type
