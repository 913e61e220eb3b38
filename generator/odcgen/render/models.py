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
    fetch: str
    """The expression that takes it out of `data`, before it is read."""
    read: str
    """The expression that reads its value `v`."""
    must: bool
    """Whether an answer must have it."""
    wire: str
    """The literal of its name in the document."""
    write: str
    """The expression that writes it as JSON."""
    condition: str
    """When it is sent; empty for always."""
    part: str
    """The expression of a form's part."""
    doc: str
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
    fields: tuple[FieldView, ...]
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
        return tuple(field for field in self.fields if field.doc)

    @property
    def required(self) -> tuple[str, ...]:
        """The literals of the keys that an answer must have."""
        return tuple(field.wire for field in self.fields if field.must)


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


_WAYS = {
    ir.Direction.REQUEST: "sent",
    ir.Direction.RESPONSE: "received",
    ir.Direction.BOTH: "sent and received",
}


class ModelWriter:
    """Writes the models of one file."""

    def __init__(self, annotator: Annotator, codec: CodecWriter) -> None:
        """Take the writers that record the file's imports."""
        self._annotator = annotator
        self._codec = codec

    def write(self, model: ir.Model) -> ModelView:
        """Return the view of a model; what only the server sets is left out of what is only sent."""
        direction = model.direction
        sent = direction is not ir.Direction.RESPONSE
        decoded = direction is not ir.Direction.REQUEST
        members = {member.name: member for member in ir.members(model)}
        kept = [field for field in model.fields if field.name in members]
        views = {field.name: self._field(field, members[field.name], model) for field in kept}
        written = tuple(views[field.name] for field in kept if sent and not field.read_only)
        return ModelView(
            model=model,
            fields=tuple(views.values()),
            written=written,
            decoded=decoded,
            encoded=sent and not model.multipart,
            multipart=model.multipart,
            additional=self._additional(model),
        )

    def _additional(self, model: ir.Model) -> AdditionalView | None:
        if model.additional is None:
            return None
        known = ", ".join(literal(field.wire) for field in model.fields)
        free = f"{{key: item for key, item in data.items() if key not in {{{known}}}}}"
        write = self._codec.write(ir.MapOf(model.additional), "self.additional")
        annotation = self._annotator.write(model.additional)
        return AdditionalView(
            annotation=annotation,
            read=self._codec.of(ir.MapOf(model.additional), free),
            write=write if write.startswith("{") else f"dict({write})",
        )

    def _field(self, field: ir.Field, member: ir.Argument, model: ir.Model) -> FieldView:
        annotation, default = declare(member, self._annotator)
        value = f"self.{field.name}"
        wire = literal(field.wire)
        optional = member.default is not None and member.default.kind == "unset"
        condition = f"{value} is not {default}" if optional else ""
        if optional and model.direction is ir.Direction.BOTH and not isinstance(field.type, ir.Nullable):
            condition += f" and {value} is not None"
        decoded = model.direction is not ir.Direction.REQUEST
        sent = model.direction is not ir.Direction.RESPONSE
        must = field.required and not field.write_only and not isinstance(field.type, ir.Nullable)
        read = self._codec.read(field, required=must) if decoded else ""
        return FieldView(
            name=field.name,
            annotation=annotation,
            default=default,
            fetch=_fetch(field, wire),
            read=read,
            must=must,
            wire=wire,
            write=self._codec.write(field.type, value) if sent and not model.multipart else "",
            condition=condition,
            part=self._part(field, value) if model.multipart else "",
            doc=sentence(field.doc),
        )

    def _part(self, field: ir.Field, value: str) -> str:
        """Return the expression of a form's part: a file as it is, anything else as text."""
        bare = ir.unwrap(field.type)
        if isinstance(bare, ir.Scalar) and bare.kind == "bytes":
            return value
        if isinstance(bare, ir.Scalar) and bare.kind == "str":
            return value
        text = self._annotator.imports.runtime("wire.values", "part_text")
        return f"{text}({self._codec.write(bare, value)})"


def _fetch(field: ir.Field, wire: str) -> str:
    """Return how a value is taken from `data`.

    ODC sends all keys, and a subscript is the fastest way to one; only what HAL marks with an underscore
    (`_embedded`) comes on request.
    """
    on_request = field.wire.text.startswith("_") and not field.required
    return f"data.get(at := {wire})" if on_request else f"data[at := {wire}]"
