"""What can go wrong between a credential and a token; no message ever holds a secret."""

from __future__ import annotations

from copy import copy
from typing import TypeVar

from ..errors.base import OdcError

__all__ = [
    "AuthenticationError",
    "CredentialSourceError",
    "CredentialsUnavailable",
    "DiscoveryError",
    "IncompleteCredentials",
    "InvalidClient",
    "InvalidScope",
    "TokenEndpointUnavailable",
    "TokenError",
    "TokenTimeout",
    "UnauthorizedClient",
    "another",
]


E = TypeVar("E", bound=Exception)


def another(error: E, note: str = "") -> E:
    """Return a copy without frames, for one more caller to raise; `note` is added to its message."""
    again = copy(error)
    if note:
        again.args = (f"{error} ({note})",)
    again.__cause__ = error.__cause__
    return again


class AuthenticationError(OdcError):
    """There is no token to send.

    Attributes:
        temporary: True if the same request may succeed later, so that a token still valid stays in use.
        retry_after: Seconds that the server asked to wait, or None.
    """

    temporary: bool = False
    retry_after: float | None = None


class CredentialsUnavailable(AuthenticationError):
    """A credential source has nothing to offer; a chain goes on with the next one.

    Attributes:
        attempts: Each source of a chain that was asked, with its reason.
    """

    def __init__(self, message: str, attempts: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(message)
        self.attempts = attempts


class IncompleteCredentials(AuthenticationError):
    """One half of a client's credentials is missing; the message names it."""


class CredentialSourceError(AuthenticationError):
    """A credential source was found and failed; a chain stops here."""


class TokenTimeout(AuthenticationError, TimeoutError):
    """No token came within the time that a call may wait for one."""

    temporary = True


class DiscoveryError(AuthenticationError):
    """The portal's OpenID configuration is missing, malformed or points somewhere it must not.

    Attributes:
        endpoint: The URL of the configuration.
    """

    def __init__(self, message: str, *, endpoint: str, temporary: bool = False) -> None:
        super().__init__(message)
        self.endpoint = endpoint
        self.temporary = temporary


class TokenError(AuthenticationError):
    """The token endpoint gave no usable token.

    Attributes:
        endpoint: The URL of the token endpoint.
        client_id: The client that asked.
        code: The OAuth error code (`invalid_client`), or None.
        description: What the endpoint says about it, or None.
        status: The HTTP status, or None if there was no answer.
    """

    def __init__(
        self,
        message: str,
        *,
        endpoint: str,
        client_id: str,
        code: str | None = None,
        description: str | None = None,
        status: int | None = None,
        temporary: bool = False,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(message)
        self.endpoint = endpoint
        self.client_id = client_id
        self.code = code
        self.description = description
        self.status = status
        self.temporary = temporary
        self.retry_after = retry_after


class InvalidClient(TokenError):
    """`invalid_client`: the client id is unknown, or its secret is wrong or expired."""


class UnauthorizedClient(TokenError):
    """`unauthorized_client`: the client may not ask for tokens this way."""


class InvalidScope(TokenError):
    """`invalid_scope`: the scope is unknown or not granted to the client."""


class TokenEndpointUnavailable(TokenError):
    """The token endpoint could not be reached, or answered 429 or 5xx to every attempt."""
