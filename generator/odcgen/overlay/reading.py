"""Overlay documents, read and checked before anything is changed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import field, frozen

from odcgen.documents.document import Document, read_document
from odcgen.documents.pointer import escape
from odcgen.errors import DocumentError, OverlayError
from odcgen.kit.json_value import brief, is_object, type_name

from .jsonpath import Selector, parse

_VERSION = re.compile(r"1\.([01])\.[0-9]+")
_TYPES = {str: "a string", dict: "an object", list: "an array", bool: "true or false"}
_OVERLAY = {"overlay": str, "info": dict, "extends": str, "actions": list}
_INFO = {"title": str, "version": str, "description": str}
_ACTION = {"target": str, "description": str, "update": object, "remove": bool, "copy": str}


@frozen
class Action:
    """One change of an overlay: what it selects, and what happens to that."""

    pointer: str
    target: str
    select: Selector = field(repr=False)
    remove: bool
    changes: bool
    update: Any
    source: Selector | None = field(repr=False)


@frozen
class Overlay:
    """An overlay document, checked, with its queries parsed."""

    document: Document
    is_10: bool
    actions: tuple[Action, ...]

    def error(self, pointer: str, message: str, hint: str | None = None) -> OverlayError:
        """An error at `pointer` of the overlay document."""
        return _error(self.document, pointer, message, hint)


def load_overlay(source: Path, text: bytes | None = None) -> Overlay:
    """Read an overlay from `source`, JSON or YAML, or from `text` that came from there."""
    try:
        document = read_document(source, text)
    except DocumentError as error:
        raise OverlayError(
            error.message, file=error.file, pointer=error.pointer, line=error.line, hint=error.hint
        ) from None
    data = document.data
    _check(document, data, "", _OVERLAY, ("overlay", "info", "actions"))
    version = _VERSION.fullmatch(data["overlay"])
    if version is None:
        message = f"The overlay version {brief(data['overlay'])} is not supported"
        raise _error(document, "/overlay", message, "odcgen applies overlays of versions 1.0.x and 1.1.x.")
    _check(document, data["info"], "/info", _INFO, ("title", "version"))
    if not data["actions"]:
        raise _error(document, "/actions", "The overlay has no actions")
    is_10 = version[1] == "0"
    actions = tuple(
        _action(document, action, f"/actions/{i}", is_10) for i, action in enumerate(data["actions"])
    )
    return Overlay(document, is_10, actions)


def _action(document: Document, action: Any, pointer: str, is_10: bool) -> Action:
    if not is_object(action):
        raise _error(document, pointer, f"The action must be an object, not {type_name(action)}")
    _check(document, action, pointer, _ACTION, ("target",))
    remove = action.get("remove", False)
    if is_10 and "copy" in action:
        raise _error(document, f"{pointer}/copy", "Overlay 1.0 has no copy", "Write: overlay: 1.1.0")
    if not remove and "update" in action and "copy" in action:
        raise _error(document, pointer, "The action has both update and copy")
    return Action(
        pointer,
        action["target"],
        _parse(document, action["target"], f"{pointer}/target"),
        remove,
        remove or "update" in action or "copy" in action,
        action.get("update"),
        _parse(document, action["copy"], f"{pointer}/copy") if "copy" in action and not remove else None,
    )


def _parse(document: Document, query: str, pointer: str) -> Selector:
    try:
        return parse(query)
    except ValueError as error:
        hint = "Names with other characters than letters, digits and _ need brackets and quotes: $['a-b']."
        raise _error(document, pointer, f"{brief(query)} is not a JSONPath query: {error}", hint) from None


def _check(
    document: Document,
    value: dict[str, Any],
    pointer: str,
    fields: Mapping[str, type],
    required: tuple[str, ...],
) -> None:
    """Check that `value` has the required fields, and no others than `fields` and extensions."""
    for name in required:
        if name not in value:
            raise _error(document, f"{pointer}/{name}", f'The required field "{name}" is missing')
    for name, child in value.items():
        at = f"{pointer}/{escape(name)}"
        if name in fields:
            if not isinstance(child, fields[name]):
                raise _error(document, at, f'"{name}" must be {_TYPES[fields[name]]}, not {type_name(child)}')
        elif not name.startswith("x-"):
            raise _error(document, at, f"The field {brief(name)} is none of an overlay's")


def _error(document: Document, pointer: str, message: str, hint: str | None = None) -> OverlayError:
    return OverlayError(message, file=document.path, pointer=pointer, line=document.line(pointer), hint=hint)
