"""The body of an error as a value: the model that the document has for it, or what it is without one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..kernel.choice import answer_of, with_status
from .base import OdcError
from .words import json_of

if TYPE_CHECKING:
    from ..kernel._http import httpx
    from ..kernel.operation import Operation

__all__ = ["error_body"]

UNFIT = (KeyError, TypeError, ValueError, AttributeError, RecursionError, OdcError)


def error_body(operation: Operation[Any], response: httpx.Response) -> Any:
    """Return the body of an error as its model, as JSON data, as text, or None without any.

    It never raises: the error itself matters more than a body that does not fit.
    """
    if not response.content:
        return None
    try:
        data = json_of(response)
    except (ValueError, RecursionError):
        return response.text
    if not with_status(operation.errors, response.status_code):
        return data
    answer = answer_of(operation.errors, response)
    if answer is None or answer.decode is None:
        return data
    try:
        return answer.decode(data)
    except UNFIT:
        return data
