"""Generated methods as a template meets them: facts of the operation, and expressions of code."""

from __future__ import annotations

from collections.abc import Callable

from attrs import field, frozen

from odcgen import ir

from .codec import CodecWriter
from .docs import describe
from .escape import docstring
from .examples import Example, ExampleWriter
from .named import constant
from .signatures import SignatureView, SignatureWriter

# What a caller may handle at the call; 401, 403, 429 and 5xx can come from every operation.
STATUS_ERRORS = {
    "400": "BadRequest",
    "404": "NotFound",
    "405": "MethodNotAllowed",
    "409": "Conflict",
    "410": "Gone",
    "422": "UnprocessableEntity",
}


@frozen
class MethodView:
    """One operation as a sync or async method, with the methods beside it."""

    operation: ir.Operation
    signatures: tuple[SignatureView, ...]
    spread: str
    """The class of a body whose properties are arguments; empty where they are not."""
    fields: tuple[str, ...]
    """The arguments for its properties, in the order of the class."""
    decode: str
    """The function that reads the answer; empty where there is none to read."""
    _examples: ExampleWriter = field(alias="examples", eq=False, repr=False)
    security: ir.Alternatives | None = None
    """The schemes of which one combination is needed; None where the portal's credential or none is."""

    @property
    def name(self) -> str:
        """The name of the method."""
        return self.operation.name

    @property
    def constant(self) -> str:
        """The name of the module's `Operation` constant."""
        return constant(self.operation)

    @property
    def poll_constant(self) -> str:
        """The name of its `Poll` constant; no operation's own has two underscores in it."""
        return f"{self.constant}__POLL"

    @property
    def signature(self) -> SignatureView:
        """The signature of the method itself."""
        return self.signatures[0]

    @property
    def wait(self) -> SignatureView | None:
        """The signature of the method that polls, if there is one."""
        return self._beside("wait")

    @property
    def upload(self) -> SignatureView | None:
        """The signature of the method that puts a file to the URL which is told, if there is one."""
        return self._beside("upload")

    @property
    def example(self) -> Example:
        """A call with values for all arguments that it needs."""
        return self._examples.write(self.signature.node)

    @property
    def body(self) -> str:
        """What is sent: the argument or the local that holds it; a property may have its name."""
        if self.operation.body is None:
            return "None"
        return "_body" if "body" in self.fields else "body"

    @property
    def open(self) -> bool:
        """Whether what reads the answer cannot tell its type: it gives one of several."""
        result = self.operation.result
        return not self.operation.paging and result is not None and isinstance(ir.unwrap(result), ir.UnionOf)

    @property
    def path(self) -> ir.SpecText:
        """The path with what the styles `label` and `matrix` put before a value."""
        path = self.operation.path.text
        for parameter in self.operation.located("path"):
            before = {"label": ".", "matrix": f";{parameter.wire.text}="}.get(parameter.style or "", "")
            place = f"{{{parameter.wire.text}}}"
            path = path.replace(place, before + place)
        return ir.SpecText(path)

    @property
    def styled(self) -> tuple[ir.Parameter, ...]:
        """The query parameters that are not written the usual way, with their style and explode."""
        return tuple(
            parameter
            for parameter in self.operation.located("query")
            if (parameter.style or "form", parameter.explode in (None, True)) != ("form", True)
        )

    @property
    def media_types(self) -> tuple[ir.SpecText, ...]:
        """The media types of the body; none where JSON is the only one."""
        found = (
            [content.media_type for content in self.operation.body.contents] if self.operation.body else []
        )
        return () if [text.text for text in found] == ["application/json"] else tuple(found)

    @property
    def summary(self) -> str:
        """What the method does, as one escaped sentence."""
        return describe(self.operation)

    @property
    def permissions(self) -> tuple[str, ...]:
        """The permissions of which one is needed, escaped, those of one group together."""
        groups: dict[str, list[str]] = {}
        for permission in self.operation.permissions:
            group, _, name = permission.text.rpartition(" > ")
            groups.setdefault(group, []).append(name)
        return tuple(
            docstring(f"{group} > {', '.join(names)}" if group else ", ".join(names))
            for group, names in groups.items()
        )

    @property
    def raises(self) -> tuple[str, ...]:
        """The classes of the errors that a caller may handle."""
        return tuple(STATUS_ERRORS[code] for code in self.operation.statuses if code in STATUS_ERRORS)

    def _beside(self, role: ir.Role) -> SignatureView | None:
        return next((one for one in self.signatures if one.node.role == role), None)


class MethodWriter:
    """Writes the methods of one file."""

    def __init__(
        self,
        api: ir.Api,
        signatures: SignatureWriter,
        codec: CodecWriter,
        examples: ExampleWriter,
        used: Callable[[str], str],
    ) -> None:
        """Take the writers of signatures, decoders and examples, and what names a model in a statement."""
        self._models = {model.key: model for model in api.models}
        self._at_portal = api.portal
        self._signatures = signatures
        self._codec = codec
        self._examples = examples
        self._used = used

    def write(self, operation: ir.Operation) -> MethodView:
        """Return the method of an operation."""
        signature = operation.signature()
        spread, fields = self._spread(operation, signature)
        return MethodView(
            operation=operation,
            signatures=tuple(self._signatures.write(one) for one in operation.signatures),
            spread=spread,
            fields=fields,
            decode=self._decoder(signature),
            examples=self._examples,
            security=operation.security if operation.secured and not self._at_portal else None,
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
        if isinstance(result, ir.Scalar | ir.UnionOf):
            return self._codec.function(result)
        if isinstance(result, ir.Nullable):
            return f"lambda data: None if data is None else {self._codec.of(result.inner, 'data')}"
        return f"lambda data: {self._codec.of(result, 'data')}"
