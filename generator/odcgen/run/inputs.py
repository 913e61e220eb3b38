"""All inputs of a run as bytes, and what identifies them: enough to see that there is nothing to do."""

from __future__ import annotations

import json
from pathlib import Path

from attrs import evolve, frozen

from odcgen import __version__
from odcgen.config import Config, DocumentConfig
from odcgen.errors import UsageError
from odcgen.kit import data
from odcgen.kit.digests import fingerprint
from odcgen.kit.stack import Stack

from .makers import makers


@frozen
class Source:
    """One document with its overlays, unparsed; `key` identifies it and what makes its output."""

    config: DocumentConfig
    text: bytes
    overlays: tuple[bytes, ...]
    key: str


@frozen
class Inputs:
    """Everything that a package is made from."""

    sources: tuple[Source, ...]
    templates: Stack
    fingerprint: str


def read_inputs(config: Config) -> Inputs:
    """Read the documents and overlays, and digest everything that decides the output.

    Raises:
        UsageError: if a file is missing or cannot be read.
    """
    code = fingerprint([__version__, *makers(), *_tree(Path(__file__).parents[1], ".py")])
    sources = tuple(_source(document, code, config.ignored) for document in config.documents)
    templates = config.templates.over(data.templates())
    rendered = [part for folder in (*templates.folders, data.runtime()) for part in _tree(folder, "")]
    rendered.append(json.dumps(templates.variables, sort_keys=True, default=str))
    if templates.module is not None:
        rendered.append(_read(templates.module, ""))
    choices = [
        config.package,
        config.http,
        str(config.asynchronous),
        *sorted(config.apis),
        "",
        *sorted(config.operations),
    ]
    keys = [f"{source.config.name} {source.key}" for source in sources]
    return Inputs(sources, templates, fingerprint([code, *choices, *keys, *rendered]))


def source_of(document: DocumentConfig) -> Source:
    """Read one document with its overlays, for a use without the cache.

    Raises:
        UsageError: if a file is missing or cannot be read.
    """
    overlays = tuple(_read(overlay, overlay.name) for overlay in document.overlays)
    return Source(document, _read(document.path, document.shown), overlays, key="")


def _source(document: DocumentConfig, code: str, ignored: frozenset[str]) -> Source:
    mine = frozenset(entry.partition(" ")[2] for entry in ignored if entry.startswith(f"{document.name} "))
    source = source_of(evolve(document, ignored=mine))
    named = [code, *document.choices]
    return evolve(source, key=fingerprint([*named, source.text, *source.overlays, *sorted(mine)]))


def _read(path: Path, shown: str) -> bytes:
    try:
        return path.read_bytes()
    except IsADirectoryError:
        raise UsageError(
            f"{str(shown or path)!r} is a folder", hint="Name the OpenAPI document itself."
        ) from None
    except OSError as error:
        raise UsageError(f"{str(shown or path)!r} cannot be read: {error.strerror}") from None


def _tree(folder: Path, suffix: str) -> list[bytes | str]:
    """Return the relative paths and contents below a folder, sorted."""
    parts: list[bytes | str] = []
    for path in sorted(folder.rglob(f"*{suffix}")):
        inside = path.relative_to(folder).parts
        hidden = any(part.startswith(".") or part in ("__pycache__", "_data") for part in inside)
        if path.is_file() and not hidden:
            parts += [path.relative_to(folder).as_posix(), path.read_bytes()]
    return parts
