"""Places in a document: a node with its JSON pointer, and the local references between places."""

from __future__ import annotations

import json
from typing import Any, Final, NamedTuple
from urllib.parse import unquote

from odcgen.documents.budget import Budget
from odcgen.documents.pointer import escape, split
from odcgen.kit.json_value import Json, as_array, as_object, is_array, is_object

_SHOWN_LENGTH: Final = 60
_INDEX_DIGITS: Final = 9


class Place(NamedTuple):
    """A node of a document and the pointer that leads to it."""

    node: Any
    pointer: str

    def child(self, *keys: str) -> Place:
        """Return the place below, which holds None where the document has nothing."""
        node, pointer = self.node, self.pointer
        for key in keys:
            node = _member(node, key)
            pointer = f"{pointer}/{escape(key)}"
        return Place(node, pointer)

    def children(self) -> dict[str, Place]:
        """Return the places below an object, by key in code point order."""
        members = as_object(self.node)
        return {key: Place(members[key], f"{self.pointer}/{escape(key)}") for key in sorted(members)}

    def items(self) -> list[Place]:
        """Return the places below an array."""
        return [Place(item, f"{self.pointer}/{index}") for index, item in enumerate(as_array(self.node))]


class Reader:
    """One document, read by place."""

    def __init__(self, data: Json, budget: Budget | None = None) -> None:
        self.root: Final = Place(data, "")
        self.budget: Final = budget or Budget()
        self.reads_siblings: Final = not str(data.get("openapi", "")).startswith("3.0")
        """Whether keywords beside a `$ref` mean anything: they do since OpenAPI 3.1."""
        self._targets: Final[dict[str, Place]] = {}

    def resolve(self, place: Place) -> Place:
        """Follow local references to what they stand for; a loop or a dangling one stands for nothing."""
        self.budget.spend("comparisons", 1, place.pointer)
        seen: set[str] = set()
        while (target := self.target(place)) is not None:
            if target.pointer in seen:
                return Place(None, place.pointer)
            seen.add(target.pointer)
            place = target
        return place

    def target(self, place: Place) -> Place | None:
        """Return what a local `$ref` of this node points at, None where there is none."""
        reference = _member(place.node, "$ref")
        if not isinstance(reference, str) or not reference.startswith("#"):
            return None
        if reference not in self._targets:
            self._targets[reference] = self.root.child(*split(unquote(reference[1:])))
        return self._targets[reference]


def _member(node: object, key: str) -> Any:
    if is_object(node):
        return node.get(key)
    if is_array(node) and key.isdecimal() and len(key) <= _INDEX_DIGITS:
        return next(iter(node[int(key) :]), None)
    return None


def strings(node: object) -> list[str]:
    """Return those items of an array that are strings."""
    return [item for item in as_array(node) if isinstance(item, str)]


def text_of(node: object) -> str | None:
    """Return a string; of anything else, None."""
    return node if isinstance(node, str) else None


def component_name(pointer: str) -> str | None:
    """Return the name of the component schema that a pointer leads to, if it leads to one."""
    match split(pointer):
        case ["components", "schemas", name]:
            return name
        case _:
            return None


def show(value: object) -> str:
    """Return a value of a document in few characters, for a finding's text."""
    shown = json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)
    return shown if len(shown) <= _SHOWN_LENGTH else f"{shown[: _SHOWN_LENGTH - 1]}…"
