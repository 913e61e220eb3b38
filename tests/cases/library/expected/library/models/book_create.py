"""BookCreate and its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import define, field

from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.keys import NOTHING
from .genre import Genre

if TYPE_CHECKING:
    from collections.abc import Sequence


@define(kw_only=True)
class BookCreate:
    """BookCreate, as it is sent."""

    title: str
    genre: Genre | str | Unset = UNSET
    authors: Sequence[NewAuthor] | Unset = UNSET
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        body["title"] = self.title
        if self.genre is not UNSET:
            body["genre"] = self.genre
        if self.authors is not UNSET:
            body["authors"] = [item.encode() for item in self.authors]
        return body


@define(kw_only=True)
class NewAuthor:
    """NewAuthor, as it is sent."""

    name: str
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        body["name"] = self.name
        return body
