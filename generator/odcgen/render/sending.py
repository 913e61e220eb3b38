"""How parameters and bodies are written, as a template meets them: only what is not as usual."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import define, frozen

from odcgen import ir

_KINDS: dict[ir.ScalarKind, str] = {
    "str": "text",
    "bytes": "text",
    "uuid": "text",
    "int": "int",
    "float": "number",
    "bool": "bool",
    "date": "date",
    "datetime": "datetime",
    "any": "any",
    "none": "any",
}
_CONSTANTS: dict[type, str] = {bool: "bool", int: "int", str: "text"}
_SCALARS = frozenset(_KINDS.values()) - {"any"}
_USUAL = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}


@frozen
class ParamView:
    """A parameter, or a field of a form, that is no text written the usual way."""

    wire: ir.SpecText
    place: ir.Location
    kind: str
    """What it takes, as the runtime's `Param` says it."""
    style: str
    """Empty for the usual one."""
    explode: bool | None
    required: bool
    reserved: bool
    media_type: ir.SpecText | None
    nested: str
    headers: tuple[tuple[ir.SpecText, ir.SpecText], ...] = ()


@frozen
class MediaView:
    """One media type of a body."""

    media_type: ir.SpecText
    kind: str
    fields: tuple[ParamView, ...]


@define
class SendingWriter:
    """Says of what kind values are; models are told by the names of their classes."""

    names: Mapping[str, str]
    enums: Mapping[str, str]

    def params(self, operation: ir.Operation) -> tuple[ParamView, ...]:
        """Return the parameters that the runtime must know of, in their order."""
        views = (self._param(one) for one in (*operation.path_parameters, *operation.other_parameters))
        return tuple(view for view in views if view is not None)

    def media(self, body: ir.Body | None) -> tuple[MediaView, ...]:
        """Return the media types of a body; none where any JSON is sent."""
        if body is None:
            return ()
        views = tuple(self._media(content, spread=body.spread) for content in body.contents)
        usual = [(view.media_type.text, view.kind) for view in views] == [("application/json", "any")]
        return () if usual else views

    def _param(self, one: ir.Parameter) -> ParamView | None:
        kind = self.kind(one.type)
        usual = _USUAL[one.location]
        single = _SCALARS.issuperset(kind.split("|"))
        style = one.style or usual
        if style == usual or (single and style not in ("label", "matrix")):
            style = ""
        explode = None if single or one.explode in (None, (style or usual) == "form") else one.explode
        required = one.required and one.location != "path"
        if kind == "text" and not (
            style or explode is not None or required or one.reserved or one.media_type
        ):
            return None
        return ParamView(
            one.wire,
            one.location,
            kind,
            style,
            explode,
            required,
            one.reserved,
            one.media_type,
            one.nested or "" if style == "deepObject" else "",
        )

    def _media(self, content: ir.BodyContent, *, spread: bool) -> MediaView:
        kinds = {"binary": "file", "text": "text"}
        kind = "any" if spread else kinds.get(content.kind) or self.kind(content.type)
        return MediaView(content.media_type, kind, tuple(map(_field, content.fields)))

    def kind(self, type_: ir.Type) -> str:
        """Return what a value of a type is, as the runtime checks it: `int`, `text[]`, `User|object`."""
        if isinstance(type_, ir.Scalar):
            return _KINDS[type_.kind]
        if isinstance(type_, ir.Const):
            return _CONSTANTS[type(type_.value)]
        if isinstance(type_, ir.Ref):
            enum = self.enums.get(type_.key)
            return self.names[type_.key] if enum is None else "text" if enum == "str" else "int"
        if isinstance(type_, ir.MapOf):
            return "object"
        if isinstance(type_, ir.ListOf):
            inner = self.kind(type_.item)
            return "any[]" if "|" in inner or inner.endswith("[]") else f"{inner}[]"
        if isinstance(type_, ir.Nullable):
            return f"{self.kind(type_.inner)}|null"
        kinds = list(dict.fromkeys(one for member in type_.members for one in self.kind(member).split("|")))
        return "any" if "any" in kinds else "|".join(kinds)


def _field(field: ir.FormField) -> ParamView:
    return ParamView(
        field.wire,
        "query",
        "text",
        field.style or "",
        field.explode,
        False,
        field.reserved,
        field.media_type,
        field.nested or "",
        field.headers,
    )
