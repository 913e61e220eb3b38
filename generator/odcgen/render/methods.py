"""Generated methods as a template meets them: signature, arguments, docstring."""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from odcgen import ir

from . import layout
from .codec import CodecWriter
from .docs import WIDTH, block, describe, needed, sentence
from .escape import docstring, literal
from .signatures import Argument, Header, SignatureWriter

# What a caller may handle at the call; 401, 403, 429 and 5xx can come from every operation.
_STATUS_ERRORS = {
    "400": "BadRequest",
    "404": "NotFound",
    "405": "MethodNotAllowed",
    "409": "Conflict",
    "410": "Gone",
    "422": "UnprocessableEntity",
}


@frozen
class Method:
    """One operation as a sync or async method, with the methods beside it."""

    operation: ir.Operation
    headers: tuple[Header, ...]
    spread: str
    """The class of a body whose properties are arguments; empty where they are not."""
    fields: tuple[str, ...]
    """The arguments for its properties, in the order of the class."""
    decode: str

    @property
    def constant(self) -> str:
        """The name of the module's `Operation` constant."""
        return f"_{self.operation.name.strip('_').upper()}"

    @property
    def returns(self) -> str:
        """The annotation of the answer, or of one item where it is paged."""
        return self.headers[0].value

    def head(self, prefix: str, role: ir.Role = "call") -> str:
        """Return the header of the sync (no prefix) or async method, or of one beside it.

        That of the async twin is kept short: the sync method is the one to read.
        """
        header = next(header for header in self.headers if header.signature.role == role)
        arguments, lines = ["self", *header.declared()], 99 if prefix else 3
        return layout.header(header.start(prefix), arguments, header.returns(prefix), indent=4, lines=lines)

    @property
    def docstring(self) -> str:
        """The docstring of the method."""
        summary, notes = describe(self.operation), self._notes()
        if notes and len(longer := f"{summary} {notes}") <= WIDTH - 14:
            summary, notes = longer, ""
        return block(summary, [notes] if notes else [], self._described(), title="Args", indent=8)

    def brief(self, twin: str) -> str:
        """Return the docstring of the async twin, which leaves the details to the sync method."""
        summary = describe(self.operation)
        longer = f"{summary} See `{twin}`."
        return block(longer if len(longer) <= WIDTH - 14 else summary, title="Args", indent=8)

    def _notes(self) -> str:
        """Say in one paragraph what a caller must know beyond the arguments."""
        notes: list[str] = []
        if self.operation.deprecated:
            removal = self.operation.removal
            notes.append("Deprecated" + (f"; to be removed on {docstring(removal)}." if removal else "."))
        if self.operation.permissions:
            notes.append(needed(self.operation.permissions))
        if errors := [
            _STATUS_ERRORS[status] for status in self.operation.statuses if status in _STATUS_ERRORS
        ]:
            notes.append(f"Raises {', '.join(errors)}.")
        return " ".join(notes)

    def _described(self) -> list[tuple[str, str]]:
        """Describe all arguments, or none where the document says nothing of any."""
        arguments = [argument for argument in self.headers[0].arguments if argument.node.kind != "options"]
        if not any(argument.node.doc for argument in arguments):
            return []
        return [
            (argument.node.name, sentence(argument.node.doc) or _humanized(argument))
            for argument in arguments
        ]

    def call(self, *, awaited: bool = False) -> str:
        """Return the statements of the method's body."""
        signature = self.headers[0].signature
        function = "_pages" if signature.form == "pager" else "_call"
        before: list[str] = []
        if self.spread:
            values = [f"{name}={name}" for name in self.fields]
            before.append(layout.call(f"body = {self.spread}", values, indent=8))
        body = "None" if self.operation.body is None else "body"
        return self._invoke(function, [], [body, "options"], before, awaited and signature.awaited)

    def wait(self, *, awaited: bool = False) -> str:
        """Return the statements of the method that polls."""
        return self._invoke(
            "_wait", [f"{self.constant}_POLL"], ["timeout", "on_progress", "options"], [], awaited
        )

    def upload(self, *, awaited: bool = False) -> str:
        """Return the statements of the method that uploads."""
        last = ["source", "on_progress", "options"]
        if self.operation.upload and self.operation.upload.url.text != "uploadUrl":
            last.append(literal(self.operation.upload.url))
        return self._invoke("_upload", [], last, [], awaited)

    def _invoke(
        self, function: str, first: list[str], last: list[str], before: list[str], awaited: bool
    ) -> str:
        """Return the call of an inherited method; a long query has a line of its own."""
        start = f"return {'await ' if awaited else ''}self.{function}"
        path = [parameter.name for parameter in self.operation.path_parameters]
        query = [parameter.name for parameter in self.operation.other_parameters]
        head = [self.constant, *first, _tuple(path)]
        whole = layout.call(start, [*head, _tuple(query), *last], indent=8)
        if "\n" in whole and query:
            before = [layout.assigned("query", query, indent=8), *before]
            whole = layout.call(start, [*head, "query", *last], indent=8)
        return "\n        ".join([*before, whole])


class MethodWriter:
    """Writes the methods of one resource module."""

    def __init__(
        self, api: ir.Api, signatures: SignatureWriter, codec: CodecWriter, used: Callable[[str], str]
    ) -> None:
        """Take the writers of signatures and of decoders, and what names a model in a statement."""
        self._models = {model.key: model for model in api.models}
        self._signatures = signatures
        self._codec = codec
        self._used = used

    def write(self, operation: ir.Operation) -> Method:
        """Return the method of an operation."""
        signature = operation.signature()
        spread, fields = self._spread(operation, signature)
        return Method(
            operation=operation,
            headers=tuple(self._signatures.write(one) for one in operation.signatures),
            spread=spread,
            fields=fields,
            decode=self._decoder(signature),
        )

    def _spread(self, operation: ir.Operation, signature: ir.Signature) -> tuple[str, tuple[str, ...]]:
        """Return the class of a body whose properties are arguments, and their names."""
        body = operation.body
        if body is None or not body.spread:
            return "", ()
        (key,) = ir.references(body.contents[0].type)
        given = {argument.name for argument in signature.arguments if argument.place == "field"}
        names = (field.name for field in self._models[key].fields)
        return self._used(key), tuple(name for name in names if name in given)

    def _decoder(self, signature: ir.Signature) -> str:
        """Return the decoder of the answer, or of all items of a page; nothing for an empty answer."""
        result = signature.returns
        if result is None:
            return ""
        if signature.form == "pager":
            result = ir.ListOf(result)
        if isinstance(result, ir.Scalar):
            return self._codec.function(result)
        if isinstance(result, ir.Nullable):
            return f"lambda data: None if data is None else {self._codec.of(result.inner, 'data')}"
        return f"lambda data: {self._codec.of(result, 'data')}"


def _humanized(argument: Argument) -> str:
    """Return what a name says by itself."""
    if argument.node.place == "body":
        return f"What is sent, a `{argument.annotation.removesuffix(' | None')}`."
    return argument.node.name.strip("_").replace("_", " ").capitalize() + "."


def _tuple(names: list[str]) -> str:
    return f"({', '.join(names)}{',' if len(names) == 1 else ''})"
