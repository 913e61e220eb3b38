"""Small documents that differ in one thing: a schema put at each place where a schema can stand."""

import copy

OBJECTS = {
    "A": {"type": "object", "properties": {"a": {"type": "string"}}},
    "B": {"type": "object", "required": ["b"], "properties": {"b": {"type": "string"}}},
    "C": {"type": "object", "properties": {"c": {"type": "string"}}},
}
A, B, C = ({"$ref": f"#/components/schemas/{name}"} for name in "ABC")


def document(operation=None, *, path="/things", method="post", item=None, **root):
    """Return a document with one operation."""
    operation = {"responses": {"204": {"description": "Done"}}, **(operation or {})}
    schemas = root.pop("schemas", {})
    return {
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "1"},
        "paths": {path: {**(item or {}), method: operation}},
        "components": {"schemas": {**copy.deepcopy(OBJECTS), **schemas}},
        **root,
    }


def request_body(schema, *, media_type="application/json", **body):
    """Return a document whose request body is a schema."""
    return document({"requestBody": {"content": {media_type: {"schema": schema}}, **body}})


def response_body(schema, *, media_type="application/json", status="200"):
    """Return a document whose answer is a schema."""
    answer = {"description": "Answer", "content": {media_type: {"schema": schema}}}
    return document({"responses": {status: answer}}, method="get")


def response_header(schema, **header):
    """Return a document whose answer has a header."""
    return document(
        {
            "responses": {
                "200": {"description": "Answer", "headers": {"X-Thing": {"schema": schema, **header}}}
            }
        }
    )


def parameter(schema, *, location="query", **more):
    """Return a document with one parameter."""
    return document(
        {"parameters": [{"name": "thing", "in": location, "schema": schema, **more}]}, method="get"
    )


def header_parameter(schema, **more):
    """Return a document with one header parameter."""
    return parameter(schema, location="header", **more)


def with_property(place, *, required=False, **fixed):
    """Return a function that puts a schema below a property `p` of an object at a place."""

    def put(schema, **more):
        need = {"required": ["p"]} if required else {}
        inner = {**schema, **fixed} if fixed else schema
        return place({"type": "object", "properties": {"p": inner}, **need}, **more)

    return put


PLACES = {
    "request-body": request_body,
    "request-property": with_property(request_body),
    "request-read-only-property": with_property(request_body, readOnly=True),
    "request-parameter": parameter,
    "request-parameter-property": with_property(parameter),
    "request-header-property": with_property(header_parameter),
    "response-body": response_body,
    "response-property": with_property(response_body),
    "response-write-only-property": with_property(response_body, writeOnly=True),
    "response-header": response_header,
}
"""The prefix of rule ids -> a function that puts a schema there."""
