"""Lifting: the library's properties as IR types, with the document's own facts joined back."""

from __future__ import annotations

from collections.abc import Callable
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
from openapi_python_client.parser.properties.uuid import UuidProperty

from odcgen import ir
from odcgen.documents.walk import lookup, resolve, segments
from odcgen.kit.json_value import Json, as_object, is_object

from .parse import raw
from .shapes import component_key, is_constant, is_enum, is_named, union_members
from .tokens import Tokens, union_place

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


_SHAPES: tuple[tuple[type[Any], Callable[[Json], bool]], ...] = (
    (opc.EnumProperty, is_enum),
    (ConstProperty, is_constant),
    (ListProperty, lambda schema: "items" in schema or schema.get("type") == "array"),
    (opc.ModelProperty, lambda schema: is_named(schema) or bool(union_members(schema))),
    (opc.ModelProperty, lambda schema: schema.get("type") == "object" or "additionalProperties" in schema),
)
"""Which schemas the classes of properties come from, where it takes the schema to tell their type."""

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
        return {self._tokens.wires[raw(prop.name)]: prop for prop in _properties(model)}

    def defining(self, prop: Any, definitions: list[Json]) -> Json:
        """Return the definition that a property was parsed from; parts of an `allOf` may define it again."""
        for definition in definitions:
            schema = as_object(resolve(self._data, definition))
            if any(isinstance(prop, kind) and fits(schema) for kind, fits in _SHAPES):
                return definition
        return definitions[0]

    def additional(self, key: str, schema: Json) -> ir.Type:
        """Return the type of a model's free keys."""
        return self.type(self._models[self._tokens.schemas[key]].additional_properties, schema)

    def parameter(self, prop: Any, schema: Json) -> ir.Type:
        """Return the type of a parameter: a file or an object in a URL is text."""
        lifted = ir.unwrap(self.type(prop, schema))
        return ir.Scalar("str") if lifted == ir.Scalar("bytes") else lifted

    def nullable(self, schema: Any) -> bool:
        """Tell whether null is allowed by a schema, by one that it refers to, or by a member of its union."""
        seen: set[int] = set()
        stack = [schema]
        while stack:
            node = stack.pop()
            if not is_object(node) or id(node) in seen:
                continue
            seen.add(id(node))
            if node.get("nullable") is True:
                return True
            if "$ref" in node:
                stack.append(lookup(self._data, node["$ref"]))
            elif not is_named(node):
                stack.extend(union_members(node))
        return False

    def _bare(self, prop: Any, schema: Json) -> ir.Type:
        if isinstance(prop, opc.EnumProperty):
            return ir.Ref(self._tokens.keys[prop.class_info.name])
        if isinstance(prop, opc.ModelProperty):
            return self._object(prop, schema)
        if isinstance(prop, ListProperty):
            return ir.ListOf(self.type(prop.inner_property, schema.get("items")))
        if isinstance(prop, ConstProperty):
            return ir.Const(schema["const"])
        return ir.Scalar(_SCALARS.get(prop.__class__, "any"))

    def _object(self, prop: opc.ModelProperty, schema: Json) -> ir.Type:
        """A named object is a reference, a union was lowered as an object, and any other one is a map."""
        if (key := self._tokens.keys.get(prop.class_info.name)) is not None:
            return ir.Ref(key)
        model = self._models.get(prop.class_info.name, prop)
        if sources := union_members(schema):
            return self._union(model, schema, sources)
        additional = model.additional_properties
        if additional is None:
            return ir.MapOf(ir.ANY)
        return ir.MapOf(self.type(additional, schema.get("additionalProperties")))

    def _union(self, model: opc.ModelProperty, schema: Json, sources: list[Any]) -> ir.Type:
        props = {raw(prop.name): prop for prop in _properties(model)}
        members: list[ir.Type] = []
        for index, source in enumerate(sources):
            lifted = ir.unwrap(self.type(props[union_place(index)], source))
            inner = lifted.members if isinstance(lifted, ir.UnionOf) and lifted.tag is None else (lifted,)
            members += [member for member in inner if member not in members]
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
        references = [str(as_object(member).get("$ref")) for member in union_members(schema)]
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


def _properties(model: opc.ModelProperty) -> list[Any]:
    return [*(model.required_properties or ()), *(model.optional_properties or ())]


def _as_reference(target: str) -> str:
    """A discriminator may name a schema without the way to it."""
    return target if "/" in target else f"#/components/schemas/{target}"
