"""Where a walk over the pages of a list goes on, and whether its end is what the server calls an end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors.course import PagingError
from ..kernel.log import package_logger

if TYPE_CHECKING:
    from .page import Page

__all__ = ["Walk"]

logger = package_logger()

# A server that filters after it has cut the pages sends some without items; this many in a row are a fault.
EMPTY_IN_A_ROW = 1000


class Walk:
    """The pages of one iteration so far; it sends nothing.

    Args:
        name: The operation's name, for errors and the log.
        follows: Whether the operation takes an offset.
        start: The offset that the caller asked for, or None.
    """

    __slots__ = ("_asked", "_count", "_empty", "_follows", "_name", "_read", "_start")

    def __init__(self, name: str, start: object, *, follows: bool) -> None:
        self._name = name
        self._follows = follows
        self._asked = start
        self._start = 0 if start is None else start
        self._read: set[object] = set()
        self._count = 0
        self._empty = 0

    def following(self, page: Page[Any]) -> int | str | None:
        """Take in a page and return the offset of the next one, or None at the end.

        Raises:
            PagingError: The server leads in a circle, or past pages without items for ever.
        """
        self._count += len(page.items)
        self._empty = 0 if page.items else self._empty + 1
        offset = page.next_offset
        if offset is None or not self._follows or self._is_last(page, offset):
            self._tell(page)
            return None
        self._read |= {page.offset, self._asked}
        if offset in self._read:
            raise PagingError(f"{self._name}: the server names the offset {offset!r} a second time")
        if self._empty >= EMPTY_IN_A_ROW:
            raise PagingError(
                f"{self._name}: the last {self._empty} pages hold no items, and the server goes on naming"
                f" next ones ({offset!r})"
            )
        self._asked = offset
        return offset

    def _is_last(self, page: Page[Any], offset: int | str) -> bool:
        """Tell whether a page without items is the end, although it names a next one.

        It is where the page names itself, as a cursor does that stays until there is more, and where the
        server's own count of all items has been reached.
        """
        if page.items:
            return False
        return offset in (self._asked, page.offset) or self._seen() == page.total_results

    def _seen(self) -> int | None:
        return self._start + self._count if isinstance(self._start, int) else None

    def _tell(self, page: Page[Any]) -> None:
        """Warn about an end that contradicts what the server says of the whole list."""
        seen, total = self._seen(), page.total_results
        if page.next_offset is not None and not self._follows:
            logger.warning(
                "%s: the server names a next page (offset %r), but the operation takes no offset:"
                " the list ends after %d items",
                self._name,
                page.next_offset,
                self._count,
            )
        elif seen is not None and total is not None and seen != total:
            logger.warning(
                "%s: the list ended after %d items (from offset %d), but the server says that there are %d",
                self._name,
                self._count,
                self._start,
                total,
            )
