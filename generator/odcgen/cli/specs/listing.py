"""`odcgen specs list`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click
from attrs import asdict, frozen

from odcgen.cli.project import here_or_brought_along, project_options
from odcgen.cli.terminal import table, warn
from odcgen.errors import OdcgenError

if TYPE_CHECKING:
    from odcgen.specs.catalog import Original
    from odcgen.specs.sources import Fetched


_UNKNOWN = "unknown: "


@frozen
class Row:
    """What is known of one document."""

    name: str
    title: str
    version: str
    operations: int
    source: str
    digest: str
    fetched: str
    newer: str
    """`yes`, `no`, `texts only`, or why it is `unknown`."""


@click.command("list", short_help="List the documents and where they come from.")
@project_options
@click.option("--online", is_flag=True, help="Ask upstream whether there is something newer.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list.")
def list_(online: bool, as_json: bool) -> None:
    """List the documents, where they come from, and whether upstream has newer ones."""
    from odcgen.specs.sources import read_originals

    from .workspace import wanted

    originals = wanted(here_or_brought_along(), ())
    known = [original for original in originals if original.url] if online else []
    answers = dict(zip((original.name for original in known), read_originals(known), strict=True))
    rows = [_row(original, answers.get(original.name)) for original in originals]
    if as_json:
        click.echo(json.dumps([asdict(row) for row in rows], indent=2))
    else:
        _print(rows, online=online)


def _row(original: Original, answer: Fetched | None) -> Row:
    from odcgen.documents.document import read_document
    from odcgen.documents.fetched import file_digest, load_record
    from odcgen.kit.json_value import as_object

    title, version, operations = "(cannot be read)", "", 0
    try:
        data = read_document(original.path).data
    except OdcgenError:
        data = None
    if data is not None:
        info = as_object(data.get("info"))
        title, version = str(info.get("title", "")), str(info.get("version", ""))
        operations = _count(data)
    return Row(
        original.name,
        title,
        version,
        operations,
        original.url,
        file_digest(original.path),
        load_record(original.path).fetched,
        _newer(original, answer),
    )


def _count(data: dict[str, Any]) -> int:
    from odcgen.documents.walk import operations

    return sum(1 for _ in operations(data))


def _newer(original: Original, answer: Fetched | None) -> str:
    from odcgen.documents.fetched import file_digest, sha256
    from odcgen.specs.pull import prepare
    from odcgen.specs.sources import place_of

    if answer is None:
        return "unknown"
    try:
        if isinstance(answer, OdcgenError):
            raise answer
        place = place_of(original, "", single=True).text
        candidate = prepare(original, answer, place=place)
    except OdcgenError as error:
        return f"{_UNKNOWN}{error}"
    if candidate.status == "texts only":
        return candidate.status
    return "no" if file_digest(original.path) == sha256(candidate.text) else "yes"


def _print(rows: list[Row], *, online: bool) -> None:
    """Print a table; what kept all of upstream's answers away is said once, below."""
    reasons = {row.newer for row in rows if row.newer.startswith(_UNKNOWN)}
    once = reasons.pop() if len(reasons) == 1 and len(rows) > 1 else ""
    head = ["name", "version", "operations", "source", "fetched", *(["newer"] if online else [])]
    table(
        head,
        [
            [
                row.name,
                row.version,
                str(row.operations),
                row.source.rpartition("/")[2] or "-",
                row.fetched[:10] or "-",
                *(["unknown" if row.newer == once else row.newer] if online else []),
            ]
            for row in rows
        ],
        right=["operations"],
    )
    if once:
        warn(f"whether there is something newer is unknown: {once.removeprefix(_UNKNOWN)}")
