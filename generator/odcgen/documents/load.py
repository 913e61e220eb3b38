"""Bytes of an OpenAPI file -> Document, if it is of a version that odcgen reads."""

from __future__ import annotations

import re
from pathlib import Path

from odcgen.errors import DocumentError
from odcgen.kit.json_value import brief

from .document import Document, read_document

__all__ = ["Document", "check_version", "load_document"]

_SUPPORTED = re.compile(r"3\.[012]\.[0-9]+(?:-[0-9A-Za-z.-]+)?")


def load_document(source: Path, text: bytes | None = None) -> Document:
    """Read an OpenAPI 3.0, 3.1 or 3.2 document from `source`, or from `text` that came from there."""
    document = read_document(source, text)
    check_version(document)
    return document


def check_version(document: Document) -> None:
    """Refuse what is not OpenAPI 3.0, 3.1 or 3.2; a DocumentError says what it is instead."""
    data = document.data
    version = data.get("openapi")
    if isinstance(version, str) and _SUPPORTED.fullmatch(version):
        return
    pointer, message, hint = "/openapi", f"The OpenAPI version {brief(version)} is not supported", None
    if "openapi" in data:
        hint = "odcgen reads OpenAPI 3.0.x, 3.1.x and 3.2.x."
        if not isinstance(version, str):
            hint += f' Write the version as a string: "{version}".'
    elif "swagger" in data:
        pointer, message = "/swagger", "This is a Swagger 2.0 document, not OpenAPI 3"
        hint = "Run `odcgen specs add NAME FILE`, which converts it."
    elif other := next((name for name in ("asyncapi", "overlay", "arazzo") if name in data), None):
        pointer, message = f"/{other}", f"The document says that it is {other}, not OpenAPI"
    else:
        message, hint = "The field openapi is missing", "Is this an OpenAPI document?"
    raise DocumentError(message, file=document.path, pointer=pointer, line=document.line(pointer), hint=hint)
