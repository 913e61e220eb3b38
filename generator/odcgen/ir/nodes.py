"""The nodes of the intermediate representation: what a client package is made of.

Everything is frozen plain data. `name` is always the Python name (empty until the naming stage has run),
`wire` the name in the document; `SpecText` marks what must be escaped before it is printed.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Literal

from attrs import frozen

from .signature import Role, Signature
from .text import SpecText
from .types import Type, references

Location = Literal["path", "query", "header", "cookie"]


class Direction(StrEnum):
    """Which way a model travels."""

    REQUEST = "request"
    RESPONSE = "response"
    BOTH = "both"


@frozen
class Field:
    """One property of a model."""

    wire: SpecText
    type: Type
    required: bool = False
    read_only: bool = False
    write_only: bool = False
    deprecated: bool = False
    doc: SpecText | None = None
    hint: str | None = None
    name: str = ""


@frozen
class Model:
    """An object with named properties; one generated class."""

    key: str
    wire: SpecText
    pointer: str
    fields: tuple[Field, ...]
    direction: Direction = Direction.RESPONSE
    additional: Type | None = None
    multipart: bool = False
    doc: SpecText | None = None
    hint: str | None = None
    name: str = ""

    @property
    def types(self) -> tuple[Type, ...]:
        """The types of its fields, and of its free keys if they have one."""
        free = () if self.additional is None else (self.additional,)
        return (*(field.type for field in self.fields), *free)


@frozen
class EnumMember:
    """One known value of an enum."""

    value: SpecText | int
    hint: str | None = None
    name: str = ""


@frozen
class Enum:
    """A set of known values; open, because a server may send a newer one."""

    key: str
    wire: SpecText
    pointer: str
    members: tuple[EnumMember, ...]
    doc: SpecText | None = None
    hint: str | None = None
    name: str = ""


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
    kind: Literal["json", "binary", "multipart", "form"]
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
    statuses: tuple[str, ...] = ()
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
    def received(self) -> Type | None:
        """The type of what an answer holds; of a page only an item, since its wrapper becomes a pager."""
        return self.paging.item if self.paging else self.result

    @property
    def types(self) -> tuple[Type, ...]:
        """The types of everything that is sent and received."""
        return self.sent if self.received is None else (*self.sent, self.received)

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


@frozen
class Resource:
    """The operations on one kind of thing; one generated module with a sync and an async class."""

    name: str
    class_name: str
    operations: tuple[Operation, ...]

    @property
    def signatures(self) -> tuple[Signature, ...]:
        """The signatures of all of its methods."""
        return tuple(signature for operation in self.operations for signature in operation.signatures)


@frozen
class RateLimit:
    """A documented budget: requests per minute for one method and path, or for the whole API (`*`)."""

    method: str
    path: SpecText
    per_minute: int


@frozen
class Api:
    """One document: one subpackage of the client."""

    name: str
    title: SpecText
    version: SpecText
    base_path: SpecText
    """The path below the portal, such as `/api/identity/v1`, or the absolute URL of a server elsewhere."""
    source: str
    digest: str
    operations: tuple[Operation, ...] = ()
    """All operations as adapted; the naming stage sorts them into `resources`."""
    resources: tuple[Resource, ...] = ()
    models: tuple[Model, ...] = ()
    enums: tuple[Enum, ...] = ()
    rate_limits: tuple[RateLimit, ...] = ()
    warnings: tuple[str, ...] = ()
    class_name: str = ""
    credentials: str = ""
    """The prefix of the environment variables with its own credentials; empty for those of the client."""

    def methods(self) -> Iterator[tuple[Resource, Operation, Signature]]:
        """Yield every public method with the resource and the operation that it belongs to."""
        for resource in self.resources:
            for operation in resource.operations:
                for signature in operation.signatures:
                    yield resource, operation, signature


@frozen
class Package:
    """The whole client."""

    name: str
    http: str = "httpx"
    apis: tuple[Api, ...] = ()

    @property
    def client(self) -> str:
        """The name of the client class: `odc_client` has an `OdcClient`, `shop` a `ShopClient`."""
        words = [word for word in self.name.split("_") if word]
        return "".join(word.capitalize() for word in words if word != "client" or len(words) == 1) + "Client"
