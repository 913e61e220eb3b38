"""What `odcgen generate` says it has done."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from attrs import asdict, frozen

from odcgen.config import Config
from odcgen.errors import OutputError

from .terminal import say, warn

if TYPE_CHECKING:
    from odcgen.diff.news import News
    from odcgen.output.compare import Changes
    from odcgen.run.build import Build


@frozen
class ApiCount:
    """What one API amounts to."""

    name: str
    operations: int
    models: int
    parsed: bool


@frozen
class Report:
    """The outcome of one run."""

    package: str
    folder: str
    status: str
    apis: tuple[ApiCount, ...] = ()
    files: int = 0
    written: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    seconds: float = 0.0
    changes: str = ""
    """What changed for callers, in a few sentences."""
    news: News | None = None
    missing: bool = False
    """Whether there was no package at all."""

    @classmethod
    def current(cls, config: Config, seconds: float) -> Report:
        """Return the report of a run with nothing to do."""
        return cls(config.package, shown(config.target), "current", seconds=seconds)

    @classmethod
    def of(
        cls, config: Config, built: Build, changes: Changes, news: News | None, seconds: float, *, stale: bool
    ) -> Report:
        """Return the report of a run that has built the package."""
        from odcgen.diff.news import paragraph

        counts = tuple(
            ApiCount(
                api.name,
                sum(len(resource.operations) for resource in api.resources),
                len(api.models) + len(api.enums),
                api.name in built.parsed,
            )
            for api in built.package.apis
        )
        return cls(
            package=config.package,
            folder=shown(config.target),
            status="stale" if stale else "written" if changes else "current",
            apis=counts,
            files=len(built.files),
            written=changes.written,
            deleted=changes.deleted,
            warnings=tuple(
                f"{api.name}: {warning}" for api in built.package.apis for warning in api.warnings
            ),
            seconds=seconds,
            changes=paragraph(news),
            news=news,
            missing=not config.target.is_dir(),
        )

    def plain(self) -> dict[str, Any]:
        """Return the report as plain data."""
        return asdict(self) | {"seconds": round(self.seconds, 3)}


def print_report(report: Report, *, quiet: bool) -> None:
    """Print a report: findings always, the summary unless `quiet`."""
    for warning in report.warnings:
        warn(warning)
    if report.status == "stale":
        _print_stale(report)
    elif not quiet and report.status == "current" and not report.apis:
        click.echo(f"{report.folder} is up to date ({report.seconds:.2f} s)")
    elif not quiet:
        _print_summary(report)


def _print_stale(report: Report) -> None:
    if report.missing:
        say(
            f"there is no package in {report.folder} yet. `odcgen generate` makes it.", kind="error", err=True
        )
        return
    say(
        f"{report.folder} is stale. `odcgen generate` renews it; these files would change:",
        kind="error",
        err=True,
    )
    for path in report.written:
        click.echo(f"  {path}", err=True)
    for path in report.deleted:
        click.echo(f"  {path} (no longer generated)", err=True)
    if report.changes:
        click.echo(report.changes, err=True)


def _print_summary(report: Report) -> None:
    width = max((len(api.name) for api in report.apis), default=0)
    for api in report.apis:
        counts = f"{count(api.operations, 'operation', 3):<15}{count(api.models, 'model', 3)}"
        click.echo(f"  {api.name:<{width}}  {counts}")
    if report.changes:
        click.echo(report.changes)
    operations = sum(api.operations for api in report.apis)
    models = sum(api.models for api in report.apis)
    made = ", ".join((count(len(report.apis), "API"), count(operations, "operation"), count(models, "model")))
    click.echo(
        f"{report.package}: {made}; "
        f"{len(report.written)} of {count(report.files, 'file')} written, {len(report.deleted)} deleted "
        f"in {report.folder}; {report.seconds:.2f} s, {count(len(report.warnings), 'warning')}"
    )


def count(number: int, noun: str, width: int = 0) -> str:
    """Return a number of things in words: `1 file`, `2 files`."""
    return f"{number:>{width}} {noun}" + ("" if number == 1 else "s")


def print_diff(target: Path, files: dict[str, str], changes: Changes) -> None:
    """Print the unified difference between the package on disk and the files it should have."""
    for path in sorted((*changes.written, *changes.deleted)):
        before = _present(target, path).splitlines(keepends=True)
        after = files.get(path, "").splitlines(keepends=True)
        name = f"{target.name}/{path}"
        click.echo("".join(difflib.unified_diff(before, after, f"a/{name}", f"b/{name}")), nl=False)


def _present(target: Path, path: str) -> str:
    """Return the text of a file as it is; what is no plain file has none."""
    from odcgen.output.folder import Folder

    try:
        with Folder(target) as folder:
            return (folder.read(path) or b"").decode("utf-8", errors="replace")
    except OutputError:
        return ""


def shown(path: Path) -> str:
    """Return a path as the user would write it here."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)
