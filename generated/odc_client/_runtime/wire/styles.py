"""The styles of OpenAPI: how lists and objects are written into paths, queries, headers and forms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from ..errors.base import InvalidArgument
from ..kernel.parameter import is_json
from ..kernel.unset import UNSET
from .checks import fits_argument, is_list, is_object, shown, told
from .scalars import MORE_IN_QUERY, quoted, scalar, segment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ..kernel.operation import Operation
    from ..kernel.parameter import Param

    Shape = str | list[str] | dict[str, str]
    Write = Callable[[str], str]

__all__ = ["fields_of", "form_pairs", "joined", "query_pairs", "shape_of", "styled_segment", "value_of"]

DELIMITERS = {"form": ",", "spaceDelimited": "%20", "pipeDelimited": "%7C"}


def value_of(operation: Operation[Any], param: Param, value: object) -> Shape:
    """Return a checked value as a text, texts, or texts by name; with a media type always as one text.

    Raises:
        InvalidArgument: It is not of the kind that the parameter takes, or has no place in a parameter.
    """
    where = f"{operation.name}: {param.name}"
    if not fits_argument(param.kind, value):
        raise InvalidArgument(f"{where} must be {told(param.kind)}, not {shown(value)}")
    try:
        return content_of(param.media_type, value) if param.media_type else shape_of(value)
    except InvalidArgument as error:
        raise InvalidArgument(f"{where}: {error}") from None


def content_of(media_type: str, value: object) -> str:
    """Return a value as one text in a media type."""
    if not is_json(media_type.partition(";")[0].strip().lower()):
        return scalar(value)
    from .json_text import json_text

    return json_text(value)


def shape_of(value: object) -> Shape:
    """Return a value as a text, texts, or texts by name."""
    if is_list(value):
        return [scalar(item) for item in cast("Iterable[object]", value)]
    fields = fields_of(value)
    if fields is None:
        return scalar(value)
    shape: dict[str, str] = {}
    for name, item in fields.items():
        if item is None:
            raise InvalidArgument(f"{name!r} is None, for which there is no text; leave it out")
        shape[name] = scalar(item)
    return shape


def fields_of(value: object) -> Mapping[str, object] | None:
    """Return the fields of an object, those that are UNSET left out; None for what is no object."""
    if not is_object(value):
        return None
    if not isinstance(value, Mapping):
        value = cast("Any", value).encode()
    named = cast("Mapping[object, object]", value)
    if wrong := [name for name in named if not isinstance(name, str)]:
        raise InvalidArgument(f"the name {wrong[0]!r} of a field is no text")
    return {str(name): item for name, item in named.items() if item is not UNSET}


def joined(shape: list[str] | dict[str, str], separator: str, explode: bool, write: Write) -> str:
    """Return the parts of a list or an object in a row; exploded, a property is `name=value`."""
    if isinstance(shape, list):
        return separator.join(map(write, shape))
    if explode:
        return separator.join(f"{write(name)}={write(item)}" for name, item in shape.items())
    return separator.join(write(text) for pair in shape.items() for text in pair)


def styled_segment(operation: Operation[Any], param: Param, value: object) -> str:
    """Return a path value in the style simple, label or matrix."""
    shape = value_of(operation, param, value)

    def write(text: str) -> str:
        return segment(operation, text) if text or isinstance(shape, str) else ""

    if not shape and not isinstance(shape, str):
        raise InvalidArgument(f"{operation.name}: {param.name} is empty, which a path has no place for")
    if param.style == "matrix":
        return _matrix(param, shape, write)
    before = "." if param.style == "label" else ""
    if isinstance(shape, str):
        return before + segment(operation, shape)
    text = joined(shape, "." if before and param.explode else ",", param.explode, write)
    if text in ("", "."):
        raise InvalidArgument(f"{operation.name}: {param.name} is empty, which a path has no place for")
    return before + text


def _matrix(param: Param, shape: Shape, write: Write) -> str:
    name = quoted(param.name)
    if isinstance(shape, str):
        return f";{name}={write(shape)}" if shape else f";{name}"
    if not param.explode:
        return f";{name}={joined(shape, ',', False, write)}"
    if isinstance(shape, list):
        return "".join(f";{name}={write(item)}" for item in shape)
    return "".join(f";{write(field)}={write(item)}" for field, item in shape.items())


def query_pairs(
    operation: Operation[Any], param: Param, value: object, beside: Mapping[str, object]
) -> list[str]:
    """Return the `name=value` pairs of a query parameter; `beside` are all values of the query."""
    if param.style == "deepObject" and not param.media_type:
        return _deep(operation, param, value)
    shape = value_of(operation, param, value)
    if not shape and not isinstance(shape, str) and param.required:
        raise InvalidArgument(f"{operation.name}: {param.name} is empty: nothing of it would be sent")
    if isinstance(shape, dict) and param.explode and (twice := shape.keys() & beside.keys() - {param.name}):
        raise InvalidArgument(
            f"{operation.name}: {param.name} holds {min(twice)!r}, which is a parameter of its own"
        )
    try:
        return form_pairs(param, shape)
    except InvalidArgument as error:
        raise InvalidArgument(f"{operation.name}: {param.name}: {error}") from None


def form_pairs(param: Param, shape: Shape) -> list[str]:
    """Return url-encoded pairs in the style form, spaceDelimited or pipeDelimited."""
    safe = MORE_IN_QUERY if param.reserved else ""
    name = quoted(param.name)

    def write(text: str) -> str:
        return quoted(text, safe)

    if isinstance(shape, str):
        return [f"{name}={write(shape)}"]
    if not shape:
        return []
    if isinstance(shape, list) and param.explode:
        return [f"{name}={write(item)}" for item in shape]
    if isinstance(shape, dict) and (param.explode or param.style == "deepObject"):
        return [f"{quoted(field)}={write(item)}" for field, item in shape.items()]
    delimiter = DELIMITERS.get(param.style, ",")
    return [f"{name}={joined(shape, delimiter, False, _whole(delimiter, write))}"]


def _whole(delimiter: str, write: Write) -> Write:
    """Refuse what holds the delimiter, where that is escaped like any other character."""

    def checked(text: str) -> str:
        found = write(text)
        if delimiter != "," and delimiter in found:
            raise InvalidArgument(f"{text!r} holds the character that separates the items")
        return found

    return checked


def _deep(operation: Operation[Any], param: Param, value: object) -> list[str]:
    if not fits_argument(param.kind, value):
        raise InvalidArgument(
            f"{operation.name}: {param.name} must be {told(param.kind)}, not {shown(value)}"
        )
    safe = MORE_IN_QUERY if param.reserved else ""
    try:
        return [f"{quoted(name)}={quoted(text, safe)}" for name, text in deep_pairs(param, value)]
    except InvalidArgument as error:
        raise InvalidArgument(f"{operation.name}: {param.name}: {error}") from None


def deep_pairs(param: Param, value: object) -> list[tuple[str, str]]:
    """Return the pairs `name[field]`, value of the style deepObject, not yet encoded.

    OpenAPI says nothing of lists and of objects inside objects: these need `nested`.
    """
    if not is_list(value) and not is_object(value):
        return [(param.name, scalar(value))]
    return _nested(param.name, value, param.nested, depth=0)


def _nested(name: str, value: object, how: str, depth: int) -> list[tuple[str, str]]:
    fields = fields_of(value)
    several = is_list(value)
    if value is None:
        raise InvalidArgument(f"{name} is None, for which there is no text; leave it out")
    if (several or (depth and fields is not None)) and not how:
        raise InvalidArgument(
            f"{name} is {'a list' if several else 'an object'}, of which the style deepObject says nothing;"
            ' generate with "x-odcgen-nested": brackets, indices or repeat at the parameter'
        )
    if fields is not None:
        inner = [(f"{name}[{field}]", item) for field, item in fields.items()]
    elif several:
        items = list(cast("Iterable[object]", value))
        inner = [(name + _mark(how, index), item) for index, item in enumerate(items)]
        if how == "repeat" and any(is_list(item) or is_object(item) for item in items):
            raise InvalidArgument(f"{name} holds lists or objects, which cannot be told apart when repeated")
    else:
        return [(name, scalar(value))]
    if depth > 20:
        raise InvalidArgument(f"{name} is nested too deeply")
    return [pair for field, item in inner for pair in _nested(field, item, how, depth + 1)]


def _mark(how: str, index: int) -> str:
    return f"[{index}]" if how == "indices" else "[]" if how == "brackets" else ""
