"""The credential hook: where tokens come from, how long they live, and to whom they are sent.

Names are imported when they are first used: a client that is given a token never loads what fetches one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .bearer import BearerAuth
    from .errors import (
        AuthenticationError,
        CredentialSourceError,
        CredentialsUnavailable,
        DiscoveryError,
        IncompleteCredentials,
        InvalidClient,
        InvalidScope,
        TokenEndpointUnavailable,
        TokenError,
        TokenTimeout,
        UnauthorizedClient,
    )
    from .oauth.client_credentials import ClientCredentials
    from .portal import Portal
    from .protocols import AsyncCredentialSource, CredentialSource, LockingTokenStore, TokenStore
    from .sources.chain import Chain
    from .sources.command import Command
    from .sources.default import DefaultChain
    from .sources.environment import EnvironmentVariables
    from .sources.file import TokenFile
    from .sources.function import FromCallable
    from .sources.static import StaticToken
    from .store import MemoryStore
    from .tokens import Credential, Secret, Token

__all__ = [
    "AsyncCredentialSource",
    "AuthenticationError",
    "BearerAuth",
    "Chain",
    "ClientCredentials",
    "Command",
    "Credential",
    "CredentialSource",
    "CredentialSourceError",
    "CredentialsUnavailable",
    "DefaultChain",
    "DiscoveryError",
    "EnvironmentVariables",
    "FromCallable",
    "IncompleteCredentials",
    "InvalidClient",
    "InvalidScope",
    "LockingTokenStore",
    "MemoryStore",
    "Portal",
    "Secret",
    "StaticToken",
    "Token",
    "TokenEndpointUnavailable",
    "TokenError",
    "TokenFile",
    "TokenStore",
    "TokenTimeout",
    "UnauthorizedClient",
]

_MODULES = {
    "bearer": ("BearerAuth",),
    "oauth.client_credentials": ("ClientCredentials",),
    "portal": ("Portal",),
    "sources.chain": ("Chain",),
    "sources.command": ("Command",),
    "sources.default": ("DefaultChain",),
    "sources.environment": ("EnvironmentVariables",),
    "sources.file": ("TokenFile",),
    "sources.function": ("FromCallable",),
    "protocols": ("AsyncCredentialSource", "CredentialSource", "LockingTokenStore", "TokenStore"),
    "sources.static": ("StaticToken",),
    "store": ("MemoryStore",),
    "tokens": ("Credential", "Secret", "Token"),
}
_HOMES = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"{__name__}.{_HOMES.get(name, 'errors')}"), name)
    globals()[name] = value
    return value
