"""odcgen's own extensions, mostly from overlays: each has the form that later stages rely on."""

from __future__ import annotations

from typing import Any

from odcgen.kit.json_value import as_array, brief, is_array, is_object

from .context import ARRAY, FLAG, NUMBER, OBJECT, TEXT, Context, Expected

NAME = {"x-odcgen-name": TEXT}
"""What a parameter or a schema may say of its Python name."""

_ROOT = {"x-odcgen-rate-limits": ARRAY}
_OPERATION = {
    **NAME,
    "x-odcgen-permissions": ARRAY,
    "x-odcgen-removal": TEXT,
    "x-odcgen-poll": OBJECT,
    "x-odcgen-upload": OBJECT,
    "x-odcgen-paging": OBJECT,
}
_PARTS: dict[str, tuple[dict[str, Expected], tuple[str, ...]]] = {
    "x-odcgen-poll": (
        {
            "method": TEXT,
            "key": TEXT,
            "status": TEXT,
            "done": ARRAY,
            "failed": ARRAY,
            "pause": ARRAY,
            "missing_ok": FLAG,
            "messages": TEXT,
        },
        ("done",),
    ),
    "x-odcgen-upload": ({"method": TEXT, "url": TEXT}, ("url",)),
    "x-odcgen-paging": (
        {
            **dict.fromkeys(("items", "limit", "offset", "page", "cursor"), TEXT),
            **dict.fromkeys(("next", "total", "more", "pages"), TEXT),
            "link": FLAG,
            "first": NUMBER,
        },
        (),
    ),
}


def check_root_extensions(context: Context) -> None:
    """Check what the document says as a whole."""
    context.fields(context.data, "", _ROOT)
    for index, limit in enumerate(as_array(context.data.get("x-odcgen-rate-limits"))):
        _check_limit(context, limit, f"/x-odcgen-rate-limits/{index}")


def check_operation_extensions(context: Context, operation: dict[str, Any], pointer: str) -> None:
    """Check what an operation says beyond OpenAPI."""
    context.fields(operation, pointer, _OPERATION)
    if is_array(permissions := operation.get("x-odcgen-permissions")):
        context.strings(permissions, f"{pointer}/x-odcgen-permissions")
    for name, (fields, required) in _PARTS.items():
        if is_object(part := operation.get(name)):
            _check_part(context, part, f"{pointer}/{name}", fields, required)


def _check_part(
    context: Context,
    part: dict[str, Any],
    pointer: str,
    fields: dict[str, Expected],
    required: tuple[str, ...],
) -> None:
    context.fields(part, pointer, fields)
    context.require(part, pointer, *required)
    for name, value in part.items():
        if fields.get(name) is ARRAY and is_array(value):
            context.strings(value, f"{pointer}/{name}")


def _check_limit(context: Context, limit: object, pointer: str) -> None:
    if not context.is_object(limit, pointer):
        return
    context.fields(limit, pointer, {"method": TEXT, "path": TEXT})
    context.require(limit, pointer, "per_minute")
    number = limit.get("per_minute", 1)
    if type(number) is not int or number < 1:
        message = f'"per_minute" must be a whole number from 1 on, not {brief(number)}'
        context.report(f"{pointer}/per_minute", message)
