"""`odcgen specs add`: the REST API of an app becomes one more part of the client."""

import json
import shutil
import tomllib
from base64 import b64encode
from pathlib import Path

import httpx
import pytest

from tests.behaviour.conftest import contents
from tests.generating import Package, as_sent, run

SWAGGER = Path(__file__).with_name("data") / "shop-swagger.json"
CONFIG = """\
# my client
[package]
name = "acme_client"
out = "."

[[documents]]
name = "subscription"   # ODC's own
"""
URL = "https://acme.outsystems.app/Shop/rest/v1"


@pytest.fixture
def folder(tmp_path):
    """A project with one of ODC's APIs, and an app's document beside it."""
    (tmp_path / "odcgen.toml").write_text(CONFIG)
    shutil.copy(SWAGGER, tmp_path / "swagger.json")
    return tmp_path


@pytest.fixture
def package(folder, odcgen):
    """The client with the app's API in it."""
    assert odcgen("specs", "add", "shop", "swagger.json").status == 0
    assert odcgen("generate").status == 0
    package = Package(folder / "acme_client")
    yield package
    package.forget()


class Hosts:
    """ODC's portal and the app, and what both were asked."""

    def __init__(self):
        self.asked = []

    def __call__(self, request):
        self.asked.append(as_sent(request))
        if request.url.host.endswith(".app"):
            return httpx.Response(200, json=[{"Id": 7, "CustomerName": "Ann", "Total": None}])
        return httpx.Response(200, json={})

    @property
    def authorizations(self):
        return [request.headers.get("authorization") for request in self.asked]


def client_of(package, hosts, **settings):
    """A client of the portal, with a token for it."""
    settings = {"credentials": package.root.StaticToken("portal-token")} | settings
    http = httpx.Client(transport=httpx.MockTransport(hosts))
    return package.root.AcmeClient("acme.outsystems.dev", http_client=http, **settings)


def swagger(**members):
    return json.loads(SWAGGER.read_text()) | members


def test_adding_tells_what_it_did(folder, odcgen):
    done = odcgen("specs", "add", "shop", "swagger.json")
    assert done.status == 0
    assert f"added shop: 4 operations at {URL}" in done.out
    assert "ODC_SHOP_ACCESS_TOKEN, or ODC_SHOP_USERNAME and ODC_SHOP_PASSWORD" in done.out
    assert "repaired by match_required_names at /components/schemas/Order/required/0" in done.err
    text = (folder / "odcgen.toml").read_text()
    assert text.startswith(CONFIG)
    assert tomllib.loads(text)["documents"][1] == {
        "name": "shop",
        "path": "specs/shop.json",
        "source": "swagger.json",
        "credentials": "ODC_SHOP",
    }
    document = json.loads((folder / "specs" / "shop.json").read_bytes())
    assert document["info"]["description"] == "The orders of a shop."
    assert document["components"]["schemas"]["Order"]["required"] == ["CustomerName", "Id"]
    assert tomllib.loads((folder / "specs" / "fetched.toml").read_text())["shop"]["texts"] == "kept"


def test_the_app_gets_its_own_name_and_password_and_the_portal_its_token(package, monkeypatch):
    monkeypatch.setenv("ODC_SHOP_USERNAME", "ann")
    monkeypatch.setenv("ODC_SHOP_PASSWORD", "pass:word")
    hosts = Hosts()
    with client_of(package, hosts) as client:
        (order,) = client.shop.orders.list(status=["New", "Paid"])
        client.subscription.organization_configurations.get()
    assert (order.id, order.customer_name, order.total) == (7, "Ann", None)
    assert str(hosts.asked[0].url) == f"{URL}/orders?Status=New&Status=Paid"
    basic = "Basic " + b64encode(b"ann:pass:word").decode()
    assert hosts.authorizations == [basic, "Bearer portal-token"]
    assert "pass" not in repr(hosts.asked[0].headers)


def test_the_app_may_take_a_token_which_is_read_at_each_request(package, monkeypatch):
    hosts = Hosts()
    with client_of(package, hosts) as client:
        for token in ("one", "two"):
            monkeypatch.setenv("ODC_SHOP_ACCESS_TOKEN", token)
            client.shop.orders.list()
    assert hosts.authorizations == ["Bearer one", "Bearer two"]


