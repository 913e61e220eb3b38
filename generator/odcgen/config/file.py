"""Finding and reading an odcgen.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path

from odcgen.errors import ConfigError, UsageError
from odcgen.kit.json_value import as_object

from .documents import documents_of
from .model import FILE_NAME, Config
from .names import environment_prefix, package_name
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
    try:
        raw = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError(f"the configuration cannot be read: {error}", file=path.name) from None
    check_shape(raw, path.name)
    root = path.parent.resolve()
    package, selection = as_object(raw.get("package")), as_object(raw.get("selection"))
    http = package.get("http", "httpx")
    if http not in _HTTP:
        raise ConfigError(f"http must be one of {', '.join(_HTTP)}, not {http!r}", file=path.name)
    documents = documents_of(raw, root, path.name)
    environment = environment_prefix(package.get("environment", "ODC"), path.name)
    if shared := [one.name for one in documents if one.credentials == environment]:
        raise ConfigError(
            f"credentials of {shared[0]} must begin otherwise than those of the client, {environment}",
            file=path.name,
        )
    ignored = frozenset[str](as_object(raw.get("ignore")).get("operations", ()))
    check_ignored(ignored, documents, path.name)
    return Config(
        root=root,
        package=package_name(package.get("name", "odc_client")),
        out=root / package.get("out", "generated"),
        documents=documents,
        http=http,
        environment=environment,
        templates=templates_of(raw, root, path.name),
        apis=frozenset(selection.get("apis", ())),
        operations=frozenset(selection.get("operations", ())),
        ignored=ignored,
    )
