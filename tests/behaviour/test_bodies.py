"""Request bodies and answers: media types, directions and how a method takes them."""

import inspect
import io
import json
from urllib.parse import parse_qsl

import httpx
import pytest

from tests.generating import endpoint, run, schemas

THING = {"$ref": "#/components/schemas/Thing"}
NEW = """
Thing:
  type: object
  required: [name]
  properties:
    name: {type: string}
    size: {type: integer, nullable: true}
    id: {type: integer, readOnly: true}
"""


def uploading(generate, content, method="post", required=True, **more):
    """A package whose only operation sends a body of these media types."""
    document = endpoint(None, method=method, status="204")
    body = {"required": required, "content": content}
    document["paths"]["/things"][method]["requestBody"] = body
    return generate(document | more)


def parameters(method):
    return {name: item for name, item in inspect.signature(method).parameters.items() if name != "options"}


def body_of(request):
    return json.loads(request.content)


def test_a_post_takes_the_properties_of_its_body_as_keywords(generate):
    shop = generate(endpoint(None, method="post", sent=THING, status="204") | schemas(NEW))
    client = shop.client(204)
    assert list(parameters(client.api.things.create)) == ["name", "size"]
    with pytest.raises(TypeError, match="name"):
        client.api.things.create()
    client.api.things.create(name="a")
    client.api.things.create(name="a", size=None)
    assert [body_of(request) for request in client.asked] == [{"name": "a"}, {"name": "a", "size": None}]
    assert client.asked[0].headers["content-type"] == "application/json"


@pytest.mark.parametrize(("method", "name"), [("patch", "update"), ("put", "replace")])
def test_a_patch_or_put_takes_a_model(generate, method, name):
    shop = generate(endpoint(None, method=method, sent=THING, status="204") | schemas(NEW))
    client = shop.client(204)
    call = getattr(client.api.things, name)
    assert list(parameters(call)) == ["body"]
    call(shop.models.Thing(name="a", size=None))
    assert client.asked[0].method == method.upper()
    assert body_of(client.asked[0]) == {"name": "a", "size": None}


def test_the_async_twin_sends_the_same_body(generate):
    shop = generate(endpoint(None, method="post", sent=THING, status="204") | schemas(NEW))

    async def call():
        client = shop.async_client(204)
        await client.api.things.create(name="a", size=5)
        return client.asked[0]

    assert body_of(run(call())) == {"name": "a", "size": 5}


def test_a_body_whose_property_names_collide_with_arguments_is_taken_as_a_model(generate):
    path = {"name": "name", "in": "path", "required": True, "schema": {"type": "string"}}
    document = endpoint(
        None, method="post", path="/things/{name}", sent=THING, status="204", parameters=[path]
    )
    shop = generate(document | schemas(NEW))
    client = shop.client(204)
    client.api.things.create("x", shop.models.Thing(name="a"))
    assert body_of(client.asked[0]) == {"name": "a"}


def test_an_optional_body_may_be_left_out(generate):
    shop = uploading(generate, {"application/json": {"schema": THING}}, required=False, **schemas(NEW))
    client = shop.client(204)
    client.api.things.create()
    client.api.things.create(body=shop.models.Thing(name="a"))
    assert [request.content for request in client.asked] == [b"", b'{"name":"a"}']
    assert "content-type" not in client.asked[0].headers


@pytest.mark.parametrize(
    "content",
    [
        ["application/json", "application/*+json"],
        ["application/*+json", "application/json"],
        ["application/json", "text/json", "application/*+json"],
        ["*/*"],
        ["application/*"],
        ["text/json"],
        ["application/json; charset=utf-8"],
        ["APPLICATION/JSON"],
    ],
)
def test_json_under_any_name_is_sent_as_application_json(generate, content):
    shop = uploading(generate, {media_type: {"schema": THING} for media_type in content}, **schemas(NEW))
    client = shop.client(204)
    client.api.things.create(name="a")
    assert client.asked[0].headers["content-type"] == "application/json"
    assert body_of(client.asked[0]) == {"name": "a"}


