"""One method of one path: its parameters, body and answer, and what is known of how it is used."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from .security import Alternatives
from .signature import Role, Signature
from .text import SpecText
from .types import Type

Location = Literal["path", "query", "header", "cookie"]


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
class Paging:
    """Where a paged answer keeps its items and how the next page is asked for."""

    items: SpecText
    item: Type
    page: SpecText | None = None
    limit: SpecText | None = None
    offset: SpecText | None = None
    in_body: bool = False


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
    binary: bool = False
    paging: Paging | None = None
    poll: Poll | None = None
    upload: Upload | None = None
    permissions: tuple[SpecText, ...] = ()
    deprecated: bool = False
    removal: SpecText | None = None
    secured: bool = True
    """Whether a credential is attached."""
    security: Alternatives | None = None
    """What the document asks for, of which one is enough; None where it says nothing."""
    server: SpecText | None = None
    """Where it is, as `Api.base_path` tells it, if not where the others are."""
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
    def types(self) -> tuple[Type, ...]:
        """The types of everything that is sent and received."""
        return self.sent if self.answer is None else (*self.sent, self.answer)

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
