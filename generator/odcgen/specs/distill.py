"""From an upstream OpenAPI document to our own record of the same interface facts.

The record is canonical: two documents that differ only in prose, or in the order of JSON members, give the
same bytes. Objects are written in the order of their shape, maps by name (in `properties` identifiers come
first, in `content` JSON does). Lists keep their order, because that of parameters, enum values, servers and
`allOf` parts is interface; `required` is a set, and sorted.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Any, cast

from odcgen.documents.prose import find_permissions, find_removal
from odcgen.errors import DocumentError

from .shapes import PROSE, SHAPES

_OWN = "x-odcgen-"
_KEPT_EXTENSIONS = ("x-enum-varnames",)
_FIRST_PROPERTIES = ("key", "id", "name")
_FIRST_MEDIA_TYPES = ("application/json",)
# RFC 9110 renamed these four; which name `http` knows depends on the version of Python.
_RENAMED = {
    413: "Content Too Large",
    414: "URI Too Long",
    416: "Range Not Satisfiable",
    422: "Unprocessable Content",
}
_KINDS: dict[type[Any], str] = {dict: "an object", list: "a list", str: "a string"}
_PATCH_VERSIONS = {"3.0": "3.0.3", "3.1": "3.1.0"}


def distill(data: dict[str, Any], *, keep_prose: bool = False) -> dict[str, Any]:
    """Return the interface facts of an OpenAPI document in canonical order.

    Permission names that stand in prose become `x-odcgen-permissions` of their operation, the date on which
    something deprecated is to go `x-odcgen-removal`. Distilling a distilled document changes nothing.

    Args:
        data: the document, as parsed; it is not changed.
        keep_prose: keep titles, descriptions and examples, for those who may use the original's text.

    Raises:
        DocumentError: if an object stands where the specification wants a list, or the nesting is absurd.
    """
    try:
        facts: dict[str, Any] = _Distiller(keep_prose).node("document", data, "")
    except RecursionError:
        raise DocumentError("The document nests too deeply to be read") from None
    return facts


def dump(data: dict[str, Any]) -> str:
    """Return a document as the text that is committed: JSON in the given order, with a newline at the end."""
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


class _Distiller:
    """Walks a document along its shapes."""

    def __init__(self, keep_prose: bool) -> None:
        self._keep_prose = keep_prose

    def node(self, shape: str, value: Any, pointer: str) -> Any:
        """Return the facts of what stands at a place where `shape` is expected."""
        if shape == "fact":
            return _ordered(value)
        if shape == "names":
            return sorted({_expect(str, name, pointer) for name in _expect(list, value, pointer)})
        if shape == "scope":
            return value if self._keep_prose else ""
        if shape == "openapi version":
            return _without_patch(value)
        if shape.startswith("["):
            items = enumerate(_expect(list, value, pointer))
            return [self.node(shape[1:-1], item, f"{pointer}/{index}") for index, item in items]
        if shape.startswith("{"):
            return self._map(shape[1:-1], _expect(dict, value, pointer), pointer)
        if shape == "schema" and isinstance(value, bool):
            return value
        return self._object(shape, _expect(dict, value, pointer), pointer)

    def _map(self, shape: str, value: dict[str, Any], pointer: str) -> dict[str, Any]:
        names = sorted(value, key=_rank(pointer.rpartition("/")[2]))
        return {name: self.node(shape, value[name], f"{pointer}/{_escape(name)}") for name in names}

    def _object(self, shape: str, value: dict[str, Any], pointer: str) -> dict[str, Any]:
        fields = SHAPES[shape]
        result = self._prose(shape, value, pointer)
        for name in fields:
            if name in value:
                result[name] = self.node(fields[name], value[name], f"{pointer}/{name}")
        if "*" in fields:
            for name in sorted(value):
                if not name.startswith("x-"):
                    result[name] = self.node(fields["*"], value[name], f"{pointer}/{_escape(name)}")
        result |= {name: _ordered(value[name]) for name in sorted(value) if _is_kept_extension(name)}
        return result | _stated(shape, value, result)

    def _prose(self, shape: str, value: dict[str, Any], pointer: str) -> dict[str, Any]:
        kept: dict[str, Any] = {}
        if self._keep_prose:
            kept = {name: _ordered(value[name]) for name in PROSE if name in value}
        if shape == "response" and "$ref" not in value and "description" not in kept:
            kept["description"] = _reason(pointer.rpartition("/")[2])
        return kept


def _stated(shape: str, value: dict[str, Any], facts: dict[str, Any]) -> dict[str, Any]:
    """Return what an object says about itself in sentences only, unless our own extensions say it already."""
    prose = [value.get("x-os-permissions"), value.get("description"), value.get("summary")]
    stated: dict[str, Any] = {}
    if shape == "operation" and (permissions := find_permissions(prose)):
        stated[_OWN + "permissions"] = permissions
    if facts.get("deprecated") is True and (removal := find_removal(prose)):
        stated[_OWN + "removal"] = removal
    return {name: stated[name] for name in stated if name not in facts}


def _expect(kind: type[Any], value: Any, pointer: str) -> Any:
    if not isinstance(value, kind):
        raise DocumentError(f"Expected {_KINDS[kind]} here, not {value!r:.60}", pointer=pointer)
    return value


def _rank(kind: str) -> Callable[[str], tuple[int, str]]:
    """Return the sort key of the names in a map of this kind."""
    first = {"properties": _FIRST_PROPERTIES, "content": _FIRST_MEDIA_TYPES}.get(kind, ())
    return lambda name: (first.index(name) if name in first else len(first), name)


def _ordered(value: Any) -> Any:
    """Return a fact with the members of its objects sorted."""
    if isinstance(value, dict):
        members = cast("dict[str, Any]", value)
        return {name: _ordered(members[name]) for name in sorted(members)}
    if isinstance(value, list):
        return [_ordered(item) for item in cast("Iterable[Any]", value)]
    return value


def _is_kept_extension(name: str) -> bool:
    return name.startswith(_OWN) or name in _KEPT_EXTENSIONS


def _reason(status: str) -> str:
    """Return the standard reason phrase of a status; OpenAPI wants a description of every response."""
    try:
        code = int(status)
        return _RENAMED.get(code) or HTTPStatus(code).phrase
    except ValueError:
        return "Default" if status == "default" else "Response"


def _without_patch(version: Any) -> Any:
    """Return the same version for all patches of one, as a patch changes no document's meaning."""
    return _PATCH_VERSIONS.get(str(version).rpartition(".")[0], version)


def _escape(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")
