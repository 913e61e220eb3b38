"""A credential source chosen by name: `ODC_CREDENTIALS`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from ...errors.base import ConfigurationError
from ..no_token import CredentialSourceError, CredentialsUnavailable
from .base import LeadingSource, check_source, resolve

if TYPE_CHECKING:
    from ..protocols import AnySource, CallSource, Exchange
    from ..tokens import Credential

__all__ = ["VARIABLE", "NamedSource", "named_source"]

VARIABLE = "ODC_CREDENTIALS"


class NamedSource(LeadingSource):
    """The source that `ODC_CREDENTIALS` names; a chain stops if that one has nothing."""

    def resolve(self, call: CallSource, /) -> Credential | Exchange:
        """Return what the named source leads to.

        Raises:
            CredentialsUnavailable: `ODC_CREDENTIALS` is not set.
            CredentialSourceError: The named source has nothing.
            ConfigurationError: The name means nothing.
        """
        name = os.environ.get(VARIABLE, "").strip()
        if not name:
            raise CredentialsUnavailable(f"{VARIABLE} is not set")
        source = named_source(name)
        bound = source.bind(self.client_portal) if isinstance(source, LeadingSource) else source
        try:
            return resolve(bound, call)
        except CredentialsUnavailable as nothing:
            reason = str(nothing)
        raise CredentialSourceError(f"{VARIABLE} names a source that has nothing: {reason}")

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"


def named_source(name: str) -> AnySource:
    """Return the source that `env`, `file:/path`, `command:…` or `module:attribute` names.

    Raises:
        ConfigurationError: The name means nothing, or its module or attribute is missing or no source.
    """
    kind, _, rest = name.partition(":")
    if name == "env":
        from .environment import EnvironmentVariables

        return EnvironmentVariables()
    if kind == "file" and rest:
        from .file import TokenFile

        return TokenFile(rest)
    if kind == "command" and rest.strip():
        from .command import Command

        return Command(rest)
    if kind not in ("", "file", "command") and rest.isidentifier():
        return _imported(kind, rest)
    raise ConfigurationError(f"{VARIABLE} must be env, file:/path, command:… or module:attribute")


def _imported(module: str, attribute: str) -> AnySource:
    from importlib import import_module

    try:
        found: Any = getattr(import_module(module), attribute)
    except (ImportError, AttributeError, ValueError) as error:
        raise ConfigurationError(f"{VARIABLE} names {module}:{attribute}: {error}") from None
    source: AnySource = found() if isinstance(found, type) else found
    try:
        check_source(source)
    except TypeError as error:
        raise ConfigurationError(f"{VARIABLE} names {module}:{attribute}: {error}") from None
    return source
