"""The whole document: servers, paths, components."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from odcgen.documents.document import Document, Origin
from odcgen.documents.pointer import escape
from odcgen.errors import DocumentError
from odcgen.kit.json_value import Json, as_array, as_object, brief, copy_value, is_object

from .operations import Converter
from .parameters import Note
from .schemas import schema
from .security import security_schemes

_KEPT = ("info", "security", "tags", "externalDocs")
_MOVED = {
    "": "",
    "/openapi": "/swagger",
    "/components/schemas": "/definitions",
    "/components/responses": "/responses",
    "/components/securitySchemes": "/securityDefinitions",
    "/servers": "/host",
}
"""Where sections of the result come from."""


def is_swagger(document: Document) -> bool:
    """Tell whether a document says that it is Swagger."""
    return "swagger" in document.data and "openapi" not in document.data


def convert(document: Document) -> tuple[Document, list[str]]:
    """Return a Swagger 2.0 document as OpenAPI 3.0, and what OpenAPI cannot say of it, a sentence each.

    Raises:
        DocumentError: if it is of another version, or an operation has two bodies.
    """
    version = document.data["swagger"]
    if version not in ("2.0", 2.0):
        line = document.line("/swagger")
        message = f"The Swagger version {brief(version)} is not supported, only 2.0 is"
        raise DocumentError(message, file=document.path, pointer="/swagger", line=line)
    try:
        data, converter = _converted(copy_value(document.data), document)
    except RecursionError:
        raise DocumentError("The document is nested too deeply", file=document.path) from None
    origins = {new: Origin(document, old) for new, old in (_MOVED | converter.origins).items()}
    return evolve(document, data=data, origins=origins), [_told(document, note) for note in converter.notes]


def _told(document: Document, note: Note) -> str:
    place = document.place(note.pointer)
    line = f" ({place['file']}:{place['line']})" if place["line"] else ""
    return f"{place['original'] or note.pointer}: {note.text}{line}"


def _converted(data: Json, document: Document) -> tuple[Json, Converter]:
    converter = Converter(data, document)
    paths = {
        path: converter.path_item(path, item) if is_object(item) and not path.startswith("x-") else item
        for path, item in as_object(data.get("paths")).items()
    }
    components: dict[str, Json] = {
        "schemas": {name: schema(value) for name, value in as_object(data.get("definitions")).items()},
        "responses": {
            name: converter.response(
                value, as_array(data.get("produces")), f"/components/responses/{escape(name)}"
            )
            for name, value in as_object(data.get("responses")).items()
        },
        "securitySchemes": security_schemes(as_object(data.get("securityDefinitions"))),
    }
    result: dict[str, Any] = {"openapi": "3.0.3"}
    result |= {name: data[name] for name in data if name in _KEPT or name.startswith("x-")}
    result |= {
        "servers": _servers(data),
        "paths": paths,
        "components": {name: value for name, value in components.items() if value},
    }
    return result, converter


def _servers(data: Json) -> list[Json]:
    """Return the base URLs, https first; a document without a host leaves that to whoever adds it."""
    path = "/" + str(data.get("basePath") or "").strip("/")
    if not (host := data.get("host")):
        return [{"url": path}]
    schemes = [scheme for scheme in as_array(data.get("schemes")) if scheme in ("http", "https")] or ["https"]
    return [{"url": f"{scheme}://{host}{path.rstrip('/')}"} for scheme in sorted(schemes, reverse=True)]
