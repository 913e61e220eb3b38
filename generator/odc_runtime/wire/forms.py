"""Forms: the fields of a model or a mapping, url-encoded or as the parts of a multipart body."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from ..errors.base import InvalidArgument
from ..kernel.parameter import FORM, Param
from ..kernel.unset import UNSET
from .checks import is_list, is_object
from .content import Content
from .json_text import json_text, to_json
from .scalars import quoted, scalar
from .styles import content_of, deep_pairs, fields_of, form_pairs, shape_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ..kernel.operation import Operation
    from ..kernel.parameter import Media

__all__ = ["form_content", "item_text", "plain_of", "refuse_null", "written"]

T = TypeVar("T")


def form_content(operation: Operation[Any], media: Media, body: object) -> Content:
    """Return the fields of a model or a mapping as a url-encoded form.

    Raises:
        InvalidArgument: One of them has no place in a form.
    """
    return Content(FORM, "&".join(written(operation, media, body, _pairs)).encode("ascii"))


def written(
    operation: Operation[Any],
    media: Media,
    body: object,
    write: Callable[[Param | None, str, object], Iterable[T]],
) -> list[T]:
    """Return what `write` makes of each field of a model or a mapping; what is UNSET is left out."""
    found: list[T] = []
    for name, value in _fields(body):
        if value is UNSET:
            continue
        try:
            found += write(media.parts.get(name), name, value)
        except InvalidArgument as error:
            raise InvalidArgument(f"the body of {operation.name}: {name}: {error}") from None
    return found


def _fields(body: object) -> Iterable[tuple[str, object]]:
    if hasattr(body, "encode_multipart"):
        return cast("Iterable[tuple[str, object]]", cast("Any", body).encode_multipart())
    return (fields_of(body) or {}).items()


def _pairs(param: Param | None, name: str, value: object) -> list[str]:
    """Return one field of an url-encoded form."""
    value = plain_of(value)
    if param is not None and param.media_type:
        return [f"{quoted(name)}={quoted(content_of(param.media_type, value))}"]
    refuse_null(value)
    if param is not None and param.style == "deepObject":
        return [f"{quoted(field)}={quoted(text)}" for field, text in deep_pairs(param, value)]
    if is_list(value) and (param is None or param.explode):
        return [f"{quoted(name)}={quoted(item_text(item))}" for item in cast("Iterable[object]", value)]
    return form_pairs(param or Param(name), shape_of(value))


def plain_of(value: object) -> object:
    """Return a field as JSON has it: of models, dates and enums nothing is left in it."""
    if _is_plain(value):
        return value
    try:
        return to_json(value)
    except TypeError:
        return scalar(value)


def _is_plain(value: object) -> bool:
    return value is None or isinstance(value, (str, int, float, Mapping)) or is_list(value)


def item_text(value: object) -> str:
    """Return an item of a list as text; what has parts itself is written as JSON."""
    refuse_null(value)
    plain = plain_of(value)
    return json_text(plain) if is_object(plain) or is_list(plain) else scalar(plain)


def refuse_null(value: object) -> None:
    """Refuse None, for which a form has no text."""
    if value is None:
        raise InvalidArgument("None has no place in a form; leave the field out")
