"""Credentials go where they belong: each operation is sent what its document asks for, and no more."""

import itertools
import logging
import threading
from base64 import b64encode
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest
import yaml
from odcgen.errors import OdcgenError

from tests.generating import as_sent, run

HOST = "https://shop.example/v1"
SCHEMES = {
    "key": {"type": "apiKey", "in": "header", "name": "X-API-Key"},
    "query": {"type": "apiKey", "in": "query", "name": "api key"},
    "cookie": {"type": "apiKey", "in": "cookie", "name": "sid"},
    "again": {"type": "apiKey", "in": "header", "name": "x-api-key"},
    "raw": {"type": "apiKey", "in": "header", "name": "Authorization"},
    "basic": {"type": "http", "scheme": "Basic"},
    "bearer": {"type": "http", "scheme": "bearer"},
    "oauth": {
        "type": "oauth2",
        "flows": {"clientCredentials": {"tokenUrl": "https://issuer.example/token/", "scopes": {"read": ""}}},
    },
    "person": {
        "type": "oauth2",
        "flows": {"authorizationCode": {"authorizationUrl": "https://i.example/a", "tokenUrl": "https://i.example/t",
                                        "scopes": {}}},
    },
    "openid": {"type": "openIdConnect", "openIdConnectUrl": "https://issuer.example/.well-known/openid-configuration"},
    "digest": {"type": "http", "scheme": "digest"},
    "mtls": {"type": "mutualTLS"},
}  # fmt: skip
BASIC = "Basic " + b64encode("ann:pass:wörd".encode()).decode()
EMPTY = {"responses": {"204": {"description": ""}}}
NOTHING: dict = {}


def shop(security, *, root=None, server=HOST, **operation):
    """A document of one operation, `GET /orders?page=`, which asks for these of the schemes."""
    named = {name for needs in [*(security or ()), *(root or ())] for name in needs}
    found = {"parameters": [{"name": "page", "in": "query", "schema": {"type": "string"}}]}
    found |= EMPTY | operation
    if security is not None:
        found["security"] = security
    content = {
        "openapi": "3.1.0",
        "servers": [{"url": server}],
        "paths": {"/orders": {"get": found}},
        "components": {"securitySchemes": {name: SCHEMES[name] for name in SCHEMES if name in named}},
    }
    return content if root is None else content | {"security": root}


@pytest.fixture(scope="module")
def made(generate):
    """The package of a document; the same document is generated once."""
    packages = {}

    def make(content, **choices):
        key = yaml.safe_dump([content, sorted(choices.items())])
        if key not in packages:
            packages[key] = generate(content, **choices)
        return packages[key]

    return make


def sent(package, *, asynchronous=False, answers=(204,), method="get", arguments=None, **settings):
    """The request of a call of the only operation."""
    settings = {"portal": None, "credentials": None} | settings
    arguments = {"page": "a/b c"} if arguments is None else arguments
    if asynchronous:
        client = package.async_client(*answers, **settings)

        async def call():
            await getattr(client.api.orders, method)(**arguments)

        run(call())
    else:
        client = package.client(*answers, **settings)
        getattr(client.api.orders, method)(**arguments)
    return client.asked[-1]


def carried(request):
    """All of a request that may be a credential, as it stood on the wire."""
    query = [pair for pair in request.url.query.decode().split("&") if pair and not pair.startswith("page=")]
    found = {"query": "&".join(query)} if query else {}
    headers = ("authorization", "x-api-key", "cookie")
    return found | {name: request.headers[name] for name in headers if name in request.headers}


