"""Finding and reading an odcgen.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from odcgen.errors import ConfigError, UsageError
from odcgen.kit.json_value import as_object
from odcgen.kit.suggest import meant

from .documents import documents_of
from .model import FILE_NAME, Config
from .names import package_name
from .places import place_of, place_of_syntax, without_place
from .references import check_ignored, templates_of
from .shape import check_shape

_HTTP = ("httpx", "httpx2")


def find_config(start: Path) -> Path:
    """Return the nearest odcgen.toml from a folder upwards.

    Raises:
        UsageError: if there is none.
    """
    for folder in (start, *start.parents):
        if (folder / FILE_NAME).is_file():
            return folder / FILE_NAME
    raise UsageError(
        f"there is no {FILE_NAME} here or above",
        hint="Write one with `odcgen init`, or name files: `odcgen generate FILE --package NAME --out DIR`.",
    )


def load_config(path: Path) -> Config:
    """Read an odcgen.toml.

    Raises:
        ConfigError: if it is no TOML, or says something unknown or impossible.
    """
    file = _shown(path)
    try:
        text = path.read_text("utf-8")
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line, column = place_of_syntax(str(error)) or (None, None)
        message = f"the configuration is no TOML: {without_place(str(error))}"
        raise ConfigError(message, file=file, line=line, column=column) from None
    except OSError as error:
        raise ConfigError(f"the configuration cannot be read: {error.strerror}", file=file) from None
    except (UnicodeDecodeError, RecursionError) as error:
        raise ConfigError(f"the configuration cannot be read: {error}", file=file) from None
    try:
        return _config(raw, path, file)
    except ConfigError as error:
        if error.pointer and error.line is None:
            error.line, error.column = place_of(text, error.pointer) or (None, None)
        raise


def _shown(path: Path) -> str:
    """Return the path as the user would write it here."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)


def _config(raw: dict[str, Any], path: Path, file: str) -> Config:
    check_shape(raw, file)
    root = path.parent.resolve()
    package, selection = as_object(raw.get("package")), as_object(raw.get("selection"))
    http = package.get("http", "httpx")
    if http not in _HTTP:
        raise ConfigError(
            f"http must be one of {', '.join(_HTTP)}, not {http!r}",
            file=file,
            pointer="/package/http",
            hint=meant(http, _HTTP) or None,
        )
    documents = documents_of(raw, root, file)
    ignored = frozenset[str](as_object(raw.get("ignore")).get("operations", ()))
    check_ignored(ignored, documents, file)
    return Config(
        root=root,
        package=package_name(package.get("name", "odc_client"), file, "/package/name"),
        out=root / package.get("out", "generated"),
        documents=documents,
        http=http,
        templates=templates_of(raw, root, file),
        apis=frozenset(selection.get("apis", ())),
        operations=frozenset(selection.get("operations", ())),
        ignored=ignored,
    )
