"""The exchange of a client's id and secret that a source has found somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .base import call_now

if TYPE_CHECKING:
    from ..portal import Portal
    from ..protocols import Exchange
    from ..tokens import Secret

__all__ = ["exchange_of"]


def exchange_of(client_id: str, secret: Secret, portal: Portal, **options: Any) -> Exchange:
    """Return the exchange at the portal of the client that the source serves.

    Args:
        client_id: The API client's id.
        secret: Its secret.
        portal: The client's portal.
        options: What else `ClientCredentials` takes.
    """
    from ..oauth.client_credentials import ClientCredentials  # not above: a bare token needs nothing of it

    return ClientCredentials(client_id, secret, **options).bind(portal).resolve(call_now)
