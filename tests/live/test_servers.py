"""The servers of the live tests do what the tests rely on, shown with plain httpx."""

import base64
import json
from pathlib import Path
from urllib.parse import quote_plus

import httpx
import pytest

from tests.live.conftest import CLIENTS, SECRET
from tests.live.servers import OidcProvider

SPECS = Path(__file__).parents[2] / "specs"
APIS = sorted(path.stem for path in SPECS.glob("*.json"))
METHODS = {"get", "post", "put", "patch", "delete"}
KEY = "4adfe27e-63d3-45b9-8238-62b6ed6fdb5e"


@pytest.mark.parametrize("api", APIS)
def test_prism_asks_for_a_bearer_token_at_every_operation(api, prism, specs):
    document = json.loads(specs[api].read_bytes())
    mock = prism(api)
    with httpx.Client(base_url=mock.url) as client:
        for path, item in document["paths"].items():
            for method in METHODS & item.keys():
                answer = client.request(method, path.replace("{", "").replace("}", ""))
                assert answer.status_code == 401, f"{method} {path}"


@pytest.mark.parametrize("api", APIS)
def test_prism_answers_a_bearer_token(api, prism, specs):
    document = json.loads(specs[api].read_bytes())
    mock = prism(api)
    before = mock.violations()
    path = next(path for path, item in document["paths"].items() if "get" in item and easy(item))
    while "{" in path:
        path = path.partition("{")[0] + KEY + path.partition("}")[2]
    answer = httpx.get(mock.url + path, headers={"Authorization": "Bearer token"})
    assert answer.is_success
    assert "sl-violations" not in answer.headers
    assert mock.violations() == before


def easy(item):
    """Whether a GET asks for nothing but keys in its path."""
    parameters = item.get("parameters", []) + item["get"].get("parameters", [])
    return all(
        parameter.get("in") == "path" and parameter["schema"].get("type") == "string"
        for parameter in parameters
        if parameter.get("required")
    )


def test_prism_reports_what_the_document_does_not_allow(prism):
    mock = prism("identity")
    answer = httpx.get(mock.url + "/users?limit=many", headers={"Authorization": "Bearer token"})
    assert "limit must be integer" in answer.headers["sl-violations"]
    assert any("limit must be integer" in line for line in mock.violations())


def test_the_provider_is_discovered_as_a_portal_is(provider):
    document = httpx.get(f"{provider.url}/identity/.well-known/openid-configuration").json()
    assert document["issuer"] == provider.issuer
    assert document["token_endpoint"] == f"{provider.issuer}/token"


@pytest.mark.parametrize("client_id", CLIENTS)
def test_the_provider_issues_a_token_for_a_secret_full_of_special_characters(provider, client_id):
    answer = ask_token(provider, client_id, SECRET)
    assert answer.status_code == 200
    assert answer.json()["expires_in"] == 43200
    assert answer.json()["token_type"] == "Bearer"


@pytest.mark.parametrize("client_id", CLIENTS)
def test_the_provider_refuses_a_wrong_secret(provider, client_id):
    assert ask_token(provider, client_id, "wrong").json()["error"] == "invalid_client"


def test_the_provider_issues_short_lived_jwt(node_modules):
    with OidcProvider(CLIENTS, ttl=7, token_format="jwt") as provider:
        token = ask_token(provider, "posting", SECRET).json()
        assert provider.answers("token") == [200]
    claims = token["access_token"].split(".")[1]
    claims = json.loads(base64.urlsafe_b64decode(claims + "=" * (-len(claims) % 4)))
    assert token["expires_in"] == 7
    assert claims["exp"] - claims["iat"] == 7


def ask_token(provider, client_id, secret):
    form = {"grant_type": "client_credentials"}
    headers = {}
    if CLIENTS[client_id][1] == "client_secret_post":
        form |= {"client_id": client_id, "client_secret": secret}
    else:
        pair = f"{quote_plus(client_id)}:{quote_plus(secret)}".encode()
        headers["Authorization"] = "Basic " + base64.b64encode(pair).decode()
    return httpx.post(f"{provider.issuer}/token", data=form, headers=headers)
