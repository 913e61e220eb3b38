"""`odcgen specs …`: the documents that the client is made from."""

from __future__ import annotations

import click

from .adding import add
from .distilling import distill
from .listing import list_
from .overlaying import overlay
from .pulling import pull


@click.group()
def specs() -> None:
    """Work on the OpenAPI documents that the client is made from."""


for command in (list_, pull, add, overlay, distill):
    specs.add_command(command)
