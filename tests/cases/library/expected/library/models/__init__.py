"""Models and enums of this API; the file of each is loaded on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .book import Author, Book
    from .book_create import BookCreate, NewAuthor
    from .book_patch import BookPatch
    from .covers_put_body import CoversPutBody
    from .genre import Genre
    from .inventory import Inventory, InventoryStatus

_HOMES = {
    "Author": ".book",
    "Book": ".book",
    "BookCreate": ".book_create",
    "BookPatch": ".book_patch",
    "CoversPutBody": ".covers_put_body",
    "Genre": ".genre",
    "Inventory": ".inventory",
    "InventoryStatus": ".inventory",
    "NewAuthor": ".book_create",
}

__all__ = [
    "Author",
    "Book",
    "BookCreate",
    "BookPatch",
    "CoversPutBody",
    "Genre",
    "Inventory",
    "InventoryStatus",
    "NewAuthor",
]


def __getattr__(name: str) -> object:
    """Import a name when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOMES[name], __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the names, loaded or not."""
    return sorted(__all__)
