"""Lowering: the document as openapi-python-client is given it, names replaced by tokens."""

from __future__ import annotations

import re
from typing import Any

from attrs import define, field

from odcgen.jsonvalue import Json, as_array, as_object, is_object
from odcgen.normalize.walk import OperationNode, component_schemas, resolve, segments

_KEPT = ("type", "format")
_TOKEN = re.compile(r"\b[nS][0-9]+\b")


@define
class Tokens:
    """Two-way tables between the document's names and the tokens that stand for them."""

    names: dict[str, str] = field(factory=dict[str, str])
    schemas: dict[str, str] = field(factory=dict[str, str])
    wires: dict[str, str] = field(factory=dict[str, str])
    keys: dict[str, str] = field(factory=dict[str, str])

    def name(self, wire: str) -> str:
        """Return the token of a property or parameter name."""
        token = self.names.setdefault(wire, f"n{len(self.names)}")
        self.wires[token] = wire
        return token

    def schema(self, key: str) -> str:
        """Return the token of a component schema; it is already what the library makes of a class name."""
        token = self.schemas.setdefault(key, f"S{len(self.schemas)}")
        self.keys[token] = key
        return token

    def readable(self, text: str) -> str:
        """Return a message of the library with the document's names in place of the tokens."""
        known = self.wires | self.keys
        return _TOKEN.sub(lambda found: known.get(found[0], found[0]), " ".join(text.split()))


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


def component_key(data: Json, ref: str) -> str | None:
    """Return the name of the component schema that a reference ends at, or None for a place inside one."""
    while (names := segments(ref))[:2] == ["components", "schemas"] and len(names) == 3:
        target = component_schemas(data)[names[2]]
        if not (is_object(target) and isinstance(target.get("$ref"), str)):
            return names[2]
        ref = target["$ref"]
    return None


def union_members(schema: Json) -> list[Any]:
    """Return the schemas of which a value fits one."""
    return [*as_array(schema.get("anyOf")), *as_array(schema.get("oneOf"))]


def union_place(index: int) -> str:
    """Return the name of the property that stands for a member of a union."""
    return f"u{index}"


def is_enum(schema: Any) -> bool:
    """Tell whether a schema lists strings or integers; other lists of values are left as their type."""
    values = as_array(as_object(schema).get("enum"))
    kinds: set[Any] = {type(value) for value in values}
    return kinds in ({str}, {int})


def is_constant(schema: Json) -> bool:
    """Tell whether a schema allows one value only, of a type that Python's `Literal` has."""
    return type(schema.get("const")) in (str, int, bool)


def is_named(schema: Any) -> bool:
    """Tell whether a component becomes a class: an object with properties, a merge, or an enum."""
    if not is_object(schema):
        return False
    return is_enum(schema) or bool(schema.get("properties")) or bool(schema.get("allOf"))


def success_schemas(operation: Json) -> dict[str, Json]:
    """Return the JSON schema of each answer that means success, by status; `default` counts if alone."""
    responses = as_object(operation.get("responses"))
    statuses = [status for status in responses if status.startswith("2")]
    if not statuses and "default" in responses:
        statuses = ["default"]
    found: dict[str, Json] = {}
    for status in statuses:
        for media_type, content in as_object(responses[status].get("content")).items():
            if is_json(media_type) and is_object(content):
                found[status] = as_object(content.get("schema"))
                break
    return found


def body_contents(operation: Json) -> dict[str, Json]:
    """Return the schemas of a request body by what the library calls their kind."""
    contents: dict[str, Json] = {}
    for media_type, content in declared_contents(operation).items():
        contents.setdefault(body_kind(media_type), as_object(as_object(content).get("schema")))
    return contents


def declared_contents(operation: Json) -> Json:
    """Return the media types of a request body."""
    return as_object(as_object(operation.get("requestBody")).get("content"))


def body_kind(media_type: str) -> str:
    """Return the media type that stands for all that are sent in the same way."""
    essence = media_type.split(";")[0].strip().lower()
    if is_json(essence):
        return "application/json"
    if essence in ("multipart/form-data", "application/x-www-form-urlencoded"):
        return essence
    return "application/octet-stream"


def is_json(media_type: str) -> bool:
    """Tell whether a media type is JSON (RFC 6839)."""
    essence = media_type.split(";")[0].strip().lower()
    return essence in ("application/json", "text/json", "*/*", "application/*") or essence.endswith("+json")


def parameter_name(location: str, wire: str) -> str:
    """Return the name under which a parameter is lowered: two places may share a name."""
    return f"{location} {wire}"
