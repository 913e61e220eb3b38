"""What types reach: the models and enums that they name, through any number of models."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from .nodes import Model
from .types import Type, references


def reached(types: Iterable[Type], model_of: Callable[[str], Model | None]) -> set[str]:
    """Return the keys of all models and enums that types name, directly or through models.

    Args:
        types: where to start.
        model_of: gives the model of a key, or None for an enum.
    """
    seen: set[str] = set()
    stack = [key for type_ in types for key in references(type_)]
    while stack:
        key = stack.pop()
        if key not in seen:
            seen.add(key)
            if (model := model_of(key)) is not None:
                stack.extend(inner for type_ in model.types for inner in references(type_))
    return seen
