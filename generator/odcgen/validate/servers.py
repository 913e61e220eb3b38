"""Servers, and the variables of their URLs."""

from __future__ import annotations

import re
from typing import Any

from odcgen.kit.json_value import is_object

from .addresses import check_address
from .context import OBJECT, TEXT, Context

_SERVER = {"url": TEXT, "description": TEXT, "variables": OBJECT}
_VARIABLE = {"default": TEXT, "description": TEXT}
_TEMPLATE = re.compile(r"\{([^{}]*)\}")


def check_servers(context: Context, servers: object, pointer: str) -> None:
    """Check a `servers` array, wherever it stands."""
    if not context.is_array(servers, pointer):
        return
    check_address(context, servers, pointer)
    for index, server in enumerate(servers):
        at = f"{pointer}/{index}"
        if context.is_object(server, at):
            context.require(server, at, "url")
            context.fields(server, at, _SERVER)
            _check_variables(context, server, at)


def _check_variables(context: Context, server: dict[str, Any], pointer: str) -> None:
    variables = server.get("variables", {})
    if not is_object(variables):
        return  # which `fields` has reported
    for _, variable, at in context.children(variables, f"{pointer}/variables"):
        if context.is_object(variable, at):
            context.require(variable, at, "default")
            context.fields(variable, at, _VARIABLE)
            if "enum" in variable:
                context.strings(variable["enum"], f"{at}/enum")
    for name in _TEMPLATE.findall(str(server.get("url", ""))):
        # Six of ODC's documents put the braces into the variable's name.
        if name not in variables and f"{{{name}}}" not in variables:
            at, message = f"{pointer}/variables/{name}", f'The variable "{name}" of the URL is not declared'
            context.report(at, message, rule="undeclared-server-variable")
