"""`odcgen specs add`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from odcgen.cli.project import here, project_options
from odcgen.cli.report import count
from odcgen.cli.terminal import say
from odcgen.errors import printable

if TYPE_CHECKING:
    from odcgen.config import Config


@click.command(short_help="Add the REST API of an app of yours.")
@project_options
@click.argument("name")
@click.argument("source", metavar="FILE|URL")
@click.option(
    "--base-url", default="", metavar="URL", help="Where the API is, if not where its document says."
)
@click.option(
    "--credentials",
    default="",
    metavar="PREFIX|none|portal",
    help="The prefix of the environment variables with its credentials, by default ODC_<NAME>; none if it"
    " wants none; portal if it gets those of ODC's portal.",
)
def add(name: str, source: str, base_url: str, credentials: str) -> None:
    """Add the REST API of an app of yours to the client, as `client.NAME`.

    The document may be OpenAPI 3.0, OpenAPI 3.1, or Swagger 2.0, which is converted. It is kept as
    specs/NAME.json, and odcgen.toml gets one more [[documents]] table.
    """
    from odcgen.config import check_choice
    from odcgen.specs.add import plan, put

    for key, value in (("base_url", base_url), ("credentials", credentials)):
        if value:
            check_choice(key, value, name)
    config = here()
    addition = plan(config, name, source, base_url=base_url, credentials=credentials)
    for note in addition.notes:
        say(printable(note), kind="note", err=True)
    put(config, addition)
    click.echo(f"added {name}: {count(addition.operations, 'operation')} at {addition.base_url}")
    click.echo(_credentials(here(), name, addition.table["credentials"]))
    if (config.apis or config.operations) and name not in config.apis:
        click.echo(f"odcgen.toml selects what is generated: put {name!r} into apis there")
    click.echo("now run `odcgen generate`")


def _credentials(config: Config, name: str, chosen: str) -> str:
    if chosen == "none":
        return "it asks for no credentials, so none are sent"
    if chosen in ("", "portal"):
        return "its credentials are those of the other ODC APIs"
    from odcgen.doctor.environment import own_variables
    from odcgen.errors import OdcgenError

    try:
        asked = own_variables(config).get(name, [])
    except OdcgenError:
        asked = []  # which generating tells, with the place in the document
    told = ", or ".join(" and ".join(way) for way in asked)
    return f"its credentials: {told or f'variables that begin with {chosen}_'}"
