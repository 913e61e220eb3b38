"""Writing TOML: the few forms that odcgen writes, one entry a line, so that two versions merge well."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

_BARE = re.compile(r"[A-Za-z0-9_-]+")
Value = str | bool | int | Iterable[str]


def table(name: str, values: Mapping[str, Value]) -> str:
    """Return a table with its values, those that are empty left out; an empty name is the top of the file."""
    head = [f"[{'.'.join(map(key, name.split('/')))}]"] if name else []
    lines = [f"{key(one)} = {_value(value)}" for one, value in values.items() if value not in ("", (), [])]
    return "\n".join([*head, *lines]) + "\n"


def key(name: str) -> str:
    """Return a key, in quotes where it needs them."""
    return name if _BARE.fullmatch(name) else text(name)


def text(value: str) -> str:
    """Return a string; a JSON string is one of TOML, where nothing is escaped but control characters."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _value(value: Value) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return text(value)
    return "[\n" + "".join(f"    {text(item)},\n" for item in value) + "]"
