"""`odcgen specs …`: the documents that the client is made from."""

from __future__ import annotations

import click

from odcgen.cli.groups import Group

from .adding import add
from .distilling import distill
from .listing import list_
from .overlaying import overlay
from .pulling import pull


@click.group(
    cls=Group,
    epilog="""\b
Examples:
  odcgen specs list --online
  odcgen specs pull identity
  odcgen specs add shop https://acme.outsystems.app/Shop/rest/v1/swagger.json
""",
)
def specs() -> None:
    """Work on the OpenAPI documents that the client is made from."""


for command in (list_, pull, add, overlay, distill):
    specs.add_command(command)
