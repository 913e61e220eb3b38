"""Headers and cookies: what may stand in them, and how values of parameters are written there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors.base import InvalidArgument
from ..kernel.rules import OWNED_HEADERS, is_cookie_value, is_token
from ..kernel.unset import UNSET
from .scalars import scalar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..kernel.operation import Operation
    from ..kernel.parameter import Param

__all__ = ["cookie_pairs", "header_name", "header_pairs", "header_value"]


def header_name(name: object) -> bytes:
    """Return a header's name in lower case, as bytes.

    Raises:
        InvalidArgument: It is no name, or of a header that the client writes itself.
    """
    if not isinstance(name, str):
        raise InvalidArgument(f"the name of a header must be a text, not a {type(name).__name__}")
    if not is_token(name):
        raise InvalidArgument(f"{name!r} cannot be the name of a header")
    if name.lower() in OWNED_HEADERS:
        raise InvalidArgument(f"the header {name} belongs to the connection: the client writes it itself")
    return name.lower().encode("ascii")


def header_value(name: str, value: object) -> bytes:
    """Return a header's value as bytes; only printable ASCII is allowed, hence no line break."""
    text = scalar(value)
    if not text.isascii() or not text.replace("\t", " ").isprintable():
        raise InvalidArgument(f"the value of the header {name} must be ASCII text without line breaks")
    if text != text.strip():
        raise InvalidArgument(f"the header {name} would lose the spaces around its value")
    return text.encode("ascii")


def header_pairs(operation: Operation[Any], values: Mapping[str, object]) -> list[tuple[bytes, bytes]]:
    """Return the header parameters of a call by their names in lower case; None is not sent."""
    pairs: list[tuple[bytes, bytes]] = []
    for name, value in values.items():
        param = operation.header.get(name)
        if _is_given(operation, param, name, value):
            try:
                text = scalar(value) if param is None else _styled(operation, param, value)
                if text is not None:
                    pairs.append((header_name(name), header_value(name, text)))
            except InvalidArgument as error:
                raise _about(operation, error) from None
    return pairs


def cookie_pairs(operation: Operation[Any], values: Mapping[str, object]) -> list[str]:
    """Return the cookie parameters of a call as `name=value`; what a cookie cannot hold is refused."""
    pairs: list[str] = []
    for name, value in values.items():
        param = operation.cookie.get(name)
        if _is_given(operation, param, name, value):
            try:
                pairs += (
                    [f"{name}={_cookie(name, scalar(value))}"]
                    if param is None
                    else _cookies(operation, param, value)
                )
            except InvalidArgument as error:
                raise _about(operation, error) from None
    return pairs


def _is_given(operation: Operation[Any], param: Param | None, name: str, value: object) -> bool:
    if value is not None and value is not UNSET:
        return True
    if param is not None and param.required:
        raise InvalidArgument(f"{operation.name}: {name} must be given")
    return False


def _about(operation: Operation[Any], error: InvalidArgument) -> InvalidArgument:
    text = str(error)
    return error if text.startswith(operation.name) else InvalidArgument(f"{operation.name}: {text}")


def _styled(operation: Operation[Any], param: Param, value: object) -> str | None:
    """Return a header parameter as text; None for a list or an object without anything in it."""
    from .styles import joined, value_of

    shape = value_of(operation, param, value)
    if isinstance(shape, str):
        return shape
    if not shape:
        if param.required:
            raise InvalidArgument(f"{param.name} is empty: nothing of it would be sent")
        return None
    return joined(shape, ",", param.explode, lambda text: _apart(param, text))


def _apart(param: Param, text: str) -> str:
    """A header knows no escapes: what looks like a separator would be read as one."""
    if not text or text != text.strip() or "," in text or (param.explode and "=" in text):
        raise InvalidArgument(f"{param.name}: {text!r} cannot be told apart from its neighbours in a header")
    return text


def _cookie(name: str, text: str) -> str:
    if not is_token(name):
        raise InvalidArgument(f"{name!r} cannot be the name of a cookie")
    if not is_cookie_value(text):
        raise InvalidArgument(
            f"the value of the cookie {name} must be ASCII text without spaces, quotes, commas, semicolons"
            " and backslashes; escape it as the server expects"
        )
    return text


def _cookies(operation: Operation[Any], param: Param, value: object) -> list[str]:
    from .styles import joined, value_of

    shape = value_of(operation, param, value)
    if isinstance(shape, str):
        return [f"{param.name}={_cookie(param.name, shape)}"]
    if not shape and param.required:
        raise InvalidArgument(f"{param.name} is empty: nothing of it would be sent")
    if isinstance(shape, list) and param.explode:
        return [f"{param.name}={_cookie(param.name, item)}" for item in shape]
    if isinstance(shape, dict) and param.explode:
        return [f"{name}={_cookie(name, item)}" for name, item in shape.items()]
    write = joined(shape, ",", False, lambda text: _cookie(param.name, text))
    return [f"{param.name}={write}"] if shape else []
