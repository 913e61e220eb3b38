"""Tokens of other issuers than ODC's portal, by OAuth 2 client credentials and OpenID Connect, on a wire."""

import httpx
import pytest

from tests.generating import run
from tests.runtime.auth.token_server import DISCOVERY, TOKEN, TokenServer

CLIENT = {"SHOP_CLIENT_ID": "client", "SHOP_CLIENT_SECRET": "s3cret-of-the-client"}
HOST = "https://shop.example/v1"


@pytest.fixture
def issuer():
    with TokenServer() as server:
        yield server


@pytest.fixture
def other():
    with TokenServer(prefix="other") as server:
        yield server


@pytest.fixture
def client_is_known(monkeypatch):
    for name, value in CLIENT.items():
        monkeypatch.setenv(name, value)


def shop(scheme, *operations, server=HOST, beside=None):
    """A document whose operations `/0`, `/1`, … ask for these scopes of one scheme."""
    beside = beside or {}
    paths = {
        f"/{number}": {
            "get": {
                "responses": {"204": {"description": ""}},
                "security": [{"own": scopes} | {name: [] for name in beside}],
                "x-odcgen-name": f"shops.call{number}",
            }
        }
        for number, scopes in enumerate(operations or ([],))
    }
    schemes = {"own": scheme} | beside
    return {"servers": [{"url": server}], "paths": paths, "components": {"securitySchemes": schemes}}


def oauth(token_url):
    flow = {"tokenUrl": token_url, "scopes": {"read": "", "write": ""}}
    return {"type": "oauth2", "flows": {"clientCredentials": flow}}


def openid(url):
    return {"type": "openIdConnect", "openIdConnectUrl": url}


def client_of(package, *answers, **settings):
    return package.client(*(answers or (204,)), **{"portal": None, "credentials": None} | settings)


def bearers(client):
    return [request.headers.get("authorization") for request in client.asked]


