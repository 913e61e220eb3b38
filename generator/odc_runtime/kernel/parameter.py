"""How a parameter, a field of a form or a whole body is written, where that is not a text as usual."""

from __future__ import annotations

__all__ = ["Media", "Param"]

FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"
EXACT: dict[str, type] = {"int": int, "bool": bool, "number": float}


class Param:
    """One parameter, or one field of a form.

    Args:
        name: Its name on the wire.
        place: Where it goes: path, query, header or cookie; a form's fields are written as a query's.
        kind: What it takes: text, int, number, bool, date, datetime, object, any, `text[]`, `int|bool`.
        style: The style of the document; empty for the usual one of the place.
        explode: Whether each item or property stands by itself; None for what is usual for the style.
        required: Whether None is refused.
        reserved: Whether characters such as `/` and `?` stand unescaped.
        media_type: The media type in which its value is written; the style does not count then.
        nested: How lists and objects inside an object are written: brackets, indices or repeat.
        headers: The headers of its part in a multipart body.
    """

    __slots__ = (
        "exact",
        "explode",
        "headers",
        "kind",
        "media_type",
        "name",
        "nested",
        "place",
        "required",
        "reserved",
        "style",
        "styled",
    )

    def __init__(
        self,
        name: str,
        place: str = "query",
        kind: str = "text",
        *,
        style: str = "",
        explode: bool | None = None,
        required: bool = False,
        reserved: bool = False,
        media_type: str = "",
        nested: str = "",
        headers: dict[str, str] | None = None,
    ) -> None:
        self.name = name
        self.place = place
        self.kind = kind
        self.style = style or ("form" if place in ("query", "cookie") else "simple")
        self.explode = self.style == "form" if explode is None else explode
        self.styled = bool(style) or explode is not None or reserved
        self.required = required
        self.reserved = reserved
        self.media_type = media_type
        self.nested = nested
        self.headers = headers or {}
        # A value of just this type is written as any text is: no more to look at.
        plain = place == "query" and not media_type and self.style != "deepObject"
        self.exact = EXACT.get(kind) if plain else None


class Media:
    """One media type in which a body can be sent.

    Args:
        media_type: Its name, also a range such as `*/*`.
        kind: What it takes, as a parameter's; the name of a class stands for its models, file for bytes.
        parts: The fields of a form that are not written the usual way.

    Attributes:
        form: How it is written: json, form, multipart, text or binary.
        essence: Its name in lower case, without parameters.
    """

    __slots__ = ("essence", "form", "kind", "media_type", "parts")

    def __init__(self, media_type: str, kind: str = "any", parts: tuple[Param, ...] = ()) -> None:
        self.media_type = media_type
        self.kind = kind
        self.parts = {part.name: part for part in parts}
        self.essence = essence = media_type.partition(";")[0].strip().lower()
        if kind == "file":
            self.form = "binary"
        elif is_json(essence):
            self.form = "json"
        elif essence in (FORM, MULTIPART):
            self.form = "form" if essence == FORM else "multipart"
        else:
            self.form = "text" if kind == "text" or essence.startswith("text/") else "binary"


def is_json(essence: str) -> bool:
    """Tell whether a media type is JSON (RFC 6839), or a range that has room for it."""
    return essence in ("application/json", "text/json", "*/*", "application/*") or essence.endswith("+json")
