"""What `import <package>` offers, and the module each name comes from."""

from __future__ import annotations

from odcgen import ir
from odcgen.errors import ConfigError
from odcgen.kit.namespace import Namespace

from .security import OwnApi, own_apis

_RUNTIME = {
    "._runtime.auth.memory": ["MemoryStore"],
    "._runtime.auth.no_token": [
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
    ],
    "._runtime.auth.oauth.client_credentials": ["ClientCredentials"],
    "._runtime.auth.portal": ["Portal"],
    "._runtime.auth.protocols": ["AsyncCredentialSource", "CredentialSource", "TokenStore"],
    "._runtime.auth.sources.chain": ["Chain"],
    "._runtime.auth.sources.command": ["Command"],
    "._runtime.auth.sources.default": ["DefaultChain"],
    "._runtime.auth.sources.environment": ["EnvironmentVariables"],
    "._runtime.auth.sources.file": ["TokenFile"],
    "._runtime.auth.sources.function": ["FromCallable"],
    "._runtime.auth.sources.static": ["StaticToken"],
    "._runtime.auth.stores.file": ["EncryptedFileStore"],
    "._runtime.auth.stores.keys": ["EnvironmentKey", "KeyringKey"],
    "._runtime.auth.stores.redis": ["RedisStore"],
    "._runtime.auth.tokens": ["Credential", "Secret", "Token"],
    "._runtime.errors.base": [
        "AnswerTooLarge",
        "ClientClosed",
        "ConfigurationError",
        "ConnectionFailed",
        "DecodeError",
        "FileError",
        "InvalidArgument",
        "OdcError",
        "RequestTimeout",
        "TransportError",
        "WrongType",
    ],
    "._runtime.errors.course": ["OperationFailed", "PagingError", "RateBudgetExceeded", "WaitTimeout"],
    "._runtime.errors.problem": ["ProblemDetails"],
    "._runtime.errors.status": [
        "BadRequest",
        "ClientError",
        "Conflict",
        "Gone",
        "MethodNotAllowed",
        "NotFound",
        "PermissionDenied",
        "RateLimited",
        "ServerError",
        "StatusError",
        "Unauthenticated",
        "UnexpectedRedirect",
        "UnprocessableEntity",
    ],
    "._runtime.flows.page": ["Page"],
    "._runtime.flows.paging": ["AsyncPager", "Pager"],
    "._runtime.kernel.files": ["File"],
    "._runtime.kernel.unset": ["UNSET", "Unset"],
    "._runtime.policy.options": ["CallOptions", "PollOptions"],
    "._runtime.policy.rates": ["RateBudget"],
    "._runtime.policy.retry": ["Retry"],
    "._runtime.wire.raw_response": ["RawResponse"],
}


def public_names(package: ir.Package) -> dict[str, list[str]]:
    """Return the public names of a package by the module that defines them.

    Raises:
        ConfigError: if its client would have the name of something else.
    """
    if any(package.client in names for names in _RUNTIME.values()):
        raise ConfigError(
            f"a package named {package.name!r} cannot have a client {package.client!r}: "
            "each package has that name for something else",
            hint="Give the package another name.",
        )
    own = [view.class_name for view in own_of(package) if view.class_name]
    shown = {home: [name for name in names if _is_there(package, name)] for home, names in _RUNTIME.items()}
    return {"._client": _clients(package), ".auth": ["OnBeforeRequest", *own], **shown}


def own_of(package: ir.Package) -> tuple[OwnApi, ...]:
    """Return the APIs that are not at ODC's portal; no class of theirs has a name that the package offers."""
    offered = {name for names in _RUNTIME.values() for name in names}
    return own_apis(package, Namespace({"OnBeforeRequest", *_clients(package), *offered}))


def _clients(package: ir.Package) -> list[str]:
    return [f"{prefix}{package.client}" for prefix in package.prefixes]


def _is_there(package: ir.Package, name: str) -> bool:
    return package.asynchronous or not name.startswith("Async")
