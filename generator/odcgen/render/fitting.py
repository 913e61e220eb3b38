"""Which models a union looks into to tell which of its members a value is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from odcgen import ir

_DEEP: Final = 2
"""How many models below a member are looked into; the runtime looks no further."""


def fitted_models(api: ir.Api) -> frozenset[str]:
    """Return the keys of the models that are members of a union, or near below one."""
    models = {model.key: model for model in api.models}
    operations = [operation for resource in api.resources for operation in resource.operations]
    types = [*(type_ for one in operations for type_ in one.types), *_inside(models.values())]
    unions = {union for type_ in types for union in ir.unions(type_)}
    level = {key for union in unions for key in ir.references(union)} & models.keys()
    found = set(level)
    for _ in range(_DEEP):
        below = {key for type_ in _inside(models[key] for key in level) for key in ir.references(type_)}
        level = (below & models.keys()) - found
        found |= level
    return frozenset(found)


def _inside(models: Iterable[ir.Model]) -> list[ir.Type]:
    return [type_ for model in models for type_ in model.types]
