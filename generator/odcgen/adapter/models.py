"""Which class of the IR a component becomes: a model or an enum, and in which direction it travels."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from odcgen import ir
from odcgen.documents.pointer import join

from .facts import hint, is_class, is_enum, said, told
from .library import AnySchema, Schema
from .reading import Reader
from .types import Types


class Models:
    """The models of a document by the key of their component, each built when it is asked for."""

    def __init__(self, reader: Reader, types: Types) -> None:
        """Bind to the components and to what makes types of their properties."""
        self._reader = reader
        self._types = types
        self._built: dict[str, ir.Model] = {}

    def get(self, key: str) -> ir.Model | None:
        """Return the model of a component, or None for an enum."""
        if key not in self._built:
            schema = self._reader.component(key)
            if is_enum(schema):
                return None
            self._built[key] = self._model(key, schema)
        return self._built[key]

    def type_of(self, key: str) -> ir.Type:
        """Return the type of a component, which is no class if it is neither an object nor an enum."""
        schema = self._reader.component(key)
        return ir.Ref(key) if is_class(schema) else self._types.of(schema)

    def is_enum_of_texts(self, key: str) -> bool:
        """Tell whether a component is an enum whose values are texts."""
        values = (self._reader.component(key).enum if self.get(key) is None else None) or [None]
        return isinstance(values[0], str)

    def enum(self, key: str) -> ir.Enum:
        """Return the enum of a component; values that are listed twice count once."""
        schema = self._reader.component(key)
        names = said(schema, "x-enum-varnames") or ()
        return ir.Enum(
            key=key,
            wire=ir.SpecText(key),
            pointer=_pointer(key, schema),
            members=tuple(
                ir.EnumMember(
                    ir.SpecText(value) if isinstance(value, str) else value,
                    hint=names[index] if index < len(names) and isinstance(names[index], str) else None,
                )
                for index, value in enumerate(dict.fromkeys(schema.enum or ()))
            ),
            doc=told(schema, "description"),
            hint=hint(schema),
        )

    def _model(self, key: str, schema: Schema) -> ir.Model:
        required = {name.get_untrusted_value() for name in schema.required or ()}
        return ir.Model(
            key=key,
            wire=ir.SpecText(key),
            pointer=_pointer(key, schema),
            fields=tuple(
                self._field(wire := name.get_untrusted_value(), child, required=wire in required)
                for name, child in (schema.properties or {}).items()
            ),
            additional=self._additional(schema.additionalProperties),
            doc=told(schema, "description"),
            hint=hint(schema),
        )

    def _field(self, wire: str, schema: AnySchema, *, required: bool) -> ir.Field:
        return ir.Field(
            wire=ir.SpecText(wire),
            type=self._types.of(schema),
            required=required,
            read_only=said(schema, "readOnly") is True,
            write_only=said(schema, "writeOnly") is True,
            deprecated=said(schema, "deprecated") is True,
            doc=told(schema, "description") or told(self._reader.resolve(schema), "description"),
            hint=hint(schema),
        )

    def _additional(self, schema: AnySchema | bool | None) -> ir.Type | None:
        """Free keys beside the named ones are kept only where the document says something of them."""
        if schema is None or isinstance(schema, bool) or not (schema.model_fields_set or schema.model_extra):
            return None
        return self._types.of(schema)


def with_models(api: ir.Api, keys: Sequence[str], models: Models, *, everything: bool) -> ir.Api:
    """Return the API with all models and enums that its operations name, directly or through other models.

    With `everything`, for a document that describes no call, these are all there are.
    """
    sent = ir.reached((type_ for operation in api.operations for type_ in operation.sent), models.get)
    received = ir.reached((type_ for operation in api.operations for type_ in operation.received), models.get)
    if everything:
        sent = received = ir.reached(map(models.type_of, keys), models.get)
    multipart = _multipart(api)
    classes: list[ir.Model] = []
    enums: list[ir.Enum] = []
    for key in keys:
        if key in sent or key in received:
            if (model := models.get(key)) is None:
                enums.append(models.enum(key))
            else:
                direction = _direction(key in sent, key in received)
                classes.append(evolve(model, direction=direction, multipart=key in multipart))
    return evolve(api, models=tuple(classes), enums=tuple(enums))


def _direction(sent: bool, received: bool) -> ir.Direction:
    if sent and received:
        return ir.Direction.BOTH
    return ir.Direction.REQUEST if sent else ir.Direction.RESPONSE


def _multipart(api: ir.Api) -> set[str]:
    """Return the keys of the models that are sent as the parts of a body."""
    return {
        key
        for operation in api.operations
        if operation.body
        for content in operation.body.contents
        if content.kind == "multipart"
        for key in ir.references(content.type)
    }


def _pointer(key: str, schema: Schema) -> str:
    """Return where a class was written, which is no component if its schema was hoisted."""
    return said(schema, "x-odcgen-inline") or join("/components/schemas", key)
