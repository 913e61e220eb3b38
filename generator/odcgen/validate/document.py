"""The document's root: info, tags, and where the rest begins."""

from __future__ import annotations

from odcgen.kit.json_value import as_object, is_object

from .components import check_components
from .context import OBJECT, TEXT, Context
from .extensions import check_root_extensions
from .paths import check_path_item, check_paths
from .security import check_requirements
from .servers import check_servers

_ROOT = {"openapi": TEXT, "jsonSchemaDialect": TEXT}
_INFO = {
    "title": TEXT,
    "version": TEXT,
    "description": TEXT,
    "summary": TEXT,
    "termsOfService": TEXT,
    "contact": OBJECT,
    "license": OBJECT,
}
_CONTACT = {"name": TEXT, "url": TEXT, "email": TEXT}
_LICENSE = {"name": TEXT, "url": TEXT, "identifier": TEXT}
_TAG = {"name": TEXT, "description": TEXT}


def check_document(context: Context) -> None:
    """Walk the whole document."""
    data = context.data
    context.fields(data, "", _ROOT)
    check_root_extensions(context)
    context.check_docs(data, "")
    _check_info(context)
    if "servers" in data:
        check_servers(context, data["servers"], "/servers")
    if "tags" in data:
        _check_tags(context, data["tags"])
    if "security" in data:
        check_requirements(context, data["security"], "/security")
    if "paths" in data or not context.is_31:
        check_paths(context)
    elif not data.keys() & {"components", "webhooks"}:
        context.report("/paths", "The document describes nothing: it has no paths")
    if "webhooks" in data:
        for _, item, pointer in context.children(data["webhooks"], "/webhooks"):
            check_path_item(context, item, pointer)
    if "components" in data:
        check_components(context, data["components"])


def _check_info(context: Context) -> None:
    context.require(context.data, "", "info")
    info = context.data.get("info", {"title": "", "version": ""})
    if context.is_object(info, "/info"):
        context.require(info, "/info", "title", "version")
        context.fields(info, "/info", _INFO)
        context.fields(as_object(info.get("contact")), "/info/contact", _CONTACT)
        context.fields(as_object(info.get("license")), "/info/license", _LICENSE)
        if is_object(info.get("license")):
            context.require(info["license"], "/info/license", "name")


def _check_tags(context: Context, tags: object) -> None:
    if not context.is_array(tags, "/tags"):
        return
    for index, tag in enumerate(tags):
        pointer = f"/tags/{index}"
        if context.is_object(tag, pointer):
            context.require(tag, pointer, "name")
            context.fields(tag, pointer, _TAG)
            context.check_docs(tag, pointer)
