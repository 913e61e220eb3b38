"""The call of openapi-python-client, and its complaints in our words."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser.errors import GeneratorError
from openapi_python_client.parser.openapi import Endpoint, GeneratorData

from odcgen.errors import DocumentError

_OBJECT = re.compile(r"<openapi_python_client\.[^<>]*>")
"""An object of the library in one of its own messages."""


def parse(lowered: dict[str, Any], *, file: str) -> GeneratorData:
    """Parse a lowered document.

    Raises:
        DocumentError: if the library refuses the document as a whole.
    """
    config = Config.from_sources(
        ConfigFile(),
        MetaType.NONE,
        document_source=Path(file),
        file_encoding="utf-8",
        overwrite=False,
        output_path=None,
    )
    parsed = GeneratorData.from_dict(lowered, config=config)
    if isinstance(parsed, GeneratorError):
        raise DocumentError(f"openapi-python-client cannot read the document: {parsed.detail}", file=file)
    return parsed


def endpoints(parsed: GeneratorData) -> dict[str, Endpoint]:
    """Return the parsed endpoints by the first segment of their token path."""
    found: dict[str, Endpoint] = {}
    for collection in parsed.endpoint_collections_by_tag.values():
        for endpoint in collection.endpoints:
            if not endpoint.errors:
                found[raw(endpoint.path).split("/")[1]] = endpoint
    return found


def complaints(parsed: GeneratorData) -> list[str]:
    """Return what the library says about the schemas it left out, or else about the endpoints."""
    errors = list(parsed.errors)
    if not errors:
        for collection in parsed.endpoint_collections_by_tag.values():
            errors.extend(collection.parse_errors)
    told = [" ".join([error.header, (error.detail or "").strip().split("\n\n")[0]]) for error in errors]
    return [_OBJECT.sub("it", text) for text in dict.fromkeys(told)]


def raw(value: Any) -> str:
    """Return the text of a name as the library holds it."""
    return str(value.get_untrusted_value()) if hasattr(value, "get_untrusted_value") else str(value)
