"""`odcgen templates`: the tools for people who write templates."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from odcgen.errors import UsageError, printable
from odcgen.kit import data
from odcgen.kit.json_value import is_array, is_object
from odcgen.kit.stack import Stack
from odcgen.kit.suggest import meant

from .groups import Group
from .project import here, project_options

if TYPE_CHECKING:
    from odcgen.config import Config
    from odcgen.render.catalog import Described


@click.group(cls=Group)
def templates() -> None:
    r"""See, copy, check and merge the templates that generated files come from.

    \b
    odcgen templates list
    odcgen templates eject package/api/resource.py.jinja
    odcgen templates check
    """


@templates.command("list")
@project_options
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list.")
def list_(as_json: bool) -> None:
    """List all templates: the file that each makes, for which node, and its blocks."""
    from odcgen.render.catalog import describe_templates

    found = list(describe_templates(_stack()))
    if as_json:
        click.echo(json.dumps([_row(one) for one in found], indent=2))
        return
    for one in found:
        own = "" if data.templates() in one.path.parents else f"  ({_shown(one.path)})"
        click.echo(printable(f"{one.name}{own}"))
        for row in one.rows:
            click.echo(printable(f"    {row.path}  for {row.kind}{', once' if row.once else ''}"))
        if one.blocks:
            click.echo(f"    blocks: {' '.join(one.blocks)}")


@templates.command()
@project_options
@click.argument("name")
@click.option("--builtin", is_flag=True, help="The built-in one, also where yours replaces it.")
def show(name: str, builtin: bool) -> None:
    """Print a template."""
    from odcgen.render.catalog import describe_templates

    stack = Stack((data.templates(),)) if builtin else _stack()
    for one in describe_templates(stack):
        if one.name == name:
            click.echo(one.path.read_text("utf-8"), nl=False)
            return
    known = [one.name for one in describe_templates(stack)]
    raise UsageError(
        f"there is no template {name!r}", hint=meant(name, known, "`odcgen templates list` shows all.")
    )


@templates.command()
@project_options
@click.argument("name", default="", metavar="[API[.RESOURCE[.METHOD]]]")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def context(name: str, as_json: bool) -> None:
    """Print what a template gets for the package, an API, a resource or a method."""
    from attrs import evolve

    from odcgen import ir
    from odcgen.pipeline import parse_all
    from odcgen.run.inputs import read_inputs
    from odcgen.select import select
    from odcgen.templating import context_of

    config = _config()
    apis = [select(api, config.apis, config.operations) for api in parse_all(config, read_inputs(config))]
    package = ir.Package(name=config.package, http=config.http)
    plain = context_of(evolve(package, apis=tuple(api for api in apis if api.resources)), name)
    plain["vars"] = dict(config.templates.variables)
    if as_json:
        click.echo(json.dumps(plain, indent=2, default=str))
    else:
        click.echo("\n".join(printable(line) for line in _lines(plain)))


@templates.command()
@project_options
@click.argument("name")
@click.option("--to", type=click.Path(path_type=Path, file_okay=False), help="The folder of your templates.")
def eject(name: str, to: Path | None) -> None:
    """Copy a built-in template into your folder; the copy notes what it is a copy of."""
    from odcgen.templating import eject as copy

    folder = to or next(iter(_config().templates.folders), None)
    if folder is None:
        raise UsageError(
            "odcgen.toml names no folder of templates",
            hint='Add templates = ["templates"] to [package], or name a folder with --to.',
        )
    click.echo(f"{_shown(copy(name, folder))} is yours now; `odcgen templates check` tells when it grows old")


@templates.command()
@project_options
@click.option("--quiet", "-q", is_flag=True, help="Print the names only, without the differences.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list.")
def check(quiet: bool, as_json: bool) -> None:
    """Tell which of your templates build on a built-in one that has changed; exit with 1 if any does."""
    from odcgen.output.manifest import read_manifest
    from odcgen.templating import stale

    config = _config()
    manifest = read_manifest(config.target)
    found = list(stale(config.templates, manifest.templates if manifest else {}))
    if as_json:
        rows = [
            {"template": str(one.path), "base": one.name, "since": one.since, "diff": one.difference}
            for one in found
        ]
        click.echo(json.dumps(rows, indent=2))
    else:
        for one in found:
            click.echo(printable(f"{_shown(one.path)} builds on {one.name}, which changed since {one.since}"))
            if one.difference and not quiet:
                click.echo(one.difference)
        if not found:
            click.echo("all templates are up to date")
        elif any(one.copy for one in found):
            click.echo("`odcgen templates merge` brings the changes into your copies")
    if found:
        sys.exit(1)


@templates.command()
@project_options
@click.argument("names", nargs=-1)
def merge(names: tuple[str, ...]) -> None:
    """Bring the changes of built-in templates into your copies; what does not fit is marked in them."""
    from odcgen.templating import copies
    from odcgen.templating import merge as merged

    found = [copy for folder in _config().templates.folders for copy in copies(folder)]
    if unknown := set(names) - {copy.name for copy in found}:
        raise UsageError(f"there is no copy of {min(unknown)!r}", hint="`odcgen templates eject` makes one.")
    conflicts = 0
    for copy in found:
        if copy.is_stale and (not names or copy.name in names):
            clean = merged(copy)
            conflicts += not clean
            how = (
                "merged"
                if clean
                else "merged with conflicts: resolve what stands between <<<<<<< and >>>>>>>"
            )
            click.echo(f"{_shown(copy.path)}: {how}")
    if conflicts:
        sys.exit(1)


def _config() -> Config:
    return here()


def _stack() -> Stack:
    try:
        config = _config()
    except UsageError:
        return Stack((data.templates(),))
    return config.templates.over(data.templates())


def _row(one: Described) -> dict[str, Any]:
    outputs = [{"for": row.kind, "path": row.path, "once": row.once} for row in one.rows]
    return {
        "name": one.name,
        "file": str(one.path),
        "outputs": outputs,
        "blocks": one.blocks,
        "uses": one.extends,
    }


def _shown(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here)) if here in path.parents else str(path)


def _lines(value: Any, margin: str = "") -> list[str]:
    """Return plain data as indented lines; text of a document in quotes."""
    pairs: list[tuple[str, Any]] = []
    if is_object(value):
        pairs = list(value.items())
    elif is_array(value):
        pairs = [("-", item) for item in value]
    lines: list[str] = []
    for key, item in pairs:
        if is_object(item) and item.keys() == {"text"}:
            lines.append(f"{margin}{key}: {item['text']!r} (text of the document)")
        elif isinstance(item, dict | list) and item:
            lines += [f"{margin}{key}:", *_lines(item, margin + "  ")]
        else:
            lines.append(f"{margin}{key}: {item}")
    return lines
