"""Tokens that a real OpenID provider issues for an API which is not ODC's."""

import pytest

from tests.live.conftest import CLIENTS

SCHEMES = {
    "oauth2": lambda issuer: {
        "type": "oauth2",
        "flows": {"clientCredentials": {"tokenUrl": f"{issuer}/token", "scopes": {}}},
    },
    "openid": lambda issuer: {
        "type": "openIdConnect",
        "openIdConnectUrl": f"{issuer}/.well-known/openid-configuration",
    },
}


@pytest.mark.parametrize("kind", SCHEMES)
def test_a_real_provider_gives_the_token_of_a_scheme(provider, generate, monkeypatch, kind):
    """P71: the document names the provider, the environment the client; one token serves all calls."""
    scheme = SCHEMES[kind](provider.issuer)
    document = {
        "servers": [{"url": "https://shop.example/v1"}],
        "components": {"securitySchemes": {"own": scheme}},
        "security": [{"own": []}],
        "paths": {"/orders": {"get": {"responses": {"204": {"description": ""}}}}},
    }
    monkeypatch.setenv("SHOP_CLIENT_ID", "posting")
    monkeypatch.setenv("SHOP_CLIENT_SECRET", CLIENTS["posting"][0])
    asked = len(provider.answers("token"))
    client = generate(document).client(204, portal=None, credentials=None)
    for _ in range(3):
        client.api.orders.get()
    (header,) = {request.headers["authorization"] for request in client.asked}
    assert header.startswith("Bearer ")
    assert len(header) > 20
    assert len(provider.answers("token")) - asked == 1
