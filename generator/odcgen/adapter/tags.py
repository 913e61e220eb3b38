"""Which property of an object tells the model that it is, and by which values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from odcgen import ir
from odcgen.kit.json_value import Json, as_object

from .facts import constant, is_enum
from .library import Schema
from .reading import Reader

_Tags = tuple[tuple[ir.SpecText | int, str], ...]
_NONE: tuple[None, _Tags] = (None, ())


class Tags:
    """Finds the tags of unions of models."""

    def __init__(self, reader: Reader) -> None:
        """Bind to the document that the models are in."""
        self._reader = reader

    def of_union(self, union: Schema, models: list[str]) -> tuple[ir.SpecText | None, _Tags]:
        """Return the property that names the member of a union, and the model of each value.

        A discriminator says it: by its mapping, by what each model allows there, by the names of the models.
        Without one it is a property for which each model allows one value of its own.
        """
        if len(models) < 2:
            return _NONE
        if (discriminator := union.discriminator) is None:
            return self._found(models)
        mapping = {
            tag.get_untrusted_value(): target.get_untrusted_value()
            for tag, target in (discriminator.mapping or {}).items()
        }
        return self._said(discriminator.propertyName.get_untrusted_value(), mapping, models)

    def of_heirs(self, family: Json, models: list[str]) -> tuple[ir.SpecText | None, _Tags]:
        """Return the same for a model and those that extend it, given its discriminator as it is written."""
        mapping = {tag: str(target) for tag, target in as_object(family.get("mapping")).items()}
        return self._said(str(family["propertyName"]), mapping, models)

    def _said(
        self, name: str, mapping: Mapping[str, str], models: list[str]
    ) -> tuple[ir.SpecText | None, _Tags]:
        tags: dict[Any, str] = {}
        for tag, target in mapping.items():
            key = self._reader.key_of(_as_reference(target))
            if key in models:
                tags[tag] = key
        allowed = {key: self._allowed(key, name) for key in models}
        for key, values in allowed.items():
            others = {other for one, found in allowed.items() if one != key for other in found}
            for value in values:
                if value not in others:
                    tags.setdefault(value, key)
        for key in models:
            tags.setdefault(key, key)
        return ir.SpecText(name), tuple((_as_tag(tag), key) for tag, key in tags.items())

    def _found(self, models: list[str]) -> tuple[ir.SpecText | None, _Tags]:
        for name in self._properties(models[0]):
            allowed = [self._allowed(key, name) for key in models]
            values = [found[0] for found in allowed if len(found) == 1]
            if len(set(map(repr, values))) == len(models):
                tags = zip(values, models, strict=True)
                return ir.SpecText(name), tuple((_as_tag(value), key) for value, key in tags)
        return _NONE

    def _properties(self, key: str) -> Iterable[str]:
        schema = self._reader.component(key)
        return [name.get_untrusted_value() for name in schema.properties or ()]

    def _allowed(self, key: str, name: str) -> list[Any]:
        """Return the values that a model lists for a property; none where it does not list them."""
        for own, child in (self._reader.component(key).properties or {}).items():
            if own.get_untrusted_value() == name:
                return _listed(self._reader.resolve(child))
        return []


def _listed(schema: Schema) -> list[Any]:
    if (value := constant(schema)) is not None:
        return [value]
    return list(dict.fromkeys(schema.enum or ())) if is_enum(schema) else []


def _as_tag(value: str | int) -> ir.SpecText | int:
    return ir.SpecText(value) if isinstance(value, str) else value


def _as_reference(target: str) -> str:
    """A discriminator may name a schema without the way to it."""
    return target if "/" in target else f"#/components/schemas/{target}"
