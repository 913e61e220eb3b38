"""Paths, their templates, and the operations on them."""

from __future__ import annotations

import re
from typing import Any

from odc_runtime.kernel.rules import is_token

from odcgen.documents.walk import METHODS, methods
from odcgen.kit.json_value import as_array, as_object, brief, is_array, is_object

from .addresses import check_path_text
from .content import check_request_body, check_responses
from .context import ARRAY, FLAG, TEXT, Context
from .extensions import check_operation_extensions
from .parameters import check_parameter
from .references import follow
from .security import check_requirements
from .servers import check_servers

_PATH_ITEM = {"summary": TEXT, "description": TEXT, "parameters": ARRAY, "x-odcgen-path": TEXT}
_OPERATION = {
    "operationId": TEXT,
    "summary": TEXT,
    "description": TEXT,
    "deprecated": FLAG,
    "parameters": ARRAY,
}
_TEMPLATE = re.compile(r"\{([^{}]+)\}")
_REFUSED = re.compile(r"[{}?#]")
_QUERY = re.compile(r"[^{}#\s]+")
_PATH_RULES = {"#": "path-with-fragment", "?": "path-with-query"}


def check_paths(context: Context) -> None:
    """Check every path of the document with its operations."""
    context.require(context.data, "", "paths")
    for path, item, pointer in context.children(context.data.get("paths", {}), "/paths"):
        if not path.startswith("x-"):
            names = _check_template(context, path, item, pointer)
            check_path_item(context, item, pointer, names)


def check_path_item(context: Context, item: object, pointer: str, names: set[str] | None = None) -> None:
    """Check one path item; `names` are those of its path's template, if it has one."""
    if not context.is_object(item, pointer):
        return
    context.kinds[pointer] = "path item"
    if "$ref" in item:
        context.refer(item["$ref"], pointer, "path item")
    context.fields(item, pointer, _PATH_ITEM)
    if "servers" in item:
        check_servers(context, item["servers"], f"{pointer}/servers")
    _check_parameters(context, item, pointer)
    known = methods(item)
    for method, operation in item.items():
        at = f"{pointer}/{method}"
        if method in known:
            if not is_token(method) or method.upper() == "CONNECT":
                context.report(at, f"{brief(method)} cannot be the method of a request")
            _check_operation(context, operation, at)
            if names is not None and is_object(operation):
                _check_names(context, item, operation, at, names)
        elif method.lower() in METHODS:
            context.report(at, f"{brief(method)} is not an HTTP method", "Write it in lower case.")


def check_callback(context: Context, callback: object, pointer: str) -> None:
    """Check one callback: path items by the expression of their URL."""
    if context.is_inline(callback, pointer, "callback"):
        for expression, item, at in context.children(callback, pointer):
            if not expression.startswith("x-"):
                check_path_item(context, item, at)


def _check_template(context: Context, path: str, item: object, pointer: str) -> set[str]:
    """The names in the braces of `path`; what cannot be part of a path is an error."""
    wire = as_object(item).get("x-odcgen-path")
    if isinstance(wire, str):  # what stands in a request, with a query that is always the same
        path, literal, query = wire.partition("?")
        if literal and not _QUERY.fullmatch(query):
            context.report(f"{pointer}/x-odcgen-path", f"{brief(query)} is not a query in a URL")
        pointer = f"{pointer}/x-odcgen-path"
    if not path.startswith("/"):
        context.report(pointer, f"The path {brief(path)} does not start with a slash")
    if found := _REFUSED.search(_TEMPLATE.sub("", path)):
        hint = "Declare query parameters under parameters." if found[0] == "?" else None
        message = f"The path {brief(path)} must not have {brief(found[0])} there"
        context.report(pointer, message, hint, rule=_PATH_RULES.get(found[0]))
    else:
        check_path_text(context, path, pointer)
    names: list[str] = _TEMPLATE.findall(path)
    if len(set(names)) < len(names):
        context.report(pointer, f"The path {brief(path)} names a parameter twice")
    return set(names)


def _check_operation(context: Context, operation: object, pointer: str) -> None:
    if not context.is_object(operation, pointer):
        return
    context.fields(operation, pointer, _OPERATION)
    check_operation_extensions(context, operation, pointer)
    context.check_docs(operation, pointer)
    if "tags" in operation:
        context.strings(operation["tags"], f"{pointer}/tags")
    _check_parameters(context, operation, pointer)
    if "requestBody" in operation:
        check_request_body(context, operation["requestBody"], f"{pointer}/requestBody")
    if "responses" in operation:
        check_responses(context, operation["responses"], f"{pointer}/responses")
    elif not context.is_31:
        context.require(operation, pointer, "responses")
    if "security" in operation:
        check_requirements(context, operation["security"], f"{pointer}/security")
    if "servers" in operation:
        check_servers(context, operation["servers"], f"{pointer}/servers")
    if "callbacks" in operation:
        for _, callback, at in context.children(operation["callbacks"], f"{pointer}/callbacks"):
            check_callback(context, callback, at)


def _check_parameters(context: Context, holder: dict[str, Any], pointer: str) -> None:
    """Check the parameters of a path item or operation, of which no two may be alike."""
    seen: set[tuple[str, str]] = set()
    for parameter, at in _parameters(context, holder, pointer):
        name, place = str(parameter.get("name")), str(parameter.get("in"))
        if place == "header":
            name = name.lower()  # a request knows only one of them
        if (name, place) in seen:
            message = f"There are two parameters {brief(name)} in {place}"
            context.report(at, message, rule="parameter-twice")
        seen.add((name, place))
    for index, parameter in enumerate(as_array(holder.get("parameters"))):
        check_parameter(context, parameter, f"{pointer}/parameters/{index}")


def _parameters(context: Context, holder: dict[str, Any], pointer: str) -> list[tuple[dict[str, Any], str]]:
    """The parameters of `holder`, references followed, with the pointers of where they are listed."""
    return [
        (found, f"{pointer}/parameters/{index}")
        for index, parameter in enumerate(as_array(holder.get("parameters")))
        if (found := follow(context.data, parameter)) is not None
    ]


def _check_names(
    context: Context, item: dict[str, Any], operation: dict[str, Any], pointer: str, names: set[str]
) -> None:
    """Check that the names in the path's braces are those of its path parameters."""
    if not all(is_array(holder.get("parameters", [])) for holder in (item, operation)):
        return
    listed = [
        *_parameters(context, item, pointer.rpartition("/")[0]),
        *_parameters(context, operation, pointer),
    ]
    declared = {str(each.get("name")): at for each, at in listed if each.get("in") == "path"}
    if len(listed) == len(as_array(item.get("parameters"))) + len(as_array(operation.get("parameters"))):
        for name in sorted(names - declared.keys()):
            message = f"The path has {{{name}}}, but no such path parameter is declared"
            context.report(pointer, message, rule="undeclared-path-parameter")
    for name in sorted(declared.keys() - names):
        message = f"The path has no {{{name}}} for the path parameter {brief(name)}"
        context.report(declared[name], message, rule="unused-path-parameter")