PAIR = {"SHOP_USERNAME": "ann", "SHOP_PASSWORD": "pass:wörd"}
KEY, TOKEN = {"SHOP_API_KEY": "k-1234567"}, {"SHOP_ACCESS_TOKEN": "t-1234567"}
CASES = {
    "none": ([], {**KEY, **TOKEN}, NOTHING),
    "header": ([{"key": []}], KEY, {"x-api-key": "k-1234567"}),
    "query": ([{"query": []}], {"SHOP_API_KEY": "a&b=c/ä"}, {"query": "api%20key=a%26b%3Dc%2F%C3%A4"}),
    "cookie": ([{"cookie": []}], KEY, {"cookie": "sid=k-1234567"}),
    "key in Authorization": ([{"raw": []}], {"SHOP_API_KEY": "Token abc"}, {"authorization": "Token abc"}),
    "basic": ([{"basic": []}], PAIR, {"authorization": BASIC}),
    "a password as it is": ([{"basic": []}], {"SHOP_USERNAME": "ann", "SHOP_PASSWORD": " pass \n"},
                            {"authorization": "Basic " + b64encode(b"ann: pass ").decode()}),
    "bearer": ([{"bearer": []}], TOKEN, {"authorization": "Bearer t-1234567"}),
    "a token that a person got": ([{"person": []}], TOKEN, {"authorization": "Bearer t-1234567"}),
    "oauth with a token": ([{"oauth": ["read"]}], TOKEN, {"authorization": "Bearer t-1234567"}),
    "openid with a token": ([{"openid": []}], TOKEN, {"authorization": "Bearer t-1234567"}),
    "first of two": ([{"key": []}, {"basic": []}], KEY | PAIR, {"x-api-key": "k-1234567"}),
    "second of two": ([{"key": []}, {"basic": []}], PAIR, {"authorization": BASIC}),
    "both": ([{"key": [], "bearer": []}], KEY | TOKEN,
             {"x-api-key": "k-1234567", "authorization": "Bearer t-1234567"}),
    "three places": ([{"key": [], "query": [], "cookie": []}],
                     {"SHOP_KEY_API_KEY": "one-1", "SHOP_QUERY_API_KEY": "two-2",
                      "SHOP_COOKIE_API_KEY": "three"},
                     {"x-api-key": "one-1", "query": "api%20key=two-2", "cookie": "sid=three"}),
    "half of a combination, so the other": ([{"key": [], "bearer": []}, {"basic": []}], KEY | PAIR,
                                            {"authorization": BASIC}),
    "optional, and there": ([{}, {"key": []}], KEY, {"x-api-key": "k-1234567"}),
    "optional, and not there": ([{"key": []}, {}], {}, NOTHING),
    "one that is not served beside another": ([{"mtls": []}, {"key": []}], KEY, {"x-api-key": "k-1234567"}),
}  # fmt: skip


@pytest.mark.parametrize("asynchronous", [False, True])
@pytest.mark.parametrize("case", CASES)
def test_an_operation_is_sent_what_it_asks_for(made, monkeypatch, case, asynchronous):
    """P71: each kind of scheme, in each place, alone, in alternatives and in combinations."""
    security, variables, expected = CASES[case]
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    request = sent(made(shop(security)), asynchronous=asynchronous)
    assert carried(request) == expected
    assert str(request.url).startswith(f"{HOST}/orders?page=a%2Fb%20c")


@pytest.mark.parametrize(
    ("security", "root", "expected"),
    [
        (None, None, NOTHING),
        (None, [{"key": []}], {"x-api-key": "k-1234567"}),
        ([], [{"key": []}], NOTHING),
        ([{}], [{"key": []}], NOTHING),
        ([{"bearer": []}], [{"key": []}], {"authorization": "Bearer t-1234567"}),
    ],
)
def test_what_an_operation_says_comes_before_what_the_document_says(
    made, monkeypatch, security, root, expected
):
    for name, value in (KEY | TOKEN).items():
        monkeypatch.setenv(name, value)
    assert carried(sent(made(shop(security, root=root)))) == expected


MISSING = {
    "header": ([{"key": []}], {}, r"api\.orders\.get is not called without .* SHOP_API_KEY is not set"),
    "half a pair": ([{"basic": []}], {"SHOP_USERNAME": "ann"}, "only one of SHOP_USERNAME and SHOP_PASSWORD"),
    "half a client": ([{"oauth": []}], {"SHOP_CLIENT_ID": "ann"},
                      "only one of SHOP_CLIENT_ID and SHOP_CLIENT_SECRET"),
    "no client": ([{"oauth": []}], {},
                  "neither SHOP_ACCESS_TOKEN nor SHOP_CLIENT_ID and SHOP_CLIENT_SECRET is set"),
    "two ways": ([{"key": []}, {"basic": []}], {},
                 r"SHOP_API_KEY is not set \(key\); or SHOP_USERNAME and SHOP_PASSWORD are not set"),
    "a token of two words": ([{"bearer": []}], {"SHOP_ACCESS_TOKEN": "a b"}, "ACCESS_TOKEN holds a blank"),
    "a key of two lines": ([{"key": []}], {"SHOP_API_KEY": "a\nb"}, "characters that no header can carry"),
    "a key of two cookies": ([{"cookie": []}], {"SHOP_API_KEY": "a; admin=1"},
                             "characters that no cookie can carry"),
    "mutual TLS": ([{"mtls": []}], KEY, "asks for a client certificate"),
    "digest": ([{"digest": []}], PAIR, "is an HTTP scheme other than basic and bearer"),
    "a name that ends early": ([{"basic": []}], PAIR | {"SHOP_USERNAME": "ann:x"},
                               "the name for basic holds a colon"),
    "two Authorization headers": ([{"basic": [], "bearer": []}], PAIR | TOKEN, "cannot be sent together"),
    "two keys of one name": ([{"key": [], "again": []}], {"SHOP_KEY_API_KEY": "a", "SHOP_AGAIN_API_KEY": "b"},
                             "cannot be sent together"),
    "one of a combination": ([{"key": [], "mtls": []}], KEY, "asks for a client certificate"),
}  # fmt: skip


