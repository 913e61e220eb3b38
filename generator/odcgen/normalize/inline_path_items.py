"""Path items are shared by reference."""

from __future__ import annotations

from odcgen.documents.walk import methods, resolve
from odcgen.kit.json_value import Json, as_object, copy_value


def inline_path_items(data: Json) -> None:
    """Put what a path refers to in its place, each time as a copy: an operation belongs to one path."""
    paths = as_object(data.get("paths"))
    for path, item in paths.items():
        if not path.startswith("/"):
            continue  # an extension
        if "$ref" in as_object(item):
            beside = {keyword: value for keyword, value in item.items() if keyword != "$ref"}
            paths[path] = copy_value(as_object(resolve(data, item))) | beside
        if wire := as_object(paths[path]).get("x-odcgen-path"):
            for method in methods(paths[path]):
                if method in paths[path]:
                    paths[path][method]["x-odcgen-path"] = wire
