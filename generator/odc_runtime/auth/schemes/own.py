"""The credentials of one API that is not ODC's, per operation: what its schemes say, or the caller gave."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...errors.base import ConfigurationError
from ...kernel._http import httpx
from ..bearer import BearerAuth
from ..portal import Issuer
from ..scope import Scope
from ..separate import SeparateCredentials
from ..sources.base import check_source
from ..tokens import Secret
from ..tolerant import checked_store
from .alternatives import SchemeAuth
from .given import SchemeCredentials
from .holders import holder_of
from .kinds import ApiKey, Basic, Bearer
from .tokens import Tokens

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...kernel.operation import Operation, Security
    from ..portal import Portal
    from ..protocols import TokenStore
    from .kinds import Scheme

__all__ = ["OwnCredentials"]


class OwnCredentials:
    """Gives each operation of an API the credential that it asks for.

    Args:
        api: The name of the API.
        schemes: The security schemes that its document declares.
        given: What the caller gave: the API's `SchemeCredentials`, a credential source, an `httpx.Auth`, or
            None for what the environment holds.
        urls: Where the API is, and where single operations of it are.
        client: How the client reaches its hosts.
        store: Where tokens are shared, or None.
        allow_async: Whether a source may be async.

    Raises:
        ConfigurationError: What was given does not fit, or is no credential source or store.
    """

    def __init__(
        self,
        api: str,
        schemes: tuple[Scheme, ...],
        given: Any,
        *,
        urls: tuple[str, ...],
        client: Portal,
        store: TokenStore | None,
        allow_async: bool,
    ) -> None:
        if not (given is None or isinstance(given, (httpx.Auth, SchemeCredentials))):
            check_source(given, allow_async=allow_async)
        store = None if store is None else checked_store(store)
        self._tokens = Tokens(client, store, urls)
        self._scope = Scope(urls)
        self._made: dict[str, httpx.Auth | None] = {}
        self._whole = self._for_all(given, schemes, urls, client, store)
        values: Mapping[str, Any] = {} if self._whole is not None else _by_scheme(api, schemes, given)
        for value in values.values():
            if not isinstance(value, (str, tuple, Secret, httpx.Auth)):
                check_source(value, allow_async=allow_async)
        self._holders = {
            scheme.name: holder_of(scheme, values.get(scheme.name), given is None, self._tokens)
            for scheme in schemes
        }

    def auth_of(self, operation: Operation[Any], security: Security) -> httpx.Auth | None:
        """Return what attaches the credentials of an operation; None if it takes none."""
        if self._whole is not None:
            return self._whole
        if operation.name not in self._made:
            self._made[operation.name] = self._make(operation.name, security)
        return self._made[operation.name]

    def _make(self, what: str, security: Security) -> httpx.Auth | None:
        if not any(security):
            return None
        alternatives = tuple(
            tuple((self._holders[name], scopes) for name, scopes in needs.items()) for needs in security
        )
        return SchemeAuth(what, alternatives, self._scope)

    def _for_all(
        self,
        given: Any,
        schemes: tuple[Scheme, ...],
        urls: tuple[str, ...],
        client: Portal,
        store: TokenStore | None,
    ) -> httpx.Auth | None:
        """Return what serves all operations alike, whatever their schemes."""
        if isinstance(given, httpx.Auth):
            return SeparateCredentials([(url, given) for url in urls], None)
        if given is None or isinstance(given, SchemeCredentials):
            return None
        if not all(isinstance(scheme, Basic) for scheme in schemes):
            return None  # for a name and a password, a token stands in the same header
        return BearerAuth(Issuer(client), given, base_urls=urls, token_store=store)


def _by_scheme(api: str, schemes: tuple[Scheme, ...], given: Any) -> Mapping[str, Any]:
    """Return what each scheme was given: a credential source is for those that take a token."""
    if given is None:
        return {}
    if isinstance(given, SchemeCredentials):
        unknown = sorted(given.values.keys() - {scheme.name for scheme in schemes})
        if given.api != api or unknown:
            raise ConfigurationError(f"a {type(given).__name__} is for {given.api}, not for {api}")
        return given.values
    takers: list[Scheme] = [scheme for scheme in schemes if isinstance(scheme, Bearer)]
    if not takers and len(schemes) == 1 and isinstance(schemes[0], ApiKey):
        takers = list(schemes)
    if not takers:
        names = ", ".join(scheme.name for scheme in schemes)
        raise ConfigurationError(
            f"{api} takes no token, so that it is not clear what a {type(given).__name__} is for: give its"
            f" {_class_name(api)}, by the names of its schemes ({names})"
        )
    return dict.fromkeys([scheme.name for scheme in takers], given)


def _class_name(api: str) -> str:
    return f"{api.title().replace('_', '')}Credentials"
