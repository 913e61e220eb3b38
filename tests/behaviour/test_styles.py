"""Every style on the wire, against RFC 6570 (uritemplate) and an independent reader (openapi-core)."""

import contextlib
import itertools
import json
from urllib.parse import unquote

import pytest
import uritemplate
from openapi_core import OpenAPI
from openapi_core.datatypes import RequestParameters
from werkzeug.datastructures import Headers, ImmutableMultiDict

from tests.generating import document, endpoint, run

SCHEMAS = {
    "text": {"type": "string"},
    "number": {"type": "integer"},
    "flag": {"type": "boolean"},
    "list": {"type": "array", "items": {"type": "string"}},
    "map": {"type": "object", "additionalProperties": {"type": "string"}},
    "model": {"type": "object", "properties": {"role": {"type": "string"}, "size": {"type": "integer"}}},
}
VALUES = {
    "text": ["x", "a b", "a/b?c&d=e#f", "é€😀", "50%", "%41", "a+b", "a,b;c", "a.b", "~-_", "'\"<>"],
    "number": [0, -7, 10**20],
    "flag": [True, False],
    "list": [["x"], ["a", "b"], ["a b", "c,d"], ["é", "&="], ["a.b", "c;d"], ["1", ""]],
    "map": [{"k": "v"}, {"a": "1", "b": "x y"}, {"c": ",;", "é": "&="}],
    "model": [{"role": "admin", "size": 3}, {"role": "a,b"}],
}
STYLES = {
    ("path", "simple"): "{%s}",
    ("path", "label"): "{.%s}",
    ("path", "matrix"): "{;%s}",
    ("query", "form"): "{?%s}",
}


def parameter(kind, place, **fields):
    return {"name": "p", "in": place, "required": place == "path", "schema": SCHEMAS[kind]} | fields


@pytest.fixture(scope="module")
def packages(generate):
    """The package of each kind of parameter, made once."""
    made = {}

    def package(kind, place, **fields):
        key = json.dumps([kind, place, fields], sort_keys=True)
        if key not in made:
            path = "/things/{p}" if place == "path" else "/things"
            content = endpoint(None, status="204", path=path, parameters=[parameter(kind, place, **fields)])
            made[key] = content, generate(content)
        return made[key]

    return package


def given(package, kind, value):
    """A value as a caller gives it: that of a model as the model."""
    return getattr(package.models, package.models.__all__[0])(**value) if kind == "model" else value


def sent(package, kind, place, value):
    """The request of a call with one argument."""
    client = package.client(204)
    value = given(package, kind, value)
    client.api.things.get(value) if place == "path" else client.api.things.get(p=value)
    return client.asked[0]


def plain(value):
    """What the template language of RFC 6570 takes: texts all the way down."""
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return json.dumps(value) if isinstance(value, bool) else str(value)


CASES = [
    (place, style, explode, kind, value)
    for (place, style), explode in itertools.product(STYLES, (False, True))
    for kind in SCHEMAS
    for value in VALUES[kind]
]


@pytest.mark.parametrize(("place", "style", "explode", "kind", "value"), CASES)
def test_a_value_is_expanded_as_rfc_6570_has_it(packages, place, style, explode, kind, value):
    _, package = packages(kind, place, style=style, explode=explode)
    target = sent(package, kind, place, value).url.raw_path.decode().removeprefix("/api/shop/v1/things")
    template = STYLES[place, style] % ("p*" if explode else "p")
    wanted = uritemplate.expand(template, p=plain(value))
    assert target.lstrip("/") == wanted


@pytest.mark.parametrize("explode", [False, True])
@pytest.mark.parametrize("style", ["simple", "label", "matrix"])
@pytest.mark.parametrize("kind", ["list", "map"])
def test_an_empty_list_or_object_has_no_place_in_a_path(packages, style, explode, kind):
    _, package = packages(kind, "path", style=style, explode=explode)
    with pytest.raises(package.root.InvalidArgument, match="empty"):
        sent(package, kind, "path", [] if kind == "list" else {})


