"""What odcgen.toml chooses: where an API is, with what credentials, and which operations are wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from attrs import evolve

from odcgen import ir
from odcgen.errors import UsageError
from odcgen.kit.suggest import meant

from .security import stray_servers, with_own_credentials, without_credentials

_LISTED = "`odcgen operations` lists all names; a selection names APIs and operations, no resources."


def choose(api: ir.Api, base_url: str, credentials: str, warnings: Iterable[str] = ()) -> ir.Api:
    """Return the API where odcgen.toml says it is, with the credentials that belong there.

    Args:
        api: the API as its document describes it.
        base_url: where it is, if not where the document says.
        credentials: `none`, `portal` for those of ODC's portal, or the prefix of variables of its own; if
            empty, they are the portal's for what is at the portal, else what the document asks for.
        warnings: further warnings.
    """
    at_portal = credentials == "portal" or (api.portal and not base_url and not _is_prefix(credentials))
    api = evolve(
        api,
        base_path=ir.SpecText(base_url) if base_url else api.base_path,
        credentials=credentials if _is_prefix(credentials) else "",
        portal=at_portal,
        warnings=(*api.warnings, *warnings),
    )
    if credentials == "none":
        return without_credentials(api)
    if not at_portal:
        return with_own_credentials(api)
    return evolve(api, warnings=(*api.warnings, *stray_servers(api)))


def _is_prefix(credentials: str) -> bool:
    return credentials not in ("", "none", "portal")


def select(api: ir.Api, apis: frozenset[str], operations: frozenset[str]) -> ir.Api:
    """Return the API with its selected operations (`identity.users.list`); without a selection, with all."""
    if api.name in apis or not (apis or operations):
        return api
    resources: list[ir.Resource] = []
    for resource in api.resources:
        prefix = f"{api.name}.{resource.name}."
        chosen = tuple(
            operation for operation in resource.operations if prefix + operation.name in operations
        )
        if chosen:
            resources.append(evolve(resource, operations=chosen))
    return prune(evolve(api, resources=tuple(resources)))


def prune(api: ir.Api) -> ir.Api:
    """Return the API without the models that none of its operations reaches."""
    models = {model.key: model for model in api.models}
    types = [
        type_ for resource in api.resources for operation in resource.operations for type_ in operation.types
    ]
    seen = ir.reached(types, models.get)
    return evolve(
        api,
        models=tuple(model for model in api.models if model.key in seen),
        enums=tuple(enum for enum in api.enums if enum.key in seen),
    )


def check_selection(
    selected: list[ir.Api],
    apis: frozenset[str],
    operations: frozenset[str],
    everything: Callable[[], Iterable[ir.Api]],
) -> None:
    """Refuse a selection that names what does not exist.

    Args:
        selected: what was found of it.
        apis: the names of APIs.
        operations: the full names of operations.
        everything: returns all there is to select, for the name that was meant.

    Raises:
        UsageError: naming it.
    """
    names = {api.name for api in selected}
    missing = sorted(apis - names) + sorted(operations - _operations(selected))
    if missing:
        raise UsageError(
            f"nothing is called {', '.join(missing)}",
            hint=meant(missing[0], names | _operations(everything()), _LISTED),
        )


def _operations(apis: Iterable[ir.Api]) -> set[str]:
    return {
        f"{api.name}.{resource.name}.{operation.name}"
        for api in apis
        for resource in api.resources
        for operation in resource.operations
    }
