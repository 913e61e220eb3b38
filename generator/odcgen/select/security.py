"""What the operations of an API are sent that is not ODC's portal: what its own security schemes say."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from odcgen import ir

_IN_AUTHORIZATION = frozenset(("basic", "login", "bearer", "oauth2", "openid"))
_ANYTHING: ir.Alternatives = ((),)
_UNDECLARED = "is not declared by the document"
_LOGIN = ir.SecurityScheme(ir.SpecText("login"), "login")
"""What an API has whose document describes no credentials, but odcgen.toml says that it wants some."""
_TOKENS = frozenset(("bearer", "oauth2", "openid"))


def without_credentials(api: ir.Api) -> ir.Api:
    """Return an API that is sent no credential, whatever its document says."""
    operations = tuple(evolve(one, secured=False, security=()) for one in api.operations)
    return evolve(api, operations=operations, schemes=())


def with_own_credentials(api: ir.Api) -> ir.Api:
    """Return an API whose operations are sent what its document asks for, with warnings of what cannot be."""
    if api.credentials:
        api = _with_wanted(api)
    asked = {need.scheme.text for operation in api.operations for need in _needs(operation)}
    declared = {scheme.wire.text: scheme for scheme in api.schemes}
    missing = sorted(asked - declared.keys())
    others = (ir.SecurityScheme(ir.SpecText(name), "unserved", problem=_UNDECLARED) for name in missing)
    used = (one for one in api.schemes if one.wire.text in asked or not api.operations)
    schemes = (*used, *others)
    operations = tuple(_secured(operation, bool(schemes)) for operation in api.operations)
    own = evolve(api, operations=operations, schemes=schemes)
    return evolve(own, warnings=(*api.warnings, *_warnings(own, sorted(declared))))


def stray_servers(api: ir.Api) -> Iterator[str]:
    """Yield a warning for each operation of the portal that is on another host, where no token goes."""
    for operation in api.operations:
        if operation.secured and operation.server is not None and "://" in operation.server.text:
            yield (
                f"{operation.pointer}/servers: the operation is not at the portal but at"
                f" {operation.server.text}, and is sent no credential there [operation-elsewhere]"
            )


def _with_wanted(api: ir.Api) -> ir.Api:
    """Return an API of which odcgen.toml says that it wants credentials, even if its document is silent.

    A token may then take the place of a name and a password.
    """
    schemes = api.schemes or (_LOGIN,)
    if not any(scheme.kind in _TOKENS for scheme in schemes):
        schemes = tuple(evolve(one, kind="login") if one.kind == "basic" else one for one in schemes)
    silent = all(operation.security is None for operation in api.operations)
    if api.schemes and not silent:
        return evolve(api, schemes=schemes)
    asked: ir.Alternatives = tuple((ir.Need(scheme.wire),) for scheme in schemes)
    operations = (
        evolve(one, security=asked if one.security is None else one.security) for one in api.operations
    )
    return evolve(api, schemes=schemes, operations=tuple(operations))


def _secured(operation: ir.Operation, has_schemes: bool) -> ir.Operation:
    """Tell an operation that is never sent a credential from one that may be: by what the caller gives."""
    security = operation.security
    if security is None:
        security = () if has_schemes else _ANYTHING
    elif has_schemes and not any(security):
        security = ()
    return evolve(operation, security=security, secured=bool(security))


def _needs(operation: ir.Operation) -> Iterator[ir.Need]:
    for alternative in operation.security or ():
        yield from alternative


def _warnings(api: ir.Api, declared: list[str]) -> Iterator[str]:
    if declared and not api.schemes and api.operations:
        told = ", ".join(declared)
        yield (
            f"the document declares credentials ({told}), but no operation asks for them: none are sent,"
            " unless odcgen.toml says credentials = PREFIX [unasked-credentials]"
        )
    for scheme in api.schemes:
        if scheme.problem:
            yield (
                f"the security scheme {scheme.wire.text!r} {scheme.problem}: what asks for it fails"
                " unless the client is given an httpx.Auth for it [unserved-security-scheme]"
            )
    schemes = {scheme.wire.text: scheme for scheme in api.schemes}
    asked = (alternative for operation in api.operations for alternative in operation.security or ())
    for names in sorted({tuple(need.scheme.text for need in alternative) for alternative in asked}):
        slots = [slot for one in names if (slot := _slot(schemes[one]))]
        if len(set(slots)) < len(slots):
            yield (
                f"{' and '.join(names)} cannot be sent together: two of them have the same place"
                " [unserved-security-scheme]"
            )


def _slot(scheme: ir.SecurityScheme) -> tuple[str, str] | None:
    """Return where a scheme stands in a request: place and name, if that is known."""
    if scheme.kind == "key":
        name = scheme.field.text
        return scheme.place, name.lower() if scheme.place == "header" else name
    return ("header", "authorization") if scheme.kind in _IN_AUTHORIZATION else None
