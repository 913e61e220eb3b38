"""What is expected of a value that the user gives, before anything is done with it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import cast

from .base import ConfigurationError, InvalidArgument, WrongType

__all__ = ["a_command", "a_number", "a_path", "a_text"]


def a_text(value: object, what: str) -> str:
    """Return a setting that must be a text; `what` names it in the error.

    Raises:
        WrongType: It is none.
    """
    if not isinstance(value, str):
        raise WrongType(f"{what} must be a text, not a {type(value).__name__}")
    return value


def a_number(value: object, what: str) -> float:
    """Return a setting that must be a number; `what` names it in the error.

    Raises:
        WrongType: It is none.
    """
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        raise WrongType(f"{what} must be a number, not a {type(value).__name__}")
    return value


def a_command(value: object) -> tuple[str, ...]:
    """Return a program and its arguments.

    Raises:
        WrongType: It is no list of texts.
        ConfigurationError: It is empty.
    """
    parts = cast("list[object] | tuple[object, ...]", value)
    if not isinstance(value, (list, tuple)) or not all(isinstance(part, str) for part in parts):
        raise WrongType("the command must be a text, or a list of them")
    if not parts:
        raise ConfigurationError("the command is empty")
    return cast("tuple[str, ...]", tuple(parts))


def a_path(value: object, what: str) -> Path:
    """Return the path of a file.

    Raises:
        WrongType: It is no path.
        InvalidArgument: No file can have it.
    """
    if not isinstance(value, (str, os.PathLike)):
        raise WrongType(f"{what} must be a path, not a {type(value).__name__}")
    path = cast("object", os.fspath(cast("str | os.PathLike[str]", value)))
    if not isinstance(path, str) or "\0" in path or not Path(path).name:
        raise InvalidArgument(f"{what} cannot be the path of a file: {path!r}")
    return Path(path)