@pytest.mark.parametrize("required", [False, True])
@pytest.mark.parametrize("explode", [False, True])
@pytest.mark.parametrize("kind", ["list", "map"])
@pytest.mark.parametrize("place", ["query", "header", "cookie"])
def test_an_empty_list_sends_nothing_unless_something_must_be_sent(packages, place, kind, explode, required):
    _, package = packages(kind, place, explode=explode, required=required)
    empty = [] if kind == "list" else {}
    if required:
        with pytest.raises(package.root.InvalidArgument, match="p is empty"):
            sent(package, kind, place, empty)
        with pytest.raises(package.root.InvalidArgument, match="p must be given"):
            sent(package, "text", place, None)
        return
    request = sent(package, kind, place, empty)
    assert (request.url.query, "p" in request.headers, "cookie" in request.headers) == (b"", False, False)


SINGLE = ("text", "number", "flag", "list")
READ = [
    *(("query", "form", explode, kind) for explode in (True, False) for kind in SINGLE),
    ("query", "form", False, "map"),
    ("query", "pipeDelimited", False, "list"),
    ("query", "deepObject", True, "map"),
    ("query", "deepObject", True, "model"),
    *(("header", "simple", explode, kind) for explode in (True, False) for kind in SCHEMAS),
    *(("cookie", "form", explode, kind) for explode in (True, False) for kind in SINGLE),
    ("cookie", "form", False, "map"),
]


def is_told_apart(place, explode, value):
    """Whether this reader, which decodes before it splits, can tell the parts of a value apart."""
    parts = value if isinstance(value, list) else [*value, *value.values()] if isinstance(value, dict) else []
    return place != "query" or explode or not any("," in str(part) for part in parts)


class Asked:
    """A recorded request as openapi-core wants it."""

    def __init__(self, request):
        self.host_url = "https://acme.test"
        self.path = request.url.path
        self.method = request.method.lower()
        self.content_type = request.headers.get("content-type", "")
        self.body = request.content or None
        cookies = [pair.split("=", 1) for pair in request.headers.get("cookie", "").split("; ") if pair]
        self.parameters = RequestParameters(
            query=ImmutableMultiDict(list(request.url.params.multi_items())),
            header=Headers(dict(request.headers)),
            cookie=ImmutableMultiDict(cookies),
        )


@pytest.mark.parametrize(("place", "style", "explode", "kind"), READ)
def test_an_independent_reader_finds_the_value_again(packages, place, style, explode, kind):
    content, package = packages(kind, place, style=style, explode=explode)
    reader = OpenAPI.from_dict(document(content, servers=[{"url": "https://acme.test/api/shop/v1"}]))
    read = 0
    for value in VALUES[kind]:
        request = None
        with contextlib.suppress(package.root.InvalidArgument):  # a header and a cookie know no escapes
            request = sent(package, kind, place, value)
        if request is not None and is_told_apart(place, explode, value):
            result = reader.unmarshal_request(Asked(request))
            assert result.errors == [], (value, request.url, request.headers)
            assert getattr(result.parameters, place)["p"] == value
            read += 1
    assert read


def test_the_async_twin_writes_the_same(packages):
    _, package = packages("list", "path", style="matrix", explode=True)

    async def call():
        client = package.async_client(204)
        await client.api.things.get(["a", "b"])
        return client.asked[0]

    assert run(call()).url.raw_path.endswith(b"/;p=a;p=b")


def test_a_value_that_holds_the_delimiter_is_refused_where_it_has_no_escape(packages):
    for style, character in (("spaceDelimited", " "), ("pipeDelimited", "|")):
        _, package = packages("list", "query", style=style, explode=False)
        with pytest.raises(package.root.InvalidArgument, match="separates the items"):
            sent(package, "list", "query", [f"a{character}b", "c"])


