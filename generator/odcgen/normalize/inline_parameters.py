"""Parameters are shared by reference or by path; an operation reads better with its own list."""

from __future__ import annotations

from typing import Any

from .walk import operations, resolve


def inline_parameters(data: dict[str, Any]) -> None:
    """Put the parameters of the path and of `components` into each operation, its own ones winning."""
    for node in operations(data):
        shared = data["paths"][node.path].get("parameters") or ()
        merged: dict[tuple[str, str], Any] = {}
        for parameter in (*shared, *(node.data.get("parameters") or ())):
            target = dict(resolve(data, parameter))
            _schema_of_content(target)
            merged[target["in"], target["name"]] = target
        node.data["parameters"] = list(merged.values())


def _schema_of_content(parameter: dict[str, Any]) -> None:
    """A parameter may carry its schema below a media type."""
    for content in (parameter.get("content") or {}).values():
        parameter.setdefault("schema", content.get("schema") or {})
