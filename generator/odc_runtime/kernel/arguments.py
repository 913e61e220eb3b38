"""Keyword arguments that there are none of: a misspelt name must not vanish among the options."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["NoArguments", "accept"]

_NONE: frozenset[str] = frozenset()


class NoArguments(TypedDict):
    """The type of keyword arguments of which there are none, for a type checker."""


def accept(given: Mapping[str, Any], options: frozenset[str] = _NONE, *, depth: int = 2) -> None:
    """Refuse what a function got by name beyond its parameters and is none of its options.

    Args:
        given: What it got.
        options: The names that are good.
        depth: How many calls up the function is, whose parameters are looked at for the nearest name.

    Raises:
        TypeError: As Python words it; it names the first of the others and the nearest name there is.
    """
    if given.keys() <= options:
        return
    from difflib import get_close_matches

    code = sys._getframe(depth).f_code  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] - inspect does so too
    own = code.co_varnames[1 : code.co_argcount + code.co_kwonlyargcount]
    name = next(name for name in given if name not in options)
    near = get_close_matches(name, [*own, *sorted(options)], 1, 0.5)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    raise TypeError(f"{code.co_qualname}() got an unexpected keyword argument {name!r}{hint}")
