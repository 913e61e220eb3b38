"""The nodes of the intermediate representation: what a client package is made of.

Everything is frozen plain data. `name` is always the Python name (empty until the naming stage has run),
`wire` the name in the document; `SpecText` marks what must be escaped before it is printed.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from attrs import frozen

from .operation import Operation
from .security import SecurityScheme
from .signature import Signature
from .text import SpecText
from .types import Type


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
    """The prefix that odcgen.toml gives to the environment variables with its own credentials."""
    portal: bool = True
    """Whether it gets the credentials of ODC's portal; any other API gets what its own schemes say."""
    schemes: tuple[SecurityScheme, ...] = ()

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
    asynchronous: bool = True
    """Whether it has the twins that are awaited."""

    @property
    def prefixes(self) -> tuple[str, ...]:
        """What the names of its classes begin with: nothing, and `Async` for the twins."""
        return ("", "Async") if self.asynchronous else ("",)

    @property
    def client(self) -> str:
        """The name of the client class: `odc_client` has an `OdcClient`, `shop` a `ShopClient`."""
        words = [word for word in self.name.split("_") if word]
        return "".join(word.capitalize() for word in words if word != "client" or len(words) == 1) + "Client"
