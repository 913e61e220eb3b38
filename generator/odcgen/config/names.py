"""Names of packages and APIs: what Python can import, and what the generated package does not need itself."""

from __future__ import annotations

from pathlib import Path

from odcgen.errors import ConfigError
from odcgen.kit.namespace import DEVICES
from odcgen.kit.words import is_identifier, snake

TAKEN = frozenset(("auth", "hooks", "aclose", "close", "download", "upload", "with_raw_response"))
"""The modules of a generated package, and what a client can do besides calling APIs."""


def package_name(name: str) -> str:
    """Return the name if Python can import it.

    Raises:
        ConfigError: if it cannot.
    """
    if not _is_name(name) or not name.isascii():
        raise ConfigError(
            f"{name!r} is no package name", hint="Use lower case letters, digits and underscores."
        )
    return name


def api_name(name: object, file: str) -> str:
    """Return the name of a document if it can be that of a subpackage and of a property of the client.

    Raises:
        ConfigError: if it cannot.
    """
    if not isinstance(name, str) or not _is_name(name):
        raise ConfigError(f"a document's name must be a Python name, not {name!r}", file=file)
    if name.lower() in DEVICES:
        raise ConfigError(
            f"a document cannot be named {name!r}: Windows has no folder of that name", file=file
        )
    if name in TAKEN:
        raise ConfigError(
            f"a document cannot be named {name!r}: each package has that name already", file=file
        )
    return name


def api_name_of(file: Path) -> str:
    """Return the name of the API that a file describes."""
    name = snake(file.name.split(".", 1)[0], fallback="api")
    return f"{name}_api" if name in TAKEN | DEVICES or name.startswith("_") else name


def _is_name(name: str) -> bool:
    return is_identifier(name) and not name.startswith("_")
