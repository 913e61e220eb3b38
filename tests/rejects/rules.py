"""The rules of the validation: what breaks each, where the error points, and what breaks none."""

from tests.rejects.documents import ABSENT, GET, NAME, OK, PATH_PARAMETER, PET, POST, QUERY_PARAMETER, SCHEMAS

WRONG_TYPES = [
    ("/info", None),
    ("/info", []),
    ("/info/title", 1),
    ("/info/version", 1.0),
    ("/info/description", 5),
    ("/paths", None),
    ("/paths", []),
    ("/components", None),
    ("/components/schemas", None),
    ("/components/responses", "x"),
    ("/components/securitySchemes", 5),
    ("/servers", None),
    ("/servers/0", "https://example.invalid"),
    ("/servers/0/url", 1),
    ("/servers/0/variables", []),
    ("/servers/0/variables/host", "example.invalid"),
    ("/servers/0/variables/host/default", 443),
    ("/servers/0/variables/host/enum", "a"),
    ("/tags", {}),
    ("/tags/0", "pets"),
    ("/tags/0/name", 1),
    ("/security", {}),
    ("/security/0", "bearer"),
    ("/security/0/bearer", "scope"),
    ("/paths/~1pets", None),
    ("/paths/~1pets/description", []),
    ("/paths/~1pets/parameters", {}),
    (GET, "x"),
    (f"{GET}/operationId", 5),
    (f"{GET}/summary", 5),
    (f"{GET}/deprecated", "yes"),
    (f"{GET}/tags", 5),
    (f"{GET}/parameters", "x"),
    (PATH_PARAMETER, None),
    (f"{QUERY_PARAMETER}/name", 5),
    (f"{QUERY_PARAMETER}/explode", "no"),
    (f"{QUERY_PARAMETER}/schema", "integer"),
    (f"{GET}/responses", []),
    (OK, 5),
    (f"{OK}/description", None),
    (f"{OK}/headers", []),
    (f"{OK}/headers/X-Rate", 5),
    (f"{OK}/links", []),
    (f"{OK}/links/next", "getPet"),
    (f"{OK}/links/next/operationId", 5),
    (f"{OK}/content", 5),
    (f"{OK}/content/application~1json", []),
    (f"{OK}/content/application~1json/schema", None),
    (f"{OK}/content/application~1json/examples", []),
    (f"{POST}/requestBody", None),
    (f"{POST}/requestBody/required", "true"),
    (f"{POST}/requestBody/content/application~1json/encoding", []),
    (f"{POST}/servers", {}),
    (f"{POST}/security", {}),
    (f"{POST}/callbacks", []),
    (PET, "x"),
    (PET, True),
    (f"{PET}/type", 5),
    (f"{PET}/required", True),
    (f"{PET}/properties", "x"),
    (NAME, "string"),
    (f"{NAME}/anyOf", "string"),
    (f"{NAME}/properties/deep", "string"),
    (f"{NAME}/description", 5),
    (f"{NAME}/title", []),
    (f"{NAME}/format", 5),
    (f"{NAME}/pattern", 5),
    (f"{NAME}/nullable", "true"),
    (f"{NAME}/minimum", "1"),
    (f"{NAME}/exclusiveMinimum", "1"),
    (f"{NAME}/multipleOf", "1"),
    (f"{NAME}/enum", "a"),
    (f"{NAME}/items", []),
    (f"{NAME}/allOf", {}),
    (f"{NAME}/not", []),
    (f"{NAME}/additionalProperties", "no"),
    (f"{NAME}/discriminator", "kind"),
    (f"{NAME}/discriminator/propertyName", 5),
    (f"{NAME}/$ref", 5),
    ("/components/securitySchemes/bearer", "http"),
    ("/components/securitySchemes/bearer/type", 5),
    ("/components/securitySchemes/bearer/scheme", 5),
    ("/externalDocs", "https://example.invalid"),
    ("/externalDocs", None),
    ("/tags/0/externalDocs", []),
    (f"{GET}/externalDocs", 5),
    (f"{NAME}/externalDocs", "x"),
    (f"{NAME}/xml", "x"),
    (f"{NAME}/xml/wrapped", "yes"),
    ("/info/contact", "me"),
    ("/info/contact/name", 5),
    ("/info/license", "MIT"),
]

