"""Rendering: an `ir.Package` in, a mapping path -> text out."""

from __future__ import annotations

from collections.abc import Mapping

from odcgen import ir
from odcgen.documents.budget import Budget
from odcgen.kit.stack import Stack

from .catalog import basis
from .check import check
from .contexts import Node, api_nodes, package_node, runtime_nodes
from .environment import compiled, make_environment
from .files import Rendered, render_files
from .listing import Listed, list_methods
from .outputs import check_named, read_rows

__all__ = ["Listed", "Rendered", "basis", "check", "list_methods", "prepare", "render_api", "render_package"]


def prepare(templates: Stack) -> None:
    """Compile the templates that every API needs, before workers are forked."""
    environment = make_environment(templates.folders, templates.module)
    for row in read_rows(templates.folders):
        compiled(environment, row.template)


def render_package(package: ir.Package, templates: Stack, runtime: Mapping[str, str]) -> Rendered:
    """Return the files of the package itself and of its runtime, without those of its APIs.

    Raises:
        ConfigError: if a template of the user's would be ignored.
        RenderError: if a template fails, or prints what may not be written.
    """
    check_named(templates.folders, read_rows(templates.folders))
    return _render([package_node(package), *runtime_nodes(package, dict(runtime))], templates)


def render_api(package: ir.Package, api: ir.Api, templates: Stack, budget: Budget | None = None) -> Rendered:
    """Return the files of one API's subpackage.

    Raises:
        RenderError: if a template fails, or prints what may not be written.
        LimitError: if the files are larger than what the budget has left for the API's document.
    """
    return _render(list(api_nodes(package, api)), templates, budget)


def _render(nodes: list[Node], templates: Stack, budget: Budget | None = None) -> Rendered:
    environment = make_environment(templates.folders, templates.module)
    return render_files(nodes, read_rows(templates.folders), environment, templates.variables, budget)
