"""What no request can carry is refused when the client is generated, by the rules of the client itself."""

import httpx
import pytest
from odc_runtime.errors.base import OdcError
from odc_runtime.kernel.operation import Operation
from odc_runtime.kernel.rules import OWNED_HEADERS, is_cookie_value, is_media_type, is_token
from odc_runtime.wire.headers import cookie_pairs, header_name
from odcgen.documents.document import Document
from odcgen.errors import DocumentError
from odcgen.reading import make_sound
from odcgen.validate.unsendable import left_out

from tests.generating import document, endpoint


def findings(content, **fields):
    """The errors of a document that no repair takes away, as (pointer, message)."""
    data = document(content, **fields)
    try:
        make_sound(Document("a.json", data, ""))
    except DocumentError as error:
        return [(one.pointer, one.message) for one in getattr(error, "errors", [error])]
    return []


def taking(*parameters, path="/things", **operation):
    return endpoint(None, path=path, status="204", parameters=list(parameters), **operation)


SERVERS = {
    "javascript:alert(1)": "neither https nor http",
    "ftp://files.example/x": "neither https nor http",
    "localhost:8080/api": "neither https nor http",
    "https:\\\\evil.example": "character",
    "https://a b.example": "character",
    "https://api.example\r\nX: y": "character",
    "//api.example/v1": "no scheme",
    "api.example.com/v1": "no scheme",
    "https:/api.example/v1": "no host",
    "https:///v1": "no host",
    "https://": "no host",
    "https://me:secret@api.example/v1": "user name",
    "https://api.example/v1?key=1": "query",
    "https://api.example/v1?": "query",
    "https://api.example/v1#top": "query",
    "https://api.example:port/v1": "no URL",
    "https://[::1/v1": "no URL",
    "https://api.example/v1/../admin": "elsewhere",
    "/api/%2e%2e/admin": "elsewhere",
    "https://{odc-portal-domain}/api/x?y=1": "query",
}


@pytest.mark.parametrize("url", SERVERS)
@pytest.mark.parametrize("place", ["", "/paths/~1things", "/paths/~1things/get"])
def test_a_server_that_cannot_be_called_is_refused_where_it_stands(url, place):
    content = taking()
    servers = [{"url": url, "variables": {"odc-portal-domain": {"default": "x"}}}]
    item = content["paths"]["/things"]
    holder = {"": content, "/paths/~1things": item, "/paths/~1things/get": item["get"]}[place]
    holder["servers"] = servers
    ((pointer, message),) = findings(content)
    assert pointer == f"{place}/servers/0/url"
    assert SERVERS[url] in message


@pytest.mark.parametrize(
    "url",
    [
        "https://api.example/v1/",
        "http://127.0.0.1:8080",
        "HTTPS://API.EXAMPLE/v1",
        "/api/shop",
        "/",
        "api/v1",
        "https://[::1]:8080/v1",
        "https://{odc-portal-domain}/api/x/v1",
        "https://ODC_PORTAL_DOMAIN/api/x/v1",
        "https://bücher.example/v1",
    ],
)
def test_a_server_that_can_be_called_is_taken(url):
    servers = [{"url": url, "variables": {"odc-portal-domain": {"default": "x"}}}]
    assert findings(taking(), servers=servers) == []


def test_only_the_server_that_is_called_counts_and_variables_are_put_in():
    variables = {"where": {"default": "a.example/v1?x=1"}}
    assert findings(taking(), servers=[{"url": "https://{where}", "variables": variables}])
    variables = {"where": {"default": "a.example"}}
    servers = [{"url": "https://{where}/v1", "variables": variables}, {"url": "wss://a.example"}]
    assert findings(taking(), servers=servers) == []


@pytest.mark.parametrize("path", ["/a\r\nb", "/a\x00", "/../admin", "/a/%2E%2e/b", "/a/./b", "/a\\..\\b"])
def test_a_path_that_leads_elsewhere_or_cannot_be_sent_is_refused(path):
    assert len(findings(taking(path=path))) == 1