def test_the_async_client_does_the_same(package, monkeypatch):
    monkeypatch.setenv("ODC_SHOP_ACCESS_TOKEN", "own")
    hosts = Hosts()

    async def call():
        http = httpx.AsyncClient(transport=httpx.MockTransport(hosts))
        credentials = package.root.StaticToken("portal-token")
        async with package.root.AsyncAcmeClient(
            "acme.outsystems.dev", credentials=credentials, http_client=http
        ) as client:
            await client.shop.orders.list()
            await client.subscription.organization_configurations.get()

    run(call())
    assert hosts.authorizations == ["Bearer own", "Bearer portal-token"]


@pytest.mark.parametrize(
    ("variables", "message"),
    [
        ({}, "neither ODC_SHOP_ACCESS_TOKEN nor ODC_SHOP_USERNAME and ODC_SHOP_PASSWORD is set"),
        ({"ODC_SHOP_USERNAME": "ann"}, "only one of ODC_SHOP_USERNAME and ODC_SHOP_PASSWORD is set"),
        ({"ODC_SHOP_ACCESS_TOKEN": "two words"}, "ODC_SHOP_ACCESS_TOKEN holds a blank"),
    ],
)
def test_without_its_own_credentials_the_app_is_not_called(package, monkeypatch, variables, message):
    """P30: the portal's token goes to no other host, not even for want of another credential."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    hosts = Hosts()
    with client_of(package, hosts) as client, pytest.raises(package.root.AuthenticationError, match=message):
        client.shop.orders.list()
    assert hosts.asked == []


def test_credentials_may_be_given_to_the_client(package):
    hosts = Hosts()
    with client_of(package, hosts, api_credentials={"shop": package.root.StaticToken("given")}) as client:
        client.shop.orders.list()
    with client_of(package, hosts, api_credentials={"shop": httpx.BasicAuth("ann", "secret")}) as client:
        client.shop.orders.list()
    assert hosts.authorizations == ["Bearer given", "Basic " + b64encode(b"ann:secret").decode()]


def test_credentials_for_an_unknown_api_are_refused(package):
    with pytest.raises(package.root.ConfigurationError, match="api_credentials names unknown APIs: nix"):
        client_of(package, Hosts(), api_credentials={"nix": package.root.StaticToken("a")})


def test_the_app_needs_no_portal(package, monkeypatch):
    monkeypatch.setenv("ODC_SHOP_ACCESS_TOKEN", "own")
    monkeypatch.delenv("ODC_PORTAL_DOMAIN", raising=False)
    hosts = Hosts()
    http = httpx.Client(transport=httpx.MockTransport(hosts))
    with package.root.AcmeClient(http_client=http) as client:
        client.shop.orders.list()
        with pytest.raises(package.root.ConfigurationError, match="subscription has no base URL"):
            client.subscription  # noqa: B018 - asking is enough
    assert hosts.authorizations == ["Bearer own"]


def test_another_stage_has_another_url_and_the_same_credentials(package, monkeypatch):
    monkeypatch.setenv("ODC_SHOP_ACCESS_TOKEN", "own")
    hosts = Hosts()
    with client_of(package, hosts, base_urls={"shop": "https://test.outsystems.app/Shop"}) as client:
        client.shop.orders.list()
    assert str(hosts.asked[0].url) == "https://test.outsystems.app/Shop/orders"
    assert hosts.authorizations == ["Bearer own"]


def test_an_api_that_asks_for_no_credentials_is_sent_none(folder, odcgen):
    public = swagger()
    del public["securityDefinitions"], public["security"]
    (folder / "public.json").write_text(json.dumps(public))
    assert "so none are sent" in odcgen("specs", "add", "shop", "public.json").out
    assert 'credentials = "none"' in (folder / "odcgen.toml").read_text()
    assert odcgen("generate").status == 0
    package, hosts = Package(folder / "acme_client"), Hosts()
    with client_of(package, hosts) as client:
        client.shop.orders.list()
    assert hosts.authorizations == [None]


def test_a_document_without_a_host_needs_a_base_url(folder, odcgen):
    relative = swagger()
    del relative["host"]
    (folder / "relative.json").write_text(json.dumps(relative))
    before = contents(folder)
    done = odcgen("specs", "add", "shop", "relative.json")
    assert (done.status, done.err.splitlines()[-1]) == (
        2,
        "error: the document does not say where the API is. Say it with --base-url.",
    )
    assert contents(folder) == before
    other = "https://test.outsystems.app/Shop"
    assert odcgen("specs", "add", "shop", "relative.json", "--base-url", other).status == 0
    assert f'base_url = "{other}"' in (folder / "odcgen.toml").read_text()
    assert odcgen("generate").status == 0
    assert f'"shop": "{other}"' in (folder / "acme_client" / "auth.py").read_text()


def test_openapi_3_is_taken_as_it_is(folder, odcgen):
    answers = {"204": {"description": "ok"}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Stock", "version": "1"},
        "servers": [{"url": "https://acme.outsystems.app/Stock"}],
        "security": [{"key": []}],
        "components": {"securitySchemes": {"key": {"type": "http", "scheme": "bearer"}}},
        "paths": {"/items/{id}": {"delete": {"responses": answers, "parameters": [
            {"name": "id", "in": "path", "required": True, "schema": {"type": ["string", "null"]}}]}}},
    }  # fmt: skip
    (folder / "stock.yaml").write_text(json.dumps(document))
    assert odcgen("specs", "add", "stock", "stock.yaml", "--credentials", "ACME_STOCK").status == 0
    assert 'credentials = "ACME_STOCK"' in (folder / "odcgen.toml").read_text()
    assert odcgen("generate").status == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["subscription", "swagger.json"], "odcgen.toml has a document named subscription already"),
        (["Shop", "swagger.json"], "'Shop' cannot be the name of an API"),
        (["class", "swagger.json"], "'class' cannot be the name of an API"),
        (["close", "swagger.json"], "'close' cannot be the name of an API"),
        (["shop", "nix.json"], "it cannot be read: No such file or directory"),
        (["shop", "http://acme.example/swagger.json"], "not https"),
        (["shop", "swagger.json", "--base-url", "acme"], "base_url of shop must be an absolute URL"),
        (["shop", "swagger.json", "--credentials", "my shop"], "credentials of shop must be the prefix"),
        (["shop", "odcgen.toml"], "not valid"),
    ],
)
def test_what_cannot_be_added_changes_nothing(folder, odcgen, arguments, message):
    before = contents(folder)
    done = odcgen("specs", "add", *arguments)
    assert done.status in (1, 2)
    assert done.err.startswith("error: ")
    assert message in done.err
    assert contents(folder) == before


def test_another_document_of_the_same_name_is_not_overwritten(folder, odcgen):
    (folder / "specs").mkdir()
    (folder / "specs" / "shop.json").write_text("{}")
    done = odcgen("specs", "add", "shop", "swagger.json")
    assert (done.status, (folder / "specs" / "shop.json").read_text()) == (2, "{}")
    assert "specs/shop.json is there already" in done.err


def test_documents_written_as_one_list_are_left_to_the_user(folder, odcgen):
    (folder / "odcgen.toml").write_text('documents = [{name = "subscription"}]\n')
    before = contents(folder)
    done = odcgen("specs", "add", "shop", "swagger.json")
    assert done.status == 2
    assert "nothing can be appended to odcgen.toml" in done.err
    assert 'Add it yourself: name = "shop"' in done.err
    assert contents(folder) == before


def test_a_selection_is_mentioned(folder, odcgen):
    (folder / "odcgen.toml").write_text(CONFIG + '[selection]\napis = ["subscription"]\n')
    assert "put 'shop' into apis there" in odcgen("specs", "add", "shop", "swagger.json").out


def test_an_added_document_is_pulled_from_its_source(folder, odcgen):
    assert odcgen("specs", "add", "shop", "swagger.json").status == 0
    newer = swagger()
    del newer["paths"]["/orders/{Id}/attachment"]
    (folder / "swagger.json").write_text(json.dumps(newer))
    done = odcgen("specs", "pull", "shop")
    assert done.status == 0
    assert "shop: wire breaking" in done.out
    assert "/attachment" not in (folder / "specs" / "shop.json").read_text()


def test_an_app_with_an_api_key_works(folder, odcgen, monkeypatch):
    """P71: Swagger 2.0 with `X-API-Key`, from the document to the wire."""
    keyed = swagger(
        securityDefinitions={"key": {"type": "apiKey", "in": "header", "name": "X-API-Key"}},
        security=[{"key": []}],
    )
    (folder / "keyed.json").write_text(json.dumps(keyed))
    assert "its credentials: ODC_SHOP_API_KEY\n" in odcgen("specs", "add", "shop", "keyed.json").out
    assert odcgen("generate").status == 0
    monkeypatch.setenv("ODC_SHOP_API_KEY", "k-1234567")
    package, hosts = Package(folder / "acme_client"), Hosts()
    with client_of(package, hosts) as client:
        client.shop.orders.list()
        client.subscription.organization_configurations.get()
    assert [request.headers.get("x-api-key") for request in hosts.asked] == ["k-1234567", None]
    assert hosts.authorizations == [None, "Bearer portal-token"]
    package.forget()


@pytest.mark.parametrize(
    ("scheme", "told"),
    [
        ({"type": "apiKey", "in": "query", "name": "key"}, "ODC_SHOP_API_KEY"),
        ({"type": "basic"}, "ODC_SHOP_ACCESS_TOKEN, or ODC_SHOP_USERNAME and ODC_SHOP_PASSWORD"),
        (
            {"type": "oauth2", "flow": "application", "tokenUrl": "https://i.example/t", "scopes": {}},
            "ODC_SHOP_ACCESS_TOKEN, or ODC_SHOP_CLIENT_ID and ODC_SHOP_CLIENT_SECRET",
        ),
        (
            {"type": "oauth2", "flow": "implicit", "authorizationUrl": "https://i.example/a", "scopes": {}},
            "ODC_SHOP_ACCESS_TOKEN",
        ),
    ],
)
def test_each_kind_of_swagger_tells_its_variables(folder, odcgen, scheme, told):
    own = swagger(securityDefinitions={"own": scheme}, security=[{"own": []}])
    (folder / "own.json").write_text(json.dumps(own))
    assert f"its credentials: {told}\n" in odcgen("specs", "add", "shop", "own.json").out


@pytest.mark.parametrize(
    "server",
    [
        "https://odc_portal_domain.evil.example/x",
        "https://evil.example/ODC_PORTAL_DOMAIN/x",
        "https://evil.example/{odc-portal-domain}/x",
        "https://evil.example/x?to=odc-portal-domain",
        "https://ODC_PORTAL_DOMAIN@evil.example/x",
    ],
)
def test_a_host_that_only_mentions_the_portal_is_not_the_portal(folder, odcgen, monkeypatch, server):
    """P30: what is added by mistake is sent no token of the portal."""
    document = {
        "openapi": "3.0.3",
        "info": {"title": "Evil", "version": "1"},
        "servers": [{"url": server, "variables": {"odc-portal-domain": {"default": "x"}}}],
        "components": {"securitySchemes": {"b": {"type": "http", "scheme": "bearer"}}},
        "security": [{"b": []}],
        "paths": {"/items": {"get": {"responses": {"204": {"description": ""}}}}},
    }
    (folder / "evil.json").write_text(json.dumps(document))
    done = odcgen("specs", "add", "evil", "evil.json")
    assert "those of the other ODC APIs" not in done.out
    if done.status or odcgen("generate").status:
        return
    monkeypatch.setenv("ODC_ACCESS_TOKEN", "portal-token")
    package, hosts = Package(folder / "acme_client"), Hosts()
    assert not any(
        api == "evil"
        for api in package.module("auth").BASE_PATHS
        if api not in package.module("auth").SCHEMES
    )
    try:
        client = client_of(package, hosts)
        client.evil.items.get()
    except (package.root.ConfigurationError, package.root.AuthenticationError):
        pass
    assert hosts.asked == []
    package.forget()


def test_a_document_of_the_portal_gets_the_credentials_of_the_others(folder, odcgen):
    document = {
        "openapi": "3.0.3",
        "info": {"title": "More", "version": "1"},
        "servers": [{"url": "https://{odc-portal-domain}/api/more/v1",
                     "variables": {"{odc-portal-domain}": {"default": "x"}}}],
        "paths": {"/items": {"get": {"responses": {"204": {"description": ""}}}}},
    }  # fmt: skip
    (folder / "more.json").write_text(json.dumps(document))
    assert "those of the other ODC APIs" in odcgen("specs", "add", "more", "more.json").out
    assert "credentials" not in (folder / "odcgen.toml").read_text()
