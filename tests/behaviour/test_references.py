"""References into any place of a document, and documents that describe no call at all."""

import json

import pytest

from tests.generating import endpoint

SEEN = {"type": "object", "properties": {"x": {"type": "string"}}}
HOLDER = {"content": {"application/json": {"schema": SEEN}}}
SCHEMA = "content/application~1json/schema"
QUERY = {"name": "q", "in": "query"}
PATH = {"in": "path", "required": True}
SENT = {"post": {"requestBody": HOLDER}}
PLACES = {
    "an answer": (
        {"paths": {"/p": {"get": {"responses": {"200": {"description": ""} | HOLDER}}}}},
        f"#/paths/~1p/get/responses/200/{SCHEMA}",
    ),
    "a body": (
        {"paths": {"/p": {"put": {"requestBody": HOLDER}}}},
        f"#/paths/~1p/put/requestBody/{SCHEMA}",
    ),
    "a body of another media type": (
        {"paths": {"/p": {"put": {"requestBody": {"content": {"text/json": {"schema": SEEN}}}}}}},
        "#/paths/~1p/put/requestBody/content/text~1json/schema",
    ),
    "a parameter": (
        {"paths": {"/p": {"get": {"parameters": [QUERY | {"schema": SEEN}]}}}},
        "#/paths/~1p/get/parameters/0/schema",
    ),
    "a parameter with content": (
        {"paths": {"/p": {"parameters": [QUERY | HOLDER], "get": {}}}},
        f"#/paths/~1p/parameters/0/{SCHEMA}",
    ),
    "a path with braces, percent-encoded": (
        {"paths": {"/p/{q}": {"parameters": [QUERY | PATH | {"schema": SEEN}], "get": {}}}},
        "#/paths/~1p~1%7Bq%7D/parameters/0/schema",
    ),
    "a callback": (
        {"paths": {"/p": {"post": {"callbacks": {"c": {"{$request.body#/u}": SENT}}}}}},
        f"#/paths/~1p/post/callbacks/c/{{$request.body%23~1u}}/post/requestBody/{SCHEMA}",
    ),
    "a webhook": ({"webhooks": {"w": SENT}}, f"#/webhooks/w/post/requestBody/{SCHEMA}"),
    "a shared path": (
        {"components": {"pathItems": {"I": SENT}}},
        f"#/components/pathItems/I/post/requestBody/{SCHEMA}",
    ),
    "a header": ({"components": {"headers": {"H": {"schema": SEEN}}}}, "#/components/headers/H/schema"),
    "a definition outside of the components": ({"definitions": {"A": SEEN}}, "#/definitions/A"),
    "inside of a definition": (
        {"definitions": {"A": {"type": "object", "properties": {"b": SEEN}}}},
        "#/definitions/A/properties/b",
    ),
    "an extension": ({"x-all": {"A": SEEN}}, "#/x-all/A"),
}
INSIDE = {
    "properties/b": {"type": "object", "properties": {"b": SEEN}},
    "anyOf/1": {"anyOf": [{"type": "string"}, SEEN]},
    "anyOf/1/items": {"anyOf": [{"type": "string"}, {"type": "array", "items": SEEN}]},
    "allOf/0": {"allOf": [SEEN, {"type": "object", "properties": {"y": {"type": "string"}}}]},
    "allOf/1/properties/b": {"allOf": [SEEN, {"type": "object", "properties": {"b": SEEN}}]},
    "items/items": {"type": "array", "items": {"type": "array", "items": SEEN}},
    "prefixItems/1": {"type": "array", "prefixItems": [{"type": "string"}, SEEN]},
    "additionalProperties": {"type": "object", "additionalProperties": SEEN},
    "patternProperties/a": {"type": "object", "patternProperties": {"a": SEEN}},
    "$defs/A": {"type": "object", "$defs": {"A": SEEN}},
    "not": {"not": SEEN},
}
PLACES |= {
    f"in a schema at {way}": ({"components": {"schemas": {"A": schema}}}, f"#/components/schemas/A/{way}")
    for way, schema in INSIDE.items()
}


@pytest.mark.parametrize(("document", "ref"), PLACES.values(), ids=PLACES)
def test_a_reference_may_lead_into_any_place(generate, document, ref):
    whole = endpoint({"type": "object", "properties": {"seen": {"$ref": ref}}})
    whole["paths"] |= document.get("paths", {})
    shop = generate({"openapi": "3.1.0"} | document | whole)
    models = shop.ir.apis[0].models
    found = next(one for one in models if one.fields[0].wire.text == "seen")
    value = {"seen": {"x": "yes"}}
    assert getattr(shop.models, found.name).decode(value).seen.x == "yes"
    assert shop.import_all()


@pytest.mark.parametrize("value", [True, False])
def test_a_reference_may_lead_to_a_flag(generate, value):
    a = {"type": "object", "properties": {"b": value}}
    ref = {"$ref": "#/components/schemas/A/properties/b"}
    shop = generate(
        {"openapi": "3.1.0", "components": {"schemas": {"A": a}}}
        | endpoint({"type": "object", "properties": {"seen": ref}})
    )
    assert shop.import_all()


def test_a_document_of_webhooks_is_a_package_of_its_models(odcgen, generate, tmp_path):
    document = {
        "openapi": "3.1.0",
        "info": {"title": "W", "version": "1"},
        "webhooks": {"w": {"post": {"requestBody": HOLDER}}},
        "components": {"schemas": {"Pet": SEEN, "Kind": {"enum": ["a", "b"]}, "Text": {"type": "string"}}},
    }
    (tmp_path / "w.json").write_text(json.dumps(document))
    done = odcgen("generate", "w.json", "--out", "out", "--package", "hooks", cwd=tmp_path)
    assert done.status == 0, done.err
    assert "the document has no operations" in done.err
    shop = generate(document)
    assert set(shop.models.__all__) == {"Kind", "Pet"}
    assert shop.models.Pet.decode({"x": "a"}).x == "a"


def test_an_empty_document_is_a_package_and_a_note(odcgen, tmp_path):
    (tmp_path / "e.json").write_text(
        json.dumps({"openapi": "3.0.3", "info": {"title": "E", "version": "1"}, "paths": {}})
    )
    done = odcgen("generate", "e.json", "--out", "out", "--package", "empty", cwd=tmp_path)
    assert done.status == 0, done.err
    assert "the document has no operations" in done.err
    assert (tmp_path / "out" / "empty" / "__init__.py").is_file()


@pytest.mark.parametrize("ref", ["#", "#/", "data", "#/info/title", "#/nope", "x/y"])
def test_what_looks_like_a_reference_in_an_example_is_none(generate, ref):
    shop = generate(
        endpoint({"type": "object", "properties": {"a": {"type": "string"}}, "example": {"$ref": ref}})
    )
    assert shop.import_all()
