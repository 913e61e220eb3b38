"""The actions of an overlay, one after the other, on a copy of a document."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from odcgen.documents.budget import Budget
from odcgen.errors import OverlayError, OverlayErrors
from odcgen.kit.json_value import as_object, copy_value, count_values

from .jsonpath import Selector
from .merging import IncompatibleError, remove, update
from .reading import Action, Overlay, load_overlay


def apply(
    data: dict[str, Any],
    overlay: Overlay,
    *,
    unmatched: list[OverlayError] | None = None,
    budget: Budget | None = None,
) -> dict[str, Any]:
    """A copy of `data` with the actions applied in order.

    The specification lets an action match nothing. Here that is an error, which names every such action, or
    it is left to the caller who gives a list for these errors as `unmatched`.

    Raises:
        LimitError: if the actions add more values than the budget has.
    """
    budget = budget or Budget(file=overlay.document.path)
    result: dict[str, Any] = copy_value(data)
    missed = [
        overlay.error(action.pointer, f"The target {action.target} matches nothing", _advice(action))
        for action in overlay.actions
        if not _apply(result, overlay, action, budget)
    ]
    if unmatched is not None:
        unmatched.extend(missed)
    elif len(missed) > 1:
        raise OverlayErrors(missed)
    elif missed:
        raise missed[0]
    return result


def apply_all(
    data: dict[str, Any],
    paths: Sequence[Path],
    texts: Sequence[bytes],
    *,
    lenient: bool,
    budget: Budget | None = None,
) -> tuple[dict[str, Any], list[str]]:
    """A copy of `data` with overlay files applied in order, and if `lenient`, what matched nothing."""
    unmatched: list[OverlayError] = []
    for path, text in zip(paths, texts, strict=True):
        overlay = load_overlay(path, text)
        data = apply(data, overlay, unmatched=unmatched if lenient else None, budget=budget)
    return data, [f"stale overlay: {error}" for error in unmatched]


def _apply(data: dict[str, Any], overlay: Overlay, action: Action, budget: Budget) -> bool:
    """Apply one action; whether its target matched."""
    try:
        budget.look_at_clock(action.pointer)
        matches = action.select(data)
        if not matches or not action.changes:
            return bool(matches)
        if action.remove:
            remove(matches, is_10=overlay.is_10)
        else:
            value = action.update if action.source is None else _single(action.source, data)
            _pay(budget, action, len(matches), value)
            update(matches, value, is_10=overlay.is_10)
    except IncompatibleError as error:
        at = "copy" if action.source else "remove" if action.remove else "update"
        raise overlay.error(f"{action.pointer}/{at}{error.pointer}", error.message) from None
    except ValueError as error:
        raise overlay.error(f"{action.pointer}/target", f"The query fails: {error}") from None
    return True


def _pay(budget: Budget, action: Action, matches: int, value: Any) -> None:
    """Take what an update adds to each match before it is added: a few `copy` double a document often."""
    values, characters = count_values(value)
    budget.spend("values", matches * values, action.pointer)
    budget.spend("characters", matches * characters, action.pointer)


def _advice(action: Action) -> str | None:
    """Return what to do about an action that names an operation which is gone, so that its callers break."""
    name = as_object(action.update).get("x-odcgen-name")
    if not isinstance(name, str) or "." not in name:
        return None
    return f"The operation is gone: look for `.{name}(` in your code, then remove the action."


def _single(source: Selector, data: dict[str, Any]) -> Any:
    matches = source(data)
    if len(matches) != 1:
        raise IncompatibleError(f"The query of copy must select one value, but it selects {len(matches)}")
    return copy_value(matches[0].value)
