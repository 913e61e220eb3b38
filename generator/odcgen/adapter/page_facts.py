"""The words that documents use for pages of lists: what asks for the next one, and what is told of them."""

from __future__ import annotations

from odcgen.kit.words import snake

CURSORS = (
    "cursor",
    "next_cursor",
    "page_token",
    "next_page_token",
    "next_token",
    "continuation_token",
    "continuation",
    "starting_after",
    "after",
    "marker",
)
"""Parameters that take what an answer told back to ask for the next page."""

NEXT_CURSORS = (
    "next_cursor",
    "next_page_cursor",
    "next_page_token",
    "next_token",
    "continuation_token",
    "next_marker",
)
"""Properties that tell it."""

SIZES = ("limit", "per_page", "page_size", "max_results", "max_items", "first", "size", "count")
"""Parameters that say how long a page may be."""

_FACTS = frozenset(
    (
        *NEXT_CURSORS,
        *SIZES,
        *("total", "total_count", "total_results", "total_items", "total_size", "total_pages", "pages"),
        *("page", "offset", "cursor", "prev_cursor", "previous_cursor", "previous_page_token"),
        *("has_more", "has_next", "has_next_page", "more", "next", "previous", "prev", "last", "next_page"),
        *("meta", "metadata", "pagination", "paging", "page_info", "response_metadata", "links", "_links"),
        *("object", "kind", "url", "self"),
    )
)


def spelled(name: str) -> str:
    """Return a name as the lists here spell it."""
    return snake(name, fallback=name)


def is_page_fact(name: str) -> bool:
    """Tell whether a property says something of the page and nothing else."""
    return spelled(name) in _FACTS or name in _FACTS
