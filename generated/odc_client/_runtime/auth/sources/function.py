"""Credentials from a function of yours that returns the bare token."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..tokens import Credential, Secret
from .base import check_source, label

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["FromCallable"]


class FromCallable:
    """A function without arguments that returns a token as text.

    A function that returns a `Credential`, or is async, is a source by itself and needs no wrapper.

    Args:
        function: The function; it runs off the event loop.
    """

    def __init__(self, function: Callable[[], str | Secret | Credential]) -> None:
        check_source(function, allow_async=False)  # type: ignore[arg-type]
        self._function = function

    def __call__(self) -> Credential:
        """Call the function."""
        result = self._function()
        return result if isinstance(result, Credential) else Credential(result)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({label(self._function)})"
