"""Generated methods as a template meets them: signature, arguments, docstring."""

from __future__ import annotations

from attrs import frozen

from odcgen import ir

from . import layout
from .annotations import Annotator, with_member
from .docs import WIDTH, block, describe, needed, sentence
from .escape import docstring, literal
from .results import ResultWriter

_STATUS_ERRORS = {
    "400": "BadRequest",
    "404": "NotFound",
    "405": "MethodNotAllowed",
    "409": "Conflict",
    "410": "Gone",
    "422": "UnprocessableEntity",
}
_RUNTIME = ".._runtime"


@frozen
class Argument:
    """One argument of a method."""

    name: str
    annotation: str
    default: str = ""
    doc: ir.SpecText | None = None

    def declare(self) -> str:
        """Return the argument as a signature has it."""
        return f"{self.name}: {self.annotation}" + (f" = {self.default}" if self.default else "")


@frozen
class Method:
    """One operation as a sync or async method."""

    operation: ir.Operation
    positional: tuple[Argument, ...]
    keywords: tuple[Argument, ...]
    path: tuple[str, ...]
    query: tuple[str, ...]
    body: str
    spread: tuple[str, ...]
    returns: str
    decode: str

    @property
    def constant(self) -> str:
        """The name of the module's `Operation` constant."""
        return f"_{self.operation.name.strip('_').upper()}"

    def head(self, prefix: str) -> str:
        """Return the header of the sync (no prefix) or async method."""
        returns = f"{prefix}Pager[{self.returns}]" if self.operation.paging else self.returns
        start = "async def" if prefix and not self.operation.paging else "def"
        return self._head(f"{start} {self.operation.name}", self._arguments(), returns, prefix)

    def wait_head(self, prefix: str) -> str:
        """Return the header of the method that polls."""
        name = self.operation.poll.method if self.operation.poll else ""
        extra = ["timeout: float = 900.0", f"on_progress: Callable[[{self.returns}], object] | None = None"]
        return self._head(
            f"{'async ' if prefix else ''}def {name}", self._arguments(*extra), self.returns, prefix
        )

    def upload_head(self, prefix: str) -> str:
        """Return the header of the method that puts a file to the URL which the operation tells."""
        name = self.operation.upload.method if self.operation.upload else ""
        arguments = self._arguments("on_progress: Progress | None = None", options="CallOptions")
        arguments.insert(1 + len(self.positional), "source: Source")
        return self._head(f"{'async ' if prefix else ''}def {name}", arguments, self.returns, prefix)

    @staticmethod
    def _head(start: str, arguments: list[str], returns: str, prefix: str) -> str:
        """Lay a header out; that of the async twin is kept short: the sync method is the one to read."""
        return layout.header(start, arguments, returns, indent=4, lines=99 if prefix else 3)

    def _arguments(self, *extra: str, options: str = "") -> list[str]:
        parts = ["self", *(argument.declare() for argument in self.positional)]
        if self.keywords or extra:
            parts += ["*", *(argument.declare() for argument in self.keywords), *extra]
        kind = options or ("PollOptions" if extra else "CallOptions")
        return [*parts, f"**options: Unpack[{kind}]"]

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
        arguments = (*self.positional, *self.keywords)
        if not any(argument.doc for argument in arguments):
            return []
        return [(argument.name, sentence(argument.doc) or _humanized(argument)) for argument in arguments]

    def call(self, *, awaited: bool = False) -> str:
        """Return the statements of the method's body."""
        function = "_pages" if self.operation.paging else "_call"
        before: list[str] = []
        if self.spread:
            values = [f"{name}={name}" for name in self.spread]
            before.append(layout.call(f"body = {self.body}", values, indent=8))
        body = "body" if self.spread else self.body
        return self._invoke(function, [], [body, "options"], before, awaited and not self.operation.paging)

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
        head = [self.constant, *first, _tuple(self.path)]
        whole = layout.call(start, [*head, _tuple(self.query), *last], indent=8)
        if "\n" in whole and self.query:
            before = [layout.assigned("query", list(self.query), indent=8), *before]
            whole = layout.call(start, [*head, "query", *last], indent=8)
        return "\n        ".join([*before, whole])


class MethodWriter:
    """Writes the methods of one resource module."""

    def __init__(self, api: ir.Api, sent: Annotator, results: ResultWriter) -> None:
        """Take the annotator of what is sent and the writer of what comes back."""
        self._models = {model.key: model for model in api.models}
        self._sent = sent
        self._results = results

    def write(self, operation: ir.Operation) -> Method:
        """Return the method of an operation."""
        path = _in_path_order(operation)
        rest = [*operation.located("query"), *operation.located("header"), *operation.located("cookie")]
        body, positional, spread = self._body(operation)
        keywords = [*(self._argument(item) for item in rest), *spread]
        return Method(
            operation=operation,
            positional=(*(self._argument(item) for item in path), *positional),
            keywords=tuple(sorted(keywords, key=lambda argument: bool(argument.default))),
            path=tuple(item.name for item in path),
            query=tuple(item.name for item in rest),
            body=body,
            spread=tuple(argument.name for argument in spread),
            returns=self._results.annotation(operation),
            decode=self._results.decoder(operation),
        )

    def _argument(self, parameter: ir.Parameter) -> Argument:
        annotation = self._sent.write(parameter.type)
        if parameter.required:
            return Argument(parameter.name, annotation, doc=parameter.doc)
        return Argument(parameter.name, with_member(annotation, "None"), "None", parameter.doc)

    def _body(self, operation: ir.Operation) -> tuple[str, list[Argument], list[Argument]]:
        """Return the expression of the body, and the positional and keyword arguments it is made of."""
        body = operation.body
        if body is None:
            return "None", [], []
        if body.spread:
            return self._spread(body)
        annotation = " | ".join(dict.fromkeys(self._sent.write(content.type) for content in body.contents))
        if body.required:
            return "body", [Argument("body", annotation, doc=body.doc)], []
        return "body", [Argument("body", with_member(annotation, "None"), "None", body.doc)], []

    def _spread(self, body: ir.Body) -> tuple[str, list[Argument], list[Argument]]:
        """The properties of the body are keyword arguments."""
        (key,) = ir.references(body.contents[0].type)
        model = self._models[key]
        sent = [field for field in model.fields if not field.read_only]
        return f"models.{model.name}", [], [self._field(field) for field in sent]

    def _field(self, field: ir.Field) -> Argument:
        annotation = self._sent.write(field.type)
        if field.required:
            default = literal(field.type.value) if isinstance(field.type, ir.Const) else ""
            return Argument(field.name, annotation, default, field.doc)
        self._sent.imports.name(f"{_RUNTIME}.unset", "UNSET")
        self._sent.imports.type(f"{_RUNTIME}.unset", "Unset")
        return Argument(field.name, with_member(annotation, "Unset"), "UNSET", field.doc)


def _humanized(argument: Argument) -> str:
    """Return what a name says by itself."""
    if argument.name == "body":
        return f"What is sent, a `{argument.annotation.removesuffix(' | None')}`."
    return argument.name.strip("_").replace("_", " ").capitalize() + "."


def _in_path_order(operation: ir.Operation) -> list[ir.Parameter]:
    """Order path parameters as the path has them, not as they are declared."""
    path = operation.path.text
    return sorted(operation.located("path"), key=lambda parameter: path.find("{" + parameter.wire.text + "}"))


def _tuple(names: tuple[str, ...]) -> str:
    return f"({', '.join(names)}{',' if len(names) == 1 else ''})"