MISSING = [
    "/info",
    "/info/title",
    "/info/version",
    "/paths",
    "/servers/0/url",
    "/servers/0/variables/host",
    "/servers/0/variables/host/default",
    "/tags/0/name",
    f"{GET}/responses",
    f"{QUERY_PARAMETER}/name",
    f"{QUERY_PARAMETER}/in",
    f"{PATH_PARAMETER}/required",
    f"{OK}/description",
    f"{POST}/requestBody/content",
    "/components/securitySchemes/bearer/type",
    "/components/securitySchemes/bearer/scheme",
]

RULES = {
    # paths
    "a path without a slash": ({"/paths/pets": {}}, "/paths/pets", "slash"),
    "a path with a query": ({"/paths/~1p?x": {}}, "/paths/~1p?x", '"?"'),
    "a path with a fragment": ({"/paths/~1a#b": {}}, "/paths/~1a#b", '"#"'),
    "a brace that is not closed": ({"/paths/~1a{b": {}}, "/paths/~1a{b", '"{"'),
    "braces around nothing": ({"/paths/~1a{}": {}}, "/paths/~1a{}", '"{"'),
    "a name twice in a path": ({"/paths/~1{a}~1{a}": {}}, "/paths/~1{a}~1{a}", "twice"),
    "a method in upper case": ({"/paths/~1pets/GET": {}}, "/paths/~1pets/GET", "lower case"),
    # parameters
    "an undeclared path parameter": ({PATH_PARAMETER: ABSENT}, GET, "{id}"),
    "a path parameter that the path has not": (
        {f"{POST}/parameters": [{"name": "a", "in": "path", "required": True, "schema": {}}]},
        f"{POST}/parameters/0",
        "{a}",
    ),
    "an optional path parameter": (
        {f"{PATH_PARAMETER}/required": False},
        f"{PATH_PARAMETER}/required",
        "required",
    ),
    "two parameters alike": (
        {f"{GET}/parameters/2": {"name": "limit", "in": "query", "schema": {}}},
        f"{GET}/parameters/2",
        "two parameters",
    ),
    "a place that does not exist": ({f"{QUERY_PARAMETER}/in": "banana"}, f"{QUERY_PARAMETER}/in", "banana"),
    "a body parameter": ({f"{QUERY_PARAMETER}/in": "body"}, f"{QUERY_PARAMETER}/in", "Swagger 2.0"),
    "a style that does not exist": (
        {f"{QUERY_PARAMETER}/style": "banana"},
        f"{QUERY_PARAMETER}/style",
        "deepObject",
    ),
    "a style of another place": ({f"{PATH_PARAMETER}/style": "form"}, f"{PATH_PARAMETER}/style", "matrix"),
    "schema and content": (
        {f"{QUERY_PARAMETER}/content": {"text/plain": {}}},
        QUERY_PARAMETER,
        "Both",
    ),
    "neither schema nor content": ({f"{QUERY_PARAMETER}/schema": ABSENT}, QUERY_PARAMETER, "Neither"),
    "a parameter of two media types": (
        {f"{QUERY_PARAMETER}/schema": ABSENT, f"{QUERY_PARAMETER}/content": {"a/b": {}, "c/d": {}}},
        f"{QUERY_PARAMETER}/content",
        "exactly one",
    ),
    # responses
    "status 99": ({f"{GET}/responses/99": {"description": ""}}, f"{GET}/responses/99", "1XX"),
    "status 20": ({f"{GET}/responses/20": {"description": ""}}, f"{GET}/responses/20", "status"),
    "status 600": ({f"{GET}/responses/600": {"description": ""}}, f"{GET}/responses/600", "status"),
    "status 4xx": ({f"{GET}/responses/4xx": {"description": ""}}, f"{GET}/responses/4xx", "status"),
    "status 200 with a line end": (
        {f"{GET}/responses/200\n": {"description": ""}},
        f"{GET}/responses/200\n",
        "status",
    ),
    "a schema without media type": (
        {f"{OK}/schema": {"type": "string"}, f"{OK}/content": ABSENT},
        f"{OK}/schema",
        "Swagger 2.0",
    ),
    # schemas
    "an unknown type": ({f"{NAME}/type": "text"}, f"{NAME}/type", "not a type"),
    "type file": ({f"{NAME}/type": "file"}, f"{NAME}/type", "binary"),
    "a list of types in 3.0": ({f"{NAME}/type": ["string"]}, f"{NAME}/type", "3.1"),
    "a number in required": ({f"{PET}/required": [1]}, f"{PET}/required/0", "a string"),
    "an array without items": ({NAME: {"type": "array"}}, f"{NAME}/items", "items"),
    "no members of allOf": ({f"{NAME}/allOf": []}, f"{NAME}/allOf", "at least one"),
    "a negative length": ({f"{NAME}/minLength": -1}, f"{NAME}/minLength", "from 0"),
    "half a character": ({f"{NAME}/maxLength": 1.5}, f"{NAME}/maxLength", "whole"),
    "a multiple of nothing": ({f"{NAME}/multipleOf": 0}, f"{NAME}/multipleOf", "greater"),
    "an enum without values": ({f"{NAME}/enum": []}, f"{NAME}/enum", "no values"),
    "an enum value of another type": ({f"{SCHEMAS}/Kind/enum/1": 5}, f"{SCHEMAS}/Kind/enum/1", "5"),
    "a constant of another type": ({f"{NAME}/const": 5}, f"{NAME}/const", "constant"),
    "a fraction as integer": ({NAME: {"type": "integer", "default": 1.5}}, f"{NAME}/default", "1.5"),
    "a flag as integer": ({NAME: {"type": "integer", "default": True}}, f"{NAME}/default", "true"),
    "a flag as number": ({NAME: {"type": "number", "default": False}}, f"{NAME}/default", "false"),
    "a number as string": ({f"{NAME}/default": 5}, f"{NAME}/default", "string"),
    "a string as array": ({NAME: {"type": "array", "items": {}, "default": "a"}}, f"{NAME}/default", "array"),
    "a default that is no date": (
        {NAME: {"type": "string", "format": "date", "default": "x()"}},
        f"{NAME}/default",
        "date",
    ),
    "a default that is no time": (
        {NAME: {"type": "string", "format": "date-time", "default": "now"}},
        f"{NAME}/default",
        "date-time",
    ),
    "a default that is no UUID": (
        {NAME: {"type": "string", "format": "uuid", "default": "1"}},
        f"{NAME}/default",
        "uuid",
    ),
    "a discriminator without property": (
        {f"{PET}/discriminator": {}},
        f"{PET}/discriminator/propertyName",
        "missing",
    ),
    "a mapping to no schema": (
        {f"{PET}/discriminator": {"propertyName": "kind", "mapping": {"x": "Nope"}}},
        f"{PET}/discriminator/mapping/x",
        "Nope",
    ),
    "a mapping that dangles": (
        {f"{PET}/discriminator": {"propertyName": "kind", "mapping": {"x": f"#{SCHEMAS}/Nope"}}},
        f"{PET}/discriminator/mapping/x",
        "nowhere",
    ),
    # servers and security
    "an undeclared server variable": ({"/servers/0/url": "https://{h}/"}, "/servers/0/variables/h", '"h"'),
    "an unknown security scheme": ({"/security/0": {"nope": []}}, "/security/0/nope", "nope"),
    "an unknown type of security": (
        {"/components/securitySchemes/bearer/type": "banana"},
        "/components/securitySchemes/bearer/type",
        "banana",
    ),
    "an API key without a place": (
        {"/components/securitySchemes/bearer": {"type": "apiKey", "name": "k", "in": "body"}},
        "/components/securitySchemes/bearer/in",
        "body",
    ),
    "an API key without a name": (
        {"/components/securitySchemes/bearer": {"type": "apiKey", "in": "header"}},
        "/components/securitySchemes/bearer/name",
        "missing",
    ),
    "a flow without scopes": (
        {"/components/securitySchemes/bearer": {"type": "oauth2", "flows": {"implicit": {}}}},
        "/components/securitySchemes/bearer/flows/implicit/scopes",
        "missing",
    ),
    "a scope without a description": (
        {
            "/components/securitySchemes/bearer": {
                "type": "oauth2",
                "flows": {"implicit": {"scopes": {"pets/read": None}}},
            }
        },
        "/components/securitySchemes/bearer/flows/implicit/scopes/pets~1read",
        "a string",
    ),
    "documentation without a place": ({"/externalDocs": {}}, "/externalDocs/url", "missing"),
    "a licence without a name": ({"/info/license": {"url": "x"}}, "/info/license/name", "missing"),
    # references
    "a dangling reference": (
        {f"{PET}/properties/kind/$ref": f"#{SCHEMAS}/X"},
        f"{PET}/properties/kind",
        "nowhere",
    ),
    "a dangling parameter": (
        {PATH_PARAMETER: {"$ref": "#/components/parameters/x"}},
        PATH_PARAMETER,
        "nowhere",
    ),
    "a dangling response": ({OK: {"$ref": "#/components/responses/x"}}, OK, "nowhere"),
    "a reference to a file": ({NAME: {"$ref": "file:///etc/passwd"}}, NAME, "out of the document"),
    "a reference to a neighbour": ({NAME: {"$ref": "other.json#/a"}}, NAME, "out of the document"),
    "a reference to a server": (
        {NAME: {"$ref": "https://example.invalid/x.json"}},
        NAME,
        "out of the document",
    ),
    "a reference to everything": ({NAME: {"$ref": "#"}}, NAME, "not a JSON pointer"),
    "a reference to an anchor": ({NAME: {"$ref": "#Pet"}}, NAME, "not a JSON pointer"),
    "a reference to another kind": (
        {NAME: {"$ref": "#/components/responses/Problem"}},
        NAME,
        "a response, not to a schema",
    ),
    "a reference to a string": ({NAME: {"$ref": "#/info/title"}}, NAME, "a string, not to a schema"),
    "a reference to itself": ({NAME: {"$ref": f"#{NAME}"}}, NAME, "back to itself"),
    "a broken schema that only a reference reaches": (
        {"/x-schemas": {"Odd": {"type": "text"}}, NAME: {"$ref": "#/x-schemas/Odd"}},
        "/x-schemas/Odd/type",
        "not a type",
    ),
    "responses in a circle": (
        {
            "/components/responses": {
                "A": {"$ref": "#/components/responses/B"},
                "B": {"$ref": "#/components/responses/A"},
            },
            f"{GET}/responses/default": ABSENT,
        },
        "/components/responses/A",
        "back to itself",
    ),
    "allOf in a circle": (
        {
            f"{SCHEMAS}/A": {"allOf": [{"$ref": f"#{SCHEMAS}/B"}]},
            f"{SCHEMAS}/B": {"allOf": [{"$ref": f"#{SCHEMAS}/A"}]},
        },
        f"{SCHEMAS}/A/allOf",
        "part of itself",
    ),
}


