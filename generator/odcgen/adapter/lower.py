"""Lowering: the document as openapi-python-client is given it, names replaced by tokens."""

from __future__ import annotations

from typing import Any

from attrs import define, field

from odcgen.normalize.walk import OperationNode, resolve

Json = dict[str, Any]
_KEPT = ("type", "format")
_LISTS = ("allOf", "anyOf", "oneOf", "prefixItems")


@define
class Tokens:
    """Two-way tables between the document's names and the tokens that stand for them."""

    names: dict[str, str] = field(factory=dict)
    schemas: dict[str, str] = field(factory=dict)
    wires: dict[str, str] = field(factory=dict)
    keys: dict[str, str] = field(factory=dict)

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
            "parameters": [self._parameter(parameter) for parameter in node.data.get("parameters") or ()],
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
        if not isinstance(schema, dict):
            return {}
        if "$ref" in schema:
            return self._reference(schema["$ref"])
        lowered: Json = {keyword: schema[keyword] for keyword in _KEPT if keyword in schema}
        if properties := schema.get("properties"):
            lowered["properties"] = {
                self.tokens.name(name): self.schema(child) for name, child in properties.items()
            }
        if required := schema.get("required"):
            lowered["required"] = [self.tokens.name(name) for name in required]
        if "items" in schema or schema.get("type") == "array":
            lowered["items"] = self.schema(schema.get("items"))
        if isinstance(additional := schema.get("additionalProperties"), dict | bool):
            lowered["additionalProperties"] = (
                self.schema(additional) if isinstance(additional, dict) else additional
            )
        for keyword in _LISTS:
            if members := schema.get(keyword):
                lowered[keyword] = [self.schema(member) for member in members]
        return lowered

    def _reference(self, ref: str) -> Json:
        """Name the component at the end of a chain of aliases; one that is neither object nor enum is put in place."""
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

    _open: list[str] = field(factory=list, init=False)


def component_key(data: Json, ref: str) -> str | None:
    """Return the name of the component schema that a reference ends at, or None for a place inside another one."""
    prefix = "#/components/schemas/"
    while ref.startswith(prefix) and "/" not in (tail := ref[len(prefix) :]):
        key = tail.replace("~1", "/").replace("~0", "~")
        target = data["components"]["schemas"][key]
        if not (isinstance(target, dict) and "$ref" in target):
            return key
        ref = target["$ref"]
    return None


def is_enum(schema: Any) -> bool:
    """Tell whether a schema is a list of strings or of integers; other lists of values are left as their type."""
    values = schema.get("enum") if isinstance(schema, dict) else None
    return bool(values) and ({type(value) for value in values} in ({str}, {int}))


def is_named(schema: Any) -> bool:
    """Tell whether a component becomes a class: an object with properties, a merge, or an enum."""
    if not isinstance(schema, dict):
        return False
    return is_enum(schema) or bool(schema.get("properties")) or bool(schema.get("allOf"))


def success_schemas(operation: Json) -> dict[str, Json]:
    """Return the JSON schemas of the answers that mean success, by status; `default` only where nothing else does."""
    responses = operation.get("responses") or {}
    statuses = [status for status in responses if status.startswith("2")]
    if not statuses and "default" in responses:
        statuses = ["default"]
    found = {}
    for status in statuses:
        for media_type, content in (responses[status].get("content") or {}).items():
            if is_json(media_type) and isinstance(content, dict):
                found[status] = content.get("schema") or {}
                break
    return found


def body_contents(operation: Json) -> dict[str, Json]:
    """Return the schemas of a request body by what the library calls their kind."""
    contents = {}
    for media_type, content in ((operation.get("requestBody") or {}).get("content") or {}).items():
        contents.setdefault(body_kind(media_type), content.get("schema") or {})
    return contents


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
