"""One scheme of an API with where its credentials come from: what the caller gave, else the environment."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, cast

from ...errors.base import ConfigurationError
from ...kernel._http import httpx
from ..header import BearerHeader
from ..no_token import CredentialSourceError, IncompleteCredentials
from ..separate import BasicHeader
from ..tokens import Secret, token_problem
from .kinds import ApiKey, Basic, Bearer, Login, Unserved
from .placing import is_there, note_own, put_key

if TYPE_CHECKING:
    from .kinds import Scheme
    from .tokens import Tokens

__all__ = ["Holder", "holder_of"]

EXACT = ("USERNAME", "PASSWORD")
"""Variables in which a blank at an end is one that was meant."""


class Holder:
    """A scheme and its credentials.

    Attributes:
        scheme: The scheme.
    """

    def __init__(self, scheme: Scheme, given: Any, from_environment: bool, tokens: Tokens) -> None:
        self.scheme = scheme
        self._given = given
        self._tokens = tokens
        self._from_environment = from_environment and given is None

    def missing(self, request: httpx.Request) -> str | None:
        """Return why there is nothing to attach, or None if there is something.

        Raises:
            AuthenticationError: There is something, and it cannot be used.
        """
        if self._given is not None:
            return None
        if isinstance(self.scheme, Unserved):
            return f"the scheme {self.scheme.reason}, so that only an httpx.Auth given for it serves"
        names = [self.scheme.variable(field) for field in self.scheme.fields]
        if not self._from_environment:
            return "it was given no credentials"
        return self._unset(names)

    def attach(self, request: httpx.Request, scopes: tuple[str, ...]) -> httpx.Auth | None:
        """Attach the credentials, or return what attaches them and goes on from there."""
        if isinstance(self._given, httpx.Auth):
            return self._given
        return self._attach(request, scopes)

    def _attach(self, request: httpx.Request, scopes: tuple[str, ...]) -> httpx.Auth | None:
        raise NotImplementedError

    def _unset(self, names: list[str]) -> str | None:
        return None if self._variable(self.scheme.fields[0]) else f"{names[0]} is not set"

    def _variable(self, field: str) -> Secret:
        """Return a variable's value, read anew each time and out of sight of a traceback."""
        blank = "\r\n" if field in EXACT else None
        return Secret(os.environ.get(self.scheme.variable(field), "").strip(blank))

    def _usable_token(self) -> Secret:
        token = self._variable("ACCESS_TOKEN")
        if token and (problem := token_problem(token.reveal())):
            raise CredentialSourceError(f"{self.scheme.variable('ACCESS_TOKEN')} {problem}")
        return token


class KeyHolder(Holder):
    """A key."""

    scheme: ApiKey

    def missing(self, request: httpx.Request) -> str | None:
        """Return why there is no key; one that the caller has put on the request is one."""
        return None if is_there(request, self.scheme) else super().missing(request)

    def _attach(self, request: httpx.Request, scopes: tuple[str, ...]) -> httpx.Auth | None:
        if is_there(request, self.scheme):
            note_own(request, self.scheme)
            return None
        given = self._given
        if given is None:
            given = self._variable("API_KEY")
        if isinstance(given, Secret):
            put_key(request, self.scheme, given)
            return None
        return self._tokens.keyed(given, self.scheme)


class PairHolder(Holder):
    """A name and a password."""

    scheme: Basic

    def _attach(self, request: httpx.Request, scopes: tuple[str, ...]) -> httpx.Auth | None:
        if self._given is None and (token := self._token()):
            request.headers["Authorization"] = BearerHeader(token)
        else:
            name, password = self._given or (self._variable("USERNAME"), self._variable("PASSWORD"))
            if ":" in name.reveal():
                raise CredentialSourceError(f"the name for {self.scheme.name} holds a colon, which ends it")
            request.headers["Authorization"] = BasicHeader(name, password)
        return None

    def _unset(self, names: list[str]) -> str | None:
        there = [bool(self._variable(field)) for field in self.scheme.fields]
        if all(there) or self._token():
            return None
        told = " and ".join(names)
        if any(there):
            raise IncompleteCredentials(f"only one of {told} is set")
        if isinstance(self.scheme, Login):
            return f"neither {self.scheme.variable('ACCESS_TOKEN')} nor {told} is set"
        return f"{told} are not set"

    def _token(self) -> Secret:
        """Return the token that takes their place, if the scheme lets one."""
        return self._usable_token() if isinstance(self.scheme, Login) else Secret("")


class TokenHolder(Holder):
    """A token; one that can be got at a token endpoint is."""

    def _attach(self, request: httpx.Request, scopes: tuple[str, ...]) -> httpx.Auth | None:
        given = self._given
        if given is None:
            given = self._usable_token() or None
        if isinstance(given, Secret):
            request.headers["Authorization"] = BearerHeader(given)
            return None
        return self._tokens.bearer(given, self.scheme, scopes)

    def _unset(self, names: list[str]) -> str | None:
        there = [bool(self._variable(field)) for field in self.scheme.fields]
        if there[0] or (there[1:] and all(there[1:])):
            return None
        if any(there):
            raise IncompleteCredentials(f"only one of {names[1]} and {names[2]} is set")
        return (
            f"neither {names[0]} nor {' and '.join(names[1:])} is set"
            if names[1:]
            else f"{names[0]} is not set"
        )


def holder_of(scheme: Scheme, given: Any, from_environment: bool, tokens: Tokens) -> Holder:
    """Return what holds the credentials of a scheme.

    Raises:
        ConfigurationError: What was given is not what the scheme takes.
    """
    kind, value = _checked(scheme, given)
    return kind(scheme, value, from_environment, tokens)


def _checked(scheme: Scheme, given: Any) -> tuple[type[Holder], Any]:
    """Return the holder of a kind of scheme, and what was given as it takes it."""
    text = isinstance(given, (str, Secret))
    if isinstance(scheme, ApiKey):
        return KeyHolder, _secret(scheme, given) if text else given
    if isinstance(scheme, Basic):
        return PairHolder, given if given is None or isinstance(given, httpx.Auth) else _pair(scheme, given)
    if isinstance(scheme, Bearer):
        return TokenHolder, _token(scheme, given) if text else given
    if given is None or isinstance(given, httpx.Auth):
        return Holder, given
    raise ConfigurationError(f"{scheme.name} is served by an httpx.Auth, not by a {type(given).__name__}")


def _secret(scheme: Scheme, given: str | Secret) -> Secret:
    secret = given if isinstance(given, Secret) else Secret(given)
    if not secret:
        raise ConfigurationError(f"the credential for {scheme.name} is empty")
    return secret


def _token(scheme: Scheme, given: str | Secret) -> Secret:
    secret = _secret(scheme, given)
    if problem := token_problem(secret.reveal()):
        raise ConfigurationError(f"the token for {scheme.name} {problem}")
    return secret


def _pair(scheme: Scheme, given: Any) -> tuple[Secret, Secret]:
    pair: tuple[Any, ...] = cast("Any", given) if isinstance(given, tuple) else ()
    if len(pair) != 2:
        raise ConfigurationError(f"{scheme.name} takes a name and a password, as a tuple of two")
    name, password = pair
    return _secret(scheme, name), _secret(scheme, password)
