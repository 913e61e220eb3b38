"""The option `--trust` of all commands that read an odcgen.toml or templates."""

from __future__ import annotations

import click

from odcgen.config.trust import trust_again, trust_all


def _trust(context: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        before = trust_all()
        context.call_on_close(lambda: trust_again(before))


trust_option = click.option(
    "--trust",
    is_flag=True,
    expose_value=False,
    callback=_trust,
    help="Take odcgen.toml and templates from folders that others can change, too.",
)
