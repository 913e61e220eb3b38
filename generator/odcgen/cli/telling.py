"""How an error is told: one sentence with its place, the lines themselves, and one exit code.

Text on stderr, or with `--json` one object on stdout. Whatever fails ends here: no traceback for what a user
wrote, and for a mistake of odcgen's own a sentence that says how to report it.
"""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from odcgen import __version__
from odcgen.errors import MAX_SHOWN_ERRORS, OdcgenError
from odcgen.kit.suggest import meant, nearest

from .excerpt import excerpt, place
from .terminal import say

INTERRUPTED = 130
_WRITTEN = re.compile(r"'([^']*)' is not one of")


def tell(error: BaseException, *, as_json: bool) -> int:
    """Tell an error that ends a run, and return the exit code of the process."""
    if isinstance(error, click.Abort | KeyboardInterrupt):
        click.echo("stopped", err=True)
        return INTERRUPTED
    errors, status = _errors(error), _status(error)
    if as_json:
        click.echo(json.dumps({"errors": [_plain(one) for one in errors], "exit_code": status}, indent=2))
        return status
    tell_all(errors)
    return status


def tell_all(errors: Sequence[OdcgenError]) -> None:
    """Print the sentence of each error and the lines that it is about; of very many, the first ones."""
    for number, error in enumerate(errors[:MAX_SHOWN_ERRORS]):
        place(error)
        say(str(error), kind="" if number else "error", err=True)
        if lines := excerpt(error):
            click.echo(lines, err=True)
    if (left := len(errors) - MAX_SHOWN_ERRORS) > 0:
        click.echo(f"… and {left} more errors in this document.", err=True)


def _errors(error: BaseException) -> tuple[OdcgenError, ...]:
    """Return the error as odcgen's own, several as several."""
    if isinstance(error, OdcgenError):
        return getattr(error, "errors", None) or (error,)
    if isinstance(error, click.UsageError):
        return (_usage(error),)
    if isinstance(error, click.ClickException):
        return (OdcgenError(error.format_message().rstrip(".")),)
    if isinstance(error, OSError):
        return (_of_system(error),)
    return (_of_odcgen(error),)


def _status(error: BaseException) -> int:
    if isinstance(error, OdcgenError | click.ClickException):
        return error.exit_code
    return 1


def _usage(error: click.UsageError) -> OdcgenError:
    """Return a mistake on the command line, with what may have been meant and the help that tells more."""
    message, suggestion = error.format_message().rstrip().rstrip("."), ""
    if isinstance(error, click.NoSuchOption):
        message = f"there is no option {error.option_name}"
        names = {name.lstrip("-"): name for name in error.possibilities or ()}
        near = nearest(error.option_name.lstrip("-"), names)
        suggestion = f"Did you mean {names[near]}?" if near else ""
    elif isinstance(error, click.BadParameter) and error.param and isinstance(error.param.type, click.Choice):
        written = _WRITTEN.search(message)
        suggestion = meant(written[1], map(str, error.param.type.choices)) if written else ""
    help_ = f"`{error.ctx.command_path} --help` tells more." if error.ctx else ""
    return OdcgenError(message, hint=" ".join(filter(None, (suggestion, help_))) or None)


def _of_system(error: OSError) -> OdcgenError:
    """Return what the operating system refused: a full disk, a folder that cannot be written."""
    return OdcgenError(
        f"the system refused it: {error.strerror or error}",
        file=str(error.filename) if error.filename else None,
        hint="Check the place's permissions and free space.",
    )


def _of_odcgen(error: BaseException) -> OdcgenError:
    """Return a mistake of odcgen's own; the traceback goes to a file, not to the user."""
    trace = "".join(traceback.format_exception(error))
    kept = ""
    if os.environ.get("ODCGEN_DEBUG"):
        click.echo(trace, err=True)
    else:
        kept = _kept(f"odcgen {__version__}, Python {sys.version}, {sys.argv[1:]}\n{trace}")
    return OdcgenError(
        f"odcgen itself failed: {type(error).__name__}: {error}",
        hint=f"Please report it, with the file {kept}." if kept else "Please report it.",
    )


def _kept(text: str) -> str:
    """Write a report to a file of its own and return its path; empty where nothing can be written."""
    try:
        handle, path = tempfile.mkstemp(prefix="odcgen-", suffix=".log", text=True)
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(text)
    except OSError:
        return ""
    return path


def _plain(error: OdcgenError) -> dict[str, Any]:
    place(error)
    file = None if error.file is None else Path(error.file).as_posix()
    return {
        "message": error.message,
        "file": file,
        "line": error.line,
        "column": error.column,
        "pointer": error.pointer,
        "hint": error.hint,
        "rule": error.rule,
    }
