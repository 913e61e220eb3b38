"""The request body of an operation: the media types in which it can be sent."""

from __future__ import annotations

from odcgen import ir
from odcgen.kit.json_value import Json, as_object

from .facts import said, told
from .library import MediaType, Reference, RequestBody
from .media_types import Kind, kind_of
from .types import Types

_BYTES, _TEXT = ir.Scalar("bytes"), ir.Scalar("str")


def lift_body(body: RequestBody | Reference | None, types: Types) -> ir.Body | None:
    """Return the body of an operation; of media types written alike that hold the same, the first counts."""
    if not isinstance(body, RequestBody) or not body.content:
        return None
    contents: dict[tuple[Kind, ir.Type], ir.BodyContent] = {}
    for name, media_type in body.content.items():
        content = _content(name.get_untrusted_value(), media_type, types)
        contents.setdefault((content.kind, content.type), content)
    return ir.Body(tuple(contents.values()), required=body.required, doc=told(body, "description"))


def _content(wire: str, media_type: MediaType, types: Types) -> ir.BodyContent:
    bare = types.bare(media_type.media_type_schema)
    kind = kind_of(wire)
    if kind == "json" and bare == _BYTES:
        kind = "binary"
    elif kind == "binary" and bare == _TEXT:
        kind = "text"
    if kind in ("binary", "text"):
        bare = _BYTES if kind == "binary" else ir.UnionOf((_TEXT, _BYTES))
    sent_as = "application/json" if kind == "json" and "*" in wire else wire
    fields = as_object(said(media_type, "x-odcgen-fields")).items()
    described = tuple(_field(name, as_object(field)) for name, field in fields)
    return ir.BodyContent(ir.SpecText(sent_as), kind, bare, described)


def _field(name: str, field: Json) -> ir.FormField:
    headers = as_object(field.get("headers"))
    return ir.FormField(
        wire=ir.SpecText(name),
        style=field.get("style"),
        explode=field.get("explode"),
        reserved=field.get("allowReserved") is True,
        media_type=ir.SpecText(field["contentType"]) if "contentType" in field else None,
        nested=field.get("nested"),
        headers=tuple((ir.SpecText(name), ir.SpecText(value)) for name, value in headers.items()),
    )
