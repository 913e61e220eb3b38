"""What the caller gives to the security schemes of an API, in place of environment variables."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ...errors.base import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...kernel._http import httpx
    from ..protocols import AnySource
    from ..tokens import Secret

__all__ = ["AuthGiven", "KeyGiven", "PairGiven", "SchemeCredentials", "TokenGiven"]

KeyGiven: TypeAlias = "str | Secret | AnySource | httpx.Auth"
"""A key, or what returns it as a `Credential`."""
PairGiven: TypeAlias = "tuple[str, str | Secret] | httpx.Auth"
"""A name and a password."""
TokenGiven: TypeAlias = "str | Secret | AnySource | httpx.Auth"
"""A token, or what returns one or gets one: any credential source."""
AuthGiven: TypeAlias = "httpx.Auth"
"""What attaches the credential itself."""


class SchemeCredentials:
    """The credentials of one API by the names of its security schemes; a package has a class for each API.

    Whoever gives one is sent nothing from the environment: a scheme left at None has no credentials.
    """

    __slots__ = ("api", "values")

    def __init__(self, api: str, values: Mapping[str, object]) -> None:
        self.api = api
        self.values = {name: value for name, value in values.items() if value is not None}
        if not self.values:
            raise ConfigurationError(f"{type(self).__name__} is given nothing; leave it out, or name one")

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name!r}: ***' for name in self.values)})"
