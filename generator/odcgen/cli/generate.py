"""`odcgen generate`."""

from __future__ import annotations

import json
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import evolve, frozen

from odcgen.config import Config, config_for_files, template_folders
from odcgen.errors import UsageError
from odcgen.output.manifest import is_untouched, manifest_digest
from odcgen.run import memo
from odcgen.run.inputs import Inputs, read_inputs

from .project import here, project_options
from .report import Report, count, print_diff, print_report, shown
from .stale import stale_templates
from .terminal import can_ask, steps

if TYPE_CHECKING:
    from odcgen.output.compare import Changes


@click.command(
    epilog="""\b
Examples:
  odcgen generate                                  what odcgen.toml names
  odcgen generate --check                          write nothing; exit with 1 if the package is stale
  odcgen generate shop.yaml --package shop         a package of one document, from any folder
  odcgen generate --api identity --package idp     a package of its own for a selection
  odcgen generate --templates ours --watch         generate again on every save of a template
"""
)
@project_options
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--api", "apis", multiple=True, metavar="NAME", help="Only this API; may be repeated.")
@click.option(
    "--operation",
    "operations",
    multiple=True,
    metavar="API.RESOURCE.METHOD",
    help="Only this operation; may be repeated.",
)
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="The folder to put the package in."
)
@click.option("--package", metavar="NAME", help="The name of the package.")
@click.option(
    "--templates",
    "folders",
    multiple=True,
    metavar="DIR",
    help="A folder of templates, or pack:NAME, above those of odcgen.toml; may be repeated.",
)
@click.option("--watch", is_flag=True, help="Generate again whenever a template is saved, until Ctrl-C.")
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 if the package is stale.")
@click.option("--diff", is_flag=True, help="Write nothing; print what would change.")
@click.option(
    "--force",
    is_flag=True,
    help="Overwrite generated files that were edited and files in the way, and delete without asking.",
)
@click.option(
    "--allow-stale", is_flag=True, help="Go on without the overlay actions that match nothing; they are told."
)
@click.option("--strict", is_flag=True, help='Refuse what a repair would mend (repairs = "none").')
@click.option("--quiet", "-q", is_flag=True, help="Print errors and warnings only.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of text.")
def generate(
    files: tuple[Path, ...],
    apis: tuple[str, ...],
    operations: tuple[str, ...],
    out: Path | None,
    package: str | None,
    folders: tuple[str, ...],
    watch: bool,
    check: bool,
    diff: bool,
    force: bool,
    allow_stale: bool,
    strict: bool,
    quiet: bool,
    as_json: bool,
) -> None:
    """Generate the client package.

    Without FILES: what odcgen.toml names. With FILES: a package of just these documents, in any folder.
    """
    config = _config(files, out, package).select(apis=apis, operations=operations)
    if not config.documents:
        raise UsageError("there is no document to generate from", hint="Add [[documents]] to odcgen.toml.")
    config = config.allow_stale() if allow_stale else config
    config = config.strict() if strict else config
    config = evolve(config, templates=config.templates.under(*template_folders(folders, Path.cwd())))
    choice = _Choice(check, diff, force, quiet, as_json, selected=bool(apis or operations))
    if watch and not choice.writes:
        raise UsageError("--watch generates: it goes with neither --check nor --diff")
    if watch:
        from .watch import watched

        watched(config, partial(_generate, config, choice))
    elif not _generate(config, choice):
        sys.exit(1)


@frozen
class _Choice:
    """What to do with what was built, and how much to say."""

    check: bool
    diff: bool
    force: bool
    quiet: bool
    as_json: bool
    selected: bool
    """Whether the command line selects what is generated."""

    @property
    def writes(self) -> bool:
        return not (self.check or self.diff)


def _generate(config: Config, choice: _Choice) -> bool:
    """Generate once and say so; tell whether the package is, or has become, what it should be."""
    started = time.perf_counter()
    inputs = read_inputs(config)
    if memo.recall(config.target) == _state(config, inputs) and is_untouched(config.target):
        report = Report.current(config, time.perf_counter() - started)
    else:
        report = _run(config, inputs, started, choice)
    if not choice.diff or not report.apis:
        _say(report, choice)
    return report.status != "stale"


def _run(config: Config, inputs: Inputs, started: float, choice: _Choice) -> Report:
    """Build the package, write it unless it is only looked at, and tell what came of it."""
    from odcgen.diff.news import changelog, news_of
    from odcgen.output.compare import compare, refuse_foreign
    from odcgen.output.interface import read_interface
    from odcgen.output.write import finish, write
    from odcgen.pipeline import build

    if choice.writes:
        finish(config.target)
    old = stale_templates(config)
    earlier = read_interface(config.target)
    known = evolve(config, known=earlier.names) if earlier else config
    silent = choice.quiet or choice.as_json
    built = build(known, inputs, steps(len(config.documents), silent=silent, last="format"))
    changes = compare(config.target, built.files, built.once)
    news = news_of(read_interface(config.target), built.package, config)
    if choice.diff:
        print_diff(config.target, built.files, changes)
    if choice.writes:
        refuse_foreign(config.target, changes, force=choice.force)
        _ask_to_delete(config, changes, choice)
        log = changelog(news, config)
        write(config.target, built.files | log, changes.with_files(config.target, log))
    if choice.writes or not changes:
        memo.remember(config.target, _state(config, inputs))
    stale = choice.check and bool(changes)
    report = Report.of(config, built, changes, news, time.perf_counter() - started, stale=stale)
    return evolve(report, warnings=(*old, *report.warnings))


def _ask_to_delete(config: Config, changes: Changes, choice: _Choice) -> None:
    """Ask before a run that takes away more than it brings, or that a selection makes of a fuller package.

    Raises:
        UsageError: if nobody can be asked, or the answer is no.
    """
    much = len(changes.deleted) > len(changes.written) or choice.selected
    if choice.force or not changes.deleted or not much:
        return
    what = f"{count(len(changes.deleted), 'file')} of {shown(config.target)} would be deleted"
    if can_ask() and not choice.as_json:
        click.echo(f"{what}, and {len(changes.written)} written.", err=True)
        if click.confirm("Go on?", default=False, err=True):
            return
    raise UsageError(
        f"{what}, and nothing was",
        hint=(
            "A selection is a package of its own (--package NAME or --out DIR), or stands in odcgen.toml; "
            if choice.selected
            else "See what would change with --diff; "
        )
        + "--force deletes them.",
    )


def _state(config: Config, inputs: Inputs) -> str:
    """Return what identifies a package and what it is made from: an older package may have been put back."""
    return f"{inputs.fingerprint} {manifest_digest(config.target)}"


def _config(files: tuple[Path, ...], out: Path | None, package: str | None) -> Config:
    from odcgen.config import package_name

    if files:
        return config_for_files(files, package=package or "client", out=out or Path())
    config = here()
    if out is not None:
        config = evolve(config, out=out.resolve())
    return evolve(config, package=package_name(package)) if package else config


def _say(report: Report, choice: _Choice) -> None:
    if choice.as_json:
        click.echo(json.dumps(report.plain(), indent=2))
    else:
        print_report(report, quiet=choice.quiet)
