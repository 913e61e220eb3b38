"""What a method returns: its annotation, and the function that decodes the answer."""

from __future__ import annotations

from attrs import define

from odcgen import ir

from .annotations import Annotator
from .codec import CodecWriter


@define
class ResultWriter:
    """Writes the answers of one resource module; models are reached through the lazy `models` package."""

    annotator: Annotator
    codec: CodecWriter

    def annotation(self, operation: ir.Operation) -> str:
        """Return the annotation of the answer, or of one item where it is paged."""
        if operation.binary:
            return "bytes"
        result = _result(operation)
        return "None" if result is None else self.annotator.write(result)

    def decoder(self, operation: ir.Operation) -> str:
        """Return the decoder of the answer, or of all items of a page; nothing for an empty answer."""
        result = _result(operation)
        if result is None or operation.binary:
            return ""
        if operation.paging:
            result = ir.ListOf(result)
        if isinstance(result, ir.Scalar):
            return self.codec.function(result)
        if isinstance(result, ir.Nullable):
            return f"lambda data: None if data is None else {self.codec.of(result.inner, 'data')}"
        return f"lambda data: {self.codec.of(result, 'data')}"


def _result(operation: ir.Operation) -> ir.Type | None:
    return operation.paging.item if operation.paging else operation.result
