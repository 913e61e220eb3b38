"""Writes the views of generated models: annotations, defaults and codec expressions of every field."""

from __future__ import annotations

from odcgen import ir

from .annotations import Annotator
from .codec import CodecWriter
from .docs import sentence
from .escape import literal
from .signatures import declare
from .views import AdditionalView, FieldView, ModelView


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
        return AdditionalView(
            annotation=annotation,
            read=self._codec.function(model.additional)
            if model.direction is not ir.Direction.REQUEST
            else "",
            write=write if write.startswith("{") else f"dict({write})",
        )

    def _field(self, field: ir.Field, member: ir.Argument, model: ir.Model) -> FieldView:
        annotation, default = declare(member, self._annotator)
        value = f"self.{field.name}"
        wire = literal(field.wire)
        optional = member.default is not None and member.default.kind == "unset"
        decoded = model.direction is not ir.Direction.REQUEST
        must = field.required and not field.write_only and not isinstance(field.type, ir.Nullable)
        written = field.type if must or not decoded else ir.Nullable(ir.unwrap(field.type))
        return FieldView(
            name=field.name,
            annotation=annotation,
            default=default,
            fetch=f"data[at := {wire}]",
            read=self._codec.read(field, required=must, unset=optional and not must) if decoded else "",
            must=must,
            null=field.required and not must and not optional,
            late=field.wire.text.startswith("_") and not field.required,
            child=decoded and self._goes_deeper(field.type),
            kind=self._codec.kind(ir.unwrap(field.type)) if self._fitted and decoded else "",
            wire=wire,
            write=self._codec.write(written, value) if not model.multipart else "",
            condition=f"{value} is not {default}" if optional else "",
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
        text = self._annotator.imports.runtime("wire.values", "part_text")
        return f"{text}({self._codec.write(bare, value)})"
