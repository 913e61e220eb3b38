"""Lowering: the document as openapi-python-client is given it, names replaced by tokens."""

from __future__ import annotations

from typing import Any

from attrs import define, field

from odcgen.documents.walk import OperationNode, resolve
from odcgen.kit.json_value import Json, as_array, as_object, is_object

from .contents import body_contents, success_schemas
from .shapes import component_key, is_constant, is_enum, is_named, union_members
from .tokens import Tokens, parameter_name, union_place

_KEPT = ("type", "format")


@define
class Lowering:
    """Turns a normalized document into the token document; `tokens` is the way back."""

    data: Json
    tokens: Tokens = field(factory=Tokens)

    def document(self, nodes: list[OperationNode]) -> Json:
        """Return the token document of these operations and the schemas that they reach."""
        paths = {f"/{index}": {node.method: self._operation(node)} for index, node in enumerate(nodes)}
        return {
            "openapi": "3.0.3",
            "info": {"title": "lowered", "version": "0"},
            "paths": paths,
            "components": {"schemas": self._reached()},
        }

    def _operation(self, node: OperationNode) -> Json:
        lowered: Json = {
            "parameters": [self._parameter(parameter) for parameter in as_array(node.data.get("parameters"))],
            "responses": {
                status: {"description": "", "content": {"application/json": {"schema": self.schema(schema)}}}
                for status, schema in success_schemas(node.data).items()
            },
        }
        if content := body_contents(node.data):
            lowered["requestBody"] = {
                "content": {kind: {"schema": self.schema(schema)} for kind, schema in content.items()}
            }
        return lowered

    def _parameter(self, parameter: Json) -> Json:
        """Lower a parameter as one of the query: the library knows fewer types in other places."""
        name = parameter_name(parameter["in"], parameter["name"])
        return {
            "name": self.tokens.name(name),
            "in": "query",
            "schema": self.schema(parameter.get("schema") or {}),
        }

    def _reached(self) -> Json:
        """Lower component after component until no new one is named."""
        lowered: Json = {}
        while len(lowered) < len(self.tokens.schemas):
            for key, token in list(self.tokens.schemas.items()):
                if token not in lowered:
                    lowered[token] = self._component(key)
        return lowered

    def _component(self, key: str) -> Json:
        schema = self.data["components"]["schemas"][key]
        if is_enum(schema):
            return {"type": "string", "enum": ["V"]}  # the members are joined back from the document
        lowered = self.schema(schema)
        if schema.get("properties") and "type" not in lowered:
            lowered["type"] = "object"
        return lowered

    def schema(self, schema: Any) -> Json:
        """Lower one schema: structure stays, names become tokens, notes and limits go."""
        if not is_object(schema):
            return {}
        if "$ref" in schema:
            return self._reference(schema["$ref"])
        if is_constant(schema):
            return {"const": "V"}  # the value is joined back from the document
        if not is_named(schema) and (members := union_members(schema)):
            return self._union(members)
        lowered: Json = {keyword: schema[keyword] for keyword in _KEPT if keyword in schema}
        if properties := as_object(schema.get("properties")):
            lowered["properties"] = {
                self.tokens.name(name): self.schema(child) for name, child in properties.items()
            }
        if required := as_array(schema.get("required")):
            lowered["required"] = [self.tokens.name(name) for name in required]
        if "items" in schema or schema.get("type") == "array":
            lowered["items"] = self.schema(schema.get("items"))
        additional = schema.get("additionalProperties")
        if is_object(additional):
            lowered["additionalProperties"] = self.schema(additional)
        elif isinstance(additional, bool):
            lowered["additionalProperties"] = additional
        if parts := as_array(schema.get("allOf")):
            lowered["allOf"] = [self.schema(part) for part in parts]
        return lowered

    def _union(self, members: list[Any]) -> Json:
        """Lower a union as an object with a property for each member.

        The library flattens a union and drops members that look alike to it; here each keeps its place.
        """
        places = {union_place(index): self.schema(member) for index, member in enumerate(members)}
        return {"type": "object", "properties": places}

    def _reference(self, ref: str) -> Json:
        """Name the component at the end of the aliases; what is neither object nor enum is put in place."""
        key = component_key(self.data, ref)
        if key is None:
            return self.schema(resolve(self.data, {"$ref": ref}))
        target = self.data["components"]["schemas"][key]
        if is_named(target):
            return {"$ref": f"#/components/schemas/{self.tokens.schema(key)}"}
        if key in self._open:
            return {}  # a value that contains itself without an object between: any JSON
        self._open.append(key)
        lowered = self.schema(target)
        self._open.remove(key)
        return lowered

    _open: list[str] = field(factory=list[str], init=False)
