"""Several APIs in one client: each is sent its own credentials, and the portal's stay with the portal."""

import itertools
import json

import attrs
import httpx
import pytest
from odcgen.config import config_for_files

from tests.generating import as_sent, document

KEY = {"components": {"securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "X-API-Key"}}},
       "security": [{"key": []}]}  # fmt: skip
PATHS = {"paths": {"/things": {"get": {"responses": {"204": {"description": ""}}}}}}


@pytest.fixture
def make(generate, tmp_path):
    """Generate one package of several documents: name -> (server, choices of odcgen.toml, its fields)."""
    numbers = itertools.count()

    def make(package="zoo", **apis):
        folder, files = tmp_path / str(next(numbers)), []
        folder.mkdir()
        for name, (server, _, *further) in apis.items():
            file = folder / f"{name}.json"
            file.write_text(
                json.dumps(document(PATHS | KEY | {"servers": [{"url": server}]}, **dict(*further))), "utf-8"
            )
            files.append(file)
        config = config_for_files(tuple(files), package=package, out=folder / "out")
        documents = (attrs.evolve(one, **apis[one.name][1]) for one in config.documents)
        return generate.package(attrs.evolve(config, documents=tuple(documents)))

    return make


PORTAL = ("https://{odc-portal-domain}/api/x", {})


def sent(client, *names):
    for name in names:
        getattr(client, name).things.get()
    return [
        (request.headers.get("authorization"), request.headers.get("x-api-key")) for request in client.asked
    ]


def test_two_vendors_have_variables_of_their_own(make, monkeypatch):
    monkeypatch.setenv("ZOO_CATS_API_KEY", "of-cats")
    monkeypatch.setenv("ZOO_DOGS_API_KEY", "of-dogs")
    package = make(cats=("https://cats.example", {}), dogs=("https://dogs.example", {}))
    client = package.client(204, portal=None, credentials=None)
    assert sent(client, "cats", "dogs") == [(None, "of-cats"), (None, "of-dogs")]


def test_no_variable_is_read_by_two_vendors(make, monkeypatch):
    """`ZOO_A_B_API_KEY` is one API's, however the names are put together."""
    keys = dict.fromkeys(("b", "c"), KEY["components"]["securitySchemes"]["key"])
    two = {"components": {"securitySchemes": keys}, "security": [{"b": []}, {"c": []}]}
    package = make(a=("https://one.example", {}, two), a_b=("https://two.example", {}))
    monkeypatch.setenv("ZOO_A_B_API_KEY", "of-one")
    client = package.client(204, portal=None, credentials=None)
    assert sent(client, "a") == [(None, "of-one")]
    with pytest.raises(package.root.AuthenticationError, match="ZOO_A_B_2_API_KEY is not set"):
        sent(client, "a_b")
    assert len(client.asked) == 1


def test_whose_credentials_they_are_must_be_clear(make):
    package = make(cats=("https://cats.example", {}), dogs=("https://dogs.example", {}))
    error, token = package.root.ConfigurationError, package.root.StaticToken("t")
    with pytest.raises(error, match=r"of which API are these credentials\? Give .*: cats, dogs"):
        package.client(credentials=token)
    given = package.root.CatsCredentials(key="k")
    with pytest.raises(error, match="are both for cats"):
        package.client(credentials=given, api_credentials={"cats": token})
    with pytest.raises(error, match="CatsCredentials is for cats, not for dogs"):
        package.client(credentials=None, api_credentials={"dogs": given})
    client = package.client(204, portal=None, credentials=given, api_credentials={"dogs": token})
    assert sent(client, "cats", "dogs") == [(None, "k"), (None, "t")]


def test_beside_the_portal_each_has_its_own(make, monkeypatch):
    """P30: neither gets the other's, whatever is given and set."""
    monkeypatch.setenv("ODC_SHOP_API_KEY", "of-the-shop")
    package = make("odc_client", x=PORTAL, shop=("https://shop.example", {}))
    assert sent(package.client(204), "x", "shop") == [("Bearer a-token", None), (None, "of-the-shop")]
    given = package.root.ShopCredentials(key="given")
    client = package.client(204, api_credentials={"shop": given})
    assert sent(client, "x", "shop") == [("Bearer a-token", None), (None, "given")]
    monkeypatch.setenv("ODC_ACCESS_TOKEN", "of-the-portal")
    client = package.client(204, credentials=given)
    assert sent(client, "x", "shop") == [("Bearer of-the-portal", None), (None, "given")]


def test_an_address_elsewhere_needs_a_word_for_the_portal_s_credentials(make, monkeypatch):
    """An absolute URL gets the client's credential only if odcgen.toml or the caller says so."""
    elsewhere = {"base_url": "https://proxy.example/api/x"}
    own = make("odc_client", x=PORTAL, y=(PORTAL[0], elsewhere))
    client = own.client(204)
    with pytest.raises(own.root.AuthenticationError, match="ODC_Y_API_KEY is not set"):
        sent(client, "y")
    assert client.asked == []
    told = make("odc_client", x=PORTAL, y=(PORTAL[0], elsewhere | {"credentials": "portal"}))
    client = told.client(204)
    assert sent(client, "x", "y") == [("Bearer a-token", None)] * 2
    assert [request.url.host for request in client.asked] == ["acme.test", "proxy.example"]
    client = own.client(204, base_urls={"x": "https://proxy.example/api/x"})
    assert sent(client, "x") == [("Bearer a-token", None)]


def test_a_vendor_without_a_host_is_not_looked_for_at_odc_s_portal(make, monkeypatch):
    monkeypatch.setenv("ODC_PORTAL_DOMAIN", "acme.outsystems.dev")
    package = make(cats=("/v1", {"credentials": "none"}))
    with pytest.raises(package.root.ConfigurationError, match="where is cats\\? Give its host, or base_urls"):
        package.client(portal=None, credentials=None)
    client = package.client(204, portal="cats.example", credentials=None)
    assert sent(client, "cats") == [(None, None)]
    assert str(client.asked[0].url) == "https://cats.example/v1/things"


def test_the_hook_of_a_mixed_package_knows_the_portal_only(make):
    """P30: any client of httpx's that takes the hook sends the token to the portal, and nowhere else."""
    root = make("odc_client", x=PORTAL, shop=("https://shop.example", {})).root
    sent = []
    transport = httpx.MockTransport(lambda request: sent.append(as_sent(request)) or httpx.Response(204))
    hook = root.OnBeforeRequest("acme.test", root.StaticToken("a-token"))
    with httpx.Client(auth=hook, transport=transport) as client:
        client.get("https://acme.test/api/x/things")
        client.get("https://shop.example/things")
    assert [request.headers.get("authorization") for request in sent] == ["Bearer a-token", None]
