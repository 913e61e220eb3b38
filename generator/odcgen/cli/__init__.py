"""The command line: the one place that parses arguments, prints and exits."""

from __future__ import annotations

import os
import sys

import click

from odcgen import __version__

from .groups import Group

_COMMANDS = {
    "generate": "Generate the client package.",
    "diff": "Tell what changed between two versions of the documents.",
    "doctor": "Examine the environment, documents and overlays.",
    "init": "Write a commented odcgen.toml to start from.",
    "operations": "List all operations by their public names.",
    "specs": "Work on OpenAPI documents.",
    "templates": "See, copy, check and merge templates.",
    "completion": "Print the script that completes commands in a shell.",
    "vendor": "Keep a copy in your own repository, and keep it fresh.",
}
_EPILOG = """\b
Examples:
  odcgen init                          write an odcgen.toml to start from
  odcgen generate                      make the package that it describes
  odcgen generate --check              exit with 1 if the package is stale (for CI)
  odcgen generate shop.yaml --package shop --out src
  odcgen COMMAND --help                examples of each command

\b
Exit codes:
  0  done; nothing to complain about
  1  a finding: a broken document, a stale package, a difference that was asked for
  2  misuse: an unknown option or name, a mistake in odcgen.toml
"""


class _Lazy(Group):
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
        case "completion":
            from .completion import completion as command
        case "diff":
            from .diff import diff as command
        case "doctor":
            from .doctor import doctor as command
        case "generate":
            from .generate import generate as command
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


@click.group(
    cls=_Lazy,
    epilog=_EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, "-V", "--version", prog_name="odcgen")
def odcgen() -> None:
    """Generate one typed Python client for the OutSystems Developer Cloud REST APIs."""


def main() -> None:
    """Run the command line; end with 1 for a finding and 2 for misuse, and never in a traceback."""
    try:
        odcgen(prog_name="odcgen", standalone_mode=False)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - whatever it is, it is told in a sentence
        from .telling import tell

        sys.exit(tell(error, as_json="--json" in sys.argv))


__all__ = ["main", "odcgen"]
