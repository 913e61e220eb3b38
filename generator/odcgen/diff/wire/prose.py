"""What only a reader notices: descriptions, examples, extensions; told without quoting any of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from odcgen.diff.report import Finding, wire
from odcgen.documents.pointer import escape
from odcgen.documents.walk import METHODS
from odcgen.kit.json_value import as_object, is_array, is_object

from .lifecycle import SUNSETS

_PROSE: Final = frozenset(
    {
        "$comment",
        "contact",
        "description",
        "example",
        "examples",
        "externalDocs",
        "license",
        "openapi",
        "summary",
        "termsOfService",
        "title",
        "version",
    }
)
_NAMED_MAPS: Final = frozenset(
    {
        "callbacks",
        "content",
        "dependentSchemas",
        "encoding",
        "headers",
        "mapping",
        "parameters",
        "paths",
        "patternProperties",
        "properties",
        "requestBodies",
        "responses",
        "schemas",
        "scopes",
        "securitySchemes",
        "variables",
        "webhooks",
    }
)
"""Objects whose keys are names and not keywords: a property may be called `description`."""
PERMISSIONS: Final = ("x-os-permissions", "x-odcgen-permissions")
"""Where OutSystems' documents, and those distilled from them, say what a caller must be permitted."""
_READ: Final = frozenset({"x-extensible-enum", *SUNSETS, *PERMISSIONS})


def documentation(old: Any, new: Any) -> Iterator[Finding]:
    """Yield one finding for each operation, component or part of the document whose prose changed."""
    owners: dict[tuple[str, str], set[str]] = {}
    for keys, keyword in _changed(old, new):
        owners.setdefault(_owner(keys), set()).add(keyword)
    for (label, pointer), keywords in owners.items():
        yield wire("documentation-changed", label, pointer, f"{', '.join(sorted(keywords))} changed")


def without_prose(node: Any, *, names: bool = False) -> Any:
    """Return a node without what only a reader notices."""
    if is_array(node):
        return [without_prose(item) for item in node]
    if not is_object(node):
        return node
    return {
        key: without_prose(value, names=not names and key in _NAMED_MAPS)
        for key, value in as_object(node).items()
        if names or not _is_prose(key)
    }


def _changed(old: Any, new: Any) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield where, and under which keyword, prose differs between two nodes of one kind."""
    work: list[tuple[Any, Any, tuple[str, ...], bool]] = [(old, new, (), False)]
    while work:
        before, after, keys, names = work.pop()
        if before == after:
            continue
        if is_array(before) and is_array(after):
            pairs = zip(before, after, strict=False)
            work += ((one, other, (*keys, str(index)), False) for index, (one, other) in enumerate(pairs))
        elif is_object(before) and is_object(after):
            one, other = as_object(before), as_object(after)
            for key in sorted(one.keys() | other.keys()):
                if not names and _is_prose(key):
                    if one.get(key) != other.get(key):
                        yield keys, key
                elif key in one and key in other:
                    work.append((one[key], other[key], (*keys, key), not names and key in _NAMED_MAPS))


def _is_prose(keyword: str) -> bool:
    return keyword in _PROSE or (keyword.startswith("x-") and keyword not in _READ)


def _owner(keys: tuple[str, ...]) -> tuple[str, str]:
    """Return the operation's label, if it is one, and the pointer of what the prose belongs to."""
    match keys:
        case ("paths", path, method, *_) if method in METHODS:
            return f"{method.upper()} {path}", _pointer(keys[:3])
        case _:
            pass
    return "", _pointer(keys[: 3 if keys[:1] == ("components",) else 1])


def _pointer(keys: tuple[str, ...]) -> str:
    return "".join(f"/{escape(key)}" for key in keys)
