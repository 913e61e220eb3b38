"""The sections of `components`: what each holds, and the check for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from .content import check_example, check_header, check_link, check_request_body, check_response
from .context import Context, Kind
from .parameters import check_parameter
from .paths import check_callback, check_path_item
from .schemas import check_schema
from .security import check_security_scheme


class Section(NamedTuple):
    """What one section of `components` holds."""

    kind: Kind
    check: Callable[[Context, Any, str], None]


SECTIONS = {
    "schemas": Section("schema", check_schema),
    "responses": Section("response", check_response),
    "parameters": Section("parameter", check_parameter),
    "examples": Section("example", check_example),
    "requestBodies": Section("request body", check_request_body),
    "headers": Section("header", check_header),
    "securitySchemes": Section("security scheme", check_security_scheme),
    "links": Section("link", check_link),
    "callbacks": Section("callback", check_callback),
    "pathItems": Section("path item", check_path_item),
}
CHECKS = dict(SECTIONS.values())


def check_components(context: Context, components: object) -> None:
    """Check every section that OpenAPI names; extensions are not looked at."""
    if not context.is_object(components, "/components"):
        return
    for section, value in components.items():
        if section in SECTIONS:
            for _, child, pointer in context.children(value, f"/components/{section}"):
                SECTIONS[section].check(context, child, pointer)
