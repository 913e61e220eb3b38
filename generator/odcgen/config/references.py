"""What an odcgen.toml refers to: the folders of templates, and the operations to leave out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from odcgen.errors import ConfigError
from odcgen.kit.json_value import as_object
from odcgen.kit.stack import Stack

from .model import DocumentConfig
from .packs import PACK, pack_folder
from .trust import check_file, check_tree

_OPERATION = re.compile(r"(?P<api>\w+) (GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE) /.*")


def templates_of(raw: dict[str, Any], root: Path, file: str) -> Stack:
    """Return the templates that lie over odcgen's own, and what they are given.

    Raises:
        ConfigError: if one does not exist, others can change it, or a pack is not installed.
    """
    given = as_object(raw.get("package")).get("templates", [])
    own = as_object(raw.get("templates"))
    return Stack(
        template_folders([given] if isinstance(given, str) else given, root, file),
        as_object(own.get("vars")),
        _module(root / own["module"]) if "module" in own else None,
    )


def _module(path: Path) -> Path:
    check_file(path)
    return path


def template_folders(names: Iterable[str], root: Path, file: str | None = None) -> tuple[Path, ...]:
    """Return the folders for names of folders and, as `pack:NAME`, of packs.

    Raises:
        ConfigError: if one does not exist, others can change it, or a pack is not installed.
    """
    return tuple(_folder(name, root, file) for name in names if name)


def _folder(name: str, root: Path, file: str | None) -> Path:
    if name.startswith(PACK):
        return pack_folder(name.removeprefix(PACK), file)
    folder = root / name
    if not folder.is_dir():
        raise ConfigError(f"the folder of templates {name!r} does not exist", file=file)
    check_tree(folder)
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
