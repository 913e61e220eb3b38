"""Moments as servers write them: some have no offset, some more digits than Python's clock."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Moment", "exact"]


class Moment(datetime):
    """A moment that a plain `datetime` would not write as the server did.

    It compares and calculates as a `datetime`; without an offset in the answer it has no time zone. Sent
    back unchanged, it is the text that was received; what is calculated from it is not.
    """

    __slots__ = ("text",)
    text: str

    def __reduce_ex__(self, protocol: Any, /) -> tuple[Callable[[str], Moment], tuple[str]]:
        """Copy and pickle as the text."""
        if hasattr(self, "text"):
            return exact, (self.text,)
        return super().__reduce_ex__(protocol)  # type: ignore[return-value] # what datetime calls Any


def exact(text: str) -> Moment:
    """Return the moment of a text, which it keeps."""
    moment = Moment.fromisoformat(text)
    moment.text = text
    return moment
