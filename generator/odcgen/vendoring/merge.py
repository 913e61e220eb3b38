"""What an update does to each file of a copy: the user's edits stay, what changed is merged into them."""

from __future__ import annotations

from attrs import Factory, define

from odcgen import __version__
from odcgen.errors import OutputError
from odcgen.output.folder import Folder
from odcgen.output.merging import merge_texts

from .base import read_base
from .state import OURS, State


@define
class Outcome:
    """The files of a copy by what an update does to them.

    Attributes:
        texts: The files to write.
        deleted: The files to delete: generated ones that are no longer generated.
        kept: Edited files that stay as they are, since nothing changed in them.
        merged: Edited files into which what changed fits.
        conflicts: Edited files in which conflict markers show what does not fit.
        left: Edited files that are no longer generated; they stay, and are the user's from now on.
        restored: Files that were missing.
    """

    texts: dict[str, str] = Factory(dict[str, str])
    deleted: list[str] = Factory(list[str])
    kept: list[str] = Factory(list[str])
    merged: list[str] = Factory(list[str])
    conflicts: list[str] = Factory(list[str])
    left: list[str] = Factory(list[str])
    restored: list[str] = Factory(list[str])


def merge_copy(state: State) -> Outcome:
    """Find out what becomes of each file; nothing is written.

    Raises:
        OutputError: if a file of the user's is in the way, or one cannot be merged.
    """
    outcome = Outcome()
    base = read_base(state.folder, state.record.files)
    disk = _disk(state)
    for path, text in state.now.files.items():
        if path in OURS or (path in state.now.once and disk[path] is not None):
            continue
        found = disk[path]
        if found is None:
            outcome.texts[path] = text
            if path in state.record.files:
                outcome.restored.append(path)
        elif path not in state.record.files:
            _refuse(path, found, text, state)
        elif state.edits.get(path) == "edited":
            _merge(path, found, base.get(path), text, state, outcome)
        elif text != base.get(path):
            outcome.texts[path] = text
    for path in sorted(state.record.files.keys() - state.now.files.keys() - {*OURS}):
        if disk[path] is not None:
            (outcome.left if state.edits.get(path) == "edited" else outcome.deleted).append(path)
    return outcome


def _disk(state: State) -> dict[str, bytes | None]:
    """Return the content of each file of the old and the new copy as it is; None where there is none."""
    with Folder(state.folder) as inside:
        return {path: inside.read(path) for path in {*state.record.files, *state.now.files}}


def _refuse(path: str, found: bytes, text: str, state: State) -> None:
    if found != text.encode():
        raise OutputError(
            f"the file {path!r}, which odcgen did not write, is where the update has one",
            file=str(state.folder),
            hint="Move it away first.",
        )


def _merge(path: str, content: bytes, base: str | None, text: str, state: State, outcome: Outcome) -> None:
    """Merge what changed in a file into the user's edit of it; its line ends stay."""
    if text == base or text.encode() == content:
        outcome.kept.append(path)
        return
    try:
        found = content.decode()
    except UnicodeDecodeError as error:
        raise OutputError(
            f"the edited file is not UTF-8, and what changed cannot be merged into it: {error}",
            file=str(state.folder / path),
            hint="Save it as UTF-8, or restore the generated file from version control.",
        ) from None
    ours = found.replace("\r\n", "\n")
    labels = ("your edit", f"odcgen {state.record.recipe.generator}, before", f"odcgen {__version__}, now")
    new, fitted = merge_texts(ours, base or "", text, labels)
    (outcome.merged if fitted else outcome.conflicts).append(path)
    new = new.replace("\n", "\r\n") if ours != found else new
    if new != found:
        outcome.texts[path] = new
