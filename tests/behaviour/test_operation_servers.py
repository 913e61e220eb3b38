"""Operations and paths with servers of their own: the request goes there, with what belongs there."""

import httpx
import pytest

from tests.generating import run

UPLOAD = "https://upload.example/2.0"
KEY = {"key": {"type": "apiKey", "in": "header", "name": "X-API-Key"}}
EMPTY = {"responses": {"204": {"description": ""}}}


def document(servers, *, at="operation", base="https://api.example/v1", **fields):
    """A document of `POST /files`, which has servers of its own, and of `GET /files`, which has none."""
    item = {"get": EMPTY | {"x-odcgen-name": "files.get"}, "post": EMPTY | {"x-odcgen-name": "files.send"}}
    if at == "operation":
        item["post"] = item["post"] | {"servers": servers}
    else:
        item |= {"servers": servers}
        item["get"] = item["get"] | {"servers": [{"url": base}]}
    return {"servers": [{"url": base}] if base else [], "paths": {"/files": item}} | fields


def urls(package, **settings):
    """The URLs of a POST and a GET, of both clients alike."""
    settings = {"portal": None, "credentials": None} | settings
    client, twin = package.client(204, **settings), package.async_client(204, **settings)
    client.api.files.send()
    client.api.files.get()

    async def calls():
        await twin.api.files.send()
        await twin.api.files.get()

    run(calls())
    assert [one.url for one in client.asked] == [one.url for one in twin.asked]
    return [str(request.url) for request in client.asked]


@pytest.mark.parametrize("at", ["operation", "path"])
@pytest.mark.parametrize(
    ("servers", "url"),
    [
        ([{"url": UPLOAD}], f"{UPLOAD}/files"),
        ([{"url": f"{UPLOAD}/"}, {"url": "https://second.example"}], f"{UPLOAD}/files"),
        ([{"url": "/other/v2"}], "https://api.example/other/v2/files"),
        ([{"url": "/"}], "https://api.example/files"),
        ([{"url": "https://api.example/v1"}], "https://api.example/v1/files"),
        (
            [{"url": "https://{region}.example:{port}/{v}", "variables": {
                "region": {"default": "eu"}, "port": {"default": "8443", "enum": ["8443", "443"]},
                "v": {"default": "v2"}}}],
            "https://eu.example:8443/v2/files",
        ),
        ([], "https://api.example/v1/files"),
    ],
)  # fmt: skip
def test_a_request_goes_to_the_server_of_its_operation(generate, at, servers, url):
    assert urls(generate(document(servers, at=at))) == [url, "https://api.example/v1/files"]


def test_an_operation_s_server_comes_before_its_path_s(generate):
    content = document([{"url": "https://path.example"}], at="path")
    content["paths"]["/files"]["post"] |= {"servers": [{"url": UPLOAD}]}
    assert urls(generate(content)) == [f"{UPLOAD}/files", "https://api.example/v1/files"]


@pytest.mark.parametrize(
    ("url", "variables", "found"),
    [
        ("https://{region}.api.example/{v}", {"region": "eu", "v": "v2"}, "https://eu.api.example/v2/files"),
        ("https://{region}.api.example/{v}", {"{region}": "eu", "{v}": "v2"}, "https://eu.api.example/v2/files"),
        ("{protocol}://{host}:{port}", {"protocol": "https", "host": "a.example", "port": "8108"},
         "https://a.example:8108/files"),
        ("https://api.example{base}", {"base": ""}, "https://api.example/files"),
        ("{whole}/v1", {"whole": "https://api.example"}, "https://api.example/v1/files"),
    ],
)  # fmt: skip
def test_variables_of_the_document_s_server_have_their_defaults(generate, url, variables, found):
    declared = {name: {"default": value} for name, value in variables.items()}
    package = generate(document([]) | {"servers": [{"url": url, "variables": declared}]})
    assert urls(package) == [found, found]


@pytest.mark.parametrize("default", ["{b}", "{odc-portal-domain}", "ODC_PORTAL_DOMAIN"])
def test_a_default_that_is_a_variable_itself_is_no_host(generate, monkeypatch, default):
    """P30: no place of the document is filled in with what another place says, nor with the portal."""
    monkeypatch.setenv("ODC_ACCESS_TOKEN", "of-the-portal")
    variables = {"a": {"default": default}, "b": {"default": "evil.example"}}
    package = generate(document([]) | {"servers": [{"url": "https://{a}/v1", "variables": variables}]})
    with pytest.raises(package.root.ConfigurationError, match="placeholder"):
        package.client(portal="acme.outsystems.dev", credentials=None)
    assert urls(package, base_urls={"api": "https://mine.example"})[0] == "https://mine.example/files"