@pytest.mark.usefixtures("client_is_known")
class TestFromTheEnvironment:
    def test_one_token_serves_many_calls_of_both_clients(self, generate, issuer):
        """P71: a document's tokenUrl is where its client credentials are exchanged."""
        package = generate(shop(oauth(issuer.url + TOKEN)))
        client = client_of(package)
        for _ in range(3):
            client.api.shops.call0()
        twin = package.async_client(204, portal=None, credentials=None)

        async def call():
            await twin.api.shops.call0()

        run(call())
        assert bearers(client) + bearers(twin) == ["Bearer token-1"] * 4
        (asked,) = issuer.tokens
        assert asked.form == {
            "grant_type": "client_credentials",
            "client_id": "client",
            "client_secret": "s3cret-of-the-client",
        }

    def test_a_token_has_the_scopes_of_the_operation(self, generate, issuer, monkeypatch):
        document = shop(oauth(issuer.url + TOKEN), ["read"], ["read", "write"], ["read"], [])
        client = client_of(generate(document))
        for number in range(4):
            getattr(client.api.shops, f"call{number}")()
        assert bearers(client) == [f"Bearer token-{number}" for number in (1, 2, 1, 3)]
        assert [asked.form.get("scope") for asked in issuer.tokens] == ["read", "read write", None]

    def test_a_variable_says_another_scope(self, generate, issuer, monkeypatch):
        monkeypatch.setenv("SHOP_SCOPE", "api://shop/.default")
        client = client_of(generate(shop(oauth(issuer.url + TOKEN), ["read"], ["write"])))
        client.api.shops.call0()
        client.api.shops.call1()
        assert {asked.form["scope"] for asked in issuer.tokens} == {"api://shop/.default"}

    def test_a_relative_url_begins_where_the_api_is(self, generate, issuer):
        for relative, base in ((TOKEN, "/v1"), (TOKEN[1:], ""), (f"..{TOKEN}", "/v1")):
            client = client_of(generate(shop(oauth(relative), server=issuer.url + base)))
            client.api.shops.call0()
            assert bearers(client) == [f"Bearer token-{len(issuer.tokens)}"]
        assert len(issuer.tokens) == 3

    def test_a_refused_token_is_replaced_and_what_goes_with_it_stays(self, generate, issuer, monkeypatch):
        """The second attempt carries the key beside the token as well, and shows it no more."""
        monkeypatch.setenv("SHOP_API_KEY", "k-1234567")
        beside = {"key": {"type": "apiKey", "in": "query", "name": "key"}}
        client = client_of(generate(shop(oauth(issuer.url + TOKEN), beside=beside)), 401, 204)
        client.api.shops.call0()
        assert bearers(client) == ["Bearer token-1", "Bearer token-2"]
        assert [str(request.url) for request in client.asked] == [f"{HOST}/0?key=k-1234567"] * 2

    def test_a_refused_token_is_replaced_beside_a_key_of_a_source(self, generate, issuer):
        """The key stands behind the token in the document; the token is renewed all the same."""
        beside = {"key": {"type": "apiKey", "in": "header", "name": "X-API-Key"}}
        package = generate(shop(oauth(issuer.url + TOKEN), beside=beside))
        root = package.root
        given = root.ApiCredentials(
            own=root.ClientCredentials("client", "s3cret-of-the-client"), key=root.StaticToken("k-1234567")
        )
        client = client_of(package, 401, 204, credentials=given)
        client.api.shops.call0()
        assert bearers(client) == ["Bearer token-1", "Bearer token-2"]
        assert [request.headers["x-api-key"] for request in client.asked] == ["k-1234567"] * 2

    def test_an_unencrypted_token_endpoint_gets_no_secret(self, generate):
        package = generate(shop(oauth("http://issuer.example/token")))
        with pytest.raises(package.root.ConfigurationError, match="token endpoint is http://"):
            client_of(package).api.shops.call0()

    def test_the_configuration_tells_the_token_endpoint(self, generate, issuer):
        client = client_of(generate(shop(openid(issuer.url + DISCOVERY))))
        client.api.shops.call0()
        client.api.shops.call0()
        assert bearers(client) == ["Bearer token-1"] * 2
        assert (len(issuer.discoveries), len(issuer.tokens)) == (1, 1)

    def test_a_configuration_that_names_another_host_gets_no_secret_sent_there(
        self, generate, issuer, other, monkeypatch
    ):
        """P5: hosts that may get the secret are named by their exact names."""
        issuer.token_endpoint = other.url.replace("127.0.0.1", "localhost") + TOKEN
        package = generate(shop(openid(issuer.url + DISCOVERY)))
        with pytest.raises(package.root.DiscoveryError, match="is not on the configuration's host"):
            client_of(package).api.shops.call0()
        assert other.tokens == []
        monkeypatch.setenv("SHOP_TOKEN_HOSTS", "localhost")
        client = client_of(package)
        client.api.shops.call0()
        assert bearers(client) == ["Bearer other-1"]

    def test_who_trusts_no_environment_is_led_to_no_further_host(self, generate, issuer, other, monkeypatch):
        issuer.token_endpoint = other.url.replace("127.0.0.1", "localhost") + TOKEN
        monkeypatch.setenv("SHOP_TOKEN_HOSTS", "localhost")
        package = generate(shop(openid(issuer.url + DISCOVERY)))
        with pytest.raises(package.root.DiscoveryError, match=r"name it: .* or …_TOKEN_HOSTS=localhost"):
            package.root.ShopClient(trust_environment=False).api.shops.call0()
        assert other.tokens == []

    def test_a_configuration_that_is_not_there_blames_no_portal(self, generate, issuer):
        package = generate(shop(openid(f"{issuer.url}/nix/.well-known/openid-configuration")))
        with pytest.raises(package.root.DiscoveryError, match="answered 401: check it"):
            client_of(package).api.shops.call0()
        assert issuer.tokens == []

    def test_a_configuration_of_another_issuer_is_refused(self, generate, issuer):
        issuer.issuer = issuer.url + "/somebody-else"
        package = generate(shop(openid(issuer.url + DISCOVERY)))
        with pytest.raises(package.root.DiscoveryError, match="speaks for the issuer"):
            client_of(package).api.shops.call0()
        assert issuer.tokens == []

    def test_the_secret_is_nowhere_but_at_the_token_endpoint(self, generate, issuer, monkeypatch, caplog):
        """P71: neither the API nor a log sees it, and a refusal that echoes it is masked."""
        monkeypatch.setenv("SHOP_CLIENT_SECRET", "wrong-secret-1")
        caplog.set_level("DEBUG")
        package = generate(shop(oauth(issuer.url + TOKEN)))
        client = client_of(package)
        with pytest.raises(package.root.InvalidClient) as caught:
            client.api.shops.call0()
        assert client.asked == []
        assert "wrong-secret-1" not in caplog.text + str(caught.value)


