"""Parameters: each reaches the request in its place and in its style."""

import datetime as dt
import inspect
from urllib.parse import unquote
from uuid import UUID

import pytest

from tests.generating import endpoint, run

KEY = UUID("0f8fad5b-d9cb-469f-a165-70867728950e")


def taking(generate, *parameters, path="/things", **more):
    """A package with one operation that takes these parameters and answers nothing."""
    return generate(endpoint(None, path=path, status="204", parameters=list(parameters)) | more)


def query(name, schema="string", **fields):
    schema = {"type": schema} if isinstance(schema, str) else schema
    return {"name": name, "in": "query", "schema": schema} | fields


def sent(package, *args, **kwargs):
    """The target of the request that a call makes, decoded."""
    client = package.client(204)
    client.api.things.get(*args, **kwargs)
    return unquote(client.asked[0].url.raw_path.decode().removeprefix("/api/shop/v1"))


def arguments(package):
    method = package.client().api.things.get
    return [name for name in inspect.signature(method).parameters if name != "options"]


def test_each_location_reaches_its_place(generate):
    package = taking(
        generate,
        {"name": "thingKey", "in": "path", "required": True, "schema": {"type": "string", "format": "uuid"}},
        query("nameContains"),
        {"name": "X-Reason", "in": "header", "schema": {"type": "string"}},
        {"name": "stage", "in": "cookie", "schema": {"type": "string"}},
        path="/things/{thingKey}",
    )
    client = package.client(204)
    client.api.things.get(KEY, name_contains="a b", x_reason="why", stage="dev")
    request = client.asked[0]
    assert request.url.raw_path == f"/api/shop/v1/things/{KEY}?nameContains=a%20b".encode()
    assert request.headers["x-reason"] == "why"
    assert request.headers["cookie"] == "stage=dev"


def test_the_async_twin_sends_the_same(generate):
    package = taking(generate, query("name"), query("ids", {"type": "array", "items": {"type": "integer"}}))

    async def call():
        client = package.async_client(204)
        await client.api.things.get(name="a", ids=[1, 2])
        return client.asked[0]

    assert run(call()).url.query == b"name=a&ids=1&ids=2"


def test_what_is_not_given_is_not_sent(generate):
    assert sent(taking(generate, query("a"), query("b", "integer"))) == "/things"


def test_required_arguments_must_be_given(generate):
    package = taking(generate, query("optional"), query("needed", required=True))
    with pytest.raises(TypeError, match="needed"):
        package.client().api.things.get()
    assert sent(package, needed="x") == "/things?needed=x"


def test_path_arguments_are_positional_in_the_order_of_the_path(generate):
    last, first = (
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in "ba"
    )
    package = taking(generate, last, first, path="/things/{a}/parts/{b}")
    client = package.client(204)
    client.api.parts.get("x", "y")
    assert client.asked[0].url.path.endswith("/things/x/parts/y")


def test_a_path_argument_stays_within_its_segment(generate):
    package = taking(
        generate,
        {"name": "a", "in": "path", "required": True, "schema": {"type": "string"}},
        path="/things/{a}",
    )
    client = package.client(204)
    client.api.things.get("x/y?z#ä")
    assert client.asked[0].url.raw_path == b"/api/shop/v1/things/x%2Fy%3Fz%23%C3%A4"
    for wrong in ("", ".", "..", "../x", "a\nb"):
        with pytest.raises(ValueError, match="path"):
            client.api.things.get(wrong)


VALUES = {
    "string": ("a&b", "a&b"),
    "integer": (5, "5"),
    "number": (0.5, "0.5"),
    "boolean": (True, "true"),
}
FORMATS = {
    "uuid": (KEY, str(KEY)),
    "date": (dt.date(2026, 1, 31), "2026-01-31"),
    "date-time": (dt.datetime(2026, 1, 31, 1, 2, 3, tzinfo=dt.UTC), "2026-01-31T01:02:03Z"),
}


@pytest.mark.parametrize("kind", [*VALUES, *FORMATS])
def test_a_value_is_written_as_its_type_asks(generate, kind):
    value, text = (VALUES | FORMATS)[kind]
    schema = {"type": kind} if kind in VALUES else {"type": "string", "format": kind}
    assert sent(taking(generate, query("a", schema)), a=value) == f"/things?a={text}"


LIST = {"type": "array", "items": {"type": "string"}}
OBJECT = {"type": "object", "additionalProperties": {"type": "string"}}


@pytest.mark.parametrize(
    ("style", "text"),
    [
        ({}, "a=x&a=y"),
        ({"style": "form"}, "a=x&a=y"),
        ({"explode": False}, "a=x,y"),
        ({"style": "form", "explode": False}, "a=x,y"),
        ({"style": "spaceDelimited", "explode": False}, "a=x y"),
        ({"style": "pipeDelimited", "explode": False}, "a=x|y"),
        ({"style": "pipeDelimited"}, "a=x|y"),
        ({"style": "spaceDelimited", "explode": True}, "a=x&a=y"),
    ],
)
def test_a_list_is_written_in_its_style(generate, style, text):
    assert sent(taking(generate, query("a", LIST, **style)), a=["x", "y"]) == f"/things?{text}"


