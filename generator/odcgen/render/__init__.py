"""Rendering: an `ir.Package` in, a mapping path -> text out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import field, frozen

from odcgen import ir

from .check import check
from .contexts import Node, api_nodes, package_node, runtime_nodes
from .environment import Environment, compiled, make_environment
from .files import Rendered, render_files
from .listing import Listed, list_methods
from .outputs import Row, read_rows

__all__ = ["Listed", "Rendered", "Templates", "check", "list_methods", "render_api", "render_package"]


@frozen
class Templates:
    """The templates of a run: a stack of folders, and what odcgen.toml gives them.

    Attributes:
        folders: The stack; the first wins, odcgen's own is the last.
        variables: What templates know as `vars`.
        module: The user's Python file with filters and globals, if there is one.
    """

    folders: tuple[Path, ...]
    variables: Mapping[str, Any] = field(factory=dict[str, Any])
    module: Path | None = None

    @property
    def environment(self) -> Environment:
        """The Jinja environment, kept with its compiled templates: one process renders many APIs."""
        return make_environment(self.folders, self.module)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The outputs."""
        return read_rows(self.folders)

    def prepare(self) -> None:
        """Compile the templates that every API needs, before workers are forked."""
        for row in self.rows:
            compiled(self.environment, row.template)

    def render(self, nodes: list[Node]) -> Rendered:
        """Return the files of these nodes."""
        return render_files(nodes, self.rows, self.environment, self.variables)


def render_package(package: ir.Package, templates: Templates, runtime: Mapping[str, str]) -> Rendered:
    """Return the files of the package itself and of its runtime, without those of its APIs."""
    return templates.render([package_node(package), *runtime_nodes(package, dict(runtime))])


def render_api(package: ir.Package, api: ir.Api, templates: Templates) -> Rendered:
    """Return the files of one API's subpackage."""
    return templates.render(list(api_nodes(package, api)))
