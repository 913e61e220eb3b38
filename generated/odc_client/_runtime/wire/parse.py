"""From the bytes of an answer to JSON, and from JSON to a value; what does not fit knows its call."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeVar

from ..errors.base import DecodeError
from ..kernel.operation import EXACT
from .codec import DECODE_ERRORS, decode_error

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..kernel._http import httpx
    from ..kernel.operation import Operation

__all__ = ["as_is", "decode_body", "parse_json", "placed"]

T = TypeVar("T")


def decode_body(
    operation: Operation[Any], response: httpx.Response, data: Any, decode: Callable[[Any], T]
) -> T:
    """Decode parsed JSON; whatever does not fit is a `DecodeError` that knows its call."""
    try:
        if EXACT in response.extensions:
            from .exact import exactly

            return exactly(decode, data)
        return decode(data)
    except DECODE_ERRORS as error:
        failure = decode_error(error, "")
    except RecursionError:
        failure = DecodeError("the body is nested too deeply")
    # Not chained, and without the frames below: they hold what was half decoded.
    raise placed(failure.with_traceback(None), operation, response)


def parse_json(operation: Operation[Any], response: httpx.Response) -> Any:
    """Return the JSON in the body of an answer."""
    content = response.content
    if content.isascii() and EXACT not in response.extensions:
        try:
            return json.loads(content)
        except (ValueError, RecursionError):
            pass  # some encodings hide in ASCII
    from .exact import loads

    try:
        return loads(response, content)
    except (ValueError, RecursionError):
        kind = response.headers.get("content-type", "no media type")
        reason = f"the body is not JSON ({kind}, {len(content)} bytes)" if content else "the body is empty"
        raise placed(DecodeError(reason), operation, response) from None


def as_is(value: Any) -> Any:
    """Return JSON as it is parsed: what an operation without a decoder answers."""
    return value


def placed(error: DecodeError, operation: Operation[Any], response: httpx.Response) -> DecodeError:
    """Return an error that knows its call and the answer."""
    error.about(operation, response.request)
    error.response = response
    return error
