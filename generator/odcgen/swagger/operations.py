"""Path items and operations: parameters, the request body, responses."""

from __future__ import annotations

from typing import Any

from odcgen.documents.document import Document
from odcgen.documents.pointer import escape
from odcgen.documents.walk import METHODS
from odcgen.errors import DocumentError
from odcgen.kit.json_value import Json, as_array, as_object, count_values, is_object

from .bodies import form_body, json_body
from .parameters import parameter
from .schemas import inline_schema, reference, schema

_METHODS = frozenset(METHODS) - {"trace"}  # OpenAPI 3 has it first
_REPLACED = ("parameters", "responses", "consumes", "produces", "schemes")


class Converter:
    """Converts the operations of one document; `notes` gathers what OpenAPI cannot say."""

    def __init__(self, data: Json, document: Document) -> None:
        self.notes: list[str] = []
        self._data = data
        self._document = document

    def path_item(self, path: str, item: Json) -> Json:
        """Return a path item; the parameters of all its operations become those of each."""
        shared = [self._resolved(entry) for entry in as_array(item.get("parameters"))]
        return {
            name: self._operation(f"/paths/{escape(path)}/{name}", value, shared)
            if name in _METHODS and is_object(value)
            else value
            for name, value in item.items()
            if name != "parameters"
        }

    def _operation(self, pointer: str, operation: Json, shared: list[Any]) -> Json:
        own = [self._resolved(entry) for entry in as_array(operation.get("parameters"))]
        named = {_identity(entry) for entry in own}
        entries = [*(entry for entry in shared if _identity(entry) not in named), *own]
        self._pay(entries, pointer)
        result = {name: value for name, value in operation.items() if name not in _REPLACED}
        if plain := [entry for entry in entries if as_object(entry).get("in") not in ("body", "formData")]:
            result["parameters"] = [parameter(entry, pointer, self.notes) for entry in plain]
        if body := self._body(pointer, operation, entries):
            result["requestBody"] = body
        produces = as_array(operation.get("produces", self._data.get("produces")))
        responses = as_object(operation.get("responses"))
        result["responses"] = {
            status: self.response(value, produces, pointer) for status, value in responses.items()
        }
        return result

    def _body(self, pointer: str, operation: Json, entries: list[Any]) -> Json | None:
        consumes = as_array(operation.get("consumes", self._data.get("consumes")))
        bodies = [entry for entry in entries if as_object(entry).get("in") == "body"]
        form = [entry for entry in entries if as_object(entry).get("in") == "formData"]
        if len(bodies) + bool(form) > 1:
            raise DocumentError(
                "The operation has more than one body",
                file=self._document.path,
                pointer=pointer,
                line=self._document.line(pointer),
            )
        if bodies:
            return json_body(bodies[0], consumes)
        return form_body(form, consumes, pointer, self.notes) if form else None

    def response(self, value: Any, produces: list[Any], pointer: str = "/responses") -> Any:
        """Return a response with its content in each media type that is produced."""
        if not is_object(value):
            return value
        if "$ref" in value:
            return {"$ref": reference(value["$ref"])}
        result: Json = {"description": value.get("description", "")}
        result |= {name: value[name] for name in value if name.startswith("x-")}
        if headers := as_object(value.get("headers")):
            result["headers"] = {name: _header(header) for name, header in headers.items()}
        if "schema" in value:
            is_file = as_object(value["schema"]).get("type") == "file"
            types = produces or ["application/octet-stream" if is_file else "application/json"]
            self._pay(value["schema"], pointer, times=len(types))
            examples = as_object(value.get("examples"))
            result["content"] = {
                str(name): {"schema": schema(value["schema"])}
                | ({"example": examples[name]} if name in examples else {})
                for name in types
            }
        return result

    def _pay(self, value: Any, pointer: str, times: int = 1) -> None:
        """Take what is about to be written out once or several times of the document's budget."""
        values, characters = count_values(value)
        self._document.budget.spend("values", times * values, pointer)
        self._document.budget.spend("characters", times * characters, pointer)

    def _resolved(self, entry: Any) -> Any:
        """Return a parameter, or what it refers to; a reference that leads nowhere is left as it is."""
        ref = as_object(entry).get("$ref")
        if isinstance(ref, str) and ref.startswith("#/parameters/"):
            name = ref.removeprefix("#/parameters/").replace("~1", "/").replace("~0", "~")
            return as_object(self._data.get("parameters")).get(name, entry)
        return entry


def _identity(entry: Any) -> tuple[str, str]:
    """Return what tells a parameter from the others; there is only one body, whatever its name."""
    place = str(as_object(entry).get("in"))
    return place, "" if place == "body" else str(as_object(entry).get("name"))


def _header(header: Any) -> Any:
    if not is_object(header):
        return header
    result: Json = {"schema": inline_schema(header, besides=("description",))}
    return {"description": header["description"]} | result if "description" in header else result
