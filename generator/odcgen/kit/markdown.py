"""Text as Markdown that shows just this text: no link, no picture, no HTML comes of it."""

from __future__ import annotations

import re

_ACTIVE = re.compile(r"[\\`*_{}\[\]#|~^=@$<>&]|:(?=//|\S+:)|(?<=www)\.|!(?=\[)")
"""What means something wherever it stands; the rest only begins a block."""
_NAMED = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
_OPENING = re.compile(r"^([-+:!?]|\d+[.)])")
_SPAN = re.compile("(?<!`)(`[^`]+`)(?!`)")
_SLASHED = frozenset("\\*_{}[]#")
"""What a backslash makes plain in every dialect; the rest needs an entity."""


def plain(text: str) -> str:
    """Return text for a paragraph, an entry of a list or a cell of a table, on one line; code spans stay."""
    parts = _SPAN.split(" ".join(text.split()))
    line = "".join(code(part[1:-1]) if at % 2 else _quiet(part) for at, part in enumerate(parts))
    return _OPENING.sub(lambda found: found[0][:-1] + _entity(found[0][-1]), line)


def _quiet(text: str) -> str:
    return _ACTIVE.sub(lambda found: f"\\{found[0]}" if found[0] in _SLASHED else _entity(found[0]), text)


def _entity(sign: str) -> str:
    return _NAMED.get(sign) or f"&#{ord(sign)};"


def code(text: str) -> str:
    """Return text as a code span, between as many backticks as it needs."""
    line = " ".join(text.split())
    ticks = "`" * (max(map(len, re.findall("`+", line)), default=0) + 1)
    blank = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{ticks}{blank}{line}{blank}{ticks}"
