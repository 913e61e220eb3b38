"""From the plain data of a normalized document to the objects of the document model."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from odcgen.documents.document import Document
from odcgen.documents.pointer import join
from odcgen.documents.walk import HEIRS, OperationNode, component_schemas, lookup, segments
from odcgen.errors import DocumentError
from odcgen.kit.json_value import Json, as_object, is_array, is_object

from .library import AnySchema, Operation, Reference, Schema

_Read = TypeVar("_Read", bound=BaseModel)

_UNREAD = frozenset(("callbacks", "externalDocs", "security", "servers"))
"""What no method is made of: callbacks are made by the server, and security was resolved before."""


class Reader:
    """Reads what operations are made of, each piece when it is asked for and once.

    What no operation reaches is never read, so that nothing odd in it stands in the way.
    """

    def __init__(self, document: Document, data: Json) -> None:
        """Bind to a document and its normalized data."""
        self._document = document
        self._data = data
        self._schemas: dict[str, AnySchema] = {}

    @property
    def keys(self) -> list[str]:
        """The names of all component schemas, in the order of the document."""
        return list(component_schemas(self._data))

    def operation(self, node: OperationNode) -> Operation:
        """Return the operation that stands at a node."""
        data = {keyword: value for keyword, value in node.data.items() if keyword not in _UNREAD}
        return self._read(Operation, data, node.pointer)

    def component(self, key: str) -> Schema:
        """Return the schema of a component that is no alias of another one."""
        return self.resolve(self._place(f"#{join('/components/schemas', key)}"))

    def resolve(self, schema: AnySchema) -> Schema:
        """Follow references to the schema that they name; the validation has refused loops."""
        while isinstance(schema, Reference):
            schema = self.target(schema)
        if schema.allOf:
            message = (
                'An "allOf" reached the adapter, although normalizing merges them; this is a bug of odcgen'
            )
            raise DocumentError(message, file=self._document.path)
        return schema

    def target(self, reference: Reference) -> AnySchema:
        """Return what a reference names, which may be another one."""
        return self._place(reference.ref.get_untrusted_value())

    def heirs(self, key: str) -> Json | None:
        """Return the discriminator of a component that others extend, with their names under `heirs`."""
        return as_object(self._data.get(HEIRS)).get(key)

    def key_of(self, ref: str) -> str | None:
        """Return the name of the component that a reference ends at, or None for a place inside one."""
        while isinstance(target := self._place(ref), Reference):
            ref = target.ref.get_untrusted_value()
        names = segments(ref)
        return names[2] if names[:2] == ["components", "schemas"] and len(names) == 3 else None

    def _place(self, ref: str) -> AnySchema:
        if ref not in self._schemas:
            data, pointer = lookup(self._data, ref), join("", *segments(ref))
            kind: type[Reference] | type[Schema] = Reference if "$ref" in data else Schema
            self._schemas[ref] = self._read(kind, data, pointer)
        return self._schemas[ref]

    def _read(self, kind: type[_Read], data: Json, pointer: str) -> _Read:
        try:
            return kind.model_validate(data)
        except ValidationError as error:
            raise self._unreadable(error, data, pointer) from None

    def _unreadable(self, error: ValidationError, data: Json, pointer: str) -> DocumentError:
        """Return the first complaint of the model in our words: where it is, and what is wrong."""
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        if first["type"] == "recursion_loop":
            return DocumentError("The document is nested too deeply", file=self._document.path)
        at = join(pointer, *_way(data, first["loc"]))
        message = f"openapi-python-client cannot read this: {first['msg'][:1].lower()}{first['msg'][1:]}"
        return DocumentError(message, file=self._document.path, pointer=at, line=self._document.line(at))


def _way(data: Any, names: tuple[str | int, ...]) -> list[str | int]:
    """Return the names on the way to what is wrong; the model mixes the names of its own choices in."""
    way: list[str | int] = []
    for name in names:
        if is_object(data) and name in data:
            data = data[str(name)]
        elif is_array(data) and isinstance(name, int) and name < len(data):
            data = data[name]
        else:
            continue
        way.append(name)
    return way
