"""How the paths and queries of requests are made of arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors.base import InvalidArgument
from ..kernel.unset import UNSET
from .scalars import quoted, scalar, segment

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..kernel.operation import Operation

__all__ = ["path_text", "query_text"]


def path_text(operation: Operation[Any], values: tuple[object, ...]) -> str:
    """Fill the path template; each value becomes (part of) one segment and cannot leave it."""
    segments = operation.segments
    if len(values) != len(segments) - 1:
        raise InvalidArgument(f"{operation.name} takes {len(segments) - 1} path values, not {len(values)}")
    text = segments[0]
    if operation.places:
        from .styles import styled_segment

        for param, value, rest in zip(operation.places, values, segments[1:], strict=True):
            text += (
                segment(operation, scalar(value))
                if param is None
                else styled_segment(operation, param, value)
            ) + rest
        return text
    for value, rest in zip(values, segments[1:], strict=True):
        text += segment(operation, scalar(value)) + rest
    return text


def query_text(operation: Operation[Any], values: Mapping[str, object]) -> str:
    """Return `name=value` pairs as a query has them; None is not sent.

    What is no text, no number and no boolean is written as the operation's `params` say.
    """
    params = operation.query
    pairs: list[str] = []
    for name, value in values.items():
        param = params.get(name)
        if value is None or value is UNSET:
            if param is not None and param.required:
                raise InvalidArgument(f"{operation.name}: {name} must be given")
        elif param is None or type(value) is param.exact:
            try:
                pairs.append(f"{quoted(name)}={quoted(scalar(value))}")
            except InvalidArgument as error:
                raise InvalidArgument(f"{operation.name}: {name}: {error}") from None
        else:
            from .styles import query_pairs

            pairs += query_pairs(operation, param, value, values)
    return "&".join(pairs)
