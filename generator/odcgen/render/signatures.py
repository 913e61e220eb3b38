"""Signatures as code: the annotation and the default of each argument, and what a method returns."""

from __future__ import annotations

from attrs import define, frozen

from odcgen import ir

from .annotations import Annotator, with_member
from .docs import sentence
from .escape import literal
from .imports import Imports

_HOMES = {
    "CallOptions": "policy.options",
    "PollOptions": "policy.options",
    "Progress": "wire.streams",
    "Source": "flows.transfer",
}


@frozen
class ArgumentView:
    """One argument of a method as code."""

    node: ir.Argument
    annotation: str
    default: str = ""
    """What it is if it is not given; empty where it must be."""

    @property
    def name(self) -> str:
        """Its name."""
        return self.node.name

    @property
    def doc(self) -> str:
        """What it is, as one escaped sentence: the document's, or what its name says."""
        if self.node.doc:
            return sentence(self.node.doc)
        if self.node.place == "body":
            return f"What is sent, a `{self.annotation.removesuffix(' | None')}`."
        return self.name.strip("_").replace("_", " ").capitalize() + "."

    def declare(self) -> str:
        """Return the argument as a signature has it."""
        start = f"{'**' if self.node.kind == 'options' else ''}{self.name}: {self.annotation}"
        return f"{start} = {self.default}" if self.default else start


@frozen
class SignatureView:
    """The signature of a public method as code."""

    node: ir.Signature
    arguments: tuple[ArgumentView, ...]
    """All but `self`, in their order."""
    value: str
    """The annotation of what is returned, or of one item of what is paged."""

    @property
    def name(self) -> str:
        """The name of the method."""
        return self.node.name

    @property
    def positional(self) -> tuple[ArgumentView, ...]:
        """The arguments that may be given by position."""
        return self._of("positional")

    @property
    def keywords(self) -> tuple[ArgumentView, ...]:
        """The arguments that are given by name only."""
        return self._of("keyword")

    @property
    def options(self) -> tuple[ArgumentView, ...]:
        """The one argument that takes the options of the call."""
        return self._of("options")

    @property
    def pager(self) -> bool:
        """Whether the method returns a pager."""
        return self.node.form == "pager"

    @property
    def awaited(self) -> bool:
        """Whether the async twin is awaited; one that pages is iterated over."""
        return self.node.awaited

    @property
    def described(self) -> tuple[ArgumentView, ...]:
        """The arguments to describe: all but the options, or none where the document says nothing of any."""
        arguments = self.positional + self.keywords
        return arguments if any(argument.node.doc for argument in arguments) else ()

    def _of(self, kind: ir.Kind) -> tuple[ArgumentView, ...]:
        return tuple(argument for argument in self.arguments if argument.node.kind == kind)


@define
class SignatureWriter:
    """Writes the signatures of one module, recording what their annotations import."""

    sent: Annotator
    returned: Annotator

    def write(self, signature: ir.Signature) -> SignatureView:
        """Return a signature as code."""
        arguments = tuple(ArgumentView(one, *self._argument(one)) for one in signature.arguments)
        return SignatureView(signature, arguments, self._value(signature.form, signature.returns))

    def _argument(self, argument: ir.Argument) -> tuple[str, str]:
        imports = self.sent.imports
        if isinstance(argument.type, ir.RuntimeType):
            name = imports.runtime(_HOMES[argument.type.name], argument.type.name, typing=True)
            if argument.kind != "options":
                return _declared(argument, name, imports)
            return _declared(argument, f"{imports.use('typing', 'Unpack', typing=True)}[{name}]", imports)
        if isinstance(argument.type, ir.Callback):
            value = self._value(argument.type.form, argument.type.value)
            called = imports.use("collections.abc", "Callable", typing=True)
            return _declared(argument, f"{called}[[{value}], object]", imports)
        return declare(argument, self.sent, quiet=True)

    def _value(self, form: ir.Form, value: ir.Type | None) -> str:
        if form == "bytes":
            return "bytes"
        return "None" if value is None else self.returned.write(value)


def declare(argument: ir.Argument, annotator: Annotator, *, quiet: bool = False) -> tuple[str, str]:
    """Return the annotation and the default of an argument whose type stands in the document.

    Args:
        argument: an argument of a method, or a field as the class of its model has it.
        annotator: what writes the type.
        quiet: whether only a type checker reads the annotation.
    """
    if isinstance(argument.type, ir.RuntimeType | ir.Callback):
        raise TypeError(f"{argument.name} has no type of the document")
    return _declared(argument, annotator.write(argument.type), annotator.imports, quiet=quiet)


def _declared(
    argument: ir.Argument, annotation: str, imports: Imports, *, quiet: bool = False
) -> tuple[str, str]:
    """Add to an annotation what stands for an argument that is not given; return it with the default."""
    default = argument.default
    if default is None:
        return annotation, ""
    if default.kind == "none":
        return with_member(annotation, "None"), "None"
    if default.kind == "unset":
        unset = imports.runtime("kernel.unset", "Unset", typing=quiet)
        return with_member(annotation, unset), imports.runtime("kernel.unset", "UNSET")
    return annotation, literal(default.value) if default.value is not None else "None"
