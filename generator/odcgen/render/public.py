"""What `import <package>` offers, and the module each name comes from."""

from __future__ import annotations

from odcgen import ir

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
        "ClientClosed",
        "ConfigurationError",
        "ConnectionFailed",
        "DecodeError",
        "InvalidArgument",
        "OdcError",
        "RequestTimeout",
        "TransportError",
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
    """Return the public names of a package by the module that defines them."""
    own = [view.class_name for view in own_of(package) if view.class_name]
    return {"._client": _clients(package), ".auth": ["OnBeforeRequest", *own], **_RUNTIME}


def own_of(package: ir.Package) -> tuple[OwnApi, ...]:
    """Return the APIs that are not at ODC's portal; no class of theirs has a name that the package offers."""
    offered = {name for names in _RUNTIME.values() for name in names}
    return own_apis(package, {"OnBeforeRequest", *_clients(package), *offered})


def _clients(package: ir.Package) -> list[str]:
    return [f"Async{package.client}", package.client]
