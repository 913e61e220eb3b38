"""Schema objects, and the references to them."""

from __future__ import annotations

from typing import Any

from odcgen.kit.json_value import Json, as_object, is_array, is_object

_MOVED = {
    "#/definitions/": "#/components/schemas/",
    "#/responses/": "#/components/responses/",
}
_NULLABLE = ("x-nullable", "x-isnullable")


def reference(ref: Any) -> Any:
    """Return a local reference as it reads in OpenAPI 3."""
    for old, new in _MOVED.items():
        if isinstance(ref, str) and ref.startswith(old):
            return new + ref.removeprefix(old)
    return ref


def schema(value: Any) -> Any:
    """Return a schema of Swagger 2.0 as one of OpenAPI 3.0; what is no schema is left for the validation."""
    if not is_object(value):
        return value
    nullable = any(value.get(name) is True for name in _NULLABLE)
    if "$ref" in value:
        ref = {"$ref": reference(value["$ref"])}
        return {"allOf": [ref], "nullable": True} if nullable else ref
    result = {name: _member(name, child) for name, child in value.items() if name not in _NULLABLE}
    if nullable:
        result["nullable"] = True
    if result.get("type") == "file":
        result |= {"type": "string", "format": "binary"}
    if isinstance(discriminator := result.get("discriminator"), str):
        result["discriminator"] = {"propertyName": discriminator}
    return result


def _member(name: str, value: Any) -> Any:
    if name == "items" and is_array(value):
        return [schema(child) for child in value]
    if name == "properties":
        return {key: schema(child) for key, child in value.items()} if is_object(value) else value
    if name in ("items", "additionalProperties", "not"):
        return schema(value)
    if name in ("allOf", "anyOf", "oneOf") and is_array(value):
        return [schema(child) for child in value]
    return value


def inline_schema(item: Json, *, besides: tuple[str, ...]) -> Json:
    """Return the schema that a parameter or header states in its own fields."""
    left_out = {*besides, "collectionFormat", "allowEmptyValue"}
    fields = {
        name: value
        for name, value in item.items()
        if name not in left_out and (name in _NULLABLE or not name.startswith("x-"))
    }
    if is_object(items := fields.get("items")):
        fields["items"] = inline_schema(items, besides=())
    return as_object(schema(fields))
