"""From an answer to the value of a call, or to its error."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeVar, cast

from ..errors.base import DecodeError
from .codec import DECODE_ERRORS, decode_error

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..kernel._http import httpx
    from ..kernel.operation import Operation

__all__ = ["as_is", "check", "decode_body", "parse_json", "parse_value"]

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
        return cast("T", response.content if operation.binary else None)
    return decode_body(operation, response, parse_json(operation, response), decode)


def decode_body(
    operation: Operation[Any], response: httpx.Response, data: Any, decode: Callable[[Any], T]
) -> T:
    """Decode parsed JSON; whatever does not fit is a `DecodeError` that knows its call."""
    try:
        return decode(data)
    except DECODE_ERRORS as error:
        failure = decode_error(error, "")
    except RecursionError:
        failure = DecodeError("the body is nested too deeply")
    # Not chained, and without the frames below: they hold what was half decoded.
    raise _placed(failure.with_traceback(None), operation, response)


def parse_json(operation: Operation[Any], response: httpx.Response) -> Any:
    """Return the JSON in the body of an answer."""
    content = response.content
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        kind = response.headers.get("content-type", "no media type")
        reason = f"the body is not JSON ({kind}, {len(content)} bytes)" if content else "the body is empty"
        raise _placed(DecodeError(reason), operation, response) from None


def as_is(value: Any) -> Any:
    """Return JSON as it is parsed: what an operation without a decoder answers."""
    return value


def _placed(error: DecodeError, operation: Operation[Any], response: httpx.Response) -> DecodeError:
    error.about(operation, response.request)
    error.response = response
    return error