class TestGiven:
    def test_client_credentials_learn_the_token_endpoint_of_the_document(self, generate, issuer):
        package = generate(shop(oauth(issuer.url + TOKEN), ["read"]))
        source = package.root.ClientCredentials("client", "s3cret-of-the-client")
        for given in (source, package.root.ApiCredentials(own=source)):
            client = client_of(package, credentials=given)
            client.api.shops.call0()
            assert bearers(client) == ["Bearer token-1"]
        assert [asked.form["scope"] for asked in issuer.tokens] == ["read"]

    def test_a_file_with_an_id_and_a_secret_is_as_good(self, generate, issuer, tmp_path):
        package = generate(shop(oauth(issuer.url + TOKEN)))
        file = tmp_path / "credentials.json"
        file.write_text('{"client_id": "client", "client_secret": "s3cret-of-the-client"}')
        client = client_of(package, credentials=package.root.TokenFile(file))
        client.api.shops.call0()
        assert bearers(client) == ["Bearer token-1"]

    @pytest.mark.parametrize(
        "scheme", [{"type": "http", "scheme": "bearer"}, {"type": "apiKey", "in": "header", "name": "X"}]
    )
    def test_a_secret_is_not_exchanged_where_no_document_says(self, generate, issuer, monkeypatch, scheme):
        """P30: neither at the API's own host nor at ODC's portal, whose token would go to this API."""
        monkeypatch.setenv("ODC_PORTAL_DOMAIN", issuer.url)
        package = generate(shop(scheme))
        source = package.root.ClientCredentials("client", "s3cret-of-the-client")
        with pytest.raises(package.root.ConfigurationError, match="names no token endpoint"):
            client_of(package, credentials=source).api.shops.call0()
        assert issuer.tokens == issuer.discoveries == []

    def test_a_portal_that_the_caller_names_issues_the_token(self, generate, issuer):
        package = generate(shop({"type": "http", "scheme": "bearer"}))
        source = package.root.ClientCredentials("client", "s3cret-of-the-client", portal=issuer.url)
        client = client_of(package, credentials=source)
        client.api.shops.call0()
        assert bearers(client) == ["Bearer token-1"]

    def test_a_token_endpoint_is_asked_as_it_is_written(self, generate):
        """A slash at its end, and a query, belong to it."""
        asked = []

        def answer(request):
            asked.append(str(request.url))
            return httpx.Response(200, json={"access_token": "t-1", "expires_in": 60})

        package = generate(shop({"type": "http", "scheme": "bearer"}))
        endpoint = "https://issuer.example/token/?tenant=a"
        source = package.root.ClientCredentials(
            "client", "secret", token_endpoint=endpoint, transport=httpx.MockTransport(answer)
        )
        client_of(package, credentials=source).api.shops.call0()
        assert asked == [endpoint]
