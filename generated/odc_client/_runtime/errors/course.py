"""What can go wrong over the course of several requests: pages, budgets and long operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..kernel.redact import clean
from .base import OdcError

if TYPE_CHECKING:
    from ..kernel.operation import Operation


class PagingError(OdcError):
    """The server's paging does not advance, contradicts itself, or leads to another host."""


class RateBudgetExceeded(OdcError):
    """The call would wait too long for its turn in the budget of requests a minute; nothing was sent.

    Attributes:
        wait: Seconds until its turn.
    """

    def __init__(self, message: str, wait: float) -> None:
        super().__init__(message)
        self.wait = wait


class OperationFailed(OdcError):
    """A long operation ended in a failure.

    Attributes:
        key: The operation's key, which finds it again.
        status: The state it ended in.
        result: The final answer, decoded.
        messages: What the answer says about the failure.
    """

    def __init__(
        self, operation: Operation[Any], key: str, status: str, result: Any, messages: list[str]
    ) -> None:
        self.about(operation)
        self.key = key
        self.status = status
        self.result = result
        self.messages = messages
        told = "".join(f"; {clean(message)}" for message in messages)
        super().__init__(f"{operation.name}: {key} ended as {clean(status)}{told}")


class WaitTimeout(OdcError, TimeoutError):
    """A long operation did not end in time; it goes on, and its key is all that is needed to wait again.

    Attributes:
        key: The operation's key.
        status: The state it was last seen in, or None if it was never seen.
    """

    def __init__(self, operation: Operation[Any], key: str, status: str | None, timeout: float) -> None:
        self.about(operation)
        self.key = key
        self.status = status
        seen = f"still {clean(status)}" if status else "not seen"
        super().__init__(f"{operation.name}: {key} is {seen} after {timeout:g} s")
