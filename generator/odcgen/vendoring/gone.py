"""Which public names of a package are gone in a newer one."""

from __future__ import annotations

from odcgen import ir
from odcgen.diff.python.surface import Class, surface

from .callers import Gone


def gone_between(old: ir.Package, new: ir.Package) -> Gone:
    """Return what callers of the old package can name and callers of the new one cannot."""
    before, after = surface(old), surface(new)
    methods = frozenset(before.functions.keys() - after.functions.keys())
    classes = (
        frozenset(before.classes.keys() | before.enums.keys()) - after.classes.keys() - after.enums.keys()
    )
    arguments = {
        (name, argument)
        for name, function in before.functions.items()
        if name in after.functions
        for argument in function.arguments.keys() - after.functions[name].arguments.keys()
    }
    fields = {
        (name, field)
        for name, class_ in before.classes.items()
        if name in after.classes
        for field in _fields(class_) - _fields(after.classes[name])
    }
    fields |= {
        (name, member)
        for name, enum in before.enums.items()
        if name in after.enums
        for member in set(enum.members) - set(after.enums[name].members)
    }
    return Gone(methods, frozenset(arguments), classes, frozenset(fields))


def _fields(class_: Class) -> set[str]:
    return {*class_.attributes, *class_.arguments}