@pytest.mark.parametrize(
    ("style", "text"),
    [
        ({}, "x=1&y=2"),
        ({"explode": False}, "a=x,1,y,2"),
        ({"style": "deepObject", "explode": True}, "a[x]=1&a[y]=2"),
        ({"style": "deepObject"}, "a[x]=1&a[y]=2"),
    ],
)
def test_an_object_is_written_in_its_style(generate, style, text):
    assert sent(taking(generate, query("a", OBJECT, **style)), a={"x": "1", "y": "2"}) == f"/things?{text}"


def test_a_list_of_enum_members_sends_their_values(generate):
    items = {"type": "string", "enum": ["one", "two"]}
    package = taking(generate, query("kinds", {"type": "array", "items": items}))
    assert package.models.__all__ == ["GetThingsKindsItem"]
    kind = package.models.GetThingsKindsItem
    assert sent(package, kinds=[kind.ONE, "new"]) == "/things?kinds=one&kinds=new"


def test_awkward_names_become_arguments_of_their_own(generate):
    names = [
        "metadata.urlPathContains", "_embedded", "$filter", "class", "from", "self", "timeout", "body",
        "headers", "options", "auth", "retry", "budget", "dt", "str", "userName", "user-name", "user_name",
        "1st", "", "ä",
    ]  # fmt: skip
    package = taking(generate, *[query(name) for name in names])
    found = arguments(package)
    assert len(set(found)) == len(names)
    assert {"metadata_url_path_contains", "user_name"} <= set(found)
    asked = sent(package, **dict.fromkeys(found, "v"))
    assert [pair.rpartition("=")[0] for pair in asked.partition("?")[2].split("&")] == names


def test_one_name_in_two_places_is_two_arguments(generate):
    package = taking(
        generate,
        {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}},
        query("id", "integer"),
        {"name": "id", "in": "header", "schema": {"type": "string"}},
        path="/things/{id}",
    )
    client = package.client(204)
    client.api.things.get("a", id_2=5, id_3="h")
    assert client.asked[0].url.raw_path.endswith(b"/things/a?id=5")
    assert client.asked[0].headers["id"] == "h"


def test_parameters_of_the_path_and_of_components_count_and_own_ones_win(generate):
    document = endpoint(
        None, status="204", parameters=[query("b", "integer"), {"$ref": "#/components/parameters/C"}]
    )
    document["paths"]["/things"]["parameters"] = [query("a"), query("b", description="shared")]
    document["components"] = {"parameters": {"C": query("c", "boolean")}}
    package = generate(document)
    assert arguments(package) == ["a", "b", "c"]
    assert sent(package, a="x", b=1, c=False) == "/things?a=x&b=1&c=false"


def test_a_parameter_with_content_takes_its_schema(generate):
    parameter = {"name": "a", "in": "query", "content": {"application/json": {"schema": {"type": "integer"}}}}
    assert sent(taking(generate, parameter), a=5) == "/things?a=5"


def test_a_header_takes_ascii_without_line_breaks_only(generate):
    package = taking(generate, {"name": "X-A", "in": "header", "schema": {"type": "string"}})
    client = package.client(204)
    for wrong in ("ä", "a\r\nX-B: c"):
        with pytest.raises(ValueError, match="X-A"):
            client.api.things.get(x_a=wrong)
    assert client.asked == []


def test_an_adjacent_pair_of_path_parameters_is_filled(generate):
    x, y = ({"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in "xy")
    package = taking(generate, x, y, path="/things/{x}{y}")
    client = package.client(204)
    client.api.things.get("a", "b")
    assert client.asked[0].url.path.endswith("/things/ab")


@pytest.mark.parametrize("name", ["Authorization", "accept", "Content-Type"])
def test_headers_that_openapi_reserves_are_no_arguments(generate, name):
    package = taking(generate, {"name": name, "in": "header", "required": True, "schema": {"type": "string"}})
    assert arguments(package) == []
    client = package.client(204)
    client.api.things.get()
    assert client.asked[0].headers["authorization"] == "Bearer a-token"


@pytest.mark.parametrize(
    ("style", "text"),
    [({}, "5"), ({"style": "simple"}, "5"), ({"style": "label"}, ".5"), ({"style": "matrix"}, ";a=5")],
)
def test_a_path_value_is_written_in_its_style(generate, style, text):
    parameter = {"name": "a", "in": "path", "required": True, "schema": {"type": "integer"}} | style
    client = taking(generate, parameter, path="/things/{a}").client(204)
    client.api.things.get(5)
    assert client.asked[0].url.raw_path.decode() == f"/api/shop/v1/things/{text}"


@pytest.mark.parametrize("place", ["path", "header"])
@pytest.mark.parametrize("kind", [list, tuple])
def test_a_list_in_a_path_or_header_is_separated_by_commas(generate, place, kind):
    parameter = {"name": "a", "in": place, "required": True, "schema": LIST}
    client = taking(generate, parameter, path="/things/{a}" if place == "path" else "/things").client(204)
    client.api.things.get(
        *[kind("xy")] if place == "path" else [], **{} if place == "path" else {"a": kind("xy")}
    )
    request = client.asked[0]
    assert (request.url.path if place == "path" else request.headers["a"]).endswith("x,y")
