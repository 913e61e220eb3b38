"""Path items and operations: parameters, the request body, responses."""

from __future__ import annotations

from typing import Any, NamedTuple

from odcgen.documents.document import Document
from odcgen.documents.pointer import escape
from odcgen.documents.walk import METHODS
from odcgen.errors import DocumentError
from odcgen.kit.json_value import Json, as_array, as_object, is_object

from .bodies import form_body, json_body
from .parameters import Note, parameter
from .schemas import inline_schema, reference, schema

_METHODS = frozenset(METHODS) - {"trace"}  # OpenAPI 3 has it first
_REPLACED = ("parameters", "responses", "consumes", "produces", "schemes")


class _Entry(NamedTuple):
    """A parameter, and where it stands."""

    value: Any
    pointer: str

    @property
    def place(self) -> object:
        """Where it is sent."""
        return as_object(self.value).get("in")


class Converter:
    """Converts the operations of one document; `notes` gathers what OpenAPI cannot say.

    `origins` says of each place that moved where it was.
    """

    def __init__(self, data: Json, document: Document) -> None:
        self.notes: list[Note] = []
        self.origins: dict[str, str] = {}
        self._data = data
        self._document = document

    def path_item(self, path: str, item: Json) -> Json:
        """Return a path item; the parameters of all its operations become those of each."""
        pointer = f"/paths/{escape(path)}"
        shared = self._entries(item, pointer)
        return {
            name: self._operation(f"{pointer}/{name}", value, shared)
            if name in _METHODS and is_object(value)
            else value
            for name, value in item.items()
            if name != "parameters"
        }

    def _operation(self, pointer: str, operation: Json, shared: list[_Entry]) -> Json:
        own = self._entries(operation, pointer)
        named = {_identity(entry.value) for entry in own}
        entries = [*(entry for entry in shared if _identity(entry.value) not in named), *own]
        result = {name: value for name, value in operation.items() if name not in _REPLACED}
        if plain := [entry for entry in entries if entry.place not in ("body", "formData")]:
            result["parameters"] = [parameter(entry.value, entry.pointer, self.notes) for entry in plain]
            for index, entry in enumerate(plain):
                self._moved(f"{pointer}/parameters/{index}", entry.pointer, "/schema")
        if body := self._body(pointer, operation, entries):
            result["requestBody"] = body
        produces = as_array(operation.get("produces", self._data.get("produces")))
        responses = as_object(operation.get("responses"))
        result["responses"] = {
            status: self.response(value, produces, f"{pointer}/responses/{escape(status)}")
            for status, value in responses.items()
        }
        return result

    def _body(self, pointer: str, operation: Json, entries: list[_Entry]) -> Json | None:
        consumes = as_array(operation.get("consumes", self._data.get("consumes")))
        bodies = [entry for entry in entries if entry.place == "body"]
        form = [entry for entry in entries if entry.place == "formData"]
        if len(bodies) + bool(form) > 1:
            raise DocumentError("The operation has more than one body", **self._document.place(pointer))
        new = f"{pointer}/requestBody"
        if bodies:
            body = json_body(bodies[0].value, consumes)
            self.origins[new] = bodies[0].pointer
            for name in body["content"]:
                self.origins[f"{new}/content/{escape(name)}/schema"] = f"{bodies[0].pointer}/schema"
            return body
        if not form:
            return None
        pointers = [entry.pointer for entry in form]
        body = form_body([entry.value for entry in form], consumes, pointers, self.notes)
        self.origins[new] = form[0].pointer
        for name in body["content"]:
            for entry in form:
                place = (
                    f"{new}/content/{escape(name)}/schema/properties/{escape(str(entry.value.get('name')))}"
                )
                self.origins[place] = entry.pointer
        return body

    def response(self, value: Any, produces: list[Any], pointer: str) -> Any:
        """Return a response with its content in each media type that is produced."""
        if not is_object(value):
            return value
        if "$ref" in value:
            return {"$ref": reference(value["$ref"])}
        old = pointer.removeprefix("/components")
        result: Json = {"description": value.get("description", "")}
        result |= {name: value[name] for name in value if name.startswith("x-")}
        if headers := as_object(value.get("headers")):
            result["headers"] = {name: _header(header) for name, header in headers.items()}
            for name in headers:
                self._moved(f"{pointer}/headers/{escape(name)}", f"{old}/headers/{escape(name)}", "/schema")
        if "schema" in value:
            is_file = as_object(value["schema"]).get("type") == "file"
            types = produces or ["application/octet-stream" if is_file else "application/json"]
            examples = as_object(value.get("examples"))
            result["content"] = {
                str(name): {"schema": schema(value["schema"])}
                | ({"example": examples[name]} if name in examples else {})
                for name in types
            }
            for name in types:
                self.origins[f"{pointer}/content/{escape(str(name))}/schema"] = f"{old}/schema"
        return result

    def _moved(self, new: str, old: str, inside: str) -> None:
        """Note where a place was, with what was written in it and has a place of its own now."""
        self.origins[new] = self.origins[new + inside] = old

    def _entries(self, holder: Json, pointer: str) -> list[_Entry]:
        """Return the parameters of an operation or a path item with their places."""
        found = enumerate(as_array(holder.get("parameters")))
        return [self._resolved(entry, f"{pointer}/parameters/{index}") for index, entry in found]

    def _resolved(self, entry: Any, pointer: str) -> _Entry:
        """Return a parameter, or what it refers to; a reference that leads nowhere is left as it is."""
        ref = as_object(entry).get("$ref")
        if isinstance(ref, str) and ref.startswith("#/parameters/"):
            name = ref.removeprefix("#/parameters/").replace("~1", "/").replace("~0", "~")
            shared = as_object(self._data.get("parameters"))
            if name in shared:
                return _Entry(shared[name], ref[1:])
        return _Entry(entry, pointer)


def _identity(entry: Any) -> tuple[str, str]:
    """Return what tells a parameter from the others; there is only one body, whatever its name."""
    place = str(as_object(entry).get("in"))
    return place, "" if place == "body" else str(as_object(entry).get("name"))


def _header(header: Any) -> Any:
    if not is_object(header):
        return header
    result: Json = {"schema": inline_schema(header, besides=("description",))}
    return {"description": header["description"]} | result if "description" in header else result