@pytest.mark.parametrize(
    "server",
    [
        {"url": "https://{odc-portal-domain}/api/y", "variables": {"odc-portal-domain": {"default": "acme"}}},
        {"url": "https://{tenant}.example", "variables": {"tenant": {"default": "{tenant}"}}},
        {"url": "http://upload.example"},
    ],
)
def test_an_operation_that_is_nowhere_is_not_called_and_the_others_are(generate, server):
    """P30: neither the API's host nor the portal takes the place of a server that cannot be called."""
    package = generate(document([server]))
    for client in (package.client(204, credentials=None), package.client(204, portal=None, credentials=None)):
        with pytest.raises(
            package.root.ConfigurationError, match="which cannot be called: give base_urls="
        ) as told:
            client.api.files.send()
        assert client.asked == []
        client.api.files.get()
        assert str(client.asked[0].url) == "https://api.example/v1/files"
    assert server["url"] in str(told.value)
    assert urls(package, base_urls={server["url"]: UPLOAD})[0] == f"{UPLOAD}/files"


def test_another_stage_has_another_place_for_each_server(generate):
    package = generate(document([{"url": UPLOAD}]))
    bases = {"api": "https://test.example/v1", UPLOAD: "https://test-upload.example/x"}
    assert urls(package, base_urls=bases) == [
        "https://test-upload.example/x/files",
        "https://test.example/v1/files",
    ]
    with pytest.raises(package.root.ConfigurationError, match=f"unknown APIs: nix; there are api, {UPLOAD}"):
        package.client(base_urls={"nix": UPLOAD})
    with pytest.raises(package.root.ConfigurationError, match=f"the server {UPLOAD} of api is http://"):
        package.client(base_urls={UPLOAD: "http://upload.example"})


def test_the_api_s_own_credential_goes_to_the_servers_that_its_document_names(generate, monkeypatch):
    monkeypatch.setenv("SHOP_API_KEY", "k-1")
    content = document([{"url": UPLOAD}], components={"securitySchemes": KEY}, security=[{"key": []}])
    client = generate(content).client(204, portal=None, credentials=None)
    client.api.files.send()
    client.api.files.get()
    assert [request.headers["x-api-key"] for request in client.asked] == ["k-1", "k-1"]


def test_the_portal_s_token_stays_at_the_portal(generate):
    """P30: not even a document of the portal leads its token to another host."""
    package = generate(document([{"url": UPLOAD}], base="https://odc-portal-domain/api/x/v1"))
    assert [warning.rpartition("[")[2] for warning in package.ir.apis[0].warnings] == ["operation-elsewhere]"]
    client = package.client(204)
    client.api.files.send()
    client.api.files.get()
    assert [request.headers.get("authorization") for request in client.asked] == [None, "Bearer a-token"]
    assert [request.url.host for request in client.asked] == ["upload.example", "acme.test"]


@pytest.mark.parametrize("url", ["https://{odc-portal-domain}/api/other/v1", "/api/other/v1"])
def test_another_path_below_the_portal_gets_its_token(generate, url):
    package = generate(document([{"url": url}], base="https://{odc-portal-domain}/api/x/v1"))
    client = package.client(204)
    client.api.files.send()
    assert str(client.asked[0].url) == "https://acme.test/api/other/v1/files"
    assert client.asked[0].headers["authorization"] == "Bearer a-token"


def test_an_httpx_auth_goes_to_the_servers_of_its_api_and_no_further(generate):
    package = generate(document([{"url": UPLOAD}]))
    settings = {"portal": None, "credentials": httpx.BasicAuth("ann", "secret")}
    client = package.client(204, **settings)
    client.api.files.send()
    client.api.files.get()
    assert all(request.headers["authorization"].startswith("Basic ") for request in client.asked)

    class Elsewhere:
        def on_before_request(self, request):
            request.url = httpx.URL("https://evil.example/files")

    client = package.client(204, hooks=Elsewhere(), **settings)
    client.api.files.send()
    assert "authorization" not in client.asked[0].headers
