"""Answers of an operation that has several: each is read as the one that its status and media type tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors.base import DecodeError
from ..kernel.choice import answer_of, shown_type, with_status
from ..kernel.operation import OPENED
from .parse import decode_body, parse_json, placed
from .text import text_of

if TYPE_CHECKING:
    from ..kernel._http import httpx
    from ..kernel.operation import Answer, Operation

__all__ = ["read_answer", "streamed"]


def read_answer(operation: Operation[Any], response: httpx.Response) -> Any:
    """Return the value of a successful answer of an operation that declares several."""
    answer = _declared(operation, response)
    if answer.kind == "none":
        return None
    if answer.kind == "bytes":
        return response.content
    if answer.kind == "text":
        return _text(operation, response, answer)
    if answer.kind == "json":
        data = parse_json(operation, response)
        return data if answer.decode is None else decode_body(operation, response, data, answer.decode)
    return response.extensions[OPENED](operation, response, answer)


def streamed(operation: Operation[Any], response: httpx.Response) -> bool:
    """Tell whether an answer comes in pieces, so that its body must not be read as a whole."""
    if not operation.streams or not 200 <= response.status_code < 300:
        return False
    answer = answer_of(operation.answers, response)
    return answer is not None and answer.kind in ("events", "lines")


def _declared(operation: Operation[Any], response: httpx.Response) -> Answer:
    found = with_status(operation.answers, response.status_code) or operation.answers
    silent = [one for one in found if one.kind == "none"]
    if silent and (len(silent) == len(found) or _is_empty(operation, response)):
        return silent[0]
    answer = answer_of(operation.answers, response)
    if answer is None:
        names = ", ".join(dict.fromkeys(one.media_type for one in found if one.media_type))
        reason = (
            f"which of the documented answers is this? Its status is {response.status_code}"
            f" and its media type {shown_type(response)}, but there are {names}"
        )
        raise placed(DecodeError(reason), operation, response)
    return answer


def _is_empty(operation: Operation[Any], response: httpx.Response) -> bool:
    return not streamed(operation, response) and not response.content


def _text(operation: Operation[Any], response: httpx.Response, answer: Answer) -> Any:
    try:
        text = text_of(response, response.content)
    except ValueError:
        reason = f"the body is no text in its encoding ({shown_type(response)})"
        raise placed(DecodeError(reason), operation, response) from None
    return text if answer.decode is None else decode_body(operation, response, text, answer.decode)