@pytest.mark.parametrize("case", MISSING)
def test_what_cannot_be_attached_is_an_error_before_anything_is_sent(made, monkeypatch, case):
    """P71: no request leaves without the credentials that it needs."""
    security, variables, message = MISSING[case]
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    package = made(shop(security))
    client = package.client(204, portal=None, credentials=None)
    with pytest.raises(package.root.AuthenticationError, match=message):
        client.api.orders.get()
    assert client.asked == []


@pytest.mark.parametrize(
    ("security", "warning"),
    [
        ([{"mtls": []}], "'mtls' asks for a client certificate"),
        ([{"digest": []}, {"key": []}], "'digest' is an HTTP scheme other than basic and bearer"),
        ([{"basic": [], "bearer": []}], "basic and bearer cannot be sent together"),
        ([{"key": [], "again": []}], "key and again cannot be sent together"),
        ([{"key": [], "basic": []}], None),
        ([{"oauth": []}, {"openid": []}, {}], None),
    ],
)
def test_what_is_not_served_is_a_warning(made, security, warning):
    (api,) = made(shop(security)).ir.apis
    assert len(api.warnings) == (warning is not None)
    assert all(warning in one for one in api.warnings)


def test_credentials_that_no_operation_asks_for_are_a_warning(generate):
    document = shop(None) | {"components": {"securitySchemes": {"key": SCHEMES["key"]}}}
    assert "but no operation asks for them" in generate(document).ir.apis[0].warnings[0]


@pytest.mark.parametrize(
    ("field", "place"),
    [("Content-Length", "header"), ("host", "header"), ("a b", "header"), ("a;b", "cookie"), ("", "query")],
)
def test_a_key_under_a_name_that_cannot_be_sent_is_not_served(generate, field, place):
    document = shop([{"key": []}])
    document["components"]["securitySchemes"]["key"] = {"type": "apiKey", "in": place, "name": field}
    package = generate(document)
    assert "is a key" in package.ir.apis[0].warnings[0]
    with pytest.raises(package.root.AuthenticationError):
        package.client(204, portal=None, credentials=None).api.orders.get()


@pytest.mark.parametrize("field", ["Accept", "accept-encoding", "Content-Type", "User-Agent"])
def test_a_key_in_a_header_that_each_request_has_is_not_taken_for_one_that_is_there(
    generate, monkeypatch, field
):
    """P71: the client's own header is no key of the caller's."""
    monkeypatch.setenv("SHOP_API_KEY", "k-1234567")
    document = shop([{"key": []}])
    document["components"]["securitySchemes"]["key"] = SCHEMES["key"] | {"name": field}
    package = generate(document)
    assert "that the client sets itself" in package.ir.apis[0].warnings[0]
    client = package.client(204, portal=None, credentials=None)
    with pytest.raises(package.root.AuthenticationError, match="that the client sets itself"):
        client.api.orders.get()
    assert client.asked == []


@pytest.mark.parametrize("requirement", ["key", ["key"], {"key": "read"}, {"key": None}, None, 1])
def test_a_requirement_that_is_none_is_never_taken_for_an_open_door(generate, requirement):
    """P71: what the document means by it is not guessed."""
    document = shop([{"key": []}])
    document["paths"]["/orders"]["get"] = EMPTY | {"security": [requirement]}
    with pytest.raises(OdcgenError, match="/paths/~1orders/get/security/0"):
        generate(document)


def test_schemes_may_be_called_anything(generate):
    """No name of a document hides what the class of the credentials uses itself."""
    names = [
        "self",
        "super",
        "str",
        "None",
        "class",
        "def",
        "api",
        "values",
        "Self",
        "a-b",
        "a_b",
        "ключ",
        "1",
        "",
    ]
    document = shop([{name: [] for name in names}])
    keys = {name: {"type": "apiKey", "in": "header", "name": f"X-{n}"} for n, name in enumerate(names)}
    document["components"]["securitySchemes"] = keys
    package = generate(document)
    (api,) = package.ir.apis
    values = {scheme.name: f"k-{n}" for n, scheme in enumerate(api.schemes)}
    assert len(values) == len(names)
    request = sent(package, credentials=package.root.ApiCredentials(**values))
    for number, _ in enumerate(names):
        assert request.headers[f"x-{number}"] == f"k-{number}"


