"""What the commands work on: the odcgen.toml that --config names, else the nearest one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from odcgen.config import Config, DocumentConfig, find_config, load_config, nearest_config
from odcgen.errors import UsageError
from odcgen.kit import data

from .trust import trust_option

if TYPE_CHECKING:
    from click.decorators import FC

_KEY = "odcgen.config"


def _note(ctx: click.Context, _: click.Parameter, value: Path | None) -> None:
    if value is not None:
        ctx.meta[_KEY] = value


def project_options(command: FC) -> FC:
    """Give a command the options of all that read an odcgen.toml: --config for `here`, and --trust."""
    option = click.option(
        "--config",
        type=click.Path(path_type=Path),
        metavar="FILE",
        expose_value=False,
        callback=_note,
        help="Read this file instead of the nearest odcgen.toml.",
    )
    return option(trust_option(command))


def here() -> Config:
    """Return the configuration that --config names, or the one that is nearest to the current folder.

    Raises:
        UsageError: if there is none.
        ConfigError: if it says something that cannot work.
    """
    return load_config(_named() or find_config(Path.cwd()))


def here_or_brought_along() -> Config:
    """Return the configuration, or where there is none the documents that odcgen brings along."""
    folder = Path.cwd()
    if (found := _named() or nearest_config(folder)) is not None:
        return load_config(found)
    brought = sorted(data.documents().glob("*.json"))
    documents = tuple(DocumentConfig(path.stem, path) for path in brought)
    return Config(root=folder, package="odc_client", out=folder, documents=documents)


def _named() -> Path | None:
    """Return the file that --config names.

    Raises:
        UsageError: if there is no such file.
    """
    context = click.get_current_context(silent=True)
    file: Path | None = context.meta.get(_KEY) if context else None
    if file is not None and not file.is_file():
        raise UsageError("--config names a file that is not there", file=str(file))
    return file
