"""Signatures: how a public method is called and what it gives back.

The naming stage makes them once; rendering prints them, `odcgen operations` lists them, the difference
compares them. Nobody else decides which argument comes where, is required, or goes by name only.
"""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from .text import SpecText
from .types import Type

Kind = Literal["positional", "keyword", "options"]
"""Given by position or name, by name only, or one of the `**options`."""

Place = Literal["path", "query", "header", "cookie", "field", "body", "option"]
"""Where a value goes: a parameter's location, a property of the body, the whole body, or the call itself."""

Form = Literal["value", "pager", "none", "bytes"]
"""What a method gives back: a decoded value, a pager over such, nothing, or the bytes of the answer."""

Role = Literal["call", "wait", "upload"]
"""The method of an operation itself, the one that polls it, the one that puts a file to the URL it tells."""


@frozen
class Default:
    """What an argument is if it is not given: None, UNSET (which is not sent), a value, or an empty dict."""

    kind: Literal["none", "unset", "value", "empty"]
    value: str | int | float | bool | None = None


@frozen
class RuntimeType:
    """A type of the runtime that only arguments have."""

    name: Literal["CallOptions", "PollOptions", "Progress", "Source"]


@frozen
class Callback:
    """A function that is called with what the method gives back."""

    form: Form
    value: Type | None = None


@frozen
class Argument:
    """One argument of a public method or of a model's class."""

    name: str
    kind: Kind
    place: Place
    type: Type | RuntimeType | Callback
    wire: SpecText | None = None
    """The name in the document; None for what is never sent under a name."""
    default: Default | None = None
    doc: SpecText | None = None

    @property
    def required(self) -> bool:
        """Whether a caller must give it."""
        return self.default is None and self.kind != "options"


@frozen
class Signature:
    """How one public method is called, sync and async alike, and what it gives back."""

    name: str
    arguments: tuple[Argument, ...]
    """All but `self`, in the order of the header."""
    form: Form
    returns: Type | None = None
    """The value, or one item of a pager; None where nothing or only bytes come back."""
    role: Role = "call"

    @property
    def positional(self) -> tuple[Argument, ...]:
        """The arguments that may be given by position."""
        return self._of("positional")

    @property
    def keywords(self) -> tuple[Argument, ...]:
        """The arguments that are given by name only."""
        return self._of("keyword")

    @property
    def options(self) -> tuple[Argument, ...]:
        """The one argument that takes the options of the call."""
        return self._of("options")

    @property
    def awaited(self) -> bool:
        """Whether the async twin is awaited; one that pages is iterated over."""
        return self.form != "pager"

    def _of(self, kind: Kind) -> tuple[Argument, ...]:
        return tuple(argument for argument in self.arguments if argument.kind == kind)
