"""The request body of an operation: the media types in which it can be sent."""

from __future__ import annotations

from odcgen import ir

from .facts import told
from .library import Reference, RequestBody
from .media_types import Kind, kind_of
from .types import Types


def lift_body(body: RequestBody | Reference | None, types: Types) -> ir.Body | None:
    """Return the body of an operation; of several media types that are written alike, the first counts."""
    if not isinstance(body, RequestBody) or not body.content:
        return None
    contents: dict[Kind, ir.BodyContent] = {}
    for name, media_type in body.content.items():
        wire = name.get_untrusted_value()
        if (kind := kind_of(wire)) not in contents:
            type_ = ir.Scalar("bytes") if kind == "binary" else types.bare(media_type.media_type_schema)
            contents[kind] = ir.BodyContent(ir.SpecText(_sent_as(wire)), kind, type_)
    return ir.Body(tuple(contents.values()), required=body.required, doc=told(body, "description"))


def _sent_as(media_type: str) -> str:
    """A wildcard is no content type."""
    return "application/json" if media_type in ("*/*", "application/*") else media_type
