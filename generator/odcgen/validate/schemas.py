"""Schemas: every keyword has the type that OpenAPI gives it, all the way down and without recursion."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from odcgen.documents.pointer import escape
from odcgen.kit.json_value import as_array, as_object, brief, is_array

from .context import FLAG, NUMBER, OBJECT, TEXT, Context
from .extensions import NAME
from .values import check_values

TYPES = frozenset(("string", "number", "integer", "boolean", "array", "object", "null"))

_FILE_HINT = "In OpenAPI 3 a file is a string of format binary."

_XML = {"name": TEXT, "namespace": TEXT, "prefix": TEXT, "attribute": FLAG, "wrapped": FLAG}
_BESIDE_REF = {"$ref", "description", "title", "nullable", "readOnly", "writeOnly", "deprecated", *NAME}
_GIVES_ITEMS = {"items", "$ref", "allOf", "anyOf", "oneOf"}

_Pending = list[tuple[Any, str]]
_Rule = Callable[[Context, Any, str, _Pending], None]


def check_schema(context: Context, schema: object, pointer: str) -> None:
    """Check a schema and those inside of it."""
    pending: _Pending = [(schema, pointer)]
    while pending:
        inner, at = pending.pop()
        if type(inner) is bool and context.is_31:
            continue
        if not context.is_object(inner, at):
            continue
        context.document.budget.spend("characters", len(at) // 2, at)
        context.kinds[at] = "schema"
        if "$ref" in inner and not context.is_31:  # which hides all that stands beside it
            inner = {keyword: value for keyword, value in inner.items() if keyword in _BESIDE_REF}
        for keyword, value in inner.items():
            rule = _RULES.get(keyword)
            if rule is not None:
                rule(context, value, f"{at}/{keyword}", pending)
        if inner.get("type") == "array" and not context.is_31 and not inner.keys() & _GIVES_ITEMS:
            context.report(
                f"{at}/items",
                'An array needs "items"',
                'Write "items": {} if they can be anything.',
                rule="array-without-items",
            )
        check_values(context, inner, at)


def _schema(_context: Context, value: Any, pointer: str, pending: _Pending) -> None:
    pending.append((value, pointer))


def _items(context: Context, value: Any, pointer: str, pending: _Pending) -> None:
    if is_array(value) and value:
        context.report(pointer, '"items" must be an object, not an array', rule="tuple-items")
    else:
        pending.append((value, pointer))


def _required(context: Context, value: Any, pointer: str, _pending: _Pending) -> None:
    if type(value) is bool:
        context.report(pointer, '"required" must be an array, not a boolean', rule="required-in-property")
    else:
        context.strings(value, pointer)


def _schema_or_flag(_context: Context, value: Any, pointer: str, pending: _Pending) -> None:
    if type(value) is not bool:
        pending.append((value, pointer))


def _schema_map(context: Context, value: Any, pointer: str, pending: _Pending) -> None:
    if context.is_object(value, pointer):
        context.document.budget.spend("characters", len(pointer) * len(value), pointer)
        pending.extend((child, f"{pointer}/{escape(name)}") for name, child in value.items())


def _schema_list(context: Context, value: Any, pointer: str, pending: _Pending) -> None:
    if context.is_array(value, pointer):
        if not value:
            context.report(pointer, "The array must have at least one schema", rule="empty-union")
        pending.extend((child, f"{pointer}/{index}") for index, child in enumerate(value))


def _all_of(context: Context, value: Any, pointer: str, pending: _Pending) -> None:
    _schema_list(context, value, pointer, pending)
    members = [f"{pointer}/{index}" for index in range(len(as_array(value)))]
    context.parts[pointer.removesuffix("/allOf")] = members


def _text(context: Context, value: Any, pointer: str, _pending: _Pending) -> None:
    if type(value) is not str:
        context.wrong_type(value, pointer, "a string")


def _flag(context: Context, value: Any, pointer: str, _pending: _Pending) -> None:
    if type(value) is not bool:
        context.wrong_type(value, pointer, "true or false")


def _number(context: Context, value: Any, pointer: str, _pending: _Pending) -> None:
    if type(value) not in NUMBER.types:
        context.wrong_type(value, pointer, "a number")


def _exclusive_limit(context: Context, value: Any, pointer: str, _pending: _Pending) -> None:
    if type(value) not in (bool, *NUMBER.types):  # a flag in OpenAPI 3.0, the limit itself in 3.1
        context.wrong_type(value, pointer, "a number, or true or false")


def _multiple_of(context: Context, value: Any, pointer: str, pending: _Pending) -> None:
    _number(context, value, pointer, pending)
    if type(value) in NUMBER.types and value <= 0:
        context.report(pointer, f'"multipleOf" must be greater than 0, not {brief(value)}')


def _count(context: Context, value: Any, pointer: str, _pending: _Pending) -> None:
    if type(value) not in NUMBER.types or value != int(value) or value < 0:
        name = pointer.rpartition("/")[2]
        context.report(pointer, f'"{name}" must be a whole number from 0 on, not {brief(value)}')


def _type(context: Context, value: Any, pointer: str, _pending: _Pending) -> None:
    if is_array(value) and not context.is_31:
        hint = 'Write one type, and "nullable": true beside it where null is allowed.'
        context.report(pointer, "A list of types needs OpenAPI 3.1", hint, rule="type-list")
        return
    for name in value if is_array(value) else [value]:
        if name is None and is_array(value):
            context.report(pointer, '"type" must be a string, not null', rule="null-as-type")
        elif type(name) is not str:
            context.wrong_type(name, pointer, "a string")
        elif name not in TYPES:
            file_hint = _FILE_HINT if name == "file" else None
            context.report(pointer, f"{brief(name)} is not a type of JSON", file_hint)


def _docs(context: Context, value: Any, pointer: str, _pending: _Pending) -> None:
    context.check_docs({"externalDocs": value}, pointer.removesuffix("/externalDocs"))


def _xml(context: Context, value: Any, pointer: str, _pending: _Pending) -> None:
    if context.is_object(value, pointer):
        context.fields(value, pointer, _XML)


def _strings_map(context: Context, value: Any, pointer: str, _pending: _Pending) -> None:
    for _, names, at in context.children(value, pointer):
        context.strings(names, at)


def _discriminator(context: Context, value: Any, pointer: str, _pending: _Pending) -> None:
    if not context.is_object(value, pointer):
        return
    context.require(value, pointer, "propertyName")
    context.fields(value, pointer, {"propertyName": TEXT, "mapping": OBJECT})
    schemas = context.component("schemas") or {}
    for _, target, at in context.children(as_object(value.get("mapping")), f"{pointer}/mapping"):
        if type(target) is not str:
            context.wrong_type(target, at, "a string")
        elif target in schemas:
            context.refer(f"#/components/schemas/{escape(target)}", at, "schema")
        elif "/" in target or "#" in target:
            context.refer(target, at, "schema")
        else:
            message = f"There is no schema {brief(target)} in components/schemas"
            context.report(at, message, rule="dangling-mapping")


def _reference(context: Context, value: Any, pointer: str, _pending: _Pending) -> None:
    context.refer(value, pointer.removesuffix("/$ref"), "schema")


_RULES: dict[str, _Rule] = {
    "$ref": _reference,
    "type": _type,
    "required": _required,
    "items": _items,
    "discriminator": _discriminator,
    "allOf": _all_of,
    "multipleOf": _multiple_of,
    "dependentRequired": _strings_map,
    "externalDocs": _docs,
    "xml": _xml,
    **dict.fromkeys(("anyOf", "oneOf", "prefixItems"), _schema_list),
    **dict.fromkeys(("properties", "patternProperties", "dependentSchemas", "$defs"), _schema_map),
    **dict.fromkeys(("not", "if", "then", "else", "contains", "propertyNames"), _schema),
    **dict.fromkeys(("contentSchema", "unevaluatedItems", "unevaluatedProperties"), _schema),
    **dict.fromkeys(("additionalProperties",), _schema_or_flag),
    **dict.fromkeys(("title", "description", "format", "pattern", *NAME), _text),
    **dict.fromkeys(("nullable", "readOnly", "writeOnly", "deprecated", "uniqueItems"), _flag),
    **dict.fromkeys(("minimum", "maximum"), _number),
    **dict.fromkeys(("exclusiveMinimum", "exclusiveMaximum"), _exclusive_limit),
    **dict.fromkeys(
        ("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"), _count
    ),
    **dict.fromkeys(("minContains", "maxContains"), _count),
}
