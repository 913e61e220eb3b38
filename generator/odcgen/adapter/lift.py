"""Lifting: the library's properties as IR types, with the document's own facts joined back."""

from __future__ import annotations

from typing import Any

from openapi_python_client.parser import properties as opc
from openapi_python_client.parser.properties.boolean import BooleanProperty
from openapi_python_client.parser.properties.const import ConstProperty
from openapi_python_client.parser.properties.date import DateProperty
from openapi_python_client.parser.properties.datetime import DateTimeProperty
from openapi_python_client.parser.properties.file import FileProperty
from openapi_python_client.parser.properties.float import FloatProperty
from openapi_python_client.parser.properties.int import IntProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.none import NoneProperty
from openapi_python_client.parser.properties.string import StringProperty
from openapi_python_client.parser.properties.union import UnionProperty
from openapi_python_client.parser.properties.uuid import UuidProperty

from odcgen import ir
from odcgen.jsonvalue import Json, as_array, as_object, is_object
from odcgen.normalize.walk import lookup, resolve, segments

from .lower import Tokens, component_key
from .parse import raw

_SCALARS: dict[type[Any], ir.ScalarKind] = {
    StringProperty: "str",
    IntProperty: "int",
    FloatProperty: "float",
    BooleanProperty: "bool",
    UuidProperty: "uuid",
    DateProperty: "date",
    DateTimeProperty: "datetime",
    FileProperty: "bytes",
    NoneProperty: "none",
}


_Tags = tuple[tuple[ir.SpecText, str], ...]


class Lifter:
    """Turns parsed properties into IR types, walking the document's schema beside each property."""

    def __init__(self, data: Json, models: dict[str, opc.ModelProperty], tokens: Tokens) -> None:
        """Bind to a normalized document, the parsed models by token, and the tables of tokens."""
        self._data = data
        self._models = models
        self._tokens = tokens

    def type(self, prop: Any, schema: Any) -> ir.Type:
        """Return the IR type of a property whose schema in the document is `schema`."""
        bare = self._bare(prop, as_object(resolve(self._data, schema)))
        return ir.Nullable(bare) if self.nullable(schema) and bare != ir.ANY else bare

    def parsed(self, key: str) -> dict[str, Any]:
        """Return the parsed properties of a component by their names in the document."""
        model = self._models.get(self._tokens.schemas.get(key, ""))
        if model is None:
            return {}
        props = [*(model.required_properties or ()), *(model.optional_properties or ())]
        return {self._tokens.wires[raw(prop.name)]: prop for prop in props}

    def additional(self, key: str, schema: Json) -> ir.Type:
        """Return the type of a model's free keys."""
        return self.type(self._models[self._tokens.schemas[key]].additional_properties, schema)

    def parameter(self, prop: Any, schema: Json) -> ir.Type:
        """Return the type of a parameter: a file or an object in a URL is text."""
        lifted = ir.unwrap(self.type(prop, schema))
        return ir.Scalar("str") if lifted == ir.Scalar("bytes") else lifted

    def nullable(self, schema: Any) -> bool:
        """Tell whether null is allowed by a schema or by any schema on the way of its references."""
        while is_object(schema):
            if schema.get("nullable") is True:
                return True
            if "$ref" not in schema:
                return False
            schema = lookup(self._data, schema["$ref"])
        return False

    def _bare(self, prop: Any, schema: Json) -> ir.Type:
        if isinstance(prop, opc.EnumProperty):
            return ir.Ref(self._tokens.keys[prop.class_info.name])
        if isinstance(prop, opc.ModelProperty):
            return self._object(prop, schema)
        if isinstance(prop, ListProperty):
            return ir.ListOf(self.type(prop.inner_property, schema.get("items")))
        if isinstance(prop, UnionProperty):
            return self._union(prop, schema)
        if isinstance(prop, ConstProperty):
            return ir.Const(schema["const"])
        return ir.Scalar(_SCALARS.get(prop.__class__, "any"))

    def _object(self, prop: opc.ModelProperty, schema: Json) -> ir.Type:
        """A named object is a reference; one without properties of its own is a map."""
        if (key := self._tokens.keys.get(prop.class_info.name)) is not None:
            return ir.Ref(key)
        additional = self._models.get(prop.class_info.name, prop).additional_properties
        if additional is None:
            return ir.MapOf(ir.ANY)
        return ir.MapOf(self.type(additional, schema.get("additionalProperties")))

    def _union(self, prop: UnionProperty, schema: Json) -> ir.Type:
        members: list[ir.Type] = []
        sources = _members(schema)
        for index, inner in enumerate(prop.inner_properties):
            source = sources[index] if len(sources) == len(prop.inner_properties) else None
            lifted = ir.unwrap(self.type(inner, source))
            if lifted not in members:
                members.append(lifted)
        if ir.ANY in members:
            return ir.ANY
        if len(members) == 1:
            return members[0]
        return ir.UnionOf(tuple(members), *self._tags(schema, members))

    def _tags(self, schema: Json, members: list[ir.Type]) -> tuple[ir.SpecText | None, _Tags]:
        """Return the discriminator of a union of models: its property, and the model of each value."""
        discriminator = as_object(schema.get("discriminator"))
        models = [member.key for member in members if isinstance(member, ir.Ref)]
        if "propertyName" not in discriminator or len(models) < len(members):
            return None, ()
        references = [str(as_object(member).get("$ref")) for member in _members(schema)]
        implied = {segments(reference)[-1]: reference for reference in references if "/" in reference}
        mapping = {
            tag: component_key(self._data, _as_reference(target))
            for tag, target in as_object(discriminator.get("mapping")).items()
        }
        for tag, reference in implied.items():
            if (key := component_key(self._data, reference)) not in mapping.values():
                mapping[tag] = key
        tags = tuple((ir.SpecText(tag), key) for tag, key in mapping.items() if key in models)
        return (ir.SpecText(discriminator["propertyName"]), tags) if tags else (None, ())


def _members(schema: Json) -> list[Any]:
    return [*as_array(schema.get("anyOf")), *as_array(schema.get("oneOf"))]


def _as_reference(target: str) -> str:
    """A discriminator may name a schema without the way to it."""
    return target if "/" in target else f"#/components/schemas/{target}"
