"""Bodies of several kinds: which media type a value is sent in, and how a form writes its fields."""

import datetime as dt
import email.parser
import email.policy
import io
import json
from urllib.parse import parse_qsl

import pytest

from tests.generating import endpoint, run, schemas

FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"
DATA = """
Kind: {type: string, enum: [alpha, beta]}
Point: {type: object, properties: {x: {type: string}, y: {type: integer}}}
Data:
  type: object
  properties:
    kind: {$ref: '#/components/schemas/Kind'}
    flag: {type: boolean}
    since: {type: string, format: date-time}
    size: {type: integer, nullable: true}
    tags: {type: array, items: {type: string}}
    point: {$ref: '#/components/schemas/Point'}
    points: {type: array, items: {$ref: '#/components/schemas/Point'}}
    file: {type: string, format: binary}
    files: {type: array, items: {type: string, format: binary}}
"""
REF = {"$ref": "#/components/schemas/Data"}


def taking(generate, content, version="3.0.3", more=DATA):
    """A package whose only operation sends a body in these media types."""
    document = endpoint(None, method="post", status="204") | schemas(more) | {"openapi": version}
    document["paths"]["/things"]["post"]["requestBody"] = {"required": True, "content": content}
    return generate(document)


def sent(package, body, **options):
    """The request of a call with a body."""
    client = package.client(204)
    client.api.things.create(body, **options)
    return client.asked[0]


def pairs(request):
    assert request.headers["content-type"] == FORM
    return parse_qsl(request.content.decode(), keep_blank_values=True)


def parts(request):
    """The parts of a multipart body, by the standard library: name, file name, media type, content."""
    head = f"Content-Type: {request.headers['content-type']}\r\n\r\n".encode()
    message = email.parser.BytesParser(policy=email.policy.HTTP).parsebytes(head + request.content)
    found = []
    for part in message.iter_parts():
        name = part.get_param("name", header="content-disposition")
        kind = part.get_content_type() if "content-type" in part else None
        found.append((name, part.get_filename(), kind, part.get_payload(decode=True)))
    return found


@pytest.fixture(scope="module")
def forms(generate):
    """A package for each way to send the data."""
    return {kind: taking(generate, {kind: {"schema": REF}}) for kind in (FORM, MULTIPART)}


@pytest.mark.parametrize("by", ["model", "dict"])
def test_the_values_of_a_form_are_texts(forms, by):
    for media_type, package in forms.items():
        models = package.models
        values = {
            "kind": models.Kind.ALPHA,
            "flag": True,
            "since": dt.datetime(2026, 1, 31, tzinfo=dt.UTC),
            "size": 5,
            "tags": ["a", "b"],
        }
        request = sent(package, models.Data(**values) if by == "model" else values)
        wanted = [
            ("kind", "alpha"),
            ("flag", "true"),
            ("since", "2026-01-31T00:00:00Z"),
            ("size", "5"),
            ("tags", "a"),
            ("tags", "b"),
        ]
        if media_type == FORM:
            assert pairs(request) == wanted
        else:
            assert [(name, text.decode()) for name, _, _, text in parts(request)] == wanted


def test_what_has_parts_itself_is_json_in_a_list_and_in_multipart(forms):
    package = forms[MULTIPART]
    point = package.models.Point(x="é", y=1)
    found = parts(sent(package, package.models.Data(point=point, points=[point, point])))
    assert [(name, kind) for name, _, kind, _ in found] == [
        ("point", "application/json"),
        ("points", "application/json"),
        ("points", "application/json"),
    ]
    assert all(json.loads(text) == {"x": "é", "y": 1} for _, _, _, text in found)


@pytest.mark.parametrize(("version", "text"), [("3.0.3", "x=a"), ("3.1.0", "point=%7B%22x%22%3A%22a%22%7D")])
def test_an_object_in_a_form_is_spread_in_30_and_json_from_31_on(generate, version, text):
    package = taking(generate, {FORM: {"schema": REF}}, version, DATA.replace("nullable: true", "minimum: 0"))
    assert sent(package, package.models.Data(point=package.models.Point(x="a"))).content.decode() == text