@pytest.mark.parametrize("place", ["header", "cookie"])
@pytest.mark.parametrize("name", ["X\r\nY", "a b", "a;b", "a=1; admin", "ä", "", "a:b", "a,b", '"a"'])
def test_a_name_that_no_header_or_cookie_can_have_is_refused(place, name):
    parameter = {"name": name, "in": place, "schema": {"type": "string"}}
    ((pointer, message),) = findings(taking(parameter))
    assert pointer == "/paths/~1things/get/parameters/0/name"
    assert "no request can carry" in message
    with pytest.raises(OdcError):
        header_name(name) if place == "header" else cookie_pairs(Operation("x", "GET", "/"), {name: "v"})


@pytest.mark.parametrize("name", ["\ud800", "a\udfff"])
def test_a_name_without_a_form_in_utf_8_is_refused(name):
    parameter = {"name": name, "in": "query", "schema": {"type": "string"}}
    assert len(findings(taking(parameter))) == 1


MEDIA_TYPES = {
    "application/json": True,
    "application/*": True,
    'text/plain; charset="utf-8"': True,
    "multipart/form-data; boundary=x": True,
    "application/vnd.a+json;v=1": True,
    "json": False,
    "": False,
    "text/plain\r\nX: y": False,
    "text/pl ain": False,
    'text/plain; a="b\r\nc"': False,
    "text/plain; charset": False,
    "ä/b": False,
}


@pytest.mark.parametrize("name", MEDIA_TYPES)
def test_a_body_has_a_media_type_that_a_header_can_tell(name):
    assert is_media_type(name) is MEDIA_TYPES[name]
    content = taking()
    body = {"content": {name: {"schema": {"type": "string"}}}}
    content["paths"]["/things"]["get"]["requestBody"] = body
    assert (findings(content) == []) is MEDIA_TYPES[name]


def test_two_headers_whose_names_differ_in_case_are_one():
    first, second = (
        {"name": name, "in": "header", "schema": {"type": kind}}
        for name, kind in (("X-A", "string"), ("x-a", "integer"))
    )
    assert len(findings(taking(first, second))) == 1


@pytest.mark.parametrize(
    ("encoding", "pointer"),
    [
        ({"style": "matrix"}, "/style"),
        ({"contentType": "a b"}, "/contentType"),
        ({"headers": {"X Y": {"schema": {"type": "string"}}}}, "/headers/X Y"),
        ({"x-odcgen-nested": "dots"}, "/x-odcgen-nested"),
    ],
)
def test_an_encoding_that_cannot_be_followed_is_refused(encoding, pointer):
    content = taking()
    media = {"schema": {"type": "object", "properties": {"a": {}}}, "encoding": {"a": encoding}}
    content["paths"]["/things"]["get"]["requestBody"] = {"content": {"multipart/form-data": media}}
    ((found, _),) = findings(content)
    assert found.endswith(f"/encoding/a{pointer}")


HEADER = {"in": "header", "required": True, "schema": {"type": "string"}}


def test_every_header_of_the_connection_is_left_out_with_a_warning_and_refused_at_a_call(generate):
    names = [name.title() for name in sorted(OWNED_HEADERS)]
    parameters = [
        {"name": name, "in": "header", "required": True, "schema": {"type": "string"}} for name in names
    ]
    data = document(taking(*parameters))
    assert [name for name in names if any(f" {name} is left out" in told for told in left_out(data))] == names
    package = generate(taking(*parameters))
    assert any("Content-Length is left out" in warning for warning in package.ir.apis[0].warnings)
    client = package.client(204)
    client.api.things.get()
    for name in names:
        with pytest.raises(package.root.OdcError, match="writes it itself"):
            client.api.things.get(headers={name: "1"})
    assert len(client.asked) == 1


def test_a_token_and_a_cookie_value_are_what_the_standards_say():
    tokens = {chr(code) for code in range(256) if is_token(chr(code))}
    assert tokens == set("!#$%&'*+-.^_`|~") | {chr(c) for c in range(128) if chr(c).isalnum()}
    values = {chr(code) for code in range(256) if is_cookie_value(chr(code))}
    octets = {0x21, *range(0x23, 0x2C), *range(0x2D, 0x3B), *range(0x3C, 0x5C), *range(0x5D, 0x7F)}
    assert values == set(map(chr, octets))
    assert httpx.Headers(dict.fromkeys(tokens, "v"))
