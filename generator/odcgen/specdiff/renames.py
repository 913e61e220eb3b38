"""Component schemas that kept their meaning under another name, and those that are gone."""

from __future__ import annotations

from collections.abc import Iterator

from .names import compare_names
from .places import Reader
from .report import Finding, renamed, wire
from .schemas import SchemaComparison

_SCHEMAS = ("components", "schemas")


def schema_names(old: Reader, new: Reader, schemas: SchemaComparison) -> Iterator[Finding]:
    """Yield the component schemas that were renamed or removed, once all operations have been compared."""
    before, after = (reader.root.child(*_SCHEMAS).children() for reader in (old, new))
    gone, come, _ = compare_names(before, after)
    partners: dict[str, str] = {}
    for is_partner in (schemas.stand_for_each_other, schemas.same):
        by_shape: dict[object, list[str]] = {}
        for name in come:
            if name not in partners.values():
                by_shape.setdefault(schemas.shape(after[name], 1), []).append(name)
        for name in gone:
            for candidate in by_shape.get(schemas.shape(before[name], 0), ()):
                taken = name in partners or candidate in partners.values()
                if not taken and is_partner(before[name], after[candidate]):
                    partners[name] = candidate
    for name, partner in partners.items():
        yield renamed("schema-renamed", "", after[partner].pointer, f"schema {name} is now {partner}")
    for name in gone:
        if name not in partners:
            yield wire("api-schema-removed", "", before[name].pointer, f"schema {name} removed")
