"""Generated models as a template meets them: annotations, defaults and codec expressions of every field."""

from __future__ import annotations

from attrs import frozen

from odcgen import ir

from .annotations import Annotator
from .codec import CodecWriter
from .docs import sentence
from .escape import literal
from .signatures import declare


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
    factory: str
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


_BUILTIN = ("str", "int", "float", "bool")
_WAYS = {
    ir.Direction.REQUEST: "sent",
    ir.Direction.RESPONSE: "received",
    ir.Direction.BOTH: "sent and received",
}


class ModelWriter:
    """Writes the models of one file."""

    def __init__(self, annotator: Annotator, codec: CodecWriter, *, fitted: bool = False) -> None:
        """Take the writers that record the file's imports, and whether a union asks what fits the model."""
        self._annotator = annotator
        self._codec = codec
        self._fitted = fitted

    def write(self, model: ir.Model) -> ModelView:
        """Return the view of a model; what only the server sets is not sent."""
        direction = model.direction
        sent = direction is not ir.Direction.RESPONSE
        decoded = direction is not ir.Direction.REQUEST
        members = {member.name: member for member in ir.members(model)}
        kept = [field for field in model.fields if field.name in members]
        views = {field.name: self._field(field, members[field.name], model) for field in kept}
        written = tuple(views[field.name] for field in kept if not (sent and field.read_only))
        return ModelView(
            model=model,
            named=tuple(views.values()),
            free=self._free(model),
            written=written,
            decoded=decoded,
            encoded=not model.multipart,
            multipart=model.multipart,
            additional=self._additional(model),
        )

    def _free(self, model: ir.Model) -> FieldView:
        annotation = self._annotator.write(ir.MapOf(ir.ANY if model.additional is None else model.additional))
        default = self._annotator.imports.runtime("wire.keys", "NOTHING")
        return FieldView("additional", annotation, default)

    def _additional(self, model: ir.Model) -> AdditionalView | None:
        if model.additional is None:
            return None
        write = self._codec.write(ir.MapOf(model.additional), "self.additional")
        annotation = self._annotator.write(model.additional)
        quoted = annotation if annotation in _BUILTIN else repr(annotation)  # a model may come further down
        return AdditionalView(
            annotation=annotation,
            factory=f"dict[str, {quoted}]",
            read=self._codec.function(model.additional)
            if model.direction is not ir.Direction.REQUEST
            else "",
            write=write if write.startswith("{") else f"dict({write})",
        )

    def _field(self, field: ir.Field, member: ir.Argument, model: ir.Model) -> FieldView:
        annotation, default = declare(member, self._annotator)
        value = f"self.{field.name}"
        wire = literal(field.wire)
        optional = default == "UNSET"
        decoded = model.direction is not ir.Direction.REQUEST
        must = field.required and not field.write_only and not isinstance(field.type, ir.Nullable)
        written = field.type if must or not decoded else ir.Nullable(ir.unwrap(field.type))
        return FieldView(
            name=field.name,
            annotation=annotation,
            default=default,
            fetch=f"data[at := {wire}]",
            read=self._codec.read(field, required=must, unset=optional) if decoded else "",
            must=must,
            null=field.required and not must and not optional,
            late=field.wire.text.startswith("_") and not field.required,
            child=decoded and self._goes_deeper(field.type),
            kind=self._codec.kind(ir.unwrap(field.type)) if self._fitted and decoded else "",
            wire=wire,
            write=self._codec.write(written, value) if not model.multipart else "",
            condition=f"{value} is not UNSET" if optional else "",
            part=self._part(field, value) if model.multipart else "",
            doc=sentence(field.doc),
        )

    def _goes_deeper(self, type_: ir.Type) -> bool:
        return bool(ir.unions(type_)) or any(key not in self._codec.enums for key in ir.references(type_))

    def _part(self, field: ir.Field, value: str) -> str:
        """Return the expression of a form's part: a file as it is, anything else as text."""
        bare = ir.unwrap(field.type)
        if isinstance(bare, ir.Scalar) and bare.kind == "bytes":
            return value
        if isinstance(bare, ir.Scalar) and bare.kind == "str":
            return value
        self._annotator.imports.runtime("wire.values", "part_text")
        return f"part_text({self._codec.write(bare, value)})"
