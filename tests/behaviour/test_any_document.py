"""Any sound document becomes a package that imports; its models take any JSON or say what does not fit."""

import json

import httpx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from odcgen.errors import DocumentError
from odcgen.render.escape import CLOSE, OPEN

NAMES = st.one_of(
    st.sampled_from(["a", "A", "id", "type", "class", "list", "user name", "userName", "_x", "self"]),
    st.text(st.characters(exclude_characters=OPEN + CLOSE), max_size=5),
)
COMPONENTS = ["Alpha", "beta", "a.b.Alpha", "list", "Ωmega"]
SCALARS = st.sampled_from(
    [
        {},
        {"type": "string"},
        {"type": "integer"},
        {"type": "number"},
        {"type": "boolean"},
        {"type": "string", "format": "uuid"},
        {"type": "string", "format": "date"},
        {"type": "string", "format": "date-time"},
        {"type": "string", "format": "binary"},
        {"type": "string", "enum": ["a", "A", "", "b c"]},
        {"type": "integer", "enum": [1, -1]},
        {"type": "string", "enum": ["a"], "nullable": True},
        {"enum": [True, "x", 1]},
        {"const": "k"},
        {"const": 5},
        {"type": ["string", "null"]},
        {"type": ["string", "integer", "array"], "items": {"type": "boolean"}},
    ]
)
REFERENCES = st.sampled_from(COMPONENTS).map(lambda name: {"$ref": f"#/components/schemas/{name}"})


def _extended(inner):
    properties = st.dictionaries(NAMES, inner, max_size=4)
    objects = st.builds(
        lambda found, needed, more: (
            {"type": "object", "properties": found, "required": list(found)[:needed]} | more
        ),
        properties,
        st.integers(0, 2),
        st.sampled_from(
            [{}, {}, {"additionalProperties": False}, {"additionalProperties": {"type": "integer"}}]
        ),
    )
    return st.one_of(
        objects,
        st.builds(lambda items: {"type": "array", "items": items}, inner),
        st.builds(lambda values: {"type": "object", "additionalProperties": values}, inner),
        st.builds(lambda one, two: {"oneOf": [one, two]}, inner, inner),
        st.builds(lambda one: {"anyOf": [one, {"type": "null"}]}, inner),
        st.builds(
            lambda one, note: {"allOf": [one]} | note, inner, st.sampled_from([{}, {"nullable": True}])
        ),
        st.builds(lambda one, two: {"allOf": [one, two]}, objects, st.one_of(objects, REFERENCES)),
        st.builds(
            lambda one, two: {"oneOf": [one, two], "discriminator": {"propertyName": "type"}},
            REFERENCES,
            REFERENCES,
        ),
    )


SCHEMAS = st.recursive(st.one_of(SCALARS, REFERENCES), _extended, max_leaves=8)
JSON = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-5, 5),
        st.floats(allow_nan=False, allow_infinity=False),
        st.text(max_size=3),
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(NAMES, inner, max_size=4)),
    max_leaves=6,
)


@st.composite
def documents(draw):
    """A document with some components that refer to each other, and some operations that use them."""
    components = {name: draw(SCHEMAS) for name in COMPONENTS}
    paths = {}
    for number in range(draw(st.integers(1, 3))):
        place = st.sampled_from(["query", "header", "cookie"])
        parameters = {(draw(place), draw(NAMES)): draw(SCHEMAS) for _ in range(draw(st.integers(0, 2)))}
        answer = {"description": "", "content": {"application/json": {"schema": draw(SCHEMAS)}}}
        operation = {
            "parameters": [
                {"in": at, "name": name, "schema": schema} for (at, name), schema in parameters.items()
            ],
            "responses": {"200": answer},
        }
        method = draw(st.sampled_from(["get", "post", "patch"]))
        if method != "get":
            kind = draw(
                st.sampled_from(
                    ["application/json", "multipart/form-data", "application/x-www-form-urlencoded"]
                )
            )
            operation["requestBody"] = {"required": True, "content": {kind: {"schema": draw(SCHEMAS)}}}
        paths[f"/things/{number}"] = {method: operation}
    return {"openapi": "3.1.0", "paths": paths, "components": {"schemas": components}}


@settings(max_examples=25, suppress_health_check=[*HealthCheck])
@given(document=documents(), data=st.lists(JSON, max_size=4))
def test_any_document(generate, document, data):
    try:
        package = generate(document)
    except DocumentError as error:
        if not error.pointer:
            raise
        return
    try:
        package.import_all()
        for model in package.ir.apis[0].models:
            decode = getattr(getattr(package.models, model.name), "decode", None)
            for value in data if decode else ():
                decodes_or_refuses(package, decode, value)
        calls_or_refuses(package, data)
    finally:
        package.forget()


def decodes_or_refuses(package, decode, value):
    try:
        found = decode(value)
    except package.root.DecodeError:
        return
    if hasattr(found, "encode"):
        json.dumps(found.encode(), default=str)


def calls_or_refuses(package, data):
    """A GET without required arguments answers, or raises what the client says it raises."""
    for resource in package.ir.apis[0].resources:
        for operation in resource.operations:
            if operation.method == "GET":
                for value in data:
                    client = package.client(
                        lambda request, value=value: httpx.Response(200, text=json.dumps(value))
                    )
                    call = getattr(getattr(client.api, resource.name), operation.name)
                    try:
                        answer = call()
                        if operation.paging:
                            answer.to_list()
                    except package.root.DecodeError:
                        continue