def test_none_has_no_place_in_a_form_and_a_file_none_in_a_url_encoded_one(forms):
    for package in forms.values():
        with pytest.raises(package.root.InvalidArgument, match="size: None has no place in a form"):
            sent(package, package.models.Data(size=None))
    package = forms[FORM]
    with pytest.raises(package.root.InvalidArgument, match="must be"):
        sent(package, {"kind": b"bytes"})


def test_files_are_parts_with_names_whatever_holds_them(forms, tmp_path):
    package, path = forms[MULTIPART], tmp_path / "a.bin"
    path.write_bytes(b"path")
    named = package.root.File(b"named", "b.png", "image/png", headers={"X-Part": "1"})
    body = package.models.Data(file=b"bytes", files=[path, io.BytesIO(b"stream"), named])
    request = sent(package, body)
    octets = "application/octet-stream"
    assert parts(request) == [
        ("file", "file", octets, b"bytes"),
        ("files", "a.bin", octets, b"path"),
        ("files", "files", octets, b"stream"),
        ("files", "b.png", "image/png", b"named"),
    ]
    assert b"X-Part: 1\r\n" in request.content


ENCODING = {
    "tags": {"style": "form", "explode": False},
    "point": {"style": "deepObject", "explode": True},
    "points": {"contentType": "application/json"},
    "file": {
        "contentType": "image/png, image/jpeg",
        "headers": {"X-Only": {"schema": {"type": "string", "enum": ["v"]}}},
    },
}


def test_the_encoding_of_a_field_is_followed_in_a_form(generate):
    package = taking(generate, {FORM: {"schema": REF, "encoding": ENCODING}})
    point = package.models.Point(x="1 2", y=3)
    request = sent(package, package.models.Data(tags=["a", "b,c"], point=point, points=[point]))
    assert request.content.startswith(b"tags=a,b%2Cc&")
    assert pairs(request)[1:] == [
        ("point[x]", "1 2"),
        ("point[y]", "3"),
        ("points", '[{"x":"1 2","y":3}]'),
    ]


def test_the_encoding_of_a_field_is_followed_in_multipart(generate, tmp_path):
    package = taking(generate, {MULTIPART: {"schema": REF, "encoding": ENCODING}})
    path = tmp_path / "a.jpeg"
    path.write_bytes(b"image")
    point = package.models.Point(x="1")
    request = sent(package, package.models.Data(tags=["a", "b"], point=point, file=path))
    assert parts(request) == [
        ("tags", None, None, b"a,b"),
        ("point[x]", None, None, b"1"),
        ("file", "a.jpeg", "image/jpeg", b"image"),
    ]
    assert b"X-Only: v\r\n" in request.content


OTHER = DATA + "Plain: {type: object, properties: {name: {type: string}}}"
BOTH = {"application/json": {"schema": {"$ref": "#/components/schemas/Plain"}}, MULTIPART: {"schema": REF}}


def test_json_or_multipart_is_what_the_value_asks_for(generate):
    package = taking(generate, BOTH, more=OTHER)
    models = package.models
    kinds = {
        "application/json": (models.Plain(name="a"), {"name": "a"}),
        MULTIPART: (models.Data(flag=True), models.Data(file=b"x"), {"file": b"x"}, {"files": [b"x"]}),
    }
    for kind, bodies in kinds.items():
        for body in bodies:
            assert sent(package, body).headers["content-type"].partition(";")[0] == kind


def test_a_model_declared_in_both_is_json_unless_the_caller_says_otherwise(generate):
    package = taking(generate, {"application/json": {"schema": REF}, MULTIPART: {"schema": REF}})
    body = package.models.Data(flag=True)
    assert json.loads(sent(package, body).content) == {"flag": True}
    request = sent(package, body, headers={"content-type": MULTIPART})
    assert parts(request) == [("flag", None, None, b"true")]
    assert sent(package, package.models.Data(file=b"x")).headers["content-type"].startswith(MULTIPART)


def test_a_content_type_that_is_told_is_the_one_that_is_sent(generate):
    package = taking(generate, BOTH, more=OTHER)
    body = package.models.Plain(name="é")
    request = sent(package, body, headers={"Content-Type": "application/vnd.shop+json"})
    assert (request.headers["content-type"], json.loads(request.content)) == (
        "application/vnd.shop+json",
        {"name": "é"},
    )
    for told in ("text/plain", "application/json; charset=latin-1"):
        with pytest.raises(package.root.InvalidArgument, match=told):
            sent(package, body, headers={"Content-Type": told})


