"""States and updates of copies in words, for a terminal and as Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from odcgen.errors import printable
from odcgen.kit.markdown import code

if TYPE_CHECKING:
    from odcgen.vendoring.renewal import Renewal
    from odcgen.vendoring.state import State

_SHOWN = 10


def text_of(states: Iterable[State]) -> str:
    """Return the states as lines for a terminal."""
    return "".join(f"{printable(line)}\n" for state in states for line in _lines(state))


def markdown_of(states: Iterable[State]) -> str:
    """Return the states as a table and what there is to tell."""
    lines = ["| copy | state | bump | documents |", "|---|---|---|---|"]
    more: list[str] = []
    for state in states:
        documents = (
            ", ".join(f"{code(name)} {what}" for name, what in state.documents.items()) or "as they were"
        )
        lines.append(f"| {code(str(state.folder))} | {state.word} | {state.python} | {documents} |")
        told = _details(state)
        more += [f"\n{code(str(state.folder))}:\n", *(f"- {line}" for line in told)] if told else []
    return "\n".join([*lines, *more]) + "\n"


def renewal_text(plan: Renewal, *, dry_run: bool) -> str:
    """Return what an update did, or would do, as lines for a terminal."""
    return "".join(f"{printable(line)}\n" for line in _told(plan, dry_run=dry_run))


def renewal_markdown(plan: Renewal, *, dry_run: bool) -> str:
    """Return what an update did, or would do, as the text of a pull request."""
    head, *rest = _told(plan, dry_run=dry_run)
    return "\n".join([head, "", *(f"- {code(line.strip())}" for line in rest)]) + "\n"


def _lines(state: State) -> list[str]:
    bump = f", {state.python} for callers" if state.news else ""
    return [f"{state.folder}: {state.word}{bump}", *(f"  {line}" for line in _details(state))]


def _details(state: State) -> list[str]:
    told = [f"{name}: the document is {what}" for name, what in state.documents.items()]
    was, now = state.record.recipe.generator, state.now.recipe.generator
    if was != now:
        told.append(f"made by odcgen {was}, this is {now}")
    if state.behind:
        told.append(f"an update changes {len(state.stale)} files")
    if state.news:
        told += [f"gone: {name}" for name in _few(state.news.removed)]
        told += [f"breaking: {text}" for text in _few(state.news.breaking)]
    for edit, word in (("edited", "edited by hand"), ("missing", "missing"), ("formatted", "formatted only")):
        told += [f"{word}: {path}" for path in _few(path for path, how in state.edits.items() if how == edit)]
    return told


def _told(plan: Renewal, *, dry_run: bool) -> list[str]:
    state, would = plan.state, "would be " if dry_run else ""
    files = plan.files
    if plan.empty:
        return [f"{state.folder} is up to date", *(f"  kept your edit: {path}" for path in files.kept)]
    bump = f"; for callers this is a {state.python} change" if state.news else ""
    counts = f"{len(files.texts)} files written, {len(files.deleted)} deleted"
    lines = [f"{state.folder} {would or 'is '}renewed: {counts}{bump}"]
    lines += [f"  {name}: the document is {what}" for name, what in state.documents.items()]
    for word, paths in (
        ("kept your edit", files.kept),
        ("merged with your edit", files.merged),
        ("CONFLICT, look for the markers", files.conflicts),
        ("no longer generated, but edited, so it is yours now", files.left),
        ("was missing, written again", files.restored),
    ):
        lines += [f"  {word}: {path}" for path in paths]
    if state.news:
        lines += [f"  gone: {name}" for name in state.news.removed]
        lines += [f"  breaking: {text}" for text in state.news.breaking]
    lines += [f"  {call.file}:{call.line} uses {call.name}: {call.text}" for call in plan.calls.found]
    lines += [f"  {file} could not be searched: {reason}" for file, reason in plan.calls.unread]
    return lines


def _few(items: Iterable[str]) -> list[str]:
    known = list(items)
    return [*known[:_SHOWN], *([f"and {len(known) - _SHOWN} more"] if len(known) > _SHOWN else [])]
