"""Which public names of a package are gone in a newer one."""

from __future__ import annotations

from attrs import frozen

from odcgen import ir
from odcgen.diff.python.surface import Class, Surface, surface


@frozen
class Gone:
    """What is going, by kind: APIs, methods, arguments of methods, classes, their fields and members.

    Attributes:
        methods: Such as `identity.users.list`.
        arguments: The method and the argument.
        classes: Such as `identity.User`.
        fields: The class and the field or member.
        apis: Such as `identity`.
        known: All classes of the old package, so that what is no field of ours is told apart.
        package: The name of the package, from which APIs are imported.
    """

    methods: frozenset[str] = frozenset()
    arguments: frozenset[tuple[str, str]] = frozenset()
    classes: frozenset[str] = frozenset()
    fields: frozenset[tuple[str, str]] = frozenset()
    apis: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    package: str = ""

    def __bool__(self) -> bool:
        """Tell whether anything is going."""
        return bool(self.methods or self.arguments or self.classes or self.fields or self.apis)


def gone_between(old: ir.Package, new: ir.Package) -> Gone:
    """Return what callers of the old package can name and callers of the new one cannot."""
    before, after = surface(old), surface(new)
    arguments = {
        (name, argument)
        for name, function in before.functions.items()
        if name in after.functions
        for argument in function.arguments.keys() - after.functions[name].arguments.keys()
    }
    return Gone(
        methods=frozenset(before.functions.keys() - after.functions.keys()),
        arguments=frozenset(arguments),
        classes=_classes(before) - _classes(after),
        fields=_fields(before, after),
        apis=frozenset(before.apis.keys() - after.apis.keys()),
        known=_classes(before),
        package=old.name,
    )


def _classes(one: Surface) -> frozenset[str]:
    return frozenset(one.classes.keys() | one.enums.keys())


def _fields(before: Surface, after: Surface) -> frozenset[tuple[str, str]]:
    """Return the fields and members that went from classes and enums that stay."""
    old, new = _members(before), _members(after)
    return frozenset(
        (name, member) for name, members in old.items() if name in new for member in members - new[name]
    )


def _members(one: Surface) -> dict[str, set[str]]:
    found = {name: _names(class_) for name, class_ in one.classes.items()}
    return found | {name: set(enum.members) for name, enum in one.enums.items()}


def _names(class_: Class) -> set[str]:
    return {*class_.attributes, *class_.arguments}
