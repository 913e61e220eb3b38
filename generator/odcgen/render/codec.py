"""The straight-line `decode` and `encode` of generated models, one expression a field."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from attrs import define, field, frozen

from odcgen import ir

from .escape import literal
from .imports import Imports

_INLINE: dict[ir.ScalarKind, tuple[str, str, str]] = {
    "str": ("str", "wrong", "a string"),
    "bytes": ("str", "wrong", "a string"),
    "bool": ("bool", "wrong", "a boolean"),
    "int": ("int", "integer", ""),
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
_IN_KINDS = ("Items", "Maybe", "Only", "Values")
_HOMES: dict[str, str] = {
    **dict.fromkeys(_IN_CODEC, "codec"),
    **dict.fromkeys(_IN_KINDS, "kinds"),
    "moment_text": "parameters",
}


@frozen
class ChoiceView:
    """What decodes the values of one union: a constant of the module, so that it is made once."""

    name: str
    members: tuple[str, ...]
    """The expression of each member, in the order of the document."""
    tag: str
    """The literal of the property that names the member; empty without one."""
    tags: tuple[tuple[str, str], ...]
    """The literal of each of its values, and the expression of its member."""
    base: bool
    """Whether the first member is what all others extend."""


@define
class CodecWriter:
    """Writes the expressions that read a field from JSON and write it to JSON."""

    imports: Imports
    class_of: Callable[[str], str]
    enums: Mapping[str, str]
    """The type of the values of each enum, by its key."""
    _choices: dict[ir.UnionOf, ChoiceView] = field(factory=dict[ir.UnionOf, ChoiceView])

    @property
    def choices(self) -> tuple[ChoiceView, ...]:
        """The unions that what was written so far decodes."""
        return tuple(self._choices.values())

    def read(self, field: ir.Field, *, required: bool, unset: bool = False) -> str:
        """Return what is made of a field's value `v`.

        Args:
            field: the field.
            required: whether there always is a value, which is not None.
            unset: whether `v` is UNSET where there is none.
        """
        bare = ir.unwrap(field.type)
        if bare == ir.ANY:
            return "v"
        absent = "" if required else " or v is None"
        if unset:
            absent += f" or v is {self.imports.runtime('kernel.unset', 'UNSET')}"
        if (inline := self._inline(bare)) is not None:
            kind, other, wanted = inline
            # The likely case first; `is` on the two booleans takes half the time of a look at the type.
            test = "v is True or v is False" if kind == "bool" else f"type(v) is {kind}"
            refused = f'{self._use(other)}(v, "{wanted}")' if wanted else f"{self._use(other)}(v)"
            return f"v if {test}{absent} else {refused}"
        if unset:
            return f"v if {absent.removeprefix(' or ')} else {self.of(bare, 'v')}"
        return self.of(bare, "v") if required else f"None if v is None else {self.of(bare, 'v')}"

    @staticmethod
    def _inline(bare: ir.Type) -> tuple[str, str, str] | None:
        return _INLINE.get(bare.kind) if isinstance(bare, ir.Scalar) else None

    def of(self, type_: ir.Type, value: str) -> str:
        """Return the expression that decodes `value`, which is not null unless the type is."""
        if isinstance(type_, ir.ListOf):
            return f"{self._use('decode_list')}({value}, {self.function(type_.item)})"
        if isinstance(type_, ir.MapOf):
            return f"{self._use('decode_map')}({value}, {self.function(type_.value)})"
        if isinstance(type_, ir.Const):
            return f"{self._use('constant')}({value}, {literal(type_.value)})"
        if isinstance(type_, ir.Ref) and type_.key in self.enums:
            opened = self._use("open_enum" if self.enums[type_.key] == "str" else "open_int_enum")
            return f"{opened}({self.class_of(type_.key)}, {value})"
        return f"{self.function(type_)}({value})"

    def function(self, type_: ir.Type) -> str:
        """Return a function of one argument that decodes a value of the type."""
        if isinstance(type_, ir.Ref) and type_.key not in self.enums:
            return f"{self.class_of(type_.key)}.decode"
        if isinstance(type_, ir.Scalar):
            return self._use(_CALLS[type_.kind])
        if isinstance(type_, ir.UnionOf):
            return f"{self._choice(type_)}.decode"
        if isinstance(type_, ir.Nullable):
            return f"lambda v: None if v is None else {self.of(type_.inner, 'v')}"
        return f"lambda v: {self.of(type_, 'v')}"

    def _choice(self, type_: ir.UnionOf) -> str:
        """Return the constant that decodes a union."""
        if (made := self._choices.get(type_)) is not None:
            return made.name
        name = f"_either_{len(self._choices) + 1}"
        self._choices[type_] = ChoiceView(name, (), "", (), type_.base)  # its number is taken
        self._choices[type_] = ChoiceView(
            name,
            members=tuple(self.kind(member) for member in type_.members),
            tag=literal(type_.tag) if type_.tag is not None else "",
            tags=tuple((literal(tag), self.kind(ir.Ref(key))) for tag, key in type_.tags),
            base=type_.base,
        )
        return name

    def kind(self, type_: ir.Type) -> str:
        """Return what tells whether a value is of a type: a class, a function that decodes, or a `Kind`."""
        if isinstance(type_, ir.Ref):
            return self.class_of(type_.key)
        if isinstance(type_, ir.ListOf):
            return f"{self._use('Items')}({self.kind(type_.item)})"
        if isinstance(type_, ir.MapOf):
            return f"{self._use('Values')}({self.kind(type_.value)})"
        if isinstance(type_, ir.Nullable):
            return f"{self._use('Maybe')}({self.kind(type_.inner)})"
        if isinstance(type_, ir.Const):
            return f"{self._use('Only')}({literal(type_.value)})"
        return self._choice(type_) if isinstance(type_, ir.UnionOf) else self.function(type_)

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
