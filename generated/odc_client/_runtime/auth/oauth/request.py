"""The token request, with the secret in the form or in the Basic header and nowhere else."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING, Literal
from urllib.parse import quote_plus, urlencode

from ...kernel._http import httpx

if TYPE_CHECKING:
    from ..tokens import Secret

__all__ = ["AuthMethod", "choose_method", "token_request"]

AuthMethod = Literal["client_secret_post", "client_secret_basic"]

HEADERS = {
    "accept": "application/json",
    "accept-encoding": "identity",
    "content-type": "application/x-www-form-urlencoded",
}


def choose_method(wanted: AuthMethod | None, supported: tuple[str, ...]) -> AuthMethod:
    """Return how the client authenticates: as wanted, else by form unless the provider only takes Basic."""
    if wanted is not None:
        return wanted
    if "client_secret_basic" in supported and "client_secret_post" not in supported:
        return "client_secret_basic"
    return "client_secret_post"


def token_request(
    endpoint: str, client_id: str, secret: Secret, scope: str | None, method: AuthMethod
) -> httpx.Request:
    """Return the request of a client credentials grant (RFC 6749, 4.4.2)."""
    form = {"grant_type": "client_credentials"}
    if scope:
        form["scope"] = scope
    if method == "client_secret_basic":
        # RFC 6749, 2.3.1: both parts are form-encoded before they are joined.
        pair = b64encode(f"{quote_plus(client_id)}:{quote_plus(secret.reveal())}".encode()).decode()
        return httpx.Request(
            "POST", endpoint, headers={**HEADERS, "authorization": f"Basic {pair}"}, content=urlencode(form)
        )
    form |= {"client_id": client_id, "client_secret": secret.reveal()}
    return httpx.Request("POST", endpoint, headers=HEADERS, content=urlencode(form))
