"""The sandbox of templates: what they can reach, how long they may run, and what a missing name says."""

from __future__ import annotations

import builtins
from collections.abc import Iterable, Iterator
from typing import Any, cast

from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing

from odcgen import ir
from odcgen.errors import RenderError
from odcgen.kit.suggest import nearest

from .tokens import HINT, UNESCAPED, guard

MOST_STEPS = 2_000_000
"""Turns of all loops that one output may take; the largest known document needs 300,000."""
_MOST_REPEATED = 100_000
OURS = ("odcgen.ir", "odcgen.render")
# The attributes of IR nodes whose text is odcgen's own: Python names, HTTP methods, words of fixed lists.
# Every other string of a node comes from a document, or may.
WORDS = frozenset(
    [
        "name",
        "class_name",
        "client",
        "http",
        "method",
        "resource",
        "kind",
        "place",
        "role",
        "form",
        "location",
        "credentials",
        "given",
        "prefix",
        "problem",
        "direction",
        "module",
        "prefixes",
    ]
)


class Missing(StrictUndefined):
    """What stands for a name or an attribute that is not there: any use of it is an error."""

    @property
    def _undefined_message(self) -> str:
        name = str(self._undefined_name)
        if self._undefined_obj is missing:
            return f"there is no {name!r}"
        owner, known = self._undefined_obj, public_attributes(self._undefined_obj)
        near = nearest(name, known, likeness=0.5)
        kind = type(cast("object", owner)).__name__
        return f"{kind} has no {name!r}" + (f"; did you mean {near!r}?" if near else "")


def public_attributes(node: object) -> list[str]:
    """Return the names that a template can ask an object for."""
    return [name for name in dir(node) if not name.startswith("_")]


class Sandbox(ImmutableSandboxedEnvironment):
    """A Jinja environment in which text of a document is a `SpecText` or a token, and nothing else."""

    def __init__(self, **options: Any) -> None:
        """Take the options of a Jinja environment."""
        super().__init__(undefined=Missing, **options)
        self.steps = 0
        self.intercepted_binops = frozenset({"*", "**", "%"})

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Tell whether a template may read an attribute: none of a `SpecText`, no private one."""
        if isinstance(obj, ir.SpecText):
            raise RenderError(UNESCAPED, hint=HINT)
        return super().is_safe_attribute(obj, attr, value)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return an attribute as a template may have it.

        What odcgen's own nodes and views show needs no look at whether it is safe: they are plain data.
        """
        if (
            not attribute.startswith("_")
            and type(obj).__module__.startswith(OURS)
            and type(obj) is not ir.SpecText
        ):
            try:
                return self._admit(obj, attribute, builtins.getattr(obj, attribute))
            except AttributeError:
                return self.undefined(obj=obj, name=attribute)
        return self._admit(obj, attribute, super().getattr(obj, attribute))

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return an item, or an attribute by this name, as a template may have it."""
        return self._admit(obj, argument, super().getitem(obj, argument))

    def call(self, __context: Any, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        """Call what a template calls."""
        return guard(super().call(__context, __obj, *args, **kwargs))

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Refuse the operations that make much of little; text is formatted as `|format` does it."""
        if operator == "**" and abs(right) > 64:
            raise SecurityError("a power of more than 64 is refused")
        if operator == "*" and not (isinstance(left, int | float) and isinstance(right, int | float)):
            times, thing = (left, right) if isinstance(left, int) else (right, left)
            if isinstance(times, int) and times * len(cast("str", thing)) > _MOST_REPEATED:
                raise SecurityError("text of this length is not repeated so often")
        return guard(super().call_binop(context, operator, left, right))

    def counted(self, items: Iterable[Any]) -> Iterator[Any]:
        """Yield the items of a loop and count them."""
        for item in items:
            self.steps += 1
            if self.steps > MOST_STEPS:
                raise SecurityError(f"the template takes more than {MOST_STEPS:,} turns in its loops")
            yield guard(item)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for loop in tree.find_all(nodes.For):
            if not loop.recursive:
                counted = nodes.EnvironmentAttribute("counted", lineno=loop.lineno)
                loop.iter = nodes.Call(counted, [loop.iter], [], None, None, lineno=loop.lineno)
        return tree

    @staticmethod
    def _admit(obj: Any, name: Any, value: Any) -> Any:
        """Wrap what comes from a document and is no `SpecText` yet, such as pointers and hints."""
        if type(obj).__module__.startswith("odcgen.ir"):
            if type(value) is str:
                return _worded(name, value)
            if type(value) is tuple:
                items = cast("tuple[object, ...]", value)
                return tuple(_worded(name, item) if type(item) is str else item for item in items)
        return guard(value)


def _worded(name: Any, value: str) -> str | ir.SpecText:
    """Return a string of a node as a template may have it: as it is only where it is odcgen's own."""
    return value if name in WORDS and (value.isidentifier() or not value) else ir.SpecText(value)


__all__ = ["MOST_STEPS", "WORDS", "Missing", "Sandbox", "UndefinedError", "public_attributes"]
