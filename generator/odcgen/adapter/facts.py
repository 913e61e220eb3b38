"""Single facts that an object of the document model states."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from odcgen import ir

from .library import AnySchema, DataType, Schema, UntrustedString


def said(node: BaseModel, keyword: str) -> Any:
    """Return what an object says under a keyword, also one that the model does not know.

    The notes beside a `$ref` are such: the model keeps them as they came, with the extensions.
    """
    extra = node.model_extra or {}
    value = extra[keyword] if keyword in extra else getattr(node, keyword, None)
    return value.get_untrusted_value() if isinstance(value, UntrustedString) else value


def told(node: BaseModel, keyword: str) -> ir.SpecText | None:
    """Return the text that an object has under a keyword, if it is one."""
    return text(said(node, keyword))


def hint(node: BaseModel) -> str | None:
    """Return the Python name that an overlay asks for."""
    value = said(node, "x-odcgen-name")
    return value if isinstance(value, str) else None


def text(value: Any) -> ir.SpecText | None:
    """Wrap a non-empty string of the document."""
    return ir.SpecText(value.strip()) if isinstance(value, str) and value.strip() else None


def single_type(schema: Schema) -> DataType | None:
    """Return the type of a schema; the model writes `nullable` into the type as well, as a list with null."""
    kinds = schema.type if isinstance(schema.type, list) else [schema.type]
    others = [kind for kind in kinds if kind is not DataType.NULL]
    return others[0] if others else DataType.NULL


def union_members(schema: Schema) -> list[AnySchema]:
    """Return the schemas of which a value fits one, without the null that the model makes of `nullable`."""
    return [
        member
        for member in (*schema.anyOf, *schema.oneOf)
        if not (schema.nullable and isinstance(member, Schema) and member.type is DataType.NULL)
    ]


def is_enum(schema: Schema) -> bool:
    """Tell whether a schema lists strings or integers; other lists of values are left as their type."""
    kinds: set[Any] = {type(value) for value in schema.enum or ()}
    return kinds in ({str}, {int})


def is_class(schema: Schema) -> bool:
    """Tell whether a component becomes a class: an enum, or an object with properties."""
    return is_enum(schema) or bool(schema.properties)


def constant(schema: Schema) -> str | int | bool | None:
    """Return the only value that a schema allows, if it is of a type that Python's `Literal` has."""
    return schema.const if isinstance(schema.const, str | int) else None
