"""IR types as the annotations of generated code."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from attrs import define

from odcgen import ir

from .escape import literal
from .imports import Imports

_BARE: dict[ir.ScalarKind, str] = {
    "str": "str",
    "int": "int",
    "float": "float",
    "bool": "bool",
    "none": "None",
    "bytes": "str",
}


@define
class Annotator:
    """Writes annotations, recording the imports that they need.

    `class_of` gives the Python name of a model or enum key and imports it, `enums` the type of each enum's
    values; `sending` is true where the value goes to the server: then a UUID may be given as text, and any
    sequence will do.
    """

    imports: Imports
    class_of: Callable[[str], str]
    enums: Mapping[str, str]
    sending: bool = False
    files: Literal["part", "body"] | None = None
    in_class: bool = False
    """Whether the annotation stands where a method named `list` would hide the builtin."""

    def write(self, type_: ir.Type) -> str:
        """Return the annotation of a type."""
        return " | ".join(self._members(type_))

    def _members(self, type_: ir.Type) -> list[str]:
        if isinstance(type_, ir.Nullable):
            return _distinct([*self._members(type_.inner), "None"])
        if isinstance(type_, ir.UnionOf):
            members = [text for member in type_.members for text in self._members(member)]
            if type_.is_open(self.enums):
                members.append(f"dict[str, {self.imports.use('typing', 'Any')}]")
            return _distinct(members)
        if isinstance(type_, ir.Ref):
            name = self.class_of(type_.key)
            return [name, self.enums[type_.key]] if type_.key in self.enums else [name]
        if isinstance(type_, ir.Const):
            return [f"{self.imports.use('typing', 'Literal')}[{literal(type_.value)}]"]
        if isinstance(type_, ir.ListOf):
            return [f"{self._list()}[{self.write(type_.item)}]"]
        if isinstance(type_, ir.MapOf):
            return [f"dict[str, {self.write(type_.value)}]"]
        return self._scalar(type_.kind)

    def _list(self) -> str:
        if self.sending:
            return self.imports.use("collections.abc", "Sequence", typing=True)
        if self.in_class:
            return f"{self.imports.use('builtins')}.list"
        return "list"

    def _scalar(self, kind: ir.ScalarKind) -> list[str]:
        if kind == "uuid":
            uuid = self.imports.use("uuid", "UUID")
            return [uuid, "str"] if self.sending else [uuid]
        if kind in ("date", "datetime"):
            return [f"{self.imports.use('datetime', local='dt')}.{kind}"]
        if kind == "any":
            return [self.imports.use("typing", "Any")]
        if kind == "bytes" and self.files is not None:
            return self._file()
        return [_BARE[kind]]

    def _file(self) -> list[str]:
        """A part of a form is a `File`; a whole body may also be bytes, an open file or a path."""
        if self.files == "part":
            return [self.imports.runtime("kernel.files", "File")]
        stream = self.imports.use("typing", "BinaryIO", typing=True)
        return ["bytes", stream, self.imports.use("pathlib", "Path", typing=True)]


def class_names(api: ir.Api) -> tuple[dict[str, str], dict[str, str]]:
    """Return the Python name of every key, and the type of the values of those that are enums."""
    listed: list[ir.Model | ir.Enum] = [*api.models, *api.enums]
    bases = {enum.key: "int" if isinstance(enum.members[0].value, int) else "str" for enum in api.enums}
    return {node.key: node.name for node in listed}, bases


def with_member(annotation: str, member: str) -> str:
    """Add a member to a union's annotation; None stays last, and `Any` holds everything already."""
    members = annotation.split(" | ")
    if annotation == "Any" or member in members:
        return annotation
    return " | ".join(sorted([*members, member], key=lambda text: text == "None"))


def _distinct(texts: list[str]) -> list[str]:
    unique = list(dict.fromkeys(texts))
    return ["Any"] if "Any" in unique else unique
