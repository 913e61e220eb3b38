"""`odcgen diff`."""

from __future__ import annotations

import json
import sys

import click

from .project import here, project_options

_THRESHOLDS = ("breaking", "risky", "compatible", "docs", "major", "minor", "patch")


@click.command(
    epilog="""\b
Examples:
  odcgen diff HEAD~1                          the documents of odcgen.toml against those of a commit
  odcgen diff old.json new.json --format markdown
  odcgen diff main --fail-on breaking         exit with 1 if callers or the wire would break
"""
)
@project_options
@click.argument("old")
@click.argument("new", required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    help="How to print the report.",
)
@click.option(
    "--fail-on",
    type=click.Choice(_THRESHOLDS),
    help="Exit with 1 when a verdict is this one or a graver one.",
)
def diff(old: str, new: str | None, form: str, fail_on: str | None) -> None:
    """Tell what changed between OLD and NEW, on the wire and for Python callers.

    Each is a file, a folder or a git revision (`odcgen diff HEAD~1`); without NEW it is the working tree.
    """
    from odcgen.diff.compare import compare_sources, merge
    from odcgen.diff.sides import pair, read_side, working_tree

    before = read_side(old, here)
    after = read_side(new, here) if new else working_tree(here())
    reports = [compare_sources(*pairing) for pairing in pair(before, after)]
    whole = merge(reports)
    if form == "json":
        click.echo(json.dumps(whole.as_json(), indent=2, ensure_ascii=False))
    else:
        from odcgen.diff.markdown import render_markdown
        from odcgen.diff.text import render_text

        render = render_markdown if form == "markdown" else render_text
        shown = [report for report in reports if report.findings] or reports[:1]
        click.echo("\n".join(render(report).rstrip("\n") for report in shown))
    if fail_on and whole.reaches(fail_on):
        sys.exit(1)
