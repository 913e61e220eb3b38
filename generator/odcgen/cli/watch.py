"""`odcgen generate --watch`: generate again on every save of a template."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import click

from odcgen.config import Config
from odcgen.errors import OdcgenError

from .telling import tell_all

PAUSE = 0.3
"""Seconds between two looks at the templates."""


def watched(config: Config, run: Callable[[], object]) -> None:
    """Run at once, then after each change of the user's templates; an error is told and watching goes on."""
    seen = None
    while True:
        found = _stamps(config)
        if found != seen:
            seen = found
            try:
                run()
            except OdcgenError as error:
                tell_all(getattr(error, "errors", (error,)))
            click.echo("watching the templates; Ctrl-C ends it", err=True)
        time.sleep(PAUSE)


def _stamps(config: Config) -> dict[Path, int]:
    """Return when each file that templates are made of was changed."""
    stack = config.templates
    own = [stack.module] if stack.module else []
    files = [path for folder in stack.folders for path in folder.rglob("*") if path.is_file()]
    stamps: dict[Path, int] = {}
    for path in (*own, *files):
        try:
            stamps[path] = path.stat().st_mtime_ns
        except OSError:
            continue  # an editor is replacing it
    return stamps
