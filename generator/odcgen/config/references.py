"""What an odcgen.toml refers to: the folder of templates, and the operations to leave out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from odcgen.errors import ConfigError
from odcgen.kit import data

from .model import DocumentConfig

_OPERATION = re.compile(r"(?P<api>\w+) (GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE) /.*")


def templates_of(package: dict[str, Any], root: Path, file: str) -> Path | None:
    """Return the folder of the user's own templates, if there is one.

    Raises:
        ConfigError: if it does not exist, or holds a template of a file that odcgen does not generate.
    """
    shown: str | None = package.get("templates")
    if not shown:
        return None
    folder = root / shown
    if not folder.is_dir():
        raise ConfigError(f"the folder of templates {shown!r} does not exist", file=file)
    for template in sorted(folder.rglob("*.py.jinja")):
        relative = template.relative_to(folder).as_posix()
        if not (data.templates() / relative).is_file():
            raise ConfigError(
                f"odcgen has no template {relative!r} that yours in {shown!r} could replace",
                file=file,
                hint="templates/README.md lists them; a part to include ends in .jinja, not in .py.jinja.",
            )
    return folder


def check_ignored(ignored: Iterable[str], documents: Iterable[DocumentConfig], file: str) -> None:
    """Refuse an operation to leave out that is not written as one, or of an API that is not there.

    Raises:
        ConfigError: naming it.
    """
    names = [document.name for document in documents]
    for entry in sorted(ignored):
        match = _OPERATION.fullmatch(entry)
        if not match or match["api"] not in names:
            raise ConfigError(
                f"[ignore] names {entry!r}, which is no operation of a document here",
                file=file,
                hint='Write it as "<api> <METHOD> <path>", such as "identity GET /users/{key}".',
            )