class TestGiven:
    """What the caller gives takes the place of the environment."""

    def credentials(self, package, **values):
        return package.root.ApiCredentials(**values)

    @pytest.mark.parametrize("asynchronous", [False, True])
    def test_by_the_names_of_the_schemes(self, made, asynchronous):
        package = made(shop([{"key": [], "bearer": []}]))
        for bearer in ("given", package.root.Secret("given"), package.root.StaticToken("given")):
            for key in ("k-1", package.root.StaticToken("k-1"), lambda: package.root.Credential("k-1")):
                given = self.credentials(package, key=key, bearer=bearer)
                request = sent(package, credentials=given, asynchronous=asynchronous)
                assert carried(request) == {"x-api-key": "k-1", "authorization": "Bearer given"}

    def test_as_a_pair(self, made):
        package = made(shop([{"basic": []}]))
        given = self.credentials(package, basic=("ann", "pass:wörd"))
        assert carried(sent(package, credentials=given)) == {"authorization": BASIC}
        assert "ann" not in repr(given)
        assert "pass" not in repr(given)

    def test_as_a_source_for_the_scheme_that_takes_a_token(self, made):
        package = made(shop([{"bearer": []}, {"key": []}]))
        request = sent(package, credentials=package.root.StaticToken("given"))
        assert carried(request) == {"authorization": "Bearer given"}

    def test_as_a_source_of_the_only_key(self, made):
        package = made(shop([{"query": []}]))
        assert carried(sent(package, credentials=package.root.StaticToken("k"))) == {"query": "api%20key=k"}

    def test_as_any_httpx_auth_for_all_that_asks(self, made):
        """P71: a scheme that is not served is served by the caller."""
        for security in ([{"mtls": []}], [{"key": []}, {"digest": []}], [{"basic": []}]):
            request = sent(made(shop(security)), credentials=httpx.BasicAuth("ann", "pass:wörd"))
            assert carried(request) == {"authorization": BASIC}
        assert carried(sent(made(shop([])), credentials=httpx.BasicAuth("ann", "p"))) == NOTHING

    def test_as_an_httpx_auth_for_one_scheme_of_a_combination(self, made, monkeypatch):
        package = made(shop([{"key": [], "digest": []}]))
        asks = httpx.Response(401, headers={"WWW-Authenticate": 'Digest realm="r", nonce="n", qop="auth"'})
        given = self.credentials(package, key="k-1", digest=httpx.DigestAuth("ann", "secret"))
        request = sent(package, credentials=given, answers=(asks, 204))
        assert request.headers["x-api-key"] == "k-1"
        assert request.headers["authorization"].startswith('Digest username="ann", realm="r"')

    def test_a_client_certificate_is_told_by_an_auth_that_attaches_nothing(self, made):
        """P71: the connection shows it, `verify` holds it, and what goes with it is attached."""
        package = made(shop([{"key": [], "mtls": []}]))
        given = self.credentials(package, key="k-1", mtls=httpx.Auth())
        assert carried(sent(package, credentials=given)) == {"x-api-key": "k-1"}

    def test_to_an_operation_of_a_document_that_says_nothing(self, made):
        """What the caller gives is never dropped because a document forgot to mention it."""
        package = made(shop(None))
        assert carried(sent(package)) == NOTHING
        given = package.root.StaticToken("given")
        assert carried(sent(package, credentials=given)) == {"authorization": "Bearer given"}
        assert carried(sent(package, credentials=httpx.BasicAuth("ann", "pass:wörd"))) == {
            "authorization": BASIC
        }

    def test_and_then_nothing_of_the_environment(self, made, monkeypatch):
        package = made(shop([{"key": []}, {"basic": []}]))
        monkeypatch.setenv("SHOP_API_KEY", "of-the-environment")
        given = self.credentials(package, basic=("ann", "pass:wörd"))
        assert carried(sent(package, credentials=given)) == {"authorization": BASIC}

    def test_what_does_not_fit_is_told_when_the_client_is_made(self, made):
        package = made(shop([{"key": []}, {"query": []}, {"basic": []}]))
        error = package.root.ConfigurationError
        with pytest.raises(error, match=r"give its ApiCredentials, by the names of its schemes \(key, query"):
            package.client(credentials=package.root.StaticToken("x"))
        with pytest.raises(error, match="basic takes a name and a password"):
            package.client(credentials=self.credentials(package, basic="ann"))
        with pytest.raises(error, match="the credential for key is empty"):
            package.client(credentials=self.credentials(package, key=""))
        with pytest.raises(error, match="is given nothing"):
            self.credentials(package)
        with pytest.raises(TypeError, match="kei"):
            self.credentials(package, kei="x")
        with pytest.raises(TypeError, match="credentials must be callable"):
            package.client(credentials=5)

    def test_an_async_source_serves_the_async_client_only(self, made):
        package = made(shop([{"key": []}]))

        async def source():
            return package.root.Credential("k-1")

        given = self.credentials(package, key=source)
        assert carried(sent(package, credentials=given, asynchronous=True)) == {"x-api-key": "k-1"}
        with pytest.raises(TypeError, match="async"):
            package.client(credentials=given)


