"""What `import <package>` offers, and the module each name comes from."""

from __future__ import annotations

from odcgen import ir
from odcgen.errors import ConfigError

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
    homes = {
        "._client": [f"Async{package.client}", package.client],
        ".auth": ["OnBeforeRequest"],
        **_RUNTIME,
    }
    if package.asynchronous:
        return homes
    return {home: [name for name in names if not name.startswith("Async")] for home, names in homes.items()}
