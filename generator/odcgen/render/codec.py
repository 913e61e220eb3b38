"""The straight-line `decode` and `encode` of generated models, one expression a field."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import define

from odcgen import ir

from .escape import literal
from .imports import Imports

_INLINE: dict[ir.ScalarKind, tuple[str, str]] = {
    "str": ("str", "a string"),
    "bytes": ("str", "a string"),
    "bool": ("bool", "a boolean"),
    "int": ("int", "an integer"),
}
_CALLS: dict[ir.ScalarKind, str] = {
    "str": "string",
    "bytes": "string",
    "bool": "boolean",
    "int": "integer",
    "float": "number",
    "uuid": "uuid",
    "date": "date",
    "datetime": "datetime_",
    "any": "anything",
    "none": "null",
}
_IN_CODEC = (
    "number",
    "uuid",
    "date",
    "datetime_",
    "integer",
    "wrong",
    "open_enum",
    "decode_list",
    "decode_map",
)
_HOMES = dict.fromkeys(_IN_CODEC, "codec") | {"moment_text": "parameters"}


@define
class CodecWriter:
    """Writes the expressions that read a field from JSON and write it to JSON."""

    imports: Imports
    class_of: Callable[[str], str]
    enums: Mapping[str, str]
    """The type of the values of each enum, by its key."""

    def read(self, field: ir.Field, *, required: bool) -> str:
        """Return what is made of a field's value `v`; one that is not required may be None."""
        bare = ir.unwrap(field.type)
        if bare == ir.ANY:
            return "v"
        if (inline := self._inline(bare)) is not None:
            kind, wanted = inline
            # The likely case first; `is` on the two booleans takes half the time of a look at the type.
            test = "v is True or v is False" if kind == "bool" else f"type(v) is {kind}"
            absent = "" if required else " or v is None"
            return f'v if {test}{absent} else {self._use("wrong")}(v, "{wanted}")'
        return self.of(bare, "v") if required else f"None if v is None else {self.of(bare, 'v')}"

    @staticmethod
    def _inline(bare: ir.Type) -> tuple[str, str] | None:
        return _INLINE.get(bare.kind) if isinstance(bare, ir.Scalar) else None

    def of(self, type_: ir.Type, value: str) -> str:
        """Return the expression that decodes `value`, which is not null unless the type is."""
        if isinstance(type_, ir.ListOf):
            return f"{self._use('decode_list')}({value}, {self.function(type_.item)})"
        if isinstance(type_, ir.MapOf):
            return f"{self._use('decode_map')}({value}, {self.function(type_.value)})"
        if isinstance(type_, ir.UnionOf):
            return self._union(type_, value)
        if isinstance(type_, ir.Const):
            return f"{self._use('constant')}({value}, {literal(type_.value)})"
        if isinstance(type_, ir.Ref) and type_.key in self.enums:
            opened = self._use("open_enum" if self.enums[type_.key] == "str" else "open_int_enum")
            return f"{opened}({self.class_of(type_.key)}, {value})"
        return f"{self.function(type_)}({value})"

    def _union(self, type_: ir.UnionOf, value: str) -> str:
        """A discriminator chooses the member; without one the first that fits is taken."""
        if type_.tag is None:
            members = ", ".join(self.function(member) for member in type_.members)
            return f"{self._use('decode_union')}({value}, {members})"
        chosen = ", ".join(f"{literal(tag)}: {self.function(ir.Ref(key))}" for tag, key in type_.tags)
        return f"{self._use('decode_tagged')}({value}, {literal(type_.tag)}, {{{chosen}}})"

    def function(self, type_: ir.Type) -> str:
        """Return a function of one argument that decodes a value of the type."""
        if isinstance(type_, ir.Ref) and type_.key not in self.enums:
            return f"{self.class_of(type_.key)}.decode"
        if isinstance(type_, ir.Scalar):
            return self._use(_CALLS[type_.kind])
        if isinstance(type_, ir.Nullable):
            return f"lambda v: None if v is None else {self.of(type_.inner, 'v')}"
        return f"lambda v: {self.of(type_, 'v')}"

    def write(self, type_: ir.Type, value: str) -> str:
        """Return the expression that turns `value` into JSON."""
        if isinstance(type_, ir.Nullable):
            inner = self.write(type_.inner, value)
            return inner if inner == value else f"None if {value} is None else {inner}"
        if isinstance(type_, ir.Ref):
            return value if type_.key in self.enums else f"{value}.encode()"
        if isinstance(type_, ir.ListOf):
            item = self.write(type_.item, "item")
            return f"[{item} for item in {value}]" if item != "item" else f"list({value})"
        if isinstance(type_, ir.Scalar) and type_.kind == "uuid":
            return f"str({value})"
        if isinstance(type_, ir.Scalar) and type_.kind == "datetime":
            return f"{self._use('moment_text')}({value})"
        if isinstance(type_, ir.Scalar) and type_.kind == "date":
            return f"{value}.isoformat()"
        if isinstance(type_, ir.MapOf):
            item = self.write(type_.value, "item")
            return f"{{key: {item} for key, item in {value}.items()}}" if item != "item" else value
        if isinstance(type_, ir.UnionOf) and any(
            self.write(member, value) != value for member in type_.members
        ):
            return f"{self._use('plain')}({value})"
        return value

    def _use(self, name: str) -> str:
        return self.imports.runtime(f"wire.{_HOMES.get(name, 'values')}", name)
