"""Parameters are shared by reference or by path; an operation reads better with its own list."""

from __future__ import annotations

from odcgen.documents.budget import Budget
from odcgen.documents.walk import operations, resolve
from odcgen.kit.json_value import Json, as_array, as_object

_IGNORED = ("accept", "authorization", "content-type")


def inline_parameters(data: Json, budget: Budget | None = None) -> None:
    """Put the parameters of the path and of `components` into each operation, its own ones winning.

    Headers that the media types and the security say already are no parameters, as OpenAPI has it.
    """
    budget = budget or Budget()
    for node in operations(data):
        shared = as_array(data["paths"][node.path].get("parameters"))
        merged: dict[tuple[str, str], Json] = {}
        for parameter in (*shared, *as_array(node.data.get("parameters"))):
            budget.spend("expansions", 1, node.pointer)
            target: Json = dict(resolve(data, parameter))
            _schema_of_content(target)
            if target["in"] != "header" or target["name"].lower() not in _IGNORED:
                merged[target["in"], target["name"]] = target
        node.data["parameters"] = list(merged.values())


def _schema_of_content(parameter: Json) -> None:
    """A parameter may carry its schema below a media type."""
    for content in as_object(parameter.get("content")).values():
        parameter.setdefault("schema", as_object(content).get("schema") or {})
