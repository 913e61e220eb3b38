"""Path items are shared by reference."""

from __future__ import annotations

from odcgen.documents.budget import Budget
from odcgen.documents.pointer import join
from odcgen.documents.walk import methods, resolve
from odcgen.kit.json_value import Json, as_object, copy_value, count_values


def inline_path_items(data: Json, budget: Budget | None = None) -> None:
    """Put what a path refers to in its place, each time as a copy: an operation belongs to one path."""
    budget = budget or Budget()
    paths = as_object(data.get("paths"))
    for path, item in paths.items():
        if not path.startswith("/"):
            continue  # an extension
        if "$ref" in as_object(item):
            beside = {keyword: value for keyword, value in item.items() if keyword != "$ref"}
            shared = as_object(resolve(data, item))
            values, characters = count_values(shared)
            budget.spend("values", values, join("/paths", path))
            budget.spend("characters", characters, join("/paths", path))
            paths[path] = copy_value(shared) | beside
        if wire := as_object(paths[path]).get("x-odcgen-path"):
            for method in methods(paths[path]):
                if method in paths[path]:
                    paths[path][method]["x-odcgen-path"] = wire