ACCEPTED = {
    "braces in the name of a server variable": {
        "/servers/0": {"url": "https://{host}/a", "variables": {"{host}": {"default": "x"}}}
    },
    "a relative server": {"/servers/0": {"url": "/api"}},
    "an operation id twice": {f"{POST}/operationId": "getPet"},
    "an empty operation id": {f"{POST}/operationId": ""},
    "no operation id": {f"{POST}/operationId": ABSENT},
    "no credential needed": {"/security": [{}]},
    "no responses": {f"{POST}/responses": {}},
    "responses by class": {f"{POST}/responses": {"2XX": {"description": ""}, "x-note": 5}},
    "a path of extensions": {"/paths/x-note": 5},
    "two parameters side by side in a path": {
        "/paths/~1{a}{b}": {
            "parameters": [
                {"name": "a", "in": "path", "required": True, "schema": {}},
                {"name": "b", "in": "path", "required": True, "schema": {}},
            ],
            "get": {"responses": {}},
        }
    },
    "a path parameter by reference": {
        "/components/parameters": {"Id": {"name": "id", "in": "path", "required": True, "schema": {}}},
        PATH_PARAMETER: {"$ref": "#/components/parameters/Id"},
    },
    "references as data": {
        NAME: {
            "type": "object",
            "default": {"$ref": "#/nope"},
            "enum": [{"$ref": 5}],
            "example": {"$ref": "x"},
        }
    },
    "a property called $ref": {f"{PET}/properties/$ref": {"type": "string"}},
    "properties called like keywords": {f"{PET}/properties/required": {"type": "boolean"}},
    "a reference into a property": {f"{PET}/properties/kind/$ref": f"#{NAME}"},
    "a reference with escapes": {
        f"{SCHEMAS}/a~1b~0c d": {"type": "string"},
        f"{PET}/properties/kind/$ref": f"#{SCHEMAS}/a~1b~0c%20d",
    },
    "a schema that contains itself by a property": {f"{PET}/properties/kind/$ref": f"#{PET}"},
    "a recursive value": {
        f"{SCHEMAS}/Json": {
            "anyOf": [{"type": "string"}, {"type": "array", "items": {"$ref": f"#{SCHEMAS}/Json"}}]
        }
    },
    "a base that lists its heirs": {
        f"{SCHEMAS}/Base": {"oneOf": [{"$ref": f"#{SCHEMAS}/Heir"}]},
        f"{SCHEMAS}/Heir": {"allOf": [{"$ref": f"#{SCHEMAS}/Base"}]},
    },
    "a discriminator that maps names": {
        f"{PET}/discriminator": {"propertyName": "kind", "mapping": {"a": "Kind", "b": f"#{SCHEMAS}/Kind"}}
    },
    "a null as default": {f"{NAME}/default": None},
    "null in an enum": {f"{NAME}/enum": ["a", None]},
    "a whole number written as fraction": {NAME: {"type": "integer", "default": 1.0}},
    "numbers beyond 64 bits": {NAME: {"type": "integer", "maximum": 2**70}},
    "a pattern that Python cannot compile": {f"{NAME}/pattern": r"^\p{L}(?<x>a)$"},
    "names that no Python has": {
        "/components/schemas/a b\n\"'{}": {"type": "object", "properties": {"": {}}}
    },
    "odd extensions": {"/x-note": {"$ref": 5}, f"{NAME}/x-note": [{}]},
}


ACCEPTED_IN_31 = {
    "a boolean schema": {PET: True},
    "a list of types": {f"{NAME}/type": ["string", "null"]},
    "a tuple": {NAME: {"type": "array", "prefixItems": [{"type": "string"}]}},
    "an array of anything": {NAME: {"type": "array"}},
    "a constant": {f"{NAME}/const": "a"},
    "an exclusive limit": {NAME: {"type": "integer", "exclusiveMinimum": 0}},
    "no paths": {"/paths": ABSENT},
    "no responses": {f"{POST}/responses": ABSENT},
    "webhooks": {"/webhooks": {"new": {"post": {"responses": {}}}}},
    "definitions inside": {
        f"{PET}/$defs": {"Id": {"type": "string"}},
        NAME: {"$ref": f"#{PET}/$defs/Id", "description": "beside"},
    },
}
