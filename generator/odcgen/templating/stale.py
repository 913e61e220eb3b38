"""Which of a user's templates build on a built-in one that has changed since, and merging the change in."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from pathlib import Path

from attrs import frozen

from odcgen.errors import OutputError
from odcgen.kit import data
from odcgen.kit.digests import digest
from odcgen.kit.stack import Stack
from odcgen.output.merging import merge_texts
from odcgen.render.catalog import built_on

from .ejected import Copy, copies, write_copy


@frozen
class Stale:
    """A template of the user's that builds on a built-in one which has changed.

    Attributes:
        path: The user's template.
        name: The built-in template.
        since: The version of odcgen, or the generation, in which it was as the user knew it.
        copy: The copy, where it is one; None where it extends or includes.
        difference: What changed in the built-in template, as a unified difference; empty where it is unknown.
    """

    path: Path
    name: str
    since: str
    copy: Copy | None = None
    difference: str = ""


def stale(templates: Stack, known: Mapping[str, str] | None = None) -> Iterator[Stale]:
    """Yield what is stale in the user's folders.

    Args:
        templates: the user's folders.
        known: the digests of built-in templates at the last generation, by `own name, built-in name`.
    """
    for folder in templates.folders:
        noted: set[Path] = set()
        for copy in copies(folder):
            noted.add(copy.path)
            if copy.is_stale:
                yield Stale(copy.path, copy.name, copy.version, copy, _difference(copy))
        for pair, builtin in built_on(folder, data.templates()).items():
            own, _, name = pair.partition(" ")
            before = (known or {}).get(pair)
            if folder / own not in noted and before and before != digest(builtin.read_bytes()):
                yield Stale(folder / own, name, "the last generation")


def merge(copy: Copy) -> bool:
    """Bring what changed in the built-in template into a copy; return whether all of it fitted.

    What does not fit stands in the copy between conflict markers.

    Raises:
        OutputError: if the base of the copy or the built-in template is gone, or git cannot merge.
    """
    if not copy.builtin.is_file():
        raise OutputError(f"odcgen has no template {copy.name!r} any more", file=str(copy.path))
    if not copy.base.is_file():
        raise OutputError(
            "the base of the copy is gone",
            file=str(copy.base),
            hint="Restore it from version control, or eject the template anew.",
        )
    new = copy.builtin.read_bytes()
    labels = ("yours", f"odcgen {copy.version}", "odcgen now")
    text, fitted = merge_texts(copy.text, copy.base.read_text("utf-8"), new.decode(), labels)
    write_copy(copy.path, copy.name, new, text)
    return fitted


def _difference(copy: Copy) -> str:
    before = copy.base.read_text("utf-8") if copy.base.is_file() else ""
    after = copy.builtin.read_text("utf-8") if copy.builtin.is_file() else ""
    if not before:
        return ""
    lines = difflib.unified_diff(
        before.splitlines(),
        after.splitlines(),
        f"{copy.name} {copy.version}",
        f"{copy.name} now",
        lineterm="",
    )
    return "\n".join(lines)
