"""The models and enums that operations reach, with the direction in which each travels."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import evolve

from odcgen import ir
from odcgen.documents.pointer import join
from odcgen.documents.walk import component_schemas, resolve
from odcgen.kit.json_value import Json, as_array, as_object, is_object

from .lift import Lifter
from .shapes import is_enum


def build_models(api: ir.Api, data: Json, lifter: Lifter) -> ir.Api:
    """Return the API with all models and enums that its operations name, directly or through other models."""
    builder = _Builder(data, lifter)
    sent = builder.reach(_sent(api.operations))
    received = builder.reach(_received(api.operations))
    multipart = set(_multipart(api.operations))
    models: list[ir.Model] = []
    enums: list[ir.Enum] = []
    for key in component_schemas(data):
        if key not in sent and key not in received:
            continue
        direction = _direction(key in sent, key in received)
        if is_enum(component_schemas(data)[key]):
            enums.append(builder.enum(key))
        else:
            models.append(evolve(builder.model(key), direction=direction, multipart=key in multipart))
    return evolve(api, models=tuple(models), enums=tuple(enums))


def _direction(sent: bool, received: bool) -> ir.Direction:
    if sent and received:
        return ir.Direction.BOTH
    return ir.Direction.REQUEST if sent else ir.Direction.RESPONSE


def _sent(operations: Iterable[ir.Operation]) -> list[ir.Type]:
    types = [parameter.type for operation in operations for parameter in operation.parameters]
    return types + [
        content.type for operation in operations if operation.body for content in operation.body.contents
    ]


def _received(operations: Iterable[ir.Operation]) -> list[ir.Type]:
    """Return what answers hold; of a paged answer only the items, since its wrapper becomes a pager."""
    types = [operation.paging.item if operation.paging else operation.result for operation in operations]
    return [type_ for type_ in types if type_ is not None]


def _multipart(operations: Iterable[ir.Operation]) -> list[str]:
    return [
        key
        for operation in operations
        if operation.body
        for content in operation.body.contents
        if content.kind == "multipart"
        for key in ir.references(content.type)
    ]


class _Builder:
    """Builds models and enums from the parsed ones, remembering what it has built."""

    def __init__(self, data: Json, lifter: Lifter) -> None:
        self._data = data
        self._lifter = lifter
        self._models: dict[str, ir.Model] = {}

    def reach(self, types: Iterable[ir.Type]) -> set[str]:
        """Return the keys that these types name, through any number of models."""
        seen: set[str] = set()
        stack = [key for type_ in types for key in ir.references(type_)]
        while stack:
            key = stack.pop()
            if key in seen:
                continue
            seen.add(key)
            if not is_enum(component_schemas(self._data)[key]):
                stack.extend(inner for field in self.model(key).fields for inner in ir.references(field.type))
                additional = self.model(key).additional
                stack.extend(ir.references(additional) if additional else ())
        return seen

    def model(self, key: str) -> ir.Model:
        """Return the model of a component."""
        if key not in self._models:
            self._models[key] = self._build(key)
        return self._models[key]

    def _build(self, key: str) -> ir.Model:
        schema = component_schemas(self._data)[key]
        order = _property_order(self._data, schema)
        props = self._lifter.parsed(key)
        return ir.Model(
            key=key,
            wire=ir.SpecText(key),
            pointer=schema.get("x-odcgen-inline") or join("/components/schemas", key),
            fields=tuple(self._field(wire, props[wire], order[wire]) for wire in order if wire in props),
            additional=self._additional(key, schema),
            doc=text(schema.get("description")),
            hint=schema.get("x-odcgen-name"),
        )

    def _additional(self, key: str, schema: Json) -> ir.Type | None:
        """Free keys beside the named ones are kept only where the document gives them a type."""
        additional = as_object(schema.get("additionalProperties"))
        return self._lifter.additional(key, additional) if additional else None

    def _field(self, wire: str, prop: Any, definitions: list[Json]) -> ir.Field:
        first = self._lifter.defining(prop, definitions)
        target = resolve(self._data, first)
        type_ = self._lifter.type(prop, first)
        if any(not self._lifter.nullable(definition) for definition in definitions):
            type_ = ir.unwrap(type_)
        return ir.Field(
            wire=ir.SpecText(wire),
            type=type_,
            required=bool(prop.required),
            read_only=_flag(definitions, "readOnly"),
            write_only=_flag(definitions, "writeOnly"),
            deprecated=_flag(definitions, "deprecated"),
            doc=text(_note(first, "description") or _note(target, "description")),
            hint=_note(first, "x-odcgen-name"),
        )

    def enum(self, key: str) -> ir.Enum:
        """Return the enum of a component."""
        schema = component_schemas(self._data)[key]
        names = as_array(schema.get("x-enum-varnames"))
        values = list(dict.fromkeys(schema["enum"]))
        return ir.Enum(
            key=key,
            wire=ir.SpecText(key),
            pointer=schema.get("x-odcgen-inline") or join("/components/schemas", key),
            members=tuple(
                ir.EnumMember(
                    ir.SpecText(value) if isinstance(value, str) else value,
                    hint=names[index] if index < len(names) and isinstance(names[index], str) else None,
                )
                for index, value in enumerate(values)
            ),
            doc=text(schema.get("description")),
            hint=schema.get("x-odcgen-name"),
        )


def _property_order(data: Json, schema: Any) -> dict[str, list[Json]]:
    """Return the properties of a schema and its `allOf` parts, each with all its definitions, in order."""
    found: dict[str, list[Json]] = {}
    stack: list[Any] = [schema]
    seen: set[int] = set()
    while stack:
        node = resolve(data, stack.pop())
        if not is_object(node) or id(node) in seen:
            continue
        seen.add(id(node))
        for wire, definition in as_object(node.get("properties")).items():
            found.setdefault(wire, []).append(as_object(definition))
        stack.extend(reversed(as_array(node.get("allOf"))))
    return found


def _flag(definitions: list[Json], keyword: str) -> bool:
    return any(definition.get(keyword) is True for definition in definitions)


def _note(schema: Any, keyword: str) -> str | None:
    value = as_object(schema).get(keyword)
    return value if isinstance(value, str) else None


def text(value: Any) -> ir.SpecText | None:
    """Wrap a non-empty string of the document."""
    return ir.SpecText(value.strip()) if isinstance(value, str) and value.strip() else None
