"""A walk over all objects of a JSON value, whatever it describes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from odcgen.kit.json_value import Json, as_array, is_object

from .pointer import join


def objects(document: Json) -> Iterator[tuple[str, Json]]:
    """Yield every object of a document with its pointer, outer ones first, in the order of the document."""
    stack: list[tuple[str, Any]] = [("", document)]
    while stack:
        pointer, value = stack.pop()
        if is_object(value):
            yield pointer, value
            inside = [(join(pointer, name), child) for name, child in value.items()]
        else:
            inside = [(join(pointer, index), child) for index, child in enumerate(as_array(value))]
        stack += reversed(inside)
