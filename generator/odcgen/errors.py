"""The one error tree of odcgen: what is wrong, where, and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from .kit.characters import escape, is_printable

MAX_SHOWN_ERRORS = 20
"""Of the errors in one document, how many are told."""
_MAX_SHOWN_POINTER = 1000


class OdcgenError(Exception):
    """An error that ends a run; `str()` is fit for the user, and `exit_code` is the process's exit status."""

    exit_code: ClassVar[int] = 1

    def __init__(
        self,
        message: str,
        *,
        file: str | None = None,
        pointer: str | None = None,
        line: int | None = None,
        column: int | None = None,
        hint: str | None = None,
        rule: str | None = None,
    ) -> None:
        """Keep the sentence, the place (file, pointer, 1-based line and column), the hint, the rule apart."""
        super().__init__(message)
        self.message = message
        self.file = file
        self.pointer = pointer
        self.line = line
        self.column = column
        self.hint = hint
        self.rule = rule
        """The name of the check that found it, where a repair may know how to mend it."""

    @property
    def where(self) -> str:
        """The place as `file:line:column, pointer`, empty when nothing is known of it."""
        file = self.file
        if self.line is not None:
            line = str(self.line) if self.column is None else f"{self.line}:{self.column}"
            file = f"line {line}" if file is None else f"{file}:{line}"
        pointer = "/ (the whole document)" if self.pointer == "" else self.pointer
        if pointer is not None and len(pointer) > _MAX_SHOWN_POINTER:
            pointer = f"{pointer[:_MAX_SHOWN_POINTER]}…"
        return printable(", ".join(part for part in (file, pointer) if part))

    def __str__(self) -> str:
        """The sentence, the place in parentheses, the hint."""
        where = self.where
        sentence = printable(self.message) + (f" ({where})." if where else ".")
        return f"{sentence} {printable(self.hint)}" if self.hint else sentence


class UsageError(OdcgenError):
    """The command was called in a way that cannot work."""

    exit_code: ClassVar[int] = 2


class ConfigError(OdcgenError):
    """odcgen.toml says something that cannot work."""

    exit_code: ClassVar[int] = 2


class DocumentError(OdcgenError):
    """An OpenAPI document is broken, or holds what odcgen cannot express."""


class _SeveralErrors(OdcgenError):
    """Several findings as one error, whose own place is that of the first of them."""

    def __init__(self, errors: Sequence[OdcgenError]) -> None:
        """Gather the findings, in the order of the document."""
        first = errors[0]
        super().__init__(
            first.message,
            file=first.file,
            pointer=first.pointer,
            line=first.line,
            column=first.column,
            hint=first.hint,
        )
        self.args = (tuple(errors),)
        self.errors = tuple(errors)

    def __str__(self) -> str:
        """One finding a line; of very many, the first ones and their number."""
        lines = [str(error) for error in self.errors[:MAX_SHOWN_ERRORS]]
        if (left := len(self.errors) - len(lines)) > 0:
            lines.append(f"… and {left} more errors in this document.")
        return "\n".join(lines)


class DocumentErrors(_SeveralErrors, DocumentError):
    """Several findings in one document."""


class LostOperationError(DocumentError):
    """An operation of the document would be missing from the generated package."""


class OverlayError(OdcgenError):
    """An overlay document is broken, or one of its actions does not fit the document."""


class OverlayErrors(_SeveralErrors, OverlayError):
    """Several actions of one overlay that match nothing."""


class FetchError(OdcgenError):
    """The original of a document could not be fetched, or is not what was asked for."""


class RenderError(OdcgenError):
    """A template failed, or what it rendered is not acceptable Python."""


class OutputError(OdcgenError):
    """The generated files could not be formatted, compared or written."""


def printable(text: str) -> str:
    """`text` with control, bidirectional and surrogate characters escaped, safe on any terminal."""
    if is_printable(text):
        return text
    return "".join(char if is_printable(char) else escape(char) for char in text)
