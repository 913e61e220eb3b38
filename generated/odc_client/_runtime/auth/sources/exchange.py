"""Sources that may find a client's id and secret, and what they exchange them in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .base import LeadingSource, call_now

if TYPE_CHECKING:
    from ..protocols import Exchange
    from ..tokens import Secret

__all__ = ["ExchangingSource"]


class ExchangingSource(LeadingSource):
    """A source that may find a client's id and secret instead of a token."""

    def exchange(self, client_id: str, secret: Secret, **options: Any) -> Exchange:
        """Return the exchange of a client's id and secret that this source has found.

        Args:
            client_id: The API client's id.
            secret: Its secret.
            options: What else `ClientCredentials` takes.
        """
        from ..oauth.client_credentials import (
            ClientCredentials,
        )  # not above: a bare token needs nothing of it

        return ClientCredentials(client_id, secret, **options).bind(self.client_portal).resolve(call_now)