@pytest.mark.parametrize("media_type", ["application/merge-patch+json", "application/vnd.shop.v1+json"])
def test_a_json_type_of_its_own_is_sent_as_it_is_called(generate, media_type):
    shop = uploading(generate, {media_type: {"schema": THING}}, method="patch", **schemas(NEW))
    client = shop.client(204)
    client.api.things.update(shop.models.Thing(name="a"))
    assert client.asked[0].headers["content-type"] == media_type


BINARY = [{"type": "string", "format": "binary"}, {"format": "binary"}, {}]


@pytest.mark.parametrize("schema", BINARY)
@pytest.mark.parametrize("source", ["bytes", "file", "path"])
def test_a_binary_body_is_bytes_or_a_file(generate, tmp_path, schema, source):
    shop = uploading(generate, {"application/octet-stream": {"schema": schema}})
    path = tmp_path / "data.bin"
    path.write_bytes(b"\x00data")
    client = shop.client(204)
    client.api.things.create({"bytes": b"\x00data", "file": io.BytesIO(b"\x00data"), "path": path}[source])
    assert client.asked[0].content == b"\x00data"
    assert client.asked[0].headers["content-type"] == "application/octet-stream"


def test_another_media_type_is_sent_under_its_name(generate):
    shop = uploading(generate, {"application/zip": {"schema": {"type": "string", "format": "binary"}}})
    client = shop.client(204)
    client.api.things.create(b"PK")
    assert client.asked[0].headers["content-type"] == "application/zip"


def test_a_multipart_body_has_files_and_fields(generate):
    shop = uploading(
        generate,
        {"multipart/form-data": {"schema": THING}},
        **schemas("""
            Thing:
              type: object
              required: [file]
              properties:
                file: {type: string, format: binary}
                name: {type: string}
                size: {type: integer}
                tags: {type: array, items: {type: string}}
                part: {type: object, properties: {a: {type: string}}}
            """),
    )
    models, file = shop.models, shop.root.File(b"data", filename="a.txt", content_type="text/plain")
    client = shop.client(204)
    client.api.things.create(
        models.Thing(file=file, name="ä", size=5, tags=["x"], part=models.ThingPart(a="b"))
    )
    content_type = client.asked[0].headers["content-type"]
    text = client.asked[0].content.decode()
    assert content_type.startswith("multipart/form-data; boundary=")
    assert 'name="file"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\ndata' in text
    assert 'name="name"\r\n\r\nä\r\n' in text
    assert 'name="size"\r\n\r\n5\r\n' in text
    assert 'name="tags"' in text
    assert '{"a":"b"}' in text


def test_a_form_body_is_url_encoded(generate):
    shop = uploading(generate, {"application/x-www-form-urlencoded": {"schema": THING}}, **schemas(NEW))
    client = shop.client(204)
    client.api.things.create(shop.models.Thing(name="a b", size=5))
    assert client.asked[0].headers["content-type"] == "application/x-www-form-urlencoded"
    assert parse_qsl(client.asked[0].content.decode()) == [("name", "a b"), ("size", "5")]


def test_a_text_body_is_sent_as_text(generate):
    shop = uploading(generate, {"text/plain": {"schema": {"type": "string"}}})
    client = shop.client(204)
    client.api.things.create("häl")
    assert client.asked[0].content == "häl".encode()
    assert client.asked[0].headers["content-type"].startswith("text/plain")


def test_the_kind_of_the_value_chooses_among_several_media_types(generate, tmp_path):
    shop = uploading(
        generate,
        {
            "application/json": {"schema": THING},
            "application/octet-stream": {"schema": {"format": "binary"}},
            "multipart/form-data": {"schema": {"$ref": "#/components/schemas/Form"}},
        },
        **schemas(NEW + "Form: {type: object, properties: {file: {type: string, format: binary}}}"),
    )
    client = shop.client(204)
    client.api.things.create(shop.models.Thing(name="a"))
    client.api.things.create(b"data")
    client.api.things.create(shop.models.Form(file=shop.root.File(b"data", filename="a")))
    kinds = [request.headers["content-type"].partition(";")[0] for request in client.asked]
    assert kinds == ["application/json", "application/octet-stream", "multipart/form-data"]