class TestAKeyOfASource:
    """A source of the caller's returns the key, which is held as a token is."""

    @pytest.mark.parametrize("asynchronous", [False, True])
    @pytest.mark.parametrize("name", ["key", "query", "cookie", "raw"])
    def test_a_refused_key_is_replaced_once(self, generate, name, asynchronous):
        """P71: a key that was rotated is asked for anew, and stands in the request once."""
        keys = iter(["old-1234", "new-1234", "nix-1234"])
        package = generate(shop([{name: []}]))
        given = package.root.ApiCredentials(**{name: lambda: package.root.Credential(next(keys))})
        settings = {"portal": None, "credentials": given}
        if asynchronous:
            client = package.async_client(401, 204, **settings)
            run(client.api.orders.get(page="1"))
        else:
            client = package.client(401, 204, **settings)
            client.api.orders.get(page="1")
        first, second = [carried(request) for request in client.asked]
        assert first == {place: value.replace("new", "old") for place, value in second.items()}
        assert "new-1234" in str(second)
        assert [request.url.params["page"] for request in client.asked] == ["1", "1"]

    def test_both_are_hidden_when_the_second_is_refused_too(self, generate):
        keys = iter(["old-1234", "new-1234"])
        package = generate(shop([{"query": []}]))
        given = package.root.ApiCredentials(query=lambda: package.root.Credential(next(keys)))
        answers = [httpx.Response(401, text="old-1234 new-1234") for _ in range(2)]
        client = package.client(*answers, portal=None, credentials=given)
        with pytest.raises(package.root.StatusError) as caught:
            client.api.orders.get()
        response = caught.value.response
        shown = [str(caught.value), response.text, str(response.request.url)]
        shown += [str(one.request.url) + one.text for one in response.history]
        assert "-1234" not in "".join(shown)
        assert len(client.asked) == 2


def test_a_refusal_that_a_success_follows_shows_no_token(generate):
    """P53: the answer to the first attempt stays within reach of hooks and raw answers."""
    tokens = iter(["old-1234", "new-1234"])
    package = generate(shop([{"bearer": []}]))
    refusal = httpx.Response(401, text="not old-1234", headers={"x-echo": "Bearer old-1234"})
    client = package.client(
        refusal, 204, portal=None, credentials=lambda: package.root.Credential(next(tokens))
    )
    (earlier,) = client.with_raw_response(client.api.orders.get)().http_response.history
    assert [one.headers["authorization"] for one in client.asked] == ["Bearer old-1234", "Bearer new-1234"]
    assert "-1234" not in f"{earlier.text} {earlier.headers} {earlier.request.headers.raw}"


class TestTheCallersOwnValues:
    """What stands on a request already is neither replaced nor sent twice."""

    def test_a_header_of_a_call(self, made, monkeypatch):
        monkeypatch.setenv("SHOP_API_KEY", "of-the-environment")
        request = sent(made(shop([{"key": []}])), arguments={"headers": {"x-api-key": "mine"}})
        assert request.headers.get_list("x-api-key") == ["mine"]

    @pytest.mark.parametrize(
        ("name", "arguments"),
        [
            ("key", {"headers": {"x-api-key": "k-of-mine"}}),
            ("cookie", {"headers": {"cookie": "other=1; sid=k-of-mine"}}),
            ("query", {"api_key": "k-of-mine"}),
        ],
    )
    def test_they_are_masked_afterwards_as_the_client_s_are(self, made, name, arguments):
        """P53: a key is a key, whoever has put it there."""
        parameters = [{"name": "api key", "in": "query", "schema": {"type": "string"}}]
        package = made(shop([{name: []}], parameters=parameters))
        client = package.client(httpx.Response(403, text="not k-of-mine"), portal=None, credentials=None)
        with pytest.raises(package.root.PermissionDenied) as caught:
            client.api.orders.get(**arguments)
        request = caught.value.response.request
        shown = f"{request.headers.raw} {request.url} {caught.value} {caught.value.response.text}"
        assert "k-of-mine" not in shown
        assert "k-of-mine" in f"{client.asked[0].url} {client.asked[0].headers.raw}"

    def test_a_parameter_that_the_document_declares_besides(self, generate, monkeypatch):
        parameters = [
            {"name": "X-API-Key", "in": "header", "required": True, "schema": {"type": "string"}},
            {"name": "sid", "in": "cookie", "schema": {"type": "string"}},
            {"name": "api key", "in": "query", "schema": {"type": "string"}},
        ]
        security = [{"key": [], "query": [], "cookie": []}]
        package = generate(shop(security, parameters=parameters))
        arguments = {"x_api_key": "a", "sid": "b", "api_key": "c"}
        request = sent(package, arguments=arguments)
        assert carried(request) == {"x-api-key": "a", "cookie": "sid=b", "query": "api%20key=c"}

    def test_other_cookies_and_queries_stay_as_they_are(self, generate, monkeypatch):
        parameters = [
            {"name": name, "in": name, "schema": {"type": "string"}} for name in ("cookie", "query")
        ]
        package = generate(shop([{"query": [], "cookie": []}], parameters=parameters))
        monkeypatch.setenv("SHOP_QUERY_API_KEY", "k 1")
        monkeypatch.setenv("SHOP_COOKIE_API_KEY", "k-2")
        request = sent(package, arguments={"cookie": "c", "query": "a+b%2F c"})
        assert request.url.query == b"query=a%2Bb%252F%20c&api%20key=k%201"
        assert request.headers["cookie"] == "cookie=c; sid=k-2"

    def test_an_authorization_header_is_refused_only_where_it_would_be_replaced(self, made):
        package = made(shop([{"bearer": []}]))
        headers = {"headers": {"Authorization": "mine"}}
        with pytest.raises(package.root.ConfigurationError, match="would replace the client's credential"):
            sent(package, arguments=headers)
        monkey = {"credentials": made(shop([{"key": []}])).root.StaticToken("k")}
        request = sent(made(shop([{"key": []}])), arguments=headers, **monkey)
        assert carried(request) == {"authorization": "mine", "x-api-key": "k"}

    def test_an_event_hook_cannot_replace_a_key(self, made):
        """P54: an event hook of the user's own HTTP client runs after the credential."""
        package = made(shop([{"key": []}]))

        def replace(request):
            request.headers["X-API-Key"] = "mine"

        http = httpx.Client(
            event_hooks={"request": [replace]}, transport=httpx.MockTransport(lambda _: httpx.Response(204))
        )
        client = package.client(204, portal=None, credentials=package.root.StaticToken("k"), http_client=http)
        with pytest.raises(
            package.root.ConfigurationError, match="an event hook of the http_client sets X-Api-Key"
        ):
            client.api.orders.get()


