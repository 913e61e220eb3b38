"""What `import <package>` offers, and the module each name comes from."""

from __future__ import annotations

from odcgen import ir

_RUNTIME = {
    "._runtime.auth": [
        "Chain",
        "ClientCredentials",
        "Command",
        "Credential",
        "CredentialSource",
        "EnvironmentVariables",
        "StaticToken",
        "TokenFile",
    ],
    "._runtime.errors": [
        "BadRequest",
        "Conflict",
        "ConnectionFailed",
        "DecodeError",
        "Gone",
        "NotFound",
        "OdcError",
        "PermissionDenied",
        "RateLimited",
        "ServerError",
        "Unauthenticated",
        "UnprocessableEntity",
    ],
    "._runtime.files": ["File"],
    "._runtime.options": ["CallOptions"],
    "._runtime.paging": ["AsyncPager", "Page", "Pager"],
    "._runtime.raw": ["RawResponse", "with_raw_response"],
    "._runtime.unset": ["UNSET", "Unset"],
}


def public_names(package: ir.Package) -> dict[str, list[str]]:
    """Return the public names of a package by the module that defines them."""
    return {
        "._client": [f"Async{package.client}", package.client],
        ".auth": ["OnBeforeRequest"],
        **_RUNTIME,
    }
