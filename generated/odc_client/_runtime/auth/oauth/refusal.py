"""The errors of a token request, each with the endpoint, the client and the OAuth code, never the secret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..no_token import InvalidClient, InvalidScope, TokenEndpointUnavailable, TokenError, UnauthorizedClient

if TYPE_CHECKING:
    from .answer import Refusal
    from .channel import Outcome

__all__ = ["answered_wrongly", "refused", "unavailable"]

BY_CODE: dict[str | None, type[TokenError]] = {
    "invalid_client": InvalidClient,
    "unauthorized_client": UnauthorizedClient,
    "invalid_scope": InvalidScope,
}
HINTS = {
    "invalid_client": "check the client id, and whether the secret has expired or been replaced",
    "unauthorized_client": "the API client may not use client credentials, or is suspended",
    "invalid_scope": "leave the scope out, or ask for one that the client has",
}


def unavailable(outcome: Outcome, endpoint: str, client_id: str) -> TokenEndpointUnavailable:
    """Return the error for an endpoint that gave no answer, or 429 or 5xx every time."""
    answer = outcome.answer
    return TokenEndpointUnavailable(
        f"the token endpoint {endpoint} {outcome.reason()}",
        endpoint=endpoint,
        client_id=client_id,
        status=None if answer is None else answer.status,
        temporary=True,
        retry_after=None if answer is None else answer.retry_after,
    )


def refused(status: int, refusal: Refusal, endpoint: str, client_id: str) -> TokenError:
    """Return the error for an answer that is no success and will not become one."""
    parts = [f"the token endpoint {endpoint} refused the client {client_id!r}: "]
    if 300 <= status < 400:
        parts = [f"the token endpoint {endpoint} redirects; a secret is never sent on: "]
    parts.append(refusal.code or f"status {status}")
    if refusal.description:
        parts.append(f" ({refusal.description})")
    if hint := HINTS.get(refusal.code or ""):
        parts.append(f"; {hint}")
    return BY_CODE.get(refusal.code, TokenError)(
        "".join(parts),
        endpoint=endpoint,
        client_id=client_id,
        code=refusal.code,
        description=refusal.description,
        status=status,
    )


def answered_wrongly(problem: str, endpoint: str, client_id: str) -> TokenError:
    """Return the error for a success that is no token."""
    return TokenError(
        f"the token endpoint {endpoint} answered with {problem}",
        endpoint=endpoint,
        client_id=client_id,
        status=200,
        temporary=True,
    )
