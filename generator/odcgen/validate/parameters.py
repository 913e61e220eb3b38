"""Parameters: where they go, how they are written, what they hold."""

from __future__ import annotations

from typing import Any

from odc_runtime.kernel.rules import is_token

from odcgen.kit.json_value import brief

from .content import SWAGGER_HINT, check_value
from .context import FLAG, TEXT, Context, is_writable
from .extensions import NAME, NESTED, check_nested

_FIELDS = {
    "name": TEXT,
    "in": TEXT,
    "description": TEXT,
    "required": FLAG,
    "deprecated": FLAG,
    "allowEmptyValue": FLAG,
    "style": TEXT,
    "explode": FLAG,
    "allowReserved": FLAG,
    **NAME,
    **NESTED,
}
_STYLES = {
    "path": ("simple", "label", "matrix"),
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "header": ("simple",),
    "cookie": ("form",),
}


def check_parameter(context: Context, parameter: object, pointer: str) -> None:
    """Check one parameter."""
    if not context.is_inline(parameter, pointer, "parameter"):
        return
    context.require(parameter, pointer, "name", "in")
    context.fields(parameter, pointer, _FIELDS)
    place = parameter.get("in")
    if type(place) is str and place not in _STYLES:
        hint = SWAGGER_HINT if place in ("body", "formData") else f"It can be in: {', '.join(_STYLES)}."
        context.report(f"{pointer}/in", f"A parameter cannot be in {brief(place)}", hint)
    elif type(place) is str:
        _check_style(context, parameter, pointer, place)
    name = parameter.get("name")
    if place in ("header", "cookie") and type(name) is str and not is_token(name):
        context.report(f"{pointer}/name", f"The {place} {brief(name)} has a name that no request can carry")
    elif type(name) is str and not is_writable(name):
        context.report(f"{pointer}/name", f"The name {brief(name)} cannot be written in UTF-8")
    if place == "path" and parameter.get("required") is not True:
        message = 'A path parameter must say "required": true'
        context.report(f"{pointer}/required", message, rule="optional-path-parameter")
    check_nested(context, parameter, pointer)
    check_value(context, parameter, pointer)


def _check_style(context: Context, parameter: dict[str, Any], pointer: str, place: str) -> None:
    style = parameter.get("style")
    if type(style) is str and style not in _STYLES[place]:
        message = f"The style {brief(style)} is not one for a parameter in {place}"
        context.report(f"{pointer}/style", message, f"Possible: {', '.join(_STYLES[place])}.")
