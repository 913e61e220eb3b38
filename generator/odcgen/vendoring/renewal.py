"""Renewing a copy: what is generated today goes in, what was edited by hand stays in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from attrs import asdict, evolve, frozen

from odcgen.diff.news import changelog
from odcgen.output.compare import Changes, states
from odcgen.output.exchange import write_at_once
from odcgen.output.folder import Folder
from odcgen.output.interface import read_interface

from .callers import Calls, find_calls
from .gone import Gone, gone_between
from .merge import Outcome, merge_copy
from .repository import code_around
from .state import OURS, State, look


@frozen
class Renewal:
    """What an update does to a copy, before it does it.

    Attributes:
        state: What the copy is now.
        files: What becomes of its files.
        calls: The lines of the user's code that use what is going.
        seen: What was found at each path that is written or deleted.
    """

    state: State
    files: Outcome
    calls: Calls
    seen: Mapping[str, str]

    @property
    def good(self) -> bool:
        """Whether nobody has to look after it."""
        return not (self.files.conflicts or self.files.left)

    @property
    def empty(self) -> bool:
        """Whether nothing changes."""
        return not (self.files.texts or self.files.deleted or self.files.left)

    def plain(self) -> dict[str, Any]:
        """Return it as plain data."""
        files = asdict(self.files)
        return {
            **self.state.plain(),
            "written": sorted(files.pop("texts")),
            **files,
            "calls": [asdict(call) for call in self.calls.found],
            "unread": [{"file": file, "reason": reason} for file, reason in self.calls.unread],
        }


def plan_renewal(folder: Path, progress: Callable[[str], object] = str) -> Renewal:
    """Find out what an update of a copy would do; nothing is written.

    Raises:
        OdcgenError: if the copy, or what it is made from, is broken or gone, or a user's file is in the way.
    """
    state = look(folder, progress)
    files = merge_copy(state)
    bookkeeping = {path: state.now.files[path] for path in OURS}
    if files.texts or files.deleted or files.left or _differs(folder, bookkeeping):
        files.texts |= bookkeeping
    files.texts |= changelog(state.news, evolve(state.now.config, operations=frozenset()))
    calls = find_calls(code_around(folder), folder, _gone(folder, state))
    return Renewal(state, files, calls, states(folder, sorted({*files.texts, *files.deleted})))


def renew(plan: Renewal) -> None:
    """Do what was planned, all of it or nothing.

    Raises:
        OutputError: if it cannot be written, or the copy is not what it was when it was planned.
    """
    changes = Changes(tuple(sorted(plan.files.texts)), tuple(plan.files.deleted), plan.seen)
    write_at_once(plan.state.folder, plan.files.texts, changes)


def _differs(folder: Path, files: Mapping[str, str]) -> bool:
    with Folder(folder) as inside:
        return any(inside.read(path) != text.encode() for path, text in files.items())


def _gone(folder: Path, state: State) -> Gone:
    interface = read_interface(folder)
    return gone_between(interface.package if interface else state.now.package, state.now.package)
