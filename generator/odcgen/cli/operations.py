"""`odcgen operations`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from odcgen.config import config_for_files, find_config, load_config
from odcgen.errors import printable


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list.")
@click.option("--markdown", is_flag=True, help="Print a Markdown page, as in docs/operations.md.")
def operations(files: tuple[Path, ...], as_json: bool, markdown: bool) -> None:
    """List all operations: public name, HTTP method, path and permissions."""
    rows = _rows(files)
    if as_json:
        click.echo(json.dumps(rows, indent=2))
    elif markdown:
        _print_markdown(rows)
    else:
        width = max((len(row["name"]) for row in rows), default=0)
        for row in rows:
            needed = f"  ({', '.join(row['permissions'])})" if row["permissions"] else ""
            click.echo(printable(f"{row['name']:<{width}}  {row['method']:<6} {row['path']}{needed}"))


def _rows(files: tuple[Path, ...]) -> list[dict[str, Any]]:
    from odcgen.pipeline import parse_all
    from odcgen.run.inputs import read_inputs

    if files:
        config = config_for_files(files, package="client", out=Path())
    else:
        config = load_config(find_config(Path.cwd()))
    return [
        {
            "name": f"{api.name}.{resource.name}.{operation.name}",
            "api": api.name,
            "resource": resource.name,
            "operation": operation.name,
            "method": operation.method,
            "path": api.base_path.text + operation.path.text,
            "permissions": [permission.text for permission in operation.permissions],
            "summary": operation.summary.text if operation.summary else "",
            "deprecated": operation.deprecated,
        }
        for api in parse_all(config, read_inputs(config))
        for resource in api.resources
        for operation in resource.operations
    ]


def _print_markdown(rows: list[dict[str, Any]]) -> None:
    click.echo("# All operations\n\nWritten by `odcgen operations --markdown`.\n")
    click.echo("| Name | HTTP | Path | Permissions |\n|---|---|---|---|")
    for row in rows:
        permissions = "<br>".join(row["permissions"])
        deprecated = " (deprecated)" if row["deprecated"] else ""
        cells = [f"`{row['name']}`{deprecated}", row["method"], f"`{row['path']}`", permissions]
        click.echo("| " + " | ".join(printable(cell).replace("|", "\\|") for cell in cells) + " |")
