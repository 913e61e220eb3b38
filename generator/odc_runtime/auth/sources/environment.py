"""Credentials from environment variables, read when they are needed and never before."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ..no_token import CredentialsUnavailable, IncompleteCredentials
from ..tokens import Credential, Secret
from .exchange import ExchangingSource

if TYPE_CHECKING:
    from ..protocols import CallSource, Exchange

__all__ = ["EnvironmentVariables"]

NAMES = ("ACCESS_TOKEN", "CLIENT_ID", "CLIENT_SECRET", "SCOPE", "TOKEN_HOSTS")


class EnvironmentVariables(ExchangingSource):
    """`ODC_ACCESS_TOKEN`, or `ODC_CLIENT_ID` with `ODC_CLIENT_SECRET`; an empty variable counts as absent.

    The portal is the client's, or `ODC_PORTAL_DOMAIN`. `ODC_SCOPE` asks for a scope, `ODC_TOKEN_HOSTS` names
    further hosts, separated by commas, to which the secret may be sent.

    Args:
        prefix: What the names of the variables begin with.
        further_hosts: Whether `<prefix>_TOKEN_HOSTS` counts.
    """

    def __init__(self, prefix: str = "ODC", *, further_hosts: bool = True) -> None:
        self.prefix = prefix
        self.further_hosts = further_hosts

    def resolve(self, _: CallSource, /) -> Credential | Exchange:
        """Return the token, or the exchange of the client id and secret.

        Raises:
            CredentialsUnavailable: None of the variables is set.
            IncompleteCredentials: Only one half of the client's credentials is.
        """
        token, ours, its, scopes, further = (f"{self.prefix}_{name}" for name in NAMES)
        if found := _get(token):
            return Credential(found)
        client_id, secret = _get(ours), _get(its)
        if client_id is None and secret is None:
            raise CredentialsUnavailable(f"neither {token} nor {ours} and {its} is set")
        if client_id is None or secret is None:
            there, missing = (its, ours) if client_id is None else (ours, its)
            raise IncompleteCredentials(f"{there} is set, but {missing} is missing or empty")
        scope, hosts = _get(scopes), _get(further) if self.further_hosts else None
        return self.exchange(
            client_id.reveal(),
            secret,
            scope=scope.reveal() if scope else None,
            allowed_token_hosts=hosts.reveal().replace(",", " ").split() if hosts else (),
        )

    def __repr__(self) -> str:
        return f"{type(self).__name__}({'' if self.prefix == 'ODC' else repr(self.prefix)})"


def _get(name: str) -> Secret | None:
    """Return a variable's value, out of sight of a traceback; None if it is absent or empty."""
    return Secret(os.environ.get(name, "").strip()) or None