def test_a_text_is_written_in_the_charset_that_is_told(generate):
    package = taking(generate, {"text/csv": {"schema": {"type": "string"}}})
    request = sent(package, "é", headers={"Content-Type": "text/csv; charset=latin-1"})
    assert (request.headers["content-type"], request.content) == ("text/csv; charset=latin-1", b"\xe9")
    assert sent(package, "é").headers["content-type"] == "text/csv; charset=utf-8"
    with pytest.raises(package.root.InvalidArgument, match="latin-1"):
        sent(package, "€", headers={"Content-Type": "text/csv; charset=latin-1"})


@pytest.mark.parametrize(
    ("schema", "bodies"),
    [
        ({"$ref": "#/components/schemas/Plain"}, [5, "x", [1], True, b"x"]),
        ({"type": "array", "items": {"$ref": "#/components/schemas/Plain"}}, [5, "x", {"a": 1}, ["x"]]),
        ({"type": "array", "items": {"type": "integer"}}, [5, "12", ["x"], [True]]),
        ({"type": "integer"}, ["5", True, 5.5, [5]]),
        ({"type": "string"}, [5, ["x"], {"a": 1}]),
        ({"type": "boolean"}, [1, "true"]),
        ({"type": "object", "additionalProperties": {"type": "string"}}, [5, "x", ["x"]]),
    ],
)
def test_a_body_of_another_type_is_refused_unsent(generate, schema, bodies):
    package = taking(generate, {"application/json": {"schema": schema}}, more=OTHER)
    client = package.client(204)
    create = client.api.things.create
    for body in bodies:
        with pytest.raises((package.root.InvalidArgument, TypeError), match=r"must be|positional"):
            create(body)
    assert client.asked == []


def test_a_model_of_another_class_is_refused(generate):
    package = taking(generate, BOTH, more=OTHER)
    with pytest.raises(package.root.InvalidArgument, match="must be a Plain as application/json"):
        sent(package, package.models.Point(x="a"))


@pytest.mark.parametrize(
    ("kind", "value", "told"),
    [
        ({"type": "integer"}, True, "an integer, not a bool"),
        ({"type": "integer"}, "x", "an integer, not a str"),
        ({"type": "boolean"}, 1, "a boolean, not an int"),
        (
            {"type": "string", "format": "date"},
            dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
            "a date, not a datetime",
        ),
        ({"type": "string", "format": "date-time"}, dt.date(2026, 1, 1), "a datetime, not a date"),
        ({"type": "array", "items": {"type": "string"}}, "abc", "each), not a str"),
        ({"type": "array", "items": {"type": "integer"}}, [True], "each), not a list of bool"),
        ({"type": "object", "additionalProperties": {}}, "abc", "an object, not a str"),
    ],
)
@pytest.mark.parametrize("place", ["query", "header", "cookie"])
def test_an_argument_of_another_type_is_refused_unsent(generate, place, kind, value, told):
    parameter = {"name": "p", "in": place, "schema": kind}
    package = generate(endpoint(None, status="204", parameters=[parameter]))
    client = package.client(204)
    with pytest.raises(package.root.InvalidArgument) as caught:
        client.api.things.get(p=value)
    assert told in str(caught.value)
    assert client.asked == []


@pytest.mark.parametrize("value", ["v; role=admin", "a b", 'a"b', "a,b", "a\\b", "é", "a\r\nb"])
def test_what_a_cookie_cannot_hold_is_refused(generate, value):
    parameter = {"name": "sid", "in": "cookie", "schema": {"type": "string"}}
    package = generate(endpoint(None, status="204", parameters=[parameter]))
    client = package.client(204)
    with pytest.raises(package.root.InvalidArgument, match="cookie sid"):
        client.api.things.get(sid=value)
    client.api.things.get(sid="v", headers={"Cookie": "other=1"})
    assert [request.headers["cookie"] for request in client.asked] == ["other=1; sid=v"]


def test_the_async_twin_sends_the_same_form(forms):
    async def call(package):
        client = package.async_client(204)
        await client.api.things.create(package.models.Data(kind=package.models.Kind.BETA))
        return client.asked[0]

    assert pairs(run(call(forms[FORM]))) == [("kind", "beta")]
    assert parts(run(call(forms[MULTIPART]))) == [("kind", None, None, b"beta")]
