"""One page of a list, and what it tells of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ..errors.base import DecodeError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..kernel._http import httpx

__all__ = ["Page"]

T = TypeVar("T")


class Page(Generic[T]):
    """One page of a list.

    Attributes:
        items: The decoded items.
        offset: Where the page starts, as the server tells it, or None.
        limit: The most items that a page holds, or None.
        count: How many items the server says the page has, or None.
        next_offset: What asks for the next page: an offset, the number of a page, a cursor or a URL; None on
            the last page.
        total_results: How many items there are in all, if the server tells.
        total_pages: How many pages there are in all, if the server tells.
        response: The answer itself.
    """

    __slots__ = (
        "count",
        "items",
        "limit",
        "next_offset",
        "offset",
        "response",
        "total_pages",
        "total_results",
    )

    def __init__(self, items: list[T], facts: dict[str, Any], cursor: str, response: httpx.Response) -> None:
        self.items = items
        self.offset = _position(facts.get("offset"))
        self.limit = _number(facts.get("limit"))
        self.count = _number(facts.get("count"))
        self.total_results = _number(facts.get("totalResults"))
        self.total_pages = _number(facts.get("totalPages"))
        self.next_offset = _following(facts.get(cursor), cursor)
        self.response = response

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __repr__(self) -> str:
        return f"<Page of {len(self.items)} items at offset {self.offset}, {self.total_results} in all>"


def _following(told: Any, cursor: str) -> int | str | None:
    """Return the next offset that a page names; what is neither one nor an end must not end the list."""
    if told is None or told is False or told == "":
        return None
    found = _position(told)
    if found is None:
        raise DecodeError("expected a whole number or a text as the next offset", cursor)
    return found


def _position(value: Any) -> int | str | None:
    if type(value) is float and value.is_integer():
        return int(value)  # some serializers write each number so
    return value if type(value) is int or (type(value) is str and value) else None


def _number(value: Any) -> int | None:
    found = _position(value)
    return found if isinstance(found, int) else None
