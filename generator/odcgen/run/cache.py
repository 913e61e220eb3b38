"""The cache of parsed documents: after one change only that document is parsed again."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Callable
from pathlib import Path

from odcgen import ir
from odcgen.ir.serial import from_plain, to_plain
from odcgen.kit.files import replace_file

from .memo import cache_folder

_MADE = re.compile(r"[0-9a-f]{64}\.json")
"""The names of entries: the folder may be one with files of the user's."""


def has_api(key: str) -> bool:
    """Tell whether an API is in the cache."""
    folder = cache_folder()
    return folder is not None and folder.joinpath(f"{key}.json").is_file()


def remember(key: str, make: Callable[[], ir.Api]) -> tuple[ir.Api, bool]:
    """Return an API from the cache, or make it and keep it; and whether it had to be made."""
    kept = _load(key)
    if kept is not None:
        return kept, False
    made = make()
    _save(key, made)
    return made, True


def _load(key: str) -> ir.Api | None:
    """Return a cached API, or None; a cache that cannot be read is no error."""
    folder = cache_folder()
    if folder is None:
        return None
    try:
        api = from_plain(json.loads(folder.joinpath(f"{key}.json").read_bytes()))
    except (OSError, ValueError, TypeError, LookupError):
        return None
    return api if isinstance(api, ir.Api) else None


def _save(key: str, api: ir.Api) -> None:
    """Keep an API; a cache that cannot be written is no error."""
    folder = cache_folder()
    if folder is None:
        return
    with contextlib.suppress(OSError):
        replace_file(folder / f"{key}.json", json.dumps(to_plain(api), separators=(",", ":")).encode())
        _forget_old(folder)


def _forget_old(folder: Path, keep: int = 200) -> None:
    made = [path for path in folder.iterdir() if _MADE.fullmatch(path.name)]
    entries = sorted(made, key=lambda path: path.stat().st_mtime, reverse=True)
    for path in entries[keep:]:
        path.unlink(missing_ok=True)
