"""A token that is given as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...errors.base import ConfigurationError
from ..tokens import Credential, Secret, token_problem

if TYPE_CHECKING:
    from ..held_token import HeldToken
    from ..protocols import Clock

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

    def prepared(self, clock: Clock) -> HeldToken | None:
        """Return the token ready to be sent, since there is nothing to wait for; None if it has expired."""
        from ..held_token import from_credential

        return from_credential(self(), clock.monotonic(), clock.wall())

    def __repr__(self) -> str:
        return "StaticToken('***')"
