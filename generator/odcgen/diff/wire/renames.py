"""Component schemas that kept their meaning under another name, and those that are gone."""

from __future__ import annotations

from collections.abc import Iterator

from odcgen.diff.names import compare_names
from odcgen.diff.report import Finding, renamed, wire

from .places import Place, Reader
from .schemas import SchemaComparison

_SCHEMAS = ("components", "schemas")


def schema_names(old: Reader, new: Reader, schemas: SchemaComparison) -> Iterator[Finding]:
    """Yield the component schemas that were renamed or removed, once all operations have been compared."""
    before, after = (reader.root.child(*_SCHEMAS).children() for reader in (old, new))
    names = compare_names(before, after)
    gone = {name: before[name] for name in names.removed}
    come = {name: after[name] for name in names.added}
    for name, partner, place in _partners(gone, come, schemas):
        yield renamed("schema-renamed", "", place.pointer, f"schema {name} is now {partner}")
    for name, place in gone.items():
        yield wire("api-schema-removed", "", place.pointer, f"schema {name} removed")


def _partners(
    gone: dict[str, Place], come: dict[str, Place], schemas: SchemaComparison
) -> Iterator[tuple[str, str, Place]]:
    """Take out of both sides what stands where the other stood, then what is equal, as (old, new, place)."""
    for name, partner in sorted(schemas.met_names()):
        if name in gone and partner in come and schemas.alike(gone[name], come[partner]):
            del gone[name]
            yield name, partner, come.pop(partner)
    by_shape: dict[object, list[str]] = {}
    for name, place in come.items():
        by_shape.setdefault(schemas.shape(place, 1), []).append(name)
    for name, place in list(gone.items()):
        candidates = by_shape.get(schemas.shape(place, 0), ())
        equal = (one for one in candidates if one in come and schemas.same(place, come[one]))
        if (found := next(equal, None)) is not None:
            del gone[name]
            yield name, found, come.pop(found)