FOREIGN = [
    {"ODC_ACCESS_TOKEN": "portal-token"},
    {"ODC_CLIENT_ID": "portal", "ODC_CLIENT_SECRET": "portal-secret"},
]
SERVERS = [
    HOST,
    "https://odc_portal_domain.evil.example/x",
    "https://evil.example/{odc-portal-domain}/x",
    "https://evil-{odc-portal-domain}.example/x",
    "https://{odc-portal-domain}.evil.example/x",
    "https://evil.example/ODC_PORTAL_DOMAIN",
]


@pytest.mark.parametrize("variables", FOREIGN)
@pytest.mark.parametrize("security", [None, [{}], [{"bearer": []}], [{"oauth": []}], [{"key": []}]])
def test_no_other_host_gets_the_portal_s_credentials(made, monkeypatch, variables, security):
    """P30: ODC's chain of credentials belongs to documents of ODC's portal."""
    for name, value in (variables | {"ODC_PORTAL_DOMAIN": "acme.outsystems.dev"}).items():
        monkeypatch.setenv(name, value)
    package = made(shop(security), package="odc_client")
    client = package.client(204, portal=None, credentials=None)
    if any(security or ()):
        with pytest.raises(package.root.AuthenticationError, match="ODC_CLIENT_"):
            client.api.orders.get()
        assert client.asked == []
    else:
        client.api.orders.get()
        assert carried(client.asked[0]) == NOTHING


def test_a_package_named_like_odc_has_variables_of_its_own(made, monkeypatch):
    """A package `odc` of another vendor's document does not take ODC_ACCESS_TOKEN for its own."""
    monkeypatch.setenv("ODC_ACCESS_TOKEN", "portal-token")
    package = made(shop([{"bearer": []}]), package="odc")
    with pytest.raises(package.root.AuthenticationError, match="ODC_API_ACCESS_TOKEN is not set"):
        sent(package)


@pytest.mark.parametrize("server", SERVERS)
def test_only_a_server_whose_whole_host_is_the_placeholder_is_the_portal(made, monkeypatch, server):
    """P30: one test of what the portal is, for adding, generating and calling."""
    monkeypatch.setenv("ODC_ACCESS_TOKEN", "portal-token")
    document = shop(None, server=server)
    document["servers"][0]["variables"] = {"odc-portal-domain": {"default": "acme"}}
    package = made(document)
    (api,) = package.ir.apis
    assert not api.portal
    if "{" in api.base_path.text or "portal" in api.base_path.text.casefold():
        with pytest.raises(package.root.ConfigurationError, match="placeholder"):
            package.client(204, portal="acme.outsystems.dev", credentials=None)
        return
    client = package.client(204, portal="acme.outsystems.dev", credentials=None)
    client.api.orders.get()
    assert carried(client.asked[0]) == NOTHING
    assert client.asked[0].url.host != "acme.outsystems.dev"


