"""Rendering: an `ir.Package` in, a mapping path -> text out."""

from __future__ import annotations

from pathlib import Path

from odcgen import ir

from .check import check
from .environment import compiled, make_environment, render_template
from .listing import Listed, list_methods
from .plan import Output, plan_api, plan_package

__all__ = ["Listed", "list_methods", "prepare", "render_api", "render_package"]


def prepare(templates: tuple[Path, ...]) -> None:
    """Compile the templates that every API needs, before workers are forked."""
    environment = make_environment(templates)
    for name in environment.list_templates(extensions=["jinja"]):
        compiled(environment, name)


def render_package(package: ir.Package, templates: tuple[Path, ...]) -> dict[str, str]:
    """Return the files of the package itself, without those of its APIs and without the runtime."""
    return _render(list(plan_package(package)), templates)


def render_api(package: ir.Package, api: ir.Api, templates: tuple[Path, ...]) -> dict[str, str]:
    """Return the files of one API's subpackage."""
    return _render(list(plan_api(package, api)), templates)


def _render(outputs: list[Output], templates: tuple[Path, ...]) -> dict[str, str]:
    environment = make_environment(templates)
    return {
        output.path: check(output.path, render_template(environment, output.template, **output.context))
        for output in outputs
    }
