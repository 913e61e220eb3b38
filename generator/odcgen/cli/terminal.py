"""What the commands print on: colour, bars and tables where somebody looks, plain text everywhere else."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, TextIO

import click

from odcgen.errors import printable

if TYPE_CHECKING:
    from rich.console import Console

_STYLES = {"error": ("red", True), "warning": ("yellow", True), "note": ("cyan", False)}
_UNLIMITED = 10_000
"""Columns of what is no terminal: a line stays a line for whoever searches it."""


def is_watched(stream: TextIO) -> bool:
    """Tell whether a person looks at a stream: it is a terminal, and no job of a CI."""
    return stream.isatty() and not os.environ.get("CI")


def has_colour(stream: TextIO) -> bool:
    """Tell whether a stream takes colour: a person looks at it who did not ask for none (NO_COLOR)."""
    return is_watched(stream) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def can_ask() -> bool:
    """Tell whether there is somebody to ask."""
    return sys.stdin.isatty() and is_watched(sys.stderr)


def say(text: str, *, kind: str = "", err: bool = False) -> None:
    """Print a line; one of a kind (`error`, `warning`, `note`) begins with it, in its colour."""
    stream = sys.stderr if err else sys.stdout
    if kind:
        colour, bold = _STYLES[kind]
        head = f"{kind}:"
        text = f"{click.style(head, fg=colour, bold=bold) if has_colour(stream) else head} {text}"
    click.echo(text, err=err, color=has_colour(stream))


def warn(text: str) -> None:
    """Print a warning; text of a document cannot write to the terminal by itself."""
    say(printable(text), kind="warning", err=True)


def console(stream: TextIO) -> Console:
    """Return what draws tables and bars on a stream, as wide as the terminal, else as wide as it needs."""
    from rich.console import Console

    coloured = has_colour(stream)
    return Console(
        file=stream,
        force_terminal=is_watched(stream),
        no_color=not coloured,
        color_system="auto" if coloured else None,
        width=None if stream.isatty() else _UNLIMITED,
        highlight=False,
        markup=False,
        emoji=False,
    )


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *, right: Sequence[str] = ()) -> None:
    """Print rows under their heads, folded to the width of the terminal.

    Args:
        head: the name of each column.
        rows: the cells, text of documents among them.
        right: the columns of numbers, which are set to the right.
    """
    from rich import box
    from rich.table import Table
    from rich.text import Text

    drawn = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for name in head:
        drawn.add_column(name, justify="right" if name in right else "left", overflow="fold")
    for row in rows:
        drawn.add_row(*(Text(printable(cell)) for cell in row))
    console(sys.stdout).print(drawn)


def steps(total: int, *, silent: bool, last: str = "") -> Callable[[str], object]:
    """Return what to call with the name of each step: a bar where a person looks, lines elsewhere.

    Args:
        total: how many steps are counted; what comes after them is shown without a number.
        silent: whether nothing is to be shown.
        last: the step after which the bar goes away.
    """
    if silent:
        return lambda _: None
    if not is_watched(sys.stderr):
        return _Lines(total)
    return _Bar(total, last)


class _Lines:
    """A line for each step."""

    def __init__(self, total: int) -> None:
        self._total, self._done = total, 0

    def __call__(self, name: str) -> None:
        self._done += 1
        click.echo(f"[{min(self._done, self._total)}/{self._total}] {name}", err=True)


class _Bar:
    """One bar for all steps, which leaves nothing behind."""

    def __init__(self, total: int, last: str) -> None:
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        self._last, self._total, self._done = last, total, 0
        self._bar = Progress(
            BarColumn(bar_width=24),
            MofNCompleteColumn(),
            TextColumn("{task.description}", markup=False),
            console=console(sys.stderr),
            transient=True,
        )
        self._task = self._bar.add_task("", total=total)

    def __call__(self, name: str) -> None:
        self._bar.start()
        self._done += 1
        self._bar.update(self._task, completed=min(self._done, self._total), description=printable(name))
        if name == self._last or (not self._last and self._done == self._total):
            self._bar.stop()
