"""IpFilterAccessType."""

from __future__ import annotations

from enum import StrEnum


class IpFilterAccessType(StrEnum):
    """Whether the rules of a group admit or refuse addresses."""

    DENY_LIST = "DENYLIST"
    ALLOW_LIST = "ALLOWLIST"
