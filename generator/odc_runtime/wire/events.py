"""Server-sent events, as WHATWG's HTML standard has them."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .pieces import Pieces

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..kernel._http import httpx
    from ..kernel.operation import Answer, Operation

__all__ = ["Event", "Events"]

T = TypeVar("T")

logger = logging.getLogger("odc_client")
END = "[DONE]"
"""What some servers send instead of a last value; it is no JSON."""


class Event(Generic[T]):
    """One event that a server sent.

    Attributes:
        data: What it tells: the decoded value, or the text where the document has no other schema.
        event: Its name; `message` if the server gave none.
        id: The last id that the server gave, or None.
        retry: The milliseconds after which to connect again, if the event says so, or None.
    """

    __slots__ = ("data", "event", "id", "retry")

    def __init__(
        self,
        data: T,
        event: str = "message",
        id: str | None = None,  # noqa: A002 - its name in the standard
        retry: int | None = None,
    ) -> None:
        self.data = data
        self.event = event
        self.id = id
        self.retry = retry

    def __repr__(self) -> str:
        return f"Event({self.data!r}, event={self.event!r}, id={self.id!r})"


class Events(Pieces[Event[T]]):
    """Reads events line by line; a comment keeps the connection alive and is no event."""

    def __init__(self, operation: Operation[Any], response: httpx.Response, answer: Answer) -> None:
        super().__init__(operation, response, answer)
        self._data: list[str] = []
        self._event = ""
        self._id: str | None = None
        self._retry: int | None = None
        self._first = True

    def line(self, text: str) -> Iterator[Event[T]]:
        """Take in a line, and yield the event that an empty one completes."""
        if self._first:
            self._first = False
            text = text.removeprefix("\ufeff")
        if text:
            name, _, value = text.partition(":")
            self._field(name, value.removeprefix(" "))
        elif self._data:
            yield from self._event_of("\n".join(self._data))
            self._clear()
        else:
            self._clear()

    def end(self) -> Iterator[Event[T]]:
        """Tell of an event that was not finished: it may lack its end, and the standard drops it."""
        rest = self._cutter.rest()
        if rest or self._data:
            logger.warning("%s: the last event was not finished and is left out", self._operation.name)
        yield from ()

    def _event_of(self, data: str) -> Iterator[Event[T]]:
        decoded: Any = data
        if self._is_json:
            if data.strip() == END:
                self.done = True
                return
            decoded = self.value(data)
        yield self.counted(Event(decoded, self._event or "message", self._id, self._retry))

    @property
    def _is_json(self) -> bool:
        return self._decode is not None

    def _field(self, name: str, value: str) -> None:
        if name == "data":
            self._data.append(value)
        elif name == "event":
            self._event = value
        elif name == "id" and "\0" not in value:
            self._id = value or None
        elif name == "retry" and value.isascii() and value.isdigit():
            self._retry = int(value)

    def _clear(self) -> None:
        self._data, self._event, self._retry = [], "", None
