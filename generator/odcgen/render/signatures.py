"""Signatures as code: the annotation and the default of each argument, and what a method returns."""

from __future__ import annotations

from attrs import define, frozen

from odcgen import ir

from .annotations import Annotator, with_member
from .escape import literal

_RUNTIME = ".._runtime"
_PREFIXES = {"positional": "", "keyword": "", "options": "**"}


@frozen
class Argument:
    """One argument of a method as code."""

    node: ir.Argument
    annotation: str
    default: str = ""

    def declare(self) -> str:
        """Return the argument as a signature has it."""
        start = f"{_PREFIXES[self.node.kind]}{self.node.name}: {self.annotation}"
        return f"{start} = {self.default}" if self.default else start


@frozen
class Header:
    """A signature as code."""

    signature: ir.Signature
    arguments: tuple[Argument, ...]
    value: str
    """What is returned, or one item of what is paged."""

    def declared(self) -> list[str]:
        """Return the arguments as a header has them, without `self`."""
        parts: list[str] = []
        for argument in self.arguments:
            if argument.node.kind == "keyword" and "*" not in parts:
                parts.append("*")
            parts.append(argument.declare())
        return parts

    def returns(self, prefix: str = "") -> str:
        """Return the annotation of what the sync (no prefix) or async method returns."""
        return f"{prefix}Pager[{self.value}]" if self.signature.form == "pager" else self.value

    def start(self, prefix: str = "") -> str:
        """Return what stands before the arguments of the sync (no prefix) or async method."""
        return f"{'async def' if prefix and self.signature.awaited else 'def'} {self.signature.name}"


@define
class SignatureWriter:
    """Writes the signatures of one module, recording what their annotations import."""

    sent: Annotator
    returned: Annotator

    def write(self, signature: ir.Signature) -> Header:
        """Return a signature as code."""
        arguments = tuple(Argument(one, *self._argument(one)) for one in signature.arguments)
        return Header(signature, arguments, self._value(signature.form, signature.returns))

    def _argument(self, argument: ir.Argument) -> tuple[str, str]:
        if isinstance(argument.type, ir.RuntimeType):
            name = argument.type.name
            return _declared(argument, f"Unpack[{name}]" if argument.kind == "options" else name)
        if isinstance(argument.type, ir.Callback):
            value = self._value(argument.type.form, argument.type.value)
            return _declared(argument, f"Callable[[{value}], object]")
        return declare(argument, self.sent, f"{_RUNTIME}.kernel.unset", quiet=True)

    def _value(self, form: ir.Form, value: ir.Type | None) -> str:
        if form == "bytes":
            return "bytes"
        return "None" if value is None else self.returned.write(value)


def declare(
    argument: ir.Argument, annotator: Annotator, unset: str, *, quiet: bool = False
) -> tuple[str, str]:
    """Return the annotation and the default of an argument whose type stands in the document.

    Args:
        argument: an argument of a method, or a field as the class of its model has it.
        annotator: what writes the type.
        unset: the module that defines UNSET.
        quiet: whether only a type checker reads the annotation.
    """
    if isinstance(argument.type, ir.RuntimeType | ir.Callback):
        raise TypeError(f"{argument.name} has no type of the document")
    if argument.default is not None and argument.default.kind == "unset":
        annotator.imports.name(unset, "UNSET")
        (annotator.imports.type if quiet else annotator.imports.name)(unset, "Unset")
    return _declared(argument, annotator.write(argument.type))


def _declared(argument: ir.Argument, annotation: str) -> tuple[str, str]:
    """Add to an annotation what stands for an argument that is not given; return it with the default."""
    default = argument.default
    if default is None:
        return annotation, ""
    if default.kind == "none":
        return with_member(annotation, "None"), "None"
    if default.kind == "unset":
        return with_member(annotation, "Unset"), "UNSET"
    return annotation, literal(default.value) if default.value is not None else "None"
