"""The [[documents]] of an odcgen.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from attrs import evolve

from odcgen.errors import ConfigError
from odcgen.kit import data
from odcgen.kit.namespace import fold
from odcgen.kit.suggest import meant

from .limits import limits_of
from .model import DocumentConfig
from .names import api_name

_CHOICES = {
    "source": (re.compile(r"\S.*"), "the URL or path of the original"),
    "base_url": (
        re.compile(r"https?://[^\s/@{}?#]+(?:/[^\s{}?#]*)?"),
        "an absolute URL such as https://acme.outsystems.app/Shop/rest/v1",
    ),
    "credentials": (
        re.compile(r"none|portal|(?!ODC$)[A-Z][A-Z0-9_]*[A-Z0-9]"),
        "the prefix of environment variables, such as ODC_SHOP, none, or portal for those of ODC",
    ),
}


def documents_of(raw: dict[str, Any], root: Path, file: str) -> tuple[DocumentConfig, ...]:
    """Return the documents that the tables of an odcgen.toml name.

    Raises:
        ConfigError: if one says something impossible, or two have one name.
    """
    repairs, limits = _repairs(raw.get("repairs", "safe")), limits_of(raw, file)
    documents = tuple(
        evolve(
            _document(entry, root, file, f"/documents/{index}"),
            repairs=_repairs(entry.get("repairs", repairs)),
            limits=limits,
        )
        for index, entry in enumerate(raw.get("documents", ()))
    )
    _refuse_alike([document.name for document in documents], file)
    return documents


def _refuse_alike(names: list[str], file: str) -> None:
    """Refuse a name that another document has, or has but for what systems and Python do not tell apart."""
    known: dict[str, str] = {}
    for index, name in enumerate(names):
        like = known.setdefault(fold(name), name)
        if index != names.index(like):
            what = f"are named {name!r}" if like == name else f"have names that are alike: {like!r}, {name!r}"
            raise ConfigError(
                f"two documents {what}",
                file=file,
                pointer=f"/documents/{index}/name",
                hint="Rename one of them.",
            )


def _repairs(value: str | Iterable[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(sorted(value))


def _document(entry: dict[str, Any], root: Path, file: str, pointer: str) -> DocumentConfig:
    name = api_name(entry.get("name"), file, pointer)
    given = "path" in entry
    document = _given(entry, name, root) if given else _brought_along(entry, name, root, file, pointer)
    choices = {key: entry[key] for key in _CHOICES if key in entry}
    for key, value in choices.items():
        check_choice(key, value, name, file, f"{pointer}/{key}")
    return evolve(document, **choices)


def check_choice(
    key: str, value: Any, name: str, file: str | None = None, pointer: str | None = None
) -> None:
    """Refuse a value that `source`, `base_url` or `credentials` of a document cannot have.

    Raises:
        ConfigError: saying what it must be.
    """
    pattern, meaning = _CHOICES[key]
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise ConfigError(f"{key} of {name} must be {meaning}, not {value!r}", file=file, pointer=pointer)


def _given(entry: dict[str, Any], name: str, root: Path) -> DocumentConfig:
    return DocumentConfig(name, root / entry["path"], _overlays(entry, root), shown=entry["path"])


def _overlays(entry: dict[str, Any], root: Path) -> tuple[Path, ...]:
    return tuple(root / overlay for overlay in entry.get("overlays", ()))


def _brought_along(entry: dict[str, Any], name: str, root: Path, file: str, pointer: str) -> DocumentConfig:
    """Return the document that was pulled, else the one of odcgen; with its overlay, then the entry's."""
    relative, overlay = f"specs/{name}.json", f"overlays/{name}.yaml"
    brought, pulled = data.documents() / f"{name}.json", root / relative
    if not (brought.is_file() or pulled.is_file()):
        known = sorted(known.stem for known in data.documents().glob("*.json"))
        raise ConfigError(
            f"odcgen brings no document named {name!r}; it has {', '.join(known)}",
            file=file,
            pointer=f"{pointer}/name",
            hint=meant(name, known, "Say where yours is, with path."),
        )
    overlays = [folder / overlay for folder in (root / "specs", data.documents())]
    chosen = tuple(overlay for overlay in overlays if overlay.is_file())[:1]
    own = tuple(overlay for overlay in _overlays(entry, root) if overlay not in chosen)
    return DocumentConfig(
        name,
        pulled if pulled.is_file() else brought,
        chosen + own,
        shown=relative if pulled.is_file() else f"{name}.json",
        home=pulled,
        lenient=pulled.is_file() and chosen == tuple(overlays[1:]),
    )
