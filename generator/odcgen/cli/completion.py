"""`odcgen completion`."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from odcgen.errors import OdcgenError

_VARIABLE = "_ODCGEN_COMPLETE"


@click.command(
    epilog="""\b
Examples:
  eval "$(odcgen completion bash)"                     in ~/.bashrc
  eval "$(odcgen completion zsh)"                      in ~/.zshrc
  odcgen completion fish > ~/.config/fish/completions/odcgen.fish
"""
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the script that completes commands, options and names in a shell."""
    root = ctx.find_root().command
    chosen = get_completion_class(shell)
    if chosen is None:
        raise OdcgenError(f"this version of click completes nothing in {shell}")
    click.echo(chosen(root, {}, "odcgen", _VARIABLE).source())
