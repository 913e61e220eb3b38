"""Names of packages and APIs: what Python can import, and what the generated package does not need itself."""

from __future__ import annotations

from keyword import iskeyword
from pathlib import Path

from odcgen.errors import ConfigError
from odcgen.kit.namespace import DEVICES
from odcgen.kit.words import is_identifier, snake

TAKEN = frozenset(("auth", "hooks", "aclose", "close", "download", "upload", "with_raw_response"))
"""The modules of a generated package, and what a client can do besides calling APIs."""


def package_name(name: str, file: str | None = None, pointer: str | None = None) -> str:
    """Return the name if Python can import it.

    Args:
        name: the name.
        file: the odcgen.toml that gives it, if one does.
        pointer: where it stands there.

    Raises:
        ConfigError: if it cannot.
    """
    if not _is_name(name) or not name.isascii():
        reason = "Python keeps the word for itself" if iskeyword(name) else "Python could not import it"
        raise ConfigError(
            f"a package cannot be named {name!r}: {reason}",
            file=file,
            pointer=pointer,
            hint=f"Use lower case letters, digits and underscores, such as {_alike(name)}.",
        )
    return name


def _alike(name: str) -> str:
    """Return a name like one that Python cannot import."""
    near = snake(name, fallback="client").lstrip("_")
    return near if near != name and near.isascii() and is_identifier(near) else f"{near}_client"


def api_name(name: object, file: str, pointer: str | None = None) -> str:
    """Return the name of a document if it can be that of a subpackage and of a property of the client.

    Args:
        name: the name, None where a table has none.
        file: the odcgen.toml that gives it.
        pointer: where its table stands there.

    Raises:
        ConfigError: if it cannot.
    """
    if name is None:
        raise ConfigError(
            "a [[documents]] table has no name",
            file=file,
            pointer=pointer,
            hint='Give it one, such as name = "shop"; the API becomes `client.shop`.',
        )
    if not isinstance(name, str) or not _is_name(name):
        hint = f", such as {_alike(name)}." if isinstance(name, str) else "."
        raise _unfit(
            name,
            "the name is that of a Python module",
            "Use lower case letters, digits and underscores" + hint,
            file,
            pointer,
        )
    if name.lower() in DEVICES:
        raise _unfit(
            name, "Windows has no folder of that name", f"Choose another, such as {name}_api.", file, pointer
        )
    if name in TAKEN:
        raise _unfit(
            name, "each package has that name already", f"Choose another, such as {name}_api.", file, pointer
        )
    return name


def _unfit(name: object, reason: str, hint: str, file: str, pointer: str | None) -> ConfigError:
    return ConfigError(
        f"a document cannot be named {name!r}: {reason}",
        file=file,
        pointer=f"{pointer}/name" if pointer else None,
        hint=hint,
    )


def api_name_of(file: Path) -> str:
    """Return the name of the API that a file describes."""
    name = snake(file.name.split(".", 1)[0], fallback="api")
    return f"{name}_api" if name in TAKEN | DEVICES or name.startswith("_") else name


def _is_name(name: str) -> bool:
    return is_identifier(name) and not name.startswith("_")
