"""Reading files of bounded size; whatever goes wrong is an OSError whose `strerror` says it to the user."""

from __future__ import annotations

import errno
import tomllib
from pathlib import Path
from typing import Any

from .limits import MEBIBYTE, STATE_BYTES

TOML_BYTES = MEBIBYTE
"""The largest configuration, catalog or record that is read."""


def read_bytes(path: Path, most: int = STATE_BYTES) -> bytes:
    """Return the bytes of a file.

    Raises:
        OSError: if it cannot be read, or is larger than `most` bytes, of which no more are read.
    """
    try:
        with path.open("rb") as file:
            content = file.read(most + 1)
    except ValueError as error:  # a NUL in the path
        raise OSError(errno.EINVAL, str(error)) from None
    except MemoryError:
        raise OSError(errno.ENOMEM, "there is not enough memory for it") from None
    if len(content) > most:
        raise OSError(errno.EFBIG, f"it is larger than {shown_size(most)}")
    return content


def read_text(path: Path, most: int = STATE_BYTES) -> str:
    """Return the text of a UTF-8 file, with line ends as Python has them.

    Raises:
        OSError: if it cannot be read, is larger than `most` bytes, or is not UTF-8.
    """
    try:
        text = read_bytes(path, most).decode("utf-8")
    except UnicodeDecodeError as error:
        wrong = f"it is not UTF-8: byte 0x{error.object[error.start]:02x} is out of place"
        raise OSError(errno.EILSEQ, wrong) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_toml(path: Path, most: int = TOML_BYTES) -> dict[str, Any]:
    """Return the table that a TOML file holds.

    Raises:
        OSError: if it cannot be read, is too large, is not UTF-8, or is no TOML.
    """
    return parse_toml(read_text(path, most))


def parse_toml(text: str) -> dict[str, Any]:
    """Return the table that a TOML text holds.

    Raises:
        OSError: if it is no TOML.
    """
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise OSError(errno.EINVAL, "it nests too deeply") from None
    except ValueError as error:  # numbers and dates that Python has no place for are no TOMLDecodeError
        raise OSError(errno.EINVAL, str(error)) from None


def shown_size(number: int) -> str:
    """Return a number of bytes as messages have it."""
    return f"{number / MEBIBYTE:g} MiB" if number >= MEBIBYTE else f"{number:,} bytes"
