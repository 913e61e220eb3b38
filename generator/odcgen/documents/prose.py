"""Facts that upstream states only in sentences: permission names and dates of removal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, cast

_PERMISSION = re.compile(r"\*\*([^*\n]{1,120})\*\*")
_REMOVAL = re.compile(
    r"\b(?:remov|retir|sunset|discontinu)\w*\b[^.\n]{0,80}?\b(\d{4}-\d{2}-\d{2})\b", re.IGNORECASE | re.ASCII
)


def find_permissions(*prose: Any) -> list[str]:
    """Return the permission names in bold type (`**User management > View members**`), sorted, each once."""
    found: set[str] = set()
    for text in _texts(prose):
        for bold in _PERMISSION.findall(text):
            parts = [" ".join(part.split()) for part in bold.split(">")]
            if len(parts) > 1 and all(parts):
                found.add(" > ".join(parts))
    return sorted(found)


def find_removal(*prose: Any) -> str | None:
    """Return the date (`YYYY-MM-DD`) on or after which something is said to be removed."""
    for text in _texts(prose):
        for stated in _REMOVAL.findall(text):
            try:
                return date.fromisoformat(stated).isoformat()
            except ValueError:
                continue
    return None


def _texts(values: Any) -> Iterator[str]:
    """Yield every string in prose of any form; what is no text says nothing."""
    if isinstance(values, str):
        yield values
    elif isinstance(values, (list, tuple)):
        for value in cast("Iterable[Any]", values):
            yield from _texts(value)
