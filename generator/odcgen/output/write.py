"""Writing a package: everything or nothing, and nothing of the user's.

All new content is first written beside the package. Then a journal says that it is complete, the files are
moved into place one by one, and the journal goes. A run that is killed before the journal leaves the old
package; one that is killed after it is finished by the next run that writes. A failure on the way puts the
old files back.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping
from pathlib import Path

from odcgen.errors import OutputError

from .compare import Changes, states
from .lock import alone
from .stage import Stage, left_behind


def write(target: Path, files: Mapping[str, str], changes: Changes) -> None:
    """Bring a package to its new state.

    Raises:
        OutputError: if a file cannot be written, or is not what it was when the changes were found; the
            package is then as it was.
    """
    if not changes:
        return
    try:
        stage = Stage.make(target)
        try:
            for path in changes.written:
                stage.add(path, files[path])
            with alone(target.parent):
                _move(target, stage, changes)
        finally:
            stage.remove()
    except OSError as error:
        raise OutputError(f"the package cannot be written: {error}", file=str(target)) from None


def finish(target: Path) -> None:
    """Complete a run that was killed while it moved files into place, and remove what killed runs left.

    Raises:
        OutputError: if a file cannot be moved.
    """
    try:
        if not target.parent.is_dir():
            return
        with alone(target.parent):
            for stage in left_behind(target):
                if stage.is_free():
                    if stage.is_sealed:
                        stage.finish()
                    stage.remove()
    except OSError as error:
        raise OutputError(f"the package cannot be written: {error}", file=str(target)) from None


def _move(target: Path, stage: Stage, changes: Changes) -> None:
    if (now := states(target, changes.seen)) != changes.seen:
        path = next(path for path in now if now[path] != changes.seen[path])
        raise OutputError(
            f"{path!r} has changed while the package was generated",
            file=str(target),
            hint="Run `odcgen generate` again.",
        )
    if not os.path.lexists(target):
        (stage.folder / "new").replace(target)  # a package that is new as a whole needs one step only
        return
    try:
        stage.seal(changes)
        stage.move(changes)
    except BaseException:  # an interrupt from the keyboard, too, leaves the old package
        with contextlib.suppress(OSError, OutputError):
            stage.restore(changes)
        raise
