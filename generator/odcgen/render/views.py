"""What a template meets of a generated model or enum: facts and expressions, one view a class and a field."""

from __future__ import annotations

from attrs import frozen

from odcgen import ir

from .docs import sentence

_WAYS = {
    ir.Direction.REQUEST: "sent",
    ir.Direction.RESPONSE: "received",
    ir.Direction.BOTH: "sent and received",
}


@frozen
class FieldView:
    """One field of a generated model."""

    name: str
    annotation: str
    default: str
    fetch: str = ""
    """The expression that takes it out of `data`, before it is read."""
    read: str = ""
    """The expression that reads its value `v`."""
    must: bool = False
    """Whether an answer must have it."""
    null: bool = False
    """Whether an answer should have it, be it null."""
    late: bool = False
    """Whether it is in answers on request only."""
    child: bool = False
    """Whether decoding it goes into another model."""
    kind: str = ""
    """The expression of what fits it, where its model is a member of a union."""
    wire: str = ""
    """The literal of its name in the document."""
    write: str = ""
    """The expression that writes it as JSON."""
    condition: str = ""
    """When it is sent; empty for always."""
    part: str = ""
    """The expression of a form's part."""
    doc: str = ""
    """What it is, as one escaped sentence; empty if the document does not say."""


@frozen
class AdditionalView:
    """The free keys of a model."""

    annotation: str
    read: str
    write: str


@frozen
class ModelView:
    """One generated model."""

    model: ir.Model
    named: tuple[FieldView, ...]
    """The fields that the document names."""
    free: FieldView
    """The field of the keys that it does not name."""
    written: tuple[FieldView, ...]
    """The fields that are sent."""
    decoded: bool
    """Whether it is read from answers."""
    encoded: bool
    """Whether it is written as JSON."""
    multipart: bool
    """Whether it is written as the parts of a form."""
    additional: AdditionalView | None

    @property
    def fields(self) -> tuple[FieldView, ...]:
        """All that the class has."""
        return (*self.named, self.free)

    @property
    def usual(self) -> tuple[FieldView, ...]:
        """The fields that an answer usually has, those that go into another model last."""
        return tuple(sorted((one for one in self.named if not one.late), key=lambda one: one.child))

    @property
    def children(self) -> tuple[FieldView, ...]:
        """Those of them that go into another model, if several do: none is decoded before all are there."""
        found = tuple(field for field in self.usual if field.child)
        return found if len(found) > 1 else ()

    @property
    def late(self) -> tuple[FieldView, ...]:
        """The fields that an answer has on request only."""
        return tuple(field for field in self.named if field.late)

    @property
    def null(self) -> tuple[FieldView, ...]:
        """The fields that an answer should have, be they null."""
        return tuple(field for field in self.named if field.null)

    @property
    def received(self) -> bool:
        """Whether it is only read from answers: what is absent is None in it."""
        return self.model.direction is ir.Direction.RESPONSE

    @property
    def fitted(self) -> bool:
        """Whether it is a member of a union, or below one."""
        return any(field.kind for field in self.named)

    @property
    def name(self) -> str:
        """The name of the class."""
        return self.model.name

    @property
    def summary(self) -> str:
        """What it is, as one escaped sentence."""
        return sentence(self.model.doc) or f"{self.name}, as it is {_WAYS[self.model.direction]}."

    @property
    def described(self) -> tuple[FieldView, ...]:
        """The fields of which the document says something."""
        return tuple(field for field in self.named if field.doc)

    @property
    def required(self) -> tuple[str, ...]:
        """The literals of the keys that an answer must have."""
        return tuple(field.wire for field in self.named if field.must)


@frozen
class EnumView:
    """One generated enum."""

    enum: ir.Enum

    @property
    def name(self) -> str:
        """The name of the class."""
        return self.enum.name

    @property
    def members(self) -> tuple[ir.EnumMember, ...]:
        """The known values, with their names."""
        return self.enum.members

    @property
    def numbers(self) -> bool:
        """Whether the values are numbers, not strings."""
        return isinstance(self.enum.members[0].value, int)

    @property
    def summary(self) -> str:
        """What it is, as one escaped sentence; empty if the document does not say."""
        return sentence(self.enum.doc)
