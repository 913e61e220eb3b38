"""What `odcgen vendor` and `odcgen vendor publish-ready` let one choose for a copy."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from odcgen import __version__
from odcgen.config import FILE_NAME, template_folders
from odcgen.errors import UsageError
from odcgen.vendoring.recipe import Recipe

_F = TypeVar("_F", bound=Callable[..., Any])


def choices(command: _F) -> _F:
    """Add the options that choose what a copy holds."""
    for option in reversed(
        (
            click.option("--package", metavar="NAME", help="The name of the package; DEST's own if absent."),
            click.option("--api", "apis", multiple=True, metavar="NAME", help="Only this API; repeatable."),
            click.option(
                "--operation",
                "operations",
                multiple=True,
                metavar="API.RESOURCE.METHOD",
                help="Only this operation, with just the models that it reaches; may be repeated.",
            ),
            click.option(
                "--with",
                "packs",
                multiple=True,
                metavar="PACK",
                help="A pack of templates, such as docs; may be repeated.",
            ),
            click.option(
                "--no-async", "without_async", is_flag=True, help="Leave out the classes that are awaited."
            ),
            click.option("--pin", is_flag=True, help="Keep it as it is: being behind is no finding then."),
            click.option("--license", metavar="SPDX", default="", help="An SPDX header for every file."),
            click.option("--sbom", is_flag=True, help="Add a bill of materials (CycloneDX)."),
        )
    ):
        command = option(command)
    return command


def recipe_of(target: Path, **chosen: Any) -> Recipe:
    """Return the recipe of a new copy.

    Raises:
        UsageError: if the licence is no SPDX identifier.
        ConfigError: if a pack is not there.
    """
    if (license_ := chosen["license"]) and not all(char.isalnum() or char in ".-+ ()" for char in license_):
        raise UsageError(f"{license_!r} is no SPDX identifier", hint="Write one such as Apache-2.0 or MIT.")
    packs = tuple(dict.fromkeys(chosen["packs"]))
    template_folders([f"pack:{name}" for name in packs], target)
    return Recipe(
        package=target.name,
        generator=__version__,
        command="odcgen " + shlex.join(sys.argv[1:]),
        config=_config(target),
        apis=frozenset(chosen["apis"]),
        operations=frozenset(chosen["operations"]),
        packs=packs,
        asynchronous=not chosen["without_async"],
        pinned=chosen["pin"],
        license=license_,
        sbom=chosen["sbom"],
    )


def _config(target: Path) -> str:
    """Return the odcgen.toml here or above, relative to the copy; empty where there is none."""
    from odcgen.config import find_config

    try:
        found = find_config(Path.cwd())
    except UsageError as error:
        if FILE_NAME in error.message:
            return ""
        raise
    return Path(os.path.relpath(found, target)).as_posix()
