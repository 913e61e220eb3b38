"""The security schemes of an API as its document declares them: data, printed in the package's `auth.py`."""

from __future__ import annotations

from typing import ClassVar

__all__ = ["ApiKey", "Basic", "Bearer", "Login", "OAuth2", "OpenIdConnect", "Scheme", "Unserved"]

AUTHORIZATION = ("header", "authorization")


class Scheme:
    """One way to show who calls.

    Attributes:
        name: Its name in the document.
        prefix: What the names of its environment variables begin with.
    """

    __slots__ = ("name", "prefix")

    fields: ClassVar[tuple[str, ...]] = ()
    """What its environment variables end with."""

    def __init__(self, name: str, prefix: str) -> None:
        self.name = name
        self.prefix = prefix

    @property
    def slot(self) -> tuple[str, str] | None:
        """Where it stands in a request: place and name, if that is known."""
        return None

    @property
    def authorizes(self) -> bool:
        """Whether it is sent in the Authorization header."""
        return self.slot == AUTHORIZATION

    def variable(self, field: str) -> str:
        """Return the name of one of its variables."""
        return f"{self.prefix}_{field}"

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.name!r}, {self.prefix!r})"


class ApiKey(Scheme):
    """A key in a header, a query parameter or a cookie, from `<prefix>_API_KEY`."""

    __slots__ = ("field", "place")

    fields: ClassVar[tuple[str, ...]] = ("API_KEY",)

    def __init__(self, name: str, prefix: str, place: str, field: str) -> None:
        super().__init__(name, prefix)
        self.place = place
        self.field = field

    @property
    def slot(self) -> tuple[str, str] | None:
        """Where it stands in a request."""
        return self.place, self.field.lower() if self.place == "header" else self.field


class Basic(Scheme):
    """A name and a password, from `<prefix>_USERNAME` and `<prefix>_PASSWORD`."""

    __slots__ = ()

    fields: ClassVar[tuple[str, ...]] = ("USERNAME", "PASSWORD")

    @property
    def slot(self) -> tuple[str, str] | None:
        """Where it stands in a request."""
        return AUTHORIZATION


class Login(Basic):
    """A token from `<prefix>_ACCESS_TOKEN`, or a name and a password."""

    __slots__ = ()


class Bearer(Scheme):
    """A token that somebody else has got, from `<prefix>_ACCESS_TOKEN`."""

    __slots__ = ()

    fields: ClassVar[tuple[str, ...]] = ("ACCESS_TOKEN",)

    @property
    def slot(self) -> tuple[str, str] | None:
        """Where it stands in a request."""
        return AUTHORIZATION


class OAuth2(Bearer):
    """A token, or `<prefix>_CLIENT_ID` and `<prefix>_CLIENT_SECRET` to get one with at the token endpoint."""

    __slots__ = ("url",)

    fields: ClassVar[tuple[str, ...]] = ("ACCESS_TOKEN", "CLIENT_ID", "CLIENT_SECRET")

    def __init__(self, name: str, prefix: str, url: str) -> None:
        super().__init__(name, prefix)
        self.url = url


class OpenIdConnect(OAuth2):
    """As OAuth 2, but the URL is that of a configuration which tells the token endpoint."""

    __slots__ = ()


class Unserved(Scheme):
    """A scheme that only an `httpx.Auth` of the caller's serves."""

    __slots__ = ("reason",)

    def __init__(self, name: str, prefix: str, reason: str) -> None:
        super().__init__(name, prefix)
        self.reason = reason