def test_what_may_stay_reserved_does_and_what_would_be_misread_does_not(packages):
    _, package = packages("text", "query", allowReserved=True)
    request = sent(package, "text", "query", "a/b?c:@!$()*;'&=+#[],%41 é")
    assert dict(request.url.params) == {"p": "a/b?c:@!$()*;'&=+#[],%41 é"}
    assert b"p=a/b?c:@!$()*;" in request.url.raw_path


def test_an_object_whose_field_is_a_parameter_of_its_own_is_refused(generate):
    parameters = [parameter("map", "query"), {"name": "limit", "in": "query", "schema": {"type": "integer"}}]
    package = generate(endpoint(None, status="204", parameters=parameters))
    with pytest.raises(package.root.InvalidArgument, match="'limit', which is a parameter of its own"):
        package.client(204).api.things.get(p={"limit": "5"}, limit=3)


def nested(generate, how, place="parameter"):
    deep = {"style": "deepObject", "explode": True, "schema": {"type": "object"}}
    if place == "parameter" and how:
        deep["x-odcgen-nested"] = how
    content = endpoint(None, status="204", parameters=[{"name": "p", "in": "query"} | deep])
    return generate(content | ({"x-odcgen-nested": how} if place == "document" else {}))


TREE = {"a": {"b": "1"}, "list": ["x", "y"]}


@pytest.mark.parametrize("place", ["parameter", "document"])
@pytest.mark.parametrize(
    ("how", "text"),
    [
        ("brackets", "p[a][b]=1&p[list][]=x&p[list][]=y"),
        ("indices", "p[a][b]=1&p[list][0]=x&p[list][1]=y"),
        ("repeat", "p[a][b]=1&p[list]=x&p[list]=y"),
    ],
)
def test_a_nested_deep_object_is_written_by_the_convention_of_the_document(generate, how, text, place):
    client = nested(generate, how, place).client(204)
    client.api.things.get(p=TREE)
    assert unquote(client.asked[0].url.query.decode()) == text


def test_without_a_convention_a_nested_deep_object_is_refused(generate):
    package = nested(generate, None)
    client = package.client(204)
    for value in (TREE, {"list": ["x"]}, ["x"]):
        with pytest.raises(package.root.InvalidArgument, match=r"x-odcgen-nested|must be an object"):
            client.api.things.get(p=value)
    client.api.things.get(p={"a": "b", "c": 1})
    assert unquote(client.asked[0].url.query.decode()) == "p[a]=b&p[c]=1"


CONTENT = {"a": ["é", None], "b": {"c": 1.5}}


@pytest.mark.parametrize("place", ["path", "query", "header"])
def test_a_parameter_with_content_goes_out_in_its_media_type(generate, place):
    content = {"content": {"application/json": {"schema": {}}}}
    path = "/things/{p}" if place == "path" else "/things"
    one = {"name": "p", "in": place, "required": place == "path"} | content
    package = generate(endpoint(None, status="204", path=path, parameters=[one]))
    client = package.client(204)
    client.api.things.get(CONTENT) if place == "path" else client.api.things.get(p=CONTENT)
    request = client.asked[0]
    text = {
        "path": unquote(request.url.raw_path.decode().rpartition("/")[2]),
        "query": request.url.params.get("p"),
        "header": request.headers.get("p"),
    }[place]
    assert json.loads(text) == CONTENT


def test_a_parameter_with_content_of_a_model_is_its_json(generate):
    one = {"name": "filter", "in": "query", "content": {"application/json": {"schema": SCHEMAS["model"]}}}
    package = generate(endpoint(None, status="204", parameters=[one]))
    client = package.client(204)
    model = getattr(package.models, package.models.__all__[0])
    client.api.things.get(filter=model(role="a b"))
    assert client.asked[0].url.raw_path.endswith(b"?filter=%7B%22role%22%3A%22a%20b%22%7D")
