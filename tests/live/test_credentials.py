"""The credential hook with a real OpenID provider."""

import time

import httpx
import pytest
from odc_runtime.auth.bearer import BearerAuth
from odc_runtime.auth.no_token import InvalidClient
from odc_runtime.auth.oauth.client_credentials import ClientCredentials
from odc_runtime.auth.oauth.discovery import PROVIDERS

from tests.live.conftest import CLIENTS
from tests.live.servers import OidcProvider

DISCOVERY = ".well-known/openid-configuration"


def bearer(auth, url):
    """Return the token that a request sent now carries."""
    request = httpx.Request("GET", url)
    flow = auth.sync_auth_flow(request)
    next(flow)
    flow.close()
    return request.headers["authorization"].removeprefix("Bearer ")


@pytest.mark.parametrize("client_id", CLIENTS)
def test_both_ways_to_send_the_secret_are_understood(provider, client_id):
    """P4: a real provider reads id and secret with special characters, in form and Basic header."""
    secret, method = CLIENTS[client_id]
    auth = BearerAuth(provider.url, ClientCredentials(client_id, secret, auth_method=method))
    assert len(bearer(auth, provider.url)) > 20


def test_a_real_provider_is_discovered_once_and_asked_once(provider):
    """P1: one discovery for many clients; P10: one token for many calls."""
    PROVIDERS.forget(provider.url)
    looked, asked = len(provider.answers(DISCOVERY)), len(provider.answers("token"))
    secret, _ = CLIENTS["posting"]
    hooks = [BearerAuth(provider.url, ClientCredentials("posting", secret)) for _ in range(2)]
    assert len({bearer(auth, provider.url) for auth in hooks for _ in range(20)}) == 1
    assert len(provider.answers(DISCOVERY)) - looked == 1
    assert len(provider.answers("token")) - asked <= 1


def test_a_real_provider_refuses_a_wrong_secret(provider):
    """P23: its invalid_client becomes the typed error; P24: ten calls make one request."""
    asked = len(provider.answers("token"))
    auth = BearerAuth(provider.url, ClientCredentials("posting", "wrong"))
    for _ in range(10):
        with pytest.raises(InvalidClient) as caught:
            bearer(auth, provider.url)
    assert caught.value.code == "invalid_client"
    assert len(provider.answers("token")) - asked == 1


def test_a_short_lived_token_of_a_real_provider_is_replaced(node_modules):
    """P10: a token of 3 s serves the calls of its life, and another one those after it."""
    with OidcProvider({"posting": CLIENTS["posting"]}, ttl=3, token_format="jwt") as provider:
        auth = BearerAuth(provider.url, ClientCredentials("posting", CLIENTS["posting"][0]))
        first = {bearer(auth, provider.url) for _ in range(20)}
        time.sleep(3.1)
        second = bearer(auth, provider.url)
    assert len(first) == 1
    assert second not in first
