"""A token that is given as it is."""

from __future__ import annotations

from ...errors import ConfigurationError
from ..tokens import Credential, Secret
from ..wellformed import token_problem

__all__ = ["StaticToken"]


class StaticToken:
    """A fixed token; when it expires or is refused there is no other."""

    def __init__(self, token: str | Secret) -> None:
        secret = token if isinstance(token, Secret) else Secret(token)
        if problem := token_problem(secret.reveal()):
            raise ConfigurationError(f"the token {problem}")
        self._secret = secret

    def __call__(self) -> Credential:
        """Return the token."""
        return Credential(self._secret)

    def __repr__(self) -> str:
        return "StaticToken('***')"
