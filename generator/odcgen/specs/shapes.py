"""Which fields of which OpenAPI object are interface facts.

A shape lists an object's fields in the order in which they are written; `"*"` stands for every other name
that is not an extension. Each field says what stands there: `fact` (kept as it is), the name of a shape,
`[shape]` (a list) or `{shape}` (a map). Whatever is not listed is prose, an example, or unknown, and no fact;
the list of tags, which only orders a page of documentation, is none either.
"""

from __future__ import annotations

from typing import Final

PROSE: Final = ("title", "summary", "description", "example", "examples", "externalDocs")

# documents.walk.METHODS in the order that records have them in.
_HTTP_METHODS = ("get", "post", "put", "patch", "delete", "head", "options", "trace")

_SERIALIZATION = {
    "required": "fact",
    "deprecated": "fact",
    "allowEmptyValue": "fact",
    "style": "fact",
    "explode": "fact",
    "allowReserved": "fact",
    "schema": "schema",
    "content": "{media type}",
}

# fmt: off
_SCHEMA_FACTS = (
    "$ref", "$schema", "$id", "$anchor", "$dynamicRef", "$dynamicAnchor", "type", "format", "nullable",
    "enum", "const", "default", "readOnly", "writeOnly", "deprecated", "pattern", "minLength", "maxLength",
    "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minItems", "maxItems",
    "uniqueItems", "minContains", "maxContains", "minProperties", "maxProperties", "dependentRequired",
    "contentEncoding", "contentMediaType", "xml",
)
# fmt: on

_SCHEMA: dict[str, str] = dict.fromkeys(_SCHEMA_FACTS, "fact") | {
    "required": "names",
    "properties": "{schema}",
    "patternProperties": "{schema}",
    "additionalProperties": "schema",
    "unevaluatedProperties": "schema",
    "propertyNames": "schema",
    "dependentSchemas": "{schema}",
    "items": "schema",
    "prefixItems": "[schema]",
    "contains": "schema",
    "unevaluatedItems": "schema",
    "contentSchema": "schema",
    "allOf": "[schema]",
    "oneOf": "[schema]",
    "anyOf": "[schema]",
    "not": "schema",
    "if": "schema",
    "then": "schema",
    "else": "schema",
    "discriminator": "discriminator",
    "$defs": "{schema}",
}

_FLOW = {"authorizationUrl": "fact", "tokenUrl": "fact", "refreshUrl": "fact", "scopes": "{scope}"}

_PARTS: dict[str, dict[str, str]] = {
    "document": {
        "openapi": "openapi version",
        "jsonSchemaDialect": "fact",
        "info": "info",
        "servers": "[server]",
        "security": "fact",
        "paths": "paths",
        "webhooks": "{path}",
        "components": "components",
    },
    "info": {"title": "fact", "version": "fact"},
    "server": {"url": "fact", "variables": "{server variable}"},
    "server variable": {"default": "fact", "enum": "fact"},
    "paths": {"*": "path"},
    "path": {
        "servers": "[server]",
        "parameters": "[parameter]",
        **dict.fromkeys(_HTTP_METHODS, "operation"),
    },
    "operation": {
        "operationId": "fact",
        "tags": "fact",
        "deprecated": "fact",
        "security": "fact",
        "servers": "[server]",
        "parameters": "[parameter]",
        "requestBody": "request body",
        "responses": "responses",
        "callbacks": "{callback}",
    },
    "parameter": {"name": "fact", "in": "fact", **_SERIALIZATION},
    "header": _SERIALIZATION,
    "request body": {"required": "fact", "content": "{media type}"},
    "responses": {"*": "response"},
    "response": {"headers": "{header}", "content": "{media type}", "links": "{link}"},
    "media type": {"schema": "schema", "encoding": "{encoding}"},
    "encoding": {
        "contentType": "fact",
        "headers": "{header}",
        "style": "fact",
        "explode": "fact",
        "allowReserved": "fact",
    },
    "callback": {"*": "path"},
    "link": {
        "operationRef": "fact",
        "operationId": "fact",
        "parameters": "fact",
        "requestBody": "fact",
        "server": "server",
    },
    "components": {
        "securitySchemes": "{security scheme}",
        "parameters": "{parameter}",
        "headers": "{header}",
        "requestBodies": "{request body}",
        "responses": "{response}",
        "links": "{link}",
        "callbacks": "{callback}",
        "pathItems": "{path}",
        "schemas": "{schema}",
    },
    "security scheme": {
        "type": "fact",
        "scheme": "fact",
        "bearerFormat": "fact",
        "in": "fact",
        "name": "fact",
        "openIdConnectUrl": "fact",
        "flows": "flows",
    },
    "flows": dict.fromkeys(("implicit", "password", "clientCredentials", "authorizationCode"), "flow"),
    "flow": _FLOW,
    "discriminator": {"propertyName": "fact", "mapping": "fact"},
    "schema": _SCHEMA,
}

SHAPES: Final[dict[str, dict[str, str]]] = {
    name: fields if name in ("document", "info") else {"$ref": "fact", **fields}
    for name, fields in _PARTS.items()
}
