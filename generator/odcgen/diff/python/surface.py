"""What callers of a generated package can see: its signatures, classes and enums by their public names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from attrs import field, frozen

from odcgen import ir

from .types import NONE, UNSET, Annotation, Annotations


@frozen
class Argument:
    """One argument of a method or of a class."""

    name: str
    type: Annotation
    required: bool
    default: Annotation = frozenset()
    """The part of the type that only says that nothing is given."""


_NEVER: Final[Annotation] = frozenset()
_ABSENT: Final[dict[str, Annotation]] = {"none": frozenset({NONE}), "unset": frozenset({UNSET})}


@frozen(kw_only=True)
class Entry:
    """A public name: the operation it belongs to, as `GET /users`, and its place in the document."""

    operation: str = ""
    pointer: str = ""


@frozen(kw_only=True)
class Function(Entry):
    """A method: what it takes by position or name, what by name only, and what it returns."""

    positional: tuple[Argument, ...]
    keywords: dict[str, Argument]
    returns: Annotation
    deprecated: bool = False

    @property
    def arguments(self) -> dict[str, Argument]:
        """All arguments by name."""
        return _by_name(self.positional) | self.keywords


@frozen(kw_only=True)
class Class(Entry):
    """A model: its attributes if it is received, and its arguments if callers make instances to send."""

    attributes: dict[str, Annotation]
    arguments: dict[str, Argument]


@frozen(kw_only=True)
class EnumClass(Entry):
    """An enum: its members."""

    members: tuple[str, ...]


@frozen
class Surface:
    """The public names of a package, such as `identity.users.list` and `identity.User`."""

    apis: dict[str, Entry] = field(factory=dict[str, Entry])
    resources: dict[str, Entry] = field(factory=dict[str, Entry])
    functions: dict[str, Function] = field(factory=dict[str, Function])
    classes: dict[str, Class] = field(factory=dict[str, Class])
    enums: dict[str, EnumClass] = field(factory=dict[str, EnumClass])


def surface(package: ir.Package) -> Surface:
    """Return what callers of a package can see."""
    found = Surface()
    for api in package.apis:
        annotations = Annotations(api)
        found.apis[api.name] = Entry()
        for model in api.models:
            found.classes[f"{api.name}.{model.name}"] = _class(model, annotations)
        for enum in api.enums:
            members = tuple(member.name for member in enum.members)
            found.enums[f"{api.name}.{enum.name}"] = EnumClass(pointer=enum.pointer, members=members)
        found.resources.update((f"{api.name}.{resource.name}", Entry()) for resource in api.resources)
        for resource, operation, signature in api.methods():
            name = f"{api.name}.{resource.name}.{signature.name}"
            found.functions[name] = _function(operation, signature, annotations)
    return found


def _function(operation: ir.Operation, signature: ir.Signature, annotations: Annotations) -> Function:
    return Function(
        operation=f"{operation.method.upper()} {operation.path.text}",
        pointer=operation.pointer,
        positional=tuple(_argument(one, annotations.taken(one)) for one in signature.positional),
        keywords=_by_name(_argument(one, annotations.taken(one)) for one in signature.keywords),
        returns=annotations.returned(signature),
        deprecated=operation.deprecated and signature.role == "call",
    )


def _class(model: ir.Model, annotations: Annotations) -> Class:
    """Return a model as its direction lets it be read and made."""
    read, sent = model.direction is not ir.Direction.REQUEST, model.direction is not ir.Direction.RESPONSE
    arguments: list[Argument] = []
    for one in ir.members(model):
        type_ = annotations.kept(one) if read else annotations.taken(one)
        arguments.append(_argument(one, type_))
    return Class(
        pointer=model.pointer,
        attributes={one.name: one.type for one in arguments} if read else {},
        arguments=_by_name(arguments) if sent else {},
    )


def _argument(argument: ir.Argument, type_: Annotation) -> Argument:
    default = argument.default
    absent = _ABSENT.get(default.kind, _NEVER) if default else _NEVER
    return Argument(argument.name, type_ | absent, argument.required, absent)


def _by_name(arguments: Iterable[Argument]) -> dict[str, Argument]:
    return {argument.name: argument for argument in arguments}
