"""Who besides this user can change a file or folder, as far as the system tells by owner and mode."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path


def stranger(path: Path) -> str:
    """Return who besides this user and root can change what is at a path, as `it belongs to eve`; else empty.

    Windows tells nothing of that kind.

    Raises:
        OSError: if nothing is there.
    """
    if sys.platform == "win32":
        return ""
    status = path.stat()
    if status.st_uid not in _trusted():
        return f"it belongs to {_user(status.st_uid) or status.st_uid}"
    if status.st_mode & stat.S_IWOTH:
        return "everybody can write it"
    if status.st_mode & stat.S_IWGRP and not _is_private(status.st_gid):
        return f"the group {_group(status.st_gid)[0] or status.st_gid} can write it"
    return ""


if sys.platform != "win32":

    def _trusted() -> set[int]:
        """Return root, this user, and under sudo the one who called it."""
        me, caller = os.geteuid(), os.environ.get("SUDO_UID", "")
        return {0, me, int(caller)} if me == 0 and caller.isdecimal() else {0, me}

    def _is_private(group: int) -> bool:
        """Tell whether nobody else is in a group: root's, or the one of the user's own name."""
        me = os.geteuid()
        name, members = _group(group)
        mine = _user(me)
        if name and mine:
            return group == 0 or (name == mine and members <= {mine})
        return group == 0 or group == me  # a container without names: the convention is all there is

    def _user(number: int) -> str:
        import pwd

        try:
            return pwd.getpwuid(number).pw_name
        except KeyError:
            return ""

    def _group(number: int) -> tuple[str, set[str]]:
        import grp

        try:
            found = grp.getgrgid(number)
        except KeyError:
            return "", set()
        return found.gr_name, set(found.gr_mem)
