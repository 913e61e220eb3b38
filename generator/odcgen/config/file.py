"""Finding and reading an odcgen.toml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from odcgen.errors import ConfigError, UsageError
from odcgen.kit.json_value import as_object
from odcgen.kit.reading import TOML_BYTES, parse_toml, read_text
from odcgen.kit.suggest import meant

from .documents import documents_of
from .model import FILE_NAME, Config
from .names import package_name
from .places import place_of, place_of_syntax, without_place
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
        text = read_text(path, TOML_BYTES)
    except OSError as error:
        raise ConfigError(f"the configuration cannot be read: {error.strerror}", file=_shown(path)) from None
    return parse_config(text, path)


def parse_config(text: str, path: Path) -> Config:
    """Return what the text of an odcgen.toml says that is, or is to be, at a path.

    Raises:
        ConfigError: if it is no TOML, or says something unknown or impossible.
    """
    file = _shown(path)
    try:
        raw = parse_toml(text)
    except OSError as error:
        said = str(error.strerror)
        line, column = place_of_syntax(said) or (None, None)
        message = f"the configuration is no TOML: {without_place(said)}"
        raise ConfigError(message, file=file, line=line, column=column) from None
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