@pytest.mark.parametrize(
    ("schema", "value", "wire"),
    [
        ({"type": "array", "items": {"type": "string"}}, ["a"], ["a"]),
        ({"type": "object", "additionalProperties": {"type": "integer"}}, {"a": 1}, {"a": 1}),
        ({}, {"any": [None]}, {"any": [None]}),
        ({"type": "string"}, "text", "text"),
    ],
)
def test_a_body_need_not_be_an_object(generate, schema, value, wire):
    shop = uploading(generate, {"application/json": {"schema": schema}})
    client = shop.client(204)
    client.api.things.create(value)
    assert body_of(client.asked[0]) == wire


def test_a_list_of_models_is_sent_as_json(generate):
    shop = uploading(
        generate, {"application/json": {"schema": {"type": "array", "items": THING}}}, **schemas(NEW)
    )
    client = shop.client(204)
    client.api.things.create([shop.models.Thing(name="a"), shop.models.Thing(name="b", size=None)])
    assert body_of(client.asked[0]) == [{"name": "a"}, {"name": "b", "size": None}]


@pytest.mark.parametrize(
    ("schema", "data", "value"),
    [
        ({"type": "string"}, "a", "a"),
        ({"type": "integer"}, 5, 5),
        ({"type": "array", "items": {"type": "integer"}}, [1], [1]),
        ({"type": "object", "additionalProperties": {"type": "boolean"}}, {"a": True}, {"a": True}),
        ({}, {"any": 1}, {"any": 1}),
        ({"type": "string", "nullable": True}, None, None),
        ({"type": "array", "nullable": True, "items": {"type": "integer"}}, None, None),
    ],
)
def test_an_answer_need_not_be_an_object(generate, schema, data, value):
    client = generate(endpoint(schema)).client(lambda request: httpx.Response(200, text=json.dumps(data)))
    things = client.api.things
    assert (things.list if schema.get("type") == "array" else things.get)() == value


def test_an_answer_without_content_is_none(generate):
    client = generate(endpoint(None, method="delete", status="204")).client(204)
    assert client.api.things.delete() is None


def test_a_binary_answer_is_bytes(generate):
    document = endpoint(None)
    document["paths"]["/things"]["get"]["responses"]["200"]["content"] = {
        "application/zip": {"schema": {"type": "string", "format": "binary"}}
    }
    client = generate(document).client(lambda request: httpx.Response(200, content=b"\x00PK"))
    assert client.api.things.get() == b"\x00PK"


def test_two_success_answers_of_different_types_are_a_union(generate):
    document = endpoint(THING)
    document["paths"]["/things"]["get"]["responses"]["202"] = {
        "description": "",
        "content": {"application/json": {"schema": {"type": "array", "items": {"type": "string"}}}},
    }
    shop = generate(document | schemas(NEW))
    client = shop.client({"name": "a"}, lambda _: httpx.Response(202, json=["x"]))
    assert client.api.things.get() == shop.models.Thing(name="a")
    assert client.api.things.get() == ["x"]


def test_an_answer_only_declared_as_default_is_the_result(generate):
    client = generate(endpoint({"type": "string"}, status="default")).client("a")
    assert client.api.things.get() == "a"


@pytest.mark.parametrize("body", [b"", b"null", b"<html>", b'"text"', b"[]"])
def test_an_answer_that_does_not_fit_is_a_decode_error_that_names_the_operation(generate, body):
    shop = generate(endpoint(THING) | schemas(NEW))
    client = shop.client(lambda request: httpx.Response(200, content=body))
    with pytest.raises(shop.root.DecodeError, match=r"api\.things\.get"):
        client.api.things.get()


def test_an_inline_object_gets_a_model_named_after_its_place(generate):
    inline = {
        "type": "object",
        "properties": {"address": {"type": "object", "properties": {"zip": {"type": "string"}}}},
    }
    shop = generate(endpoint(inline, operationId="FetchThing"))
    thing = shop.client({"address": {"zip": "1"}}).api.things.get()
    assert thing.address.zip == "1"
    assert sorted(shop.models.__all__) == ["FetchThingResult", "FetchThingResultAddress"]
