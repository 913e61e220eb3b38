"""What callers of a generated package can see: methods, classes and enums with their public names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from attrs import evolve, field, frozen

from odcgen import ir

from .types import BYTES, FILE_PART, NONE, NOTHING, UNSET, Alternative, Annotation, Annotations


@frozen
class Argument:
    """One argument of a method or of a class."""

    name: str
    type: Annotation
    required: bool
    default: Annotation = frozenset()
    """The part of the type that only says that nothing is given."""


_WAITING: Final = (
    Argument("timeout", frozenset({Alternative("float")}), required=False),
    Argument("on_progress", frozenset({Alternative("Callable"), NONE}), required=False),
)
"""What a method that polls takes besides."""
# What stands for a field that is not there.
_ABSENT: Final = {
    ir.Direction.RESPONSE: frozenset({NONE}),
    ir.Direction.REQUEST: frozenset({UNSET}),
    ir.Direction.BOTH: frozenset({NONE, UNSET}),
}


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
        models = {model.key: model for model in api.models}
        found.apis[api.name] = Entry()
        for model in api.models:
            found.classes[f"{api.name}.{model.name}"] = _class(model, annotations)
        for enum in api.enums:
            members = tuple(member.name for member in enum.members)
            found.enums[f"{api.name}.{enum.name}"] = EnumClass(pointer=enum.pointer, members=members)
        for resource in api.resources:
            name = f"{api.name}.{resource.name}"
            found.resources[name] = Entry()
            for operation in resource.operations:
                functions = _functions(operation, annotations, models)
                found.functions.update((f"{name}.{method}", function) for method, function in functions)
    return found


def _functions(
    operation: ir.Operation, annotations: Annotations, models: dict[str, ir.Model]
) -> Iterator[tuple[str, Function]]:
    """Yield the method of an operation, and the one that polls it."""
    positional = _in_path(operation, annotations)
    keywords = [
        _argument(parameter.name, annotations.sent(parameter.type), parameter.required, NONE)
        for parameter in operation.parameters
        if parameter.location != "path"
    ]
    entry = Function(
        operation=f"{operation.method.upper()} {operation.path.text}",
        pointer=operation.pointer,
        positional=tuple(positional),
        keywords=_by_name([*keywords, *_WAITING]),
        returns=_returns(operation, annotations),
    )
    if operation.poll is not None:
        yield operation.poll.method, entry
    body = operation.body
    if body is not None and body.spread:
        (key,) = ir.references(body.contents[0].type)
        fields = [one for one in models[key].fields if not one.read_only]
        keywords += [_argument(one.name, annotations.sent(one.type), one.required, UNSET) for one in fields]
    elif body is not None:
        types = frozenset(one for content in body.contents for one in annotations.sent(content.type))
        positional.append(_argument("body", types, body.required, NONE))
    yield (
        operation.name,
        evolve(
            entry,
            positional=tuple(positional),
            keywords=_by_name(keywords),
            deprecated=operation.deprecated,
        ),
    )


def _in_path(operation: ir.Operation, annotations: Annotations) -> list[Argument]:
    """Return the path parameters in the order of the path."""
    path = operation.path.text
    located = sorted(operation.located("path"), key=lambda one: path.find(f"{{{one.wire.text}}}"))
    return [Argument(one.name, annotations.sent(one.type), required=True) for one in located]


def _returns(operation: ir.Operation, annotations: Annotations) -> Annotation:
    if operation.binary:
        return BYTES
    if operation.paging is not None:
        return frozenset({Alternative("Pager", inside=annotations.received(operation.paging.item))})
    return NOTHING if operation.result is None else annotations.received(operation.result)


def _class(model: ir.Model, annotations: Annotations) -> Class:
    """Return a model as its direction lets it be read and made."""
    absent = _ABSENT[model.direction]
    read, sent = model.direction is not ir.Direction.REQUEST, model.direction is not ir.Direction.RESPONSE
    kept = [one for one in model.fields if read or not one.read_only]
    arguments: list[Argument] = []
    for one in kept:
        type_ = annotations.received(one.type)
        if not read:
            type_ = annotations.sent(one.type, FILE_PART) if model.multipart else annotations.sent(one.type)
        default = frozenset[Alternative]() if one.required else absent
        arguments.append(Argument(one.name, type_ | default, one.required, default))
    return Class(
        pointer=model.pointer,
        attributes={one.name: one.type for one in arguments} if read else {},
        arguments=_by_name(arguments) if sent else {},
    )


def _argument(name: str, type_: Annotation, required: bool, absent: Alternative) -> Argument:
    default = frozenset[Alternative]() if required else frozenset({absent})
    return Argument(name, type_ | default, required, default)


def _by_name(arguments: Iterable[Argument]) -> dict[str, Argument]:
    return {argument.name: argument for argument in arguments}
