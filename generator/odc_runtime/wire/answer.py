"""From an answer to the value of a call, or to its error."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, cast

from .parse import decode_body, parse_json

if TYPE_CHECKING:
    from ..kernel._http import httpx
    from ..kernel.operation import Operation

__all__ = ["check", "parse_value"]

T = TypeVar("T")


def check(operation: Operation[Any], response: httpx.Response) -> None:
    """Raise the error of an answer whose status is no success."""
    if not 200 <= response.status_code < 300:
        from ..errors.failure import status_error

        raise status_error(operation, response)


def parse_value(operation: Operation[T], response: httpx.Response) -> T:
    """Return the value of a successful answer."""
    decode = operation.decode
    if decode is None:
        if operation.answers:
            from .answers import read_answer

            return cast("T", read_answer(operation, response))
        return cast("T", response.content if operation.binary else None)
    return decode_body(operation, response, parse_json(operation, response), decode)