@pytest.mark.parametrize(
    "server",
    [
        "https://{odc-portal-domain}/api/x",
        "https://ODC_PORTAL_DOMAIN/api/x",
        "https://{ODC_PORTAL_DOMAIN}/api/x",
    ],
)
def test_a_document_of_the_portal_gets_the_portal_s_credentials(made, monkeypatch, server):
    monkeypatch.setenv("ODC_ACCESS_TOKEN", "portal-token")
    document = shop([{"bearer": []}], server=server)
    document["servers"][0]["variables"] = {"{odc-portal-domain}": {"default": "acme"}}
    request = sent(made(document), portal="acme.outsystems.dev")
    assert str(request.url) == "https://acme.outsystems.dev/api/x/orders?page=a%2Fb%20c"
    assert carried(request) == {"authorization": "Bearer portal-token"}


def test_the_hook_of_another_vendor_s_package_wants_to_be_told_a_source(made, monkeypatch):
    monkeypatch.setenv("ODC_ACCESS_TOKEN", "portal-token")
    package = made(shop(None))
    with pytest.raises(package.root.ConfigurationError, match="say where the token comes from"):
        package.root.OnBeforeRequest()
    auth = package.root.OnBeforeRequest(credentials=package.root.StaticToken("given"))
    seen = []
    transport = httpx.MockTransport(lambda request: seen.append(dict(request.headers)) or httpx.Response(204))
    with httpx.Client(transport=transport, auth=auth) as http:
        http.get(f"{HOST}/orders")
        http.get("https://elsewhere.example/v1/orders")
    assert [headers.get("authorization") for headers in seen] == ["Bearer given", None]


