"""The shape of an odcgen.toml: its sections, their keys, and the type of each value."""

from __future__ import annotations

from typing import Any, Literal

from odcgen.errors import ConfigError
from odcgen.kit.json_value import is_array, is_object
from odcgen.kit.limits import NAMES
from odcgen.kit.suggest import meant

Kind = Literal["a string", "a list of strings", "a string or a list of strings", "a table", "a whole number"]
_VALUES: dict[str, Kind] = {"repairs": "a string or a list of strings"}
"""What stands above all sections."""
_TABLES: dict[str, dict[str, Kind]] = {
    "package": {
        **dict.fromkeys(("name", "out", "http"), "a string"),
        "templates": "a string or a list of strings",
    },
    "templates": {"vars": "a table", "module": "a string"},
    "documents": {
        **dict.fromkeys(("name", "path", "source", "base_url", "credentials"), "a string"),
        "overlays": "a list of strings",
        "repairs": "a string or a list of strings",
    },
    "selection": dict.fromkeys(("apis", "operations"), "a list of strings"),
    "ignore": {"operations": "a list of strings"},
    "limits": dict.fromkeys(NAMES, "a whole number"),
}


def check_shape(raw: dict[str, Any], file: str) -> None:
    """Refuse what an odcgen.toml does not know.

    Raises:
        ConfigError: naming the first unknown section or key, or a value of another type.
    """
    for section, content in raw.items():
        if section in _VALUES:
            if not _is(content, _VALUES[section]):
                raise ConfigError(f"{section} must be {_VALUES[section]}", file=file, pointer=f"/{section}")
            continue
        if section not in _TABLES:
            known = [*_TABLES, *_VALUES]
            raise ConfigError(
                f"there is no section [{section}]; there are {', '.join(known)}",
                file=file,
                pointer=f"/{section}",
                hint=meant(section, known) or None,
            )
        if is_array(content) is not (section == "documents"):
            shown = "[[documents]]" if section == "documents" else f"[{section}]"
            raise ConfigError(f"{section} must be written as {shown}", file=file, pointer=f"/{section}")
        if is_array(content):
            for index, table in enumerate(content):
                _check_table(section, table, file, f"/{section}/{index}")
        else:
            _check_table(section, content, file, f"/{section}")


def _check_table(section: str, table: object, file: str, pointer: str) -> None:
    if not is_object(table):
        raise ConfigError(f"{section} must be a table", file=file, pointer=pointer)
    kinds = _TABLES[section]
    for key, value in table.items():
        if key not in kinds:
            raise ConfigError(
                f"[{section}] has no {key!r}; it has {', '.join(sorted(kinds))}",
                file=file,
                pointer=f"{pointer}/{key}",
                hint=meant(key, kinds) or None,
            )
        if not _is(value, kinds[key]):
            raise ConfigError(
                f"{key} in [{section}] must be {kinds[key]}", file=file, pointer=f"{pointer}/{key}"
            )


def _is(value: object, kind: Kind) -> bool:
    if kind == "a table":
        return is_object(value)
    if kind == "a whole number":
        return type(value) is int
    if isinstance(value, str):
        return kind.startswith("a string")
    return kind != "a string" and is_array(value) and all(isinstance(item, str) for item in value)
