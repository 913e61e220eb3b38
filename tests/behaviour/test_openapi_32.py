"""OpenAPI 3.2: what is new in it and concerns a client is made, and what is not made is said."""

import json

import pytest

NEW = {
    "openapi": "3.2.0",
    "$self": "https://example.invalid/document",
    "info": {"title": "S", "version": "1"},
    "tags": [{"name": "a", "summary": "A", "kind": "nav"}, {"name": "b", "parent": "a"}],
    "paths": {
        "/search": {
            "query": {
                "operationId": "search",
                "requestBody": {
                    "required": True,
                    "content": {
                        "application/json": {
                            "schema": {"type": "object", "properties": {"q": {"type": "string"}}}
                        }
                    },
                },
                "responses": {
                    "200": {
                        "description": "",
                        "content": {"application/json": {"$ref": "#/components/mediaTypes/Hits"}},
                    }
                },
            },
            "additionalOperations": {
                "COPY": {
                    "operationId": "duplicate",
                    "parameters": [{"name": "to", "in": "query", "schema": {"type": "string"}}],
                    "responses": {"204": {"description": ""}},
                }
            },
        }
    },
    "components": {
        "mediaTypes": {"Hits": {"schema": {"type": "array", "items": {"$ref": "#/components/schemas/Hit"}}}},
        "schemas": {"Hit": {"type": "object", "properties": {"name": {"type": "string"}}}},
    },
}


@pytest.fixture
def shop(generate):
    return generate(NEW)


def methods(shop):
    return {
        operation.operation_id.text: (resource.name, operation.name)
        for resource in shop.ir.apis[0].resources
        for operation in resource.operations
    }


def test_queries_and_further_methods_are_operations(shop):
    assert set(methods(shop)) == {"search", "duplicate"}
    with shop.client([{"name": "a"}], 204) as client:
        resource, method = methods(shop)["search"]
        hits = getattr(getattr(client.api, resource), method)(shop.models.SearchBody(q="a"))
        resource, method = methods(shop)["duplicate"]
        getattr(getattr(client.api, resource), method)(to="b")
    assert [hit.name for hit in hits] == ["a"]
    assert [(asked.method, asked.url.path, asked.url.query) for asked in client.asked] == [
        ("QUERY", "/api/shop/v1/search", b""),
        ("COPY", "/api/shop/v1/search", b"to=b"),
    ]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (
            {
                "application/json": {
                    "schema": {
                        "type": "object",
                        "discriminator": {"propertyName": "a", "defaultMapping": "Hit"},
                    }
                }
            },
            "kept as it comes",
        ),
    ],
)
def test_what_is_not_made_is_said(odcgen, tmp_path, content, words):
    answer = {"responses": {"200": {"description": "", "content": content}}}
    (tmp_path / "s.json").write_text(json.dumps(NEW | {"paths": {"/events": {"get": answer}}}))
    done = odcgen("generate", "s.json", "--out", "out", "--package", "shop", cwd=tmp_path)
    assert done.status == 0, done.err
    assert "warning: s: /paths/~1events/get/responses/200/content/" in done.err
    assert words in done.err


def test_a_method_that_is_not_in_capitals_is_said(odcgen, tmp_path):
    item = {"additionalOperations": {"link": {"responses": {"204": {"description": ""}}}}}
    (tmp_path / "s.json").write_text(json.dumps(NEW | {"paths": {"/a": item}}))
    done = odcgen("generate", "s.json", "--out", "out", "--package", "shop", cwd=tmp_path)
    assert done.status == 0, done.err
    assert "link is sent in capitals" in done.err


@pytest.mark.parametrize(
    ("content", "version", "words"),
    [
        ({"application/json": {"$ref": "#/components/mediaTypes/Nope"}}, "3.2.0", "no media type"),
        ({"application/json": {"$ref": "#/components/mediaTypes/Hits"}}, "3.1.0", "no media type"),
    ],
)
def test_a_media_type_that_is_not_there_is_refused(odcgen, tmp_path, content, version, words):
    answer = {"responses": {"200": {"description": "", "content": content}}}
    document = NEW | {"openapi": version, "paths": {"/a": {"get": answer}}}
    (tmp_path / "s.json").write_text(json.dumps(document))
    done = odcgen("generate", "s.json", "--out", "out", "--package", "shop", cwd=tmp_path)
    assert done.status == 1
    assert words in done.err


def test_a_parameter_that_is_the_whole_query_is_refused(odcgen, tmp_path):
    whole = {"name": "q", "in": "querystring", "content": {"application/json": {"schema": {}}}}
    operation = {"parameters": [whole], "responses": {"204": {"description": ""}}}
    (tmp_path / "s.json").write_text(json.dumps(NEW | {"paths": {"/a": {"get": operation}}}))
    done = odcgen("generate", "s.json", "--out", "out", "--package", "shop", cwd=tmp_path)
    assert done.status == 1
    assert "querystring" in done.err