@pytest.mark.parametrize(
    ("security", "variables"),
    [([{name: []}], KEY | TOKEN | PAIR) for name in ("key", "query", "cookie", "raw", "basic", "bearer")],
)
def test_no_credential_follows_a_hook_to_another_host(made, monkeypatch, security, variables):
    """P30: what is attached belongs to the final URL, not to the call."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    places = ["https://evil.example/v1/orders", "http://shop.example/v1/orders", "https://shop.example:444/v1/orders",
              "https://shop.example/v2/orders", "https://u:p@shop.example/v1/orders"]  # fmt: skip
    for place in places:

        class Hooks:
            def on_before_request(self, request, place=place):
                request.url = httpx.URL(place)

        request = sent(made(shop(security)), hooks=Hooks())
        assert carried(request) == NOTHING, place


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_no_credential_follows_a_redirect(made, monkeypatch, status):
    """P30: a redirect is an error, never another request."""
    monkeypatch.setenv("SHOP_API_KEY", "k-1234567")
    package = made(shop([{"key": []}]))
    answer = httpx.Response(status, headers={"location": "https://evil.example/"})
    client = package.client(answer, portal=None, credentials=None)
    with pytest.raises(package.root.UnexpectedRedirect):
        client.api.orders.get()
    assert [request.url.host for request in client.asked] == ["shop.example"]


@pytest.mark.parametrize("name", ["key", "query", "cookie", "raw"])
def test_after_an_attempt_nothing_holds_the_key(made, monkeypatch, caplog, name):
    """P53: not the request of an answer or an error, not an echo in them, not a log at any level."""
    key = "k-1234/567+ä" if name == "query" else "k-1234/567+a"
    forms = {key, httpx.QueryParams({"": key}).__str__()[1:], "k-1234%2F567"}
    monkeypatch.setenv("SHOP_API_KEY", key)
    package = made(shop([{name: []}]))

    def echo(request):
        text = f"{request.headers} {request.url} {request.headers.get('cookie')} {key}"
        return httpx.Response(403, text=text, headers={"x-echo": "k-1234/567"})

    seen = []

    class Hooks:
        def on_after_response(self, response):
            seen.append(response)

    caplog.set_level(logging.DEBUG)
    client = package.client(echo, portal=None, credentials=None, hooks=Hooks())
    with pytest.raises(package.root.PermissionDenied) as caught:
        client.api.orders.get(page="shown")
    (response,) = seen
    request = response.request
    texts = [caplog.text, str(caught.value), repr(caught.value.__dict__), response.text]
    texts += [str(request.url), request.url.query.decode(), repr(request.url)]
    texts += [repr(request.headers.raw), repr(request.extensions)]
    for text, form in itertools.product(texts, forms):
        assert form not in text
    assert "page=shown" in str(client.asked[0].url)


def test_no_key_is_seen_while_it_is_sent(made, monkeypatch, caplog):
    """P53: the HTTP library logs each URL, and a frame shows it, without the key in its query."""
    monkeypatch.setenv("SHOP_API_KEY", "k-1234567")
    shown = []

    def handle(request):
        shown.extend([str(request.url), repr(request.url), repr(request), repr(request.extensions)])
        return httpx.Response(204)

    caplog.set_level(logging.DEBUG)
    package = made(shop([{"query": []}]))
    http = httpx.Client(transport=httpx.MockTransport(handle))
    client = package.client(portal=None, credentials=None, http_client=http)
    client.api.orders.get(page="shown")
    assert "page=shown" in caplog.text
    assert "k-1234567" not in caplog.text + "".join(shown)


FAILURES = {
    "nobody answers": httpx.ConnectError("refused"),
    "no answer in time": httpx.ReadTimeout("too late"),
    "an answer that breaks off": httpx.ReadError("gone"),
}


@pytest.mark.parametrize("asynchronous", [False, True])
@pytest.mark.parametrize("name", ["key", "query", "cookie", "basic", "bearer"])
@pytest.mark.parametrize("failure", FAILURES)
def test_a_call_without_an_answer_shows_no_credential(made, monkeypatch, caplog, failure, name, asynchronous):
    """P53: neither in the error, its causes and requests, nor in the log."""
    for variable, value in (KEY | TOKEN | PAIR).items():
        monkeypatch.setenv(variable, value)
    caplog.set_level(logging.DEBUG)
    asked = []

    def fail(request):
        asked.append(as_sent(request))
        raise FAILURES[failure]

    package = made(shop([{name: []}]))
    with pytest.raises(package.root.TransportError) as caught:
        sent(package, asynchronous=asynchronous, answers=(fail,), retry=False)
    error, texts = caught.value, [caplog.text]
    while error is not None:
        texts += [str(error), repr(error), repr(vars(error))]
        if request := vars(error).get("_request"):
            texts += [str(request.url), repr(request.headers.raw), repr(request.extensions)]
        error = error.__cause__ or error.__context__
    secrets = ["k-1234567", "t-1234567", "pass:wörd", BASIC]
    assert not [secret for secret in secrets if any(secret in text for text in texts)]
    assert carried(asked[0])


@pytest.mark.parametrize("name", ["key", "query", "cookie", "bearer"])
def test_each_attempt_carries_the_credential_once(made, monkeypatch, name):
    """A retry is another request, not the masked one again."""
    for variable, value in (KEY | TOKEN).items():
        monkeypatch.setenv(variable, value)
    package = made(shop([{name: []}]))
    client = package.client(503, 204, portal=None, credentials=None, retry=package.root.Retry(base=0.001))
    client.api.orders.get()
    first, second = client.asked
    assert carried(first) == carried(second) != NOTHING
    assert first.url == second.url
    assert first.headers.raw == second.headers.raw


def test_every_page_is_asked_for_with_the_credential(generate, monkeypatch):
    page = {"type": "object", "properties": {
        "results": {"type": "array", "items": {"type": "string"}},
        "page": {"type": "object", "properties": {"nextPageOffset": {"type": "integer"}}}}}  # fmt: skip
    parameters = [
        {"name": name, "in": "query", "schema": {"type": "integer"}} for name in ("limit", "offset")
    ]
    answer = {"200": {"description": "", "content": {"application/json": {"schema": page}}}}
    package = generate(shop([{"query": []}], parameters=parameters, responses=answer))
    monkeypatch.setenv("SHOP_API_KEY", "k-1234567")
    pages = [{"results": ["a"], "page": {"nextPageOffset": 1}}, {"results": ["b"], "page": {}}]
    client = package.client(*pages, portal=None, credentials=None)
    assert list(client.api.orders.list()) == ["a", "b"]
    assert [request.url.params.get_list("api key") for request in client.asked] == [["k-1234567"]] * 2


def test_no_key_goes_to_a_pre_signed_url(made, monkeypatch, tmp_path):
    """P30: it is another origin, and its signature is all the credential that it wants."""
    monkeypatch.setenv("SHOP_API_KEY", "k-1234567")
    file = tmp_path / "file"
    file.write_bytes(b"content")
    for name in ("key", "query", "cookie"):
        client = made(shop([{name: []}])).client(200, portal=None, credentials=None)
        client.upload(f"{HOST}/signed", file)
        assert carried(client.asked[0]) == NOTHING


def test_keys_reach_a_real_server_as_they_are(generate, monkeypatch):
    """P71: bytes on a socket, of both clients."""
    seen = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            seen.append((self.path, self.headers["X-API-Key"], self.headers["Cookie"]))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_):
            pass

    for name in ("KEY", "QUERY", "COOKIE"):
        monkeypatch.setenv(f"SHOP_{name}_API_KEY", f"k-of-{name}")
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        base = f"http://127.0.0.1:{server.server_port}/v1"
        root = generate(shop([{"key": [], "query": [], "cookie": []}], server=base)).root
        with root.ShopClient() as client:
            client.api.orders.get()

        async def call():
            async with root.AsyncShopClient() as client:
                await client.api.orders.get()

        run(call())
        server.shutdown()
    assert seen == [("/v1/orders?api%20key=k-of-QUERY", "k-of-KEY", "sid=k-of-COOKIE")] * 2
