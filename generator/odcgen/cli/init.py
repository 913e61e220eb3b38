"""`odcgen init`."""

from __future__ import annotations

from pathlib import Path

import click

from odcgen.config import FILE_NAME
from odcgen.errors import OutputError, UsageError
from odcgen.kit import data
from odcgen.kit.files import replace_file

_HEAD = """\
# What `odcgen generate` makes. Paths are relative to this file.

[package]
name = "odc_client"      # the package to import; its client is OdcClient
out = "generated"        # the folder that the package is put in
http = "httpx"           # or "httpx2", its API-compatible fork
# templates = ["templates"]  # folders of your own templates, or "pack:NAME"; the rest is odcgen's

# Generate only some of it (everything, if both are empty):
[selection]
apis = []                # e.g. ["identity", "deployments"]
operations = []          # e.g. ["identity.users.list"]

# Operations left out on purpose, as "<api> <METHOD> <path>"; any other that would be lost is an error.
[ignore]
operations = []

# The documents, one API each. Without a path it is specs/<name>.json if you have pulled that
# (`odcgen specs pull <name>`), else the one that odcgen brings along. `odcgen specs add` adds an app's own:
# [[documents]]
# name = "shop"
# path = "specs/shop.json"
# overlays = ["specs/overlays/shop.yaml"]
"""


@click.command(epilog="\b\nExample:\n  odcgen init && odcgen generate\n")
@click.option("--force", is_flag=True, help="Overwrite an odcgen.toml that is there.")
def init(force: bool) -> None:
    """Write a commented odcgen.toml for all ODC APIs."""
    path = Path(FILE_NAME)
    if path.exists() and not force:
        raise UsageError(f"{FILE_NAME} exists already", hint="Edit it, or overwrite it with --force.")
    names = sorted(document.stem for document in data.documents().glob("*.json"))
    tables = "".join(f'\n[[documents]]\nname = "{name}"\n' for name in names)
    try:
        replace_file(path, (_HEAD + tables).encode())
    except OSError as error:
        raise OutputError(
            f"{FILE_NAME} cannot be written: {error.strerror}",
            file=str(Path.cwd()),
            hint="Go to a folder in which you may write.",
        ) from None
    click.echo(f"wrote {FILE_NAME} with {len(names)} APIs; now run `odcgen generate`")
