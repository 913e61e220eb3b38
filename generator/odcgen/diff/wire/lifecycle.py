"""Deprecation and the sunset date of operations, parameters and properties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, Final

from attrs import frozen

from odcgen.diff.rules import Effect

from .changes import Change
from .places import show

SUNSETS: Final = ("x-sunset", "x-odcgen-removal")
"""Where a document states the end: the common extension, and what distilling finds in prose."""


@frozen
class Lifecycle:
    """What an object says about its own end."""

    deprecated: bool
    stated: Any
    """The sunset as written, None when there is none."""

    @classmethod
    def of(cls, node: Mapping[str, Any]) -> Lifecycle:
        """Read the deprecation of an operation, a parameter or a schema's keywords."""
        stated = (node[keyword] for keyword in SUNSETS if keyword in node)
        return cls(node.get("deprecated") is True, next(stated, None))

    @property
    def sunset(self) -> date | None:
        """The sunset date, None when it is absent or unreadable."""
        return _date(self.stated)

    @property
    def is_unreadable(self) -> bool:
        """Whether a sunset is stated that is no date."""
        return self.stated is not None and self.sunset is None


def deprecation(old: Lifecycle, new: Lifecycle, pointer: str) -> Iterator[Change]:
    """Yield that something was deprecated, or no longer is."""
    if new.deprecated and not old.deprecated:
        if new.is_unreadable:
            text = f"deprecated, its sunset {show(new.stated)} is no date"
            yield Change("deprecated-sunset-invalid", Effect.NONE, pointer, text)
        elif new.sunset:
            yield Change("deprecated-with-sunset", Effect.NONE, pointer, f"deprecated, ends on {new.sunset}")
        else:
            yield Change("deprecated", Effect.NONE, pointer, "deprecated")
    elif old.deprecated and not new.deprecated:
        yield Change("reactivated", Effect.NONE, pointer, "no longer deprecated")


def sunset(old: Lifecycle, new: Lifecycle, pointer: str) -> Iterator[Change]:
    """Yield that the end of something deprecated was withdrawn, or comes sooner than announced."""
    if not (old.deprecated and new.deprecated):
        return
    if old.stated is not None and new.stated is None:
        yield Change("sunset-deleted", Effect.NONE, pointer, "deprecated still, but the sunset date is gone")
    elif new.is_unreadable and old.stated != new.stated:
        yield Change("sunset-parse", Effect.NONE, pointer, f"sunset {show(new.stated)} is no date")
    elif old.sunset and new.sunset and new.sunset < old.sunset:
        text = f"ends on {new.sunset}, earlier than {old.sunset}"
        yield Change("sunset-date-changed-too-small", Effect.NONE, pointer, text)


def removal(old: Lifecycle, today: date) -> tuple[str, str]:
    """Return how a removal was announced: the end of its rule id, and in words."""
    if not old.deprecated:
        return "removed-without-deprecation", "removed without having been deprecated"
    if old.is_unreadable:
        return "sunset-parse", f"removed; its sunset {show(old.stated)} is no date"
    if old.sunset and today < old.sunset:
        return "removed-before-sunset", f"removed before its sunset on {old.sunset}"
    return "removed-with-deprecation", "removed after deprecation"


def _date(stated: object) -> date | None:
    if isinstance(stated, datetime):
        return stated.date()
    if isinstance(stated, date):
        return stated
    try:
        return datetime.fromisoformat(stated).date() if isinstance(stated, str) else None
    except ValueError:
        return None
