"""Finding and reading an odcgen.toml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from odcgen.errors import ConfigError, UsageError
from odcgen.kit.json_value import as_object
from odcgen.kit.reading import parse_toml, read_toml

from .documents import documents_of
from .model import FILE_NAME, Config
from .names import package_name
from .references import check_ignored, templates_of
from .shape import check_shape
from .trust import check_file, folders_above

_HTTP = ("httpx", "httpx2")


def find_config(start: Path) -> Path:
    """Return the nearest odcgen.toml from a folder upwards, to the root of its repository and not beyond.

    Raises:
        UsageError: if there is none.
    """
    found = nearest_config(start)
    if found is not None:
        return found
    raise UsageError(
        f"there is no {FILE_NAME} here or above",
        hint="Write one with `odcgen init`, or name files: `odcgen generate FILE --package NAME --out DIR`.",
    )


def nearest_config(start: Path) -> Path | None:
    """Return the nearest odcgen.toml as `find_config` does, None if there is none."""
    files = (folder / FILE_NAME for folder in folders_above(start))
    return next((file for file in files if file.is_file()), None)


def load_config(path: Path) -> Config:
    """Read an odcgen.toml.

    Raises:
        ConfigError: if others can change it, it is no TOML, or it says something unknown or impossible.
    """
    check_file(path)
    try:
        raw = read_toml(path)
    except OSError as error:
        raise _unreadable(error, path) from None
    return _config(raw, path)


def parse_config(text: str, path: Path) -> Config:
    """Return what the text of an odcgen.toml says that is, or is to be, at a path.

    Raises:
        ConfigError: if it is no TOML, or says something unknown or impossible.
    """
    try:
        raw = parse_toml(text)
    except OSError as error:
        raise _unreadable(error, path) from None
    return _config(raw, path)


def _unreadable(error: OSError, path: Path) -> ConfigError:
    return ConfigError(f"the configuration cannot be read: {error.strerror}", file=path.name)


def _config(raw: dict[str, Any], path: Path) -> Config:
    check_shape(raw, path.name)
    root = path.parent.resolve()
    package, selection = as_object(raw.get("package")), as_object(raw.get("selection"))
    http = package.get("http", "httpx")
    if http not in _HTTP:
        raise ConfigError(f"http must be one of {', '.join(_HTTP)}, not {http!r}", file=path.name)
    documents = documents_of(raw, root, path.name)
    ignored = frozenset[str](as_object(raw.get("ignore")).get("operations", ()))
    check_ignored(ignored, documents, path.name)
    return Config(
        root=root,
        package=package_name(package.get("name", "odc_client")),
        out=root / package.get("out", "generated"),
        documents=documents,
        http=http,
        templates=templates_of(raw, root, path.name),
        apis=frozenset(selection.get("apis", ())),
        operations=frozenset(selection.get("operations", ())),
        ignored=ignored,
    )
