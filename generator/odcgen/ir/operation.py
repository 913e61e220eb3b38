"""One method of one path: its parameters, body and answer, and what is known of how it is used."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from .signature import Role, Signature
from .text import SpecText
from .types import Type

Location = Literal["path", "query", "header", "cookie"]

PagingStyle = Literal["told", "count", "number", "link"]
"""What asks for the next page: what the answer tells, the items so far, the next number, or a URL."""

AnswerKind = Literal["none", "json", "text", "bytes", "events", "lines"]
"""How an answer is read: not at all, as a whole, or in pieces one after the other."""


@frozen
class Parameter:
    """One parameter of an operation."""

    wire: SpecText
    location: Location
    type: Type
    required: bool = False
    style: str | None = None
    explode: bool | None = None
    deprecated: bool = False
    doc: SpecText | None = None
    hint: str | None = None
    name: str = ""


@frozen
class BodyContent:
    """One media type in which a request body can be sent."""

    media_type: SpecText
    kind: Literal["json", "binary", "multipart", "form", "text"]
    type: Type


@frozen
class Body:
    """The request body of an operation."""

    contents: tuple[BodyContent, ...]
    required: bool
    doc: SpecText | None = None
    spread: bool = False
    """Whether the method takes the body's properties as keyword arguments instead of a model."""


@frozen
class Answer:
    """One form in which an operation answers: with a status, and in a media type if there is content."""

    status: str
    """`200`, `2XX` or `default`."""
    media_type: SpecText | None = None
    kind: AnswerKind = "none"
    type: Type | None = None
    """What it is read as."""


@frozen
class Paging:
    """Where a paged answer keeps its items and how the next page is asked for.

    Places in an answer are names with dots between them (`meta.next_cursor`); an empty one is the answer.
    """

    items: SpecText
    item: Type
    page: SpecText | None = None
    """The property that tells of the page as ODC does."""
    limit: SpecText | None = None
    offset: SpecText | None = None
    """What asks for a page: an offset, a number or a cursor."""
    in_body: bool = False
    style: PagingStyle = "told"
    follow: SpecText | None = None
    """Where the answer tells what to ask for next, if not where ODC does."""
    total: SpecText | None = None
    more: SpecText | None = None
    pages: SpecText | None = None
    first: int = 1
    """The number of the first page."""


@frozen
class Poll:
    """How a long operation is waited for: terminal states as data."""

    method: str
    status: SpecText
    done: tuple[SpecText, ...]
    failed: tuple[SpecText, ...] = ()
    pause: tuple[SpecText, ...] = ()
    missing_ok: bool = False
    messages: SpecText | None = None
    """Where below the operation's path its messages are."""


@frozen
class Upload:
    """A file is put to the pre-signed URL that an operation's answer tells."""

    method: str
    url: SpecText
    """The property of the answer that holds the URL."""


@frozen
class Operation:
    """One method of one path."""

    method: str
    path: SpecText
    pointer: str
    parameters: tuple[Parameter, ...] = ()
    body: Body | None = None
    result: Type | None = None
    """What a call gives back, whichever of its answers comes; None for nothing."""
    binary: bool = False
    answers: tuple[Answer, ...] = ()
    """The answers of success, if they are not all read alike."""
    errors: tuple[Answer, ...] = ()
    """The answers of failure whose schema says more than an error's class does by itself."""
    paging: Paging | None = None
    poll: Poll | None = None
    upload: Upload | None = None
    permissions: tuple[SpecText, ...] = ()
    deprecated: bool = False
    removal: SpecText | None = None
    secured: bool = True
    statuses: tuple[str, ...] = ()
    """All that are declared, those of success, ranges and `default` among them, in the document's order."""
    summary: SpecText | None = None
    operation_id: SpecText | None = None
    tag: SpecText | None = None
    hint: str | None = None
    resource: str = ""
    name: str = ""
    signatures: tuple[Signature, ...] = ()
    """Its own method's, then those of the methods beside it; the naming stage makes them."""

    @property
    def answer(self) -> Type | None:
        """The type of the answer, or of one item where it is paged."""
        return self.paging.item if self.paging else self.result

    @property
    def path_parameters(self) -> tuple[Parameter, ...]:
        """The path parameters as the path has them, not as they are declared."""
        path = self.path.text
        return tuple(sorted(self.located("path"), key=lambda one: path.find(f"{{{one.wire.text}}}")))

    @property
    def other_parameters(self) -> tuple[Parameter, ...]:
        """The parameters outside the path, in the order in which the runtime is given their values."""
        return (*self.located("query"), *self.located("header"), *self.located("cookie"))

    @property
    def sent(self) -> tuple[Type, ...]:
        """The types of what a call sends: its parameters and bodies."""
        contents = self.body.contents if self.body else ()
        return (*(parameter.type for parameter in self.parameters), *(content.type for content in contents))

    @property
    def received(self) -> tuple[Type, ...]:
        """The types of what comes back: of the answer, and of its errors."""
        found = (self.answer, *(error.type for error in self.errors))
        return tuple(type_ for type_ in found if type_ is not None)

    @property
    def types(self) -> tuple[Type, ...]:
        """The types of everything that is sent and received."""
        return (*self.sent, *self.received)

    @property
    def streams(self) -> bool:
        """Whether an answer can come piece by piece."""
        return any(answer.kind in ("events", "lines") for answer in self.answers)

    def located(self, location: Location) -> tuple[Parameter, ...]:
        """Return the parameters of one location, in order."""
        return tuple(parameter for parameter in self.parameters if parameter.location == location)

    def signature(self, role: Role = "call") -> Signature:
        """Return the signature of its method, or of one beside it.

        Raises:
            LookupError: if it has no such method.
        """
        for signature in self.signatures:
            if signature.role == role:
                return signature
        raise LookupError(f"{self.name} has no method to {role}")
