"""Examples: a call of each method with values that its types allow, so that it can be run as it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from attrs import field, frozen

from odcgen import ir

from .escape import literal

_DEEPEST = 4
_SCALARS: dict[ir.ScalarKind, str] = {
    "int": "1",
    "float": "1.5",
    "bool": "True",
    "any": '{"key": "value"}',
    "none": "None",
}
_KEY = "11111111-2222-4333-8444-555555555555"


@frozen
class ExampleArgument:
    """One argument of an example."""

    name: str
    """Its name where it is given by name, else empty."""
    value: str
    """The expression of its value."""


@frozen
class Example:
    """A call with values for all that it needs."""

    arguments: tuple[ExampleArgument, ...]
    imports: tuple[tuple[str, tuple[str, ...]], ...]
    """The modules, and the names that the values take from each."""


@frozen
class ExampleWriter:
    """Writes the examples of one API.

    Attributes:
        package: The name of the package.
        api: The API.
    """

    package: str
    api: ir.Api

    @cached_property
    def nodes(self) -> Mapping[str, ir.Model | ir.Enum]:
        """The models and enums of the API by key; most runs ask for no example and need none."""
        listed: list[ir.Model | ir.Enum] = [*self.api.models, *self.api.enums]
        return {node.key: node for node in listed}

    def write(self, signature: ir.Signature) -> Example:
        """Return an example of calling a method."""
        needed = [argument for argument in signature.arguments if argument.required]
        values = _Values(self)
        arguments = tuple(
            ExampleArgument("" if argument.kind == "positional" else argument.name, values.given(argument))
            for argument in needed
        )
        modules = sorted({module for module, _ in values.used})
        names = {module: tuple(sorted(n for m, n in values.used if m == module)) for module in modules}
        return Example(arguments, tuple(names.items()))


@frozen
class _Values:
    writer: ExampleWriter
    used: set[tuple[str, str]] = field(factory=set[tuple[str, str]])
    """The names to import, with their modules."""

    def given(self, argument: ir.Argument) -> str:
        """Return a value for an argument."""
        if isinstance(argument.type, ir.RuntimeType | ir.Callback):
            return self._use("pathlib", "Path") + '("README.md")'
        if argument.place == "body" and _is_bytes(argument.type):
            return 'b"content"'
        return self.of(argument.type, argument.name, 0)

    def of(self, type_: ir.Type, name: str, depth: int) -> str:
        """Return a value of a type; text is the name of what it is for."""
        if isinstance(type_, ir.Nullable):
            return self.of(type_.inner, name, depth)
        if isinstance(type_, ir.UnionOf):
            return self.of(type_.members[0], name, depth)
        if isinstance(type_, ir.Const):
            return literal(ir.SpecText(type_.value) if isinstance(type_.value, str) else type_.value)
        if isinstance(type_, ir.ListOf | ir.StreamOf):
            return "[]" if depth >= _DEEPEST else f"[{self.of(type_.item, name, depth + 1)}]"
        if isinstance(type_, ir.MapOf):
            return "{}" if depth >= _DEEPEST else f'{{"key": {self.of(type_.value, name, depth + 1)}}}'
        if isinstance(type_, ir.Ref):
            return self._node(self.writer.nodes[type_.key], depth)
        return self._scalar(type_.kind, name)

    def _node(self, node: ir.Model | ir.Enum, depth: int) -> str:
        class_ = self._use(f"{self.writer.package}.{self.writer.api.name}", node.name)
        if isinstance(node, ir.Enum):
            return f"{class_}.{node.members[0].name}"
        given = [
            f"{member.name}={self._member(member, depth)}" for member in _told(node, deep=depth >= _DEEPEST)
        ]
        return f"{class_}({', '.join(given)})"

    def _member(self, member: ir.Argument, depth: int) -> str:
        if isinstance(member.type, ir.RuntimeType | ir.Callback):
            raise TypeError(f"{member.name} has no type of the document")
        return self.of(member.type, member.name, depth + 1)

    def _scalar(self, kind: ir.ScalarKind, name: str) -> str:
        if kind == "date":
            return self._use("datetime", "date") + "(2026, 1, 31)"
        if kind == "datetime":
            return f"{self._use('datetime', 'datetime')}(2026, 1, 31, tzinfo={self._use('datetime', 'UTC')})"
        if kind == "bytes":
            return self._use(self.writer.package, "File") + '(b"content", "file.bin")'
        if kind == "uuid":
            return f'"{_KEY}"'
        return _SCALARS.get(kind) or literal(name.strip("_").replace("_", "-"))

    def _use(self, module: str, name: str) -> str:
        self.used.add((module, name))
        return name


def _told(model: ir.Model, *, deep: bool) -> Iterator[ir.Argument]:
    """Yield the members that a model needs, or else its first: a body that says nothing shows nothing."""
    members = [member for member in ir.members(model) if member.name != "additional"]
    needed = [member for member in members if member.required]
    yield from needed or ([] if deep else members[:1])


def _is_bytes(type_: ir.Type) -> bool:
    members = type_.members if isinstance(type_, ir.UnionOf) else (type_,)
    return isinstance(members[0], ir.Scalar) and members[0].kind == "bytes"
