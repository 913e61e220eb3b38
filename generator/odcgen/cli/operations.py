"""`odcgen operations`."""

from __future__ import annotations

import json
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from odcgen.config import config_for_files
from odcgen.errors import printable

from .project import here, project_options

if TYPE_CHECKING:
    from odcgen import ir
    from odcgen.render import Listed

_INTRODUCTION = """# All operations

Written by `odcgen operations --markdown`. What follows `*` is given by name. All methods also take the
options of `CallOptions`, those that wait the ones of `PollOptions`."""
_HEAD = "| Method | Arguments | Returns | HTTP | Permissions |\n|---|---|---|---|---|"


@click.command(
    epilog="""\b
Examples:
  odcgen operations                     all methods of the client
  odcgen operations shop.yaml --json    those of one document, as data
"""
)
@project_options
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list.")
@click.option("--markdown", is_flag=True, help="Print a Markdown page, as in docs/operations.md.")
def operations(files: tuple[Path, ...], as_json: bool, markdown: bool) -> None:
    """List all methods: public name, arguments, what comes back, HTTP method, path and permissions."""
    methods = _methods(files)
    if as_json:
        click.echo(json.dumps([_row(*method) for method in methods], indent=2))
    elif markdown:
        _print_markdown(methods)
    else:
        for api, method in methods:
            name = f"{api.name}.{method.name}"
            click.echo(printable(f"{name}({', '.join(method.declared)}) -> {method.returns}"))
            permissions = ", ".join(permission.text for permission in method.operation.permissions)
            needed = f"  ({permissions})" if permissions else ""
            click.echo(printable(f"    {_http(api, method)}{needed}"))


def _methods(files: tuple[Path, ...]) -> list[tuple[ir.Api, Listed]]:
    from odcgen.pipeline import parse_all
    from odcgen.render import list_methods
    from odcgen.run.inputs import read_inputs

    config = config_for_files(files, package="client", out=Path()) if files else here()
    apis = parse_all(config, read_inputs(config))
    return [(api, method) for api in apis for method in list_methods(api)]


def _row(api: ir.Api, method: Listed) -> dict[str, Any]:
    operation, signature = method.operation, method.signature
    return {
        "name": f"{api.name}.{method.name}",
        "api": api.name,
        "resource": method.resource.name,
        "operation": operation.name,
        "role": signature.role,
        "method": operation.method,
        "path": api.base_path.text + operation.path.text,
        "arguments": [
            {
                "name": argument.name,
                "kind": argument.kind,
                "in": argument.place,
                "wire": argument.wire.text if argument.wire else None,
                "type": type_,
                "required": argument.required,
                "default": default or None,
                "doc": argument.doc.text if argument.doc else "",
            }
            for argument, type_, default in method.arguments
        ],
        "returns": {"form": signature.form, "type": method.returns, "async": method.async_returns},
        "permissions": [permission.text for permission in operation.permissions],
        "summary": operation.summary.text if operation.summary else "",
        "deprecated": operation.deprecated,
    }


def _print_markdown(methods: list[tuple[ir.Api, Listed]]) -> None:
    """Print a table for each API; the options, which every method takes, are told once."""
    click.echo(_INTRODUCTION)
    for name, members in groupby(methods, key=lambda pair: pair[0].name):
        click.echo(f"\n## {name}\n\n{_HEAD}")
        for api, method in members:
            operation = method.operation
            cells = [
                _code(method.name) + (" (deprecated)" if operation.deprecated else ""),
                _code(", ".join(method.declared[:-1])),
                _code(method.returns),
                _code(_http(api, method)),
                "<br>".join(permission.text for permission in operation.permissions),
            ]
            click.echo("| " + " | ".join(printable(cell).replace("|", "\\|") for cell in cells) + " |")


def _http(api: ir.Api, method: Listed) -> str:
    return f"{method.operation.method} {api.base_path.text}{method.operation.path.text}"


def _code(text: str) -> str:
    """Return text as code, nothing for none."""
    return f"`{text.replace('`', chr(39))}`" if text else ""
