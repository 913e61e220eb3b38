"""What `import <package>` offers, and the module each name comes from."""

from __future__ import annotations

from odcgen import ir

_RUNTIME = {
    "._runtime.auth": [
        "AsyncCredentialSource",
        "AuthenticationError",
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
    ],
    "._runtime.auth.stores": ["EncryptedFileStore", "EnvironmentKey", "KeyringKey", "RedisStore"],
    "._runtime.errors": [
        "BadRequest",
        "ClientClosed",
        "ClientError",
        "ConfigurationError",
        "Conflict",
        "ConnectionFailed",
        "DecodeError",
        "Gone",
        "InvalidArgument",
        "MethodNotAllowed",
        "NotFound",
        "OdcError",
        "OperationFailed",
        "PagingError",
        "PermissionDenied",
        "RateBudgetExceeded",
        "RateLimited",
        "RequestTimeout",
        "ServerError",
        "StatusError",
        "TransportError",
        "Unauthenticated",
        "UnexpectedRedirect",
        "UnprocessableEntity",
        "WaitTimeout",
    ],
    "._runtime.files": ["File"],
    "._runtime.options": ["CallOptions", "PollOptions"],
    "._runtime.paging": ["AsyncPager", "Page", "Pager"],
    "._runtime.problem": ["ProblemDetails"],
    "._runtime.raw": ["RawResponse"],
    "._runtime.transport.rates": ["RateBudget"],
    "._runtime.transport.retry": ["Retry"],
    "._runtime.unset": ["UNSET", "Unset"],
}


def public_names(package: ir.Package) -> dict[str, list[str]]:
    """Return the public names of a package by the module that defines them."""
    return {
        "._client": [f"Async{package.client}", package.client],
        ".auth": ["OnBeforeRequest"],
        **_RUNTIME,
    }
