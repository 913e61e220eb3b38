"""The public methods of an API as a reader of their code sees them, without generating it."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, frozen

from odcgen import ir

from .annotations import Annotator, class_names
from .escape import unmark
from .imports import Imports
from .signatures import SignatureView, SignatureWriter


@frozen
class Listed:
    """One public method: the nodes it comes from, and its signature in words of the generated code."""

    resource: ir.Resource
    operation: ir.Operation
    signature: ir.Signature
    header: SignatureView

    @property
    def name(self) -> str:
        """Its name inside the API, such as `users.list`."""
        return f"{self.resource.name}.{self.signature.name}"

    @property
    def arguments(self) -> list[tuple[ir.Argument, str, str]]:
        """Each argument with its annotation and its default; an empty one is none."""
        return [(one.node, unmark(one.annotation), unmark(one.default)) for one in self.header.arguments]

    @property
    def declared(self) -> list[str]:
        """The arguments as the header has them, without `self`."""
        listed = self.header
        star = ["*"] if listed.keywords else []
        named = [one.declare() for one in (*listed.keywords, *listed.options)]
        return [unmark(part) for part in (*(one.declare() for one in listed.positional), *star, *named)]

    @property
    def returns(self) -> str:
        """The annotation of what the method returns."""
        return self._returns("")

    @property
    def async_returns(self) -> str:
        """The annotation of what the async twin returns, awaited or not."""
        return self._returns("Async")

    def _returns(self, prefix: str) -> str:
        value = unmark(self.header.awaited_value if prefix else self.header.value)
        return f"{prefix}Pager[{value}]" if self.header.pager else value


def list_methods(api: ir.Api) -> Iterator[Listed]:
    """Yield every public method of an API."""
    names, enums = class_names(api)
    unused = Imports()
    sent = Annotator(unused, names.__getitem__, enums, sending=True, files="body")
    returned = Annotator(unused, names.__getitem__, enums)
    writer = SignatureWriter(sent, returned, evolve(returned, awaits=True))
    for resource, operation, signature in api.methods():
        yield Listed(resource, operation, signature, writer.write(signature))
