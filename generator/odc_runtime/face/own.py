"""The credentials of a client's APIs that are not ODC's, and which of them the caller has given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..auth.schemes.given import SchemeCredentials
from ..auth.schemes.own import OwnCredentials
from ..errors.base import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..auth.portal import Portal
    from ..auth.schemes.kinds import Scheme

__all__ = ["given_to", "own_credentials"]


def given_to(
    schemes: Mapping[str, tuple[Scheme, ...]], credentials: Any, named: dict[str, Any], *, at_portal: bool
) -> Any:
    """Hand the credentials of a client without a portal to its API, and return what is left for the portal.

    Raises:
        ConfigurationError: It is not clear to which API they belong.
    """
    if credentials is None:
        return None
    if at_portal and not isinstance(credentials, SchemeCredentials):
        return credentials
    if isinstance(credentials, SchemeCredentials):
        name = credentials.api
    elif len(schemes) == 1:
        (name,) = schemes
    else:
        raise ConfigurationError(
            f"of which API are these credentials? Give api_credentials, by name: {', '.join(sorted(schemes))}"
        )
    if name in named:
        raise ConfigurationError(f"credentials and api_credentials are both for {name}")
    if name not in schemes:
        raise ConfigurationError(f"these credentials are for {name}, an API that this client does not have")
    named[name] = credentials
    return None


def own_credentials(
    schemes: Mapping[str, tuple[Scheme, ...]],
    named: Mapping[str, Any],
    bases: Mapping[str, str],
    servers: Mapping[str, str],
    client: Portal,
    store: Any,
    allow_async: bool,
) -> dict[str, OwnCredentials]:
    """Return the credentials of each API that has a base URL.

    Raises:
        ConfigurationError: What was given does not fit.
    """
    return {
        name: OwnCredentials(
            name,
            declared,
            named.get(name),
            urls=(bases[name], *(url for key, url in servers.items() if key.partition(" ")[0] == name)),
            client=client,
            store=store,
            allow_async=allow_async,
        )
        for name, declared in schemes.items()
        if name in bases
    }
