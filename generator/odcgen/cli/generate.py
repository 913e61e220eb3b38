"""`odcgen generate`."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import click
from attrs import evolve, frozen

from odcgen.config import Config, config_for_files, find_config, load_config, template_folders
from odcgen.errors import UsageError
from odcgen.output.manifest import is_untouched, manifest_digest
from odcgen.run import memo
from odcgen.run.inputs import Inputs, read_inputs

from .report import Report, print_diff, print_report
from .stale import stale_templates
from .trust import trust_option


@click.command()
@trust_option
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
    "--force", is_flag=True, help="Overwrite generated files that were edited, and files in the way."
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
    choice = _Choice(check, diff, force, quiet, as_json)
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
    built = build(known, inputs, _progress(len(config.documents), choice.quiet or choice.as_json))
    changes = compare(config.target, built.files, built.once)
    news = news_of(read_interface(config.target), built.package, config)
    if choice.diff:
        print_diff(config.target, built.files, changes)
    if choice.writes:
        refuse_foreign(config.target, changes, force=choice.force)
        log = changelog(news, config)
        write(config.target, built.files | log, changes.with_files(config.target, log))
    if choice.writes or not changes:
        memo.remember(config.target, _state(config, inputs))
    stale = choice.check and bool(changes)
    report = Report.of(config, built, changes, news, time.perf_counter() - started, stale=stale)
    return evolve(report, warnings=(*old, *report.warnings))


def _state(config: Config, inputs: Inputs) -> str:
    """Return what identifies a package and what it is made from: an older package may have been put back."""
    return f"{inputs.fingerprint} {manifest_digest(config.target)}"


def _config(files: tuple[Path, ...], out: Path | None, package: str | None) -> Config:
    from odcgen.config import package_name

    if files:
        return config_for_files(files, package=package or "client", out=out or Path())
    config = load_config(find_config(Path.cwd()))
    if out is not None:
        config = evolve(config, out=out.resolve())
    return evolve(config, package=package_name(package)) if package else config


def _progress(total: int, silent: bool) -> Callable[[str], object]:
    """Return what to call after each step: a line that is rewritten on a terminal, plain lines elsewhere."""
    done: list[str] = []
    terminal = sys.stderr.isatty()

    def step(name: str) -> None:
        if silent:
            return
        done.append(name)
        counted = f"[{min(len(done), total)}/{total}] {name}"
        click.echo(f"\r\033[K{counted}" if terminal else counted, err=True, nl=not terminal)
        if terminal and name == "format":
            click.echo("\r\033[K", err=True, nl=False)

    return step


def _say(report: Report, choice: _Choice) -> None:
    if choice.as_json:
        click.echo(json.dumps(report.plain(), indent=2))
    else:
        print_report(report, quiet=choice.quiet)
