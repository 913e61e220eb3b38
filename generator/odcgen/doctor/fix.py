"""The overlay that mends a document: what repairs would do, written down, and what is left to a person."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import frozen

from odcgen.documents.document import Document
from odcgen.documents.json_path import json_path, step
from odcgen.errors import DocumentError
from odcgen.kit.json_value import Json, copy_value, is_array, is_object
from odcgen.reading import read_any
from odcgen.repairs import REPAIRS, mend
from odcgen.validate import find_errors

_UNPRINTED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
_HEAD = """\
# Corrects {name}, as an overlay of its table in odcgen.toml; read it before you use it.
overlay: 1.1.0
info:
  title: {title}
  version: "1"
actions:
"""


@frozen
class Fix:
    """What mends one document."""

    overlay: str
    """The text of the overlay, empty if there is nothing to mend."""
    mended: tuple[str, ...]
    """A sentence for each thing that the overlay mends."""
    left: tuple[DocumentError, ...]
    """What it has a place for only: what is meant has to be said by somebody."""


def fix(path: Path) -> Fix:
    """Return the overlay that mends the document in a file, which is not changed.

    Raises:
        OdcgenError: if it cannot be read at all.
    """
    return fix_document(read_any(path)[0])


def fix_document(document: Document) -> Fix:
    """Return the overlay that mends a document, whose data are repaired in place."""
    before, name = copy_value(document.data), Path(document.path).name
    left, mended = mend(document, find_errors, REPAIRS)
    actions = [*changes(before, document.data), *map(_open(document.data), left)]
    text = _HEAD.format(name=name, title=_yaml(f"Corrections of {name}"))
    overlay = text + "".join(map(_action, actions)) if actions else ""
    return Fix(overlay, tuple(mended), tuple(left))


def changes(before: Any, after: Any, at: str = "$") -> list[Json]:
    """Return the actions of an overlay that make one object of another."""
    found: list[Json] = []
    added: Json = {}
    for name in [*before, *(name for name in after if name not in before)]:
        if name not in after:
            found.append({"target": at + step(name), "remove": True})
        elif name not in before:
            added[name] = after[name]
        elif not _same(before[name], after[name]):
            inner = _within(before[name], after[name], at + step(name))
            if inner is None:
                found.append({"target": at + step(name), "remove": True})
                added[name] = after[name]
            else:
                found += inner
    return [*found, {"target": at, "update": added}] if added else found


def _within(before: Any, after: Any, at: str) -> list[Json] | None:
    """Return the actions that change a value where it stands, or None if it has to be replaced."""
    if is_object(before) and is_object(after):
        return changes(before, after, at)
    if is_array(before) and is_array(after):
        return _in_array(before, after, at)
    if any(is_object(value) or is_array(value) for value in (before, after)):
        return None
    return [{"target": at, "update": after}]


def _in_array(before: list[Any], after: list[Any], at: str) -> list[Json] | None:
    found: list[Json] = []
    if len(after) < len(before):
        return None
    for index, (old, new) in enumerate(zip(before, after, strict=False)):
        if not _same(old, new):
            inner = _within(old, new, f"{at}[{index}]")
            if inner is None:
                return None
            found += inner
    more = after[len(before) :]
    return [*found, {"target": at, "update": more}] if more else found


def _same(left: Any, right: Any) -> bool:
    """Tell whether two values are the same JSON: `1` is neither `true` nor `1.0`."""
    if is_object(left) and is_object(right):
        return left.keys() == right.keys() and all(_same(left[name], right[name]) for name in left)
    if is_array(left) and is_array(right):
        return len(left) == len(right) and all(map(_same, left, right))
    return type(left) is type(right) and left == right


def _open(data: Json) -> Any:
    def action(error: DocumentError) -> Json:
        says = f"To do, it changes nothing yet: {error.message} ({error.where})"
        return {"target": json_path(data, error.pointer or ""), "description": says}

    return action


def _action(action: Json) -> str:
    return "".join(_lines(action))


def _lines(action: Json) -> Iterator[str]:
    before = "  - "
    for name, value in action.items():
        yield f"{before}{name}: {_yaml(value)}\n"
        before = "    "


def _yaml(value: Any) -> str:
    """Write a value as JSON, which is YAML too where nothing stands in it that YAML does not print."""
    text = json.dumps(value, ensure_ascii=False)
    return _UNPRINTED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
