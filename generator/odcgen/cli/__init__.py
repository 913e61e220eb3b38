"""The command line: the one place that parses arguments, prints and exits."""

from __future__ import annotations

import os
import sys

import click

from odcgen import __version__
from odcgen.errors import OdcgenError

_COMMANDS = {
    "generate": "Generate the client package.",
    "diff": "Tell what changed between two versions of the documents.",
    "doctor": "Examine documents, overlays and the environment.",
    "init": "Write a commented odcgen.toml to start from.",
    "operations": "List all operations by their public names.",
    "specs": "Work on OpenAPI documents.",
    "templates": "See, copy, check and merge templates.",
    "vendor": "Keep a copy in your own repository, and keep it fresh.",
}


class _Lazy(click.Group):
    """A group that imports a command when it is called: a run with nothing to do imports nothing heavy."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command's module."""
        if cmd_name not in _COMMANDS:
            return None
        return _command(cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


def _command(name: str) -> click.Command:
    match name:
        case "generate":
            from .generate import generate as command
        case "diff":
            from .diff import diff as command
        case "doctor":
            from .doctor import doctor as command
        case "init":
            from .init import init as command
        case "operations":
            from .operations import operations as command
        case "templates":
            from .templates import templates as command
        case "vendor":
            from .vendor import vendor as command
        case _:
            from .specs import specs as command
    return command


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="odcgen")
def odcgen() -> None:
    """Generate one typed Python client for the OutSystems Developer Cloud REST APIs."""


def main() -> None:
    """Run the command line; end with 1 for a finding and 2 for misuse, and never in a traceback."""
    try:
        odcgen(standalone_mode=False)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("stopped", err=True)
        sys.exit(130)
    except OdcgenError as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


__all__ = ["main", "odcgen"]
