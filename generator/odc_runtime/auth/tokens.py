"""Tokens and the secrets in them: frozen values that never show themselves."""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING, Any, NoReturn

from ..errors.expect import a_text

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Credential", "Secret", "Token", "token_problem"]

MASK = "***"


class _Frozen:
    """A value whose attributes are set once, by `_set` in the constructor, and that copies as itself."""

    __slots__ = ()

    def _set(self, **values: object) -> None:
        for name, value in values.items():
            object.__setattr__(self, name, value)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is frozen")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is frozen")

    def __copy__(self) -> Any:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Any:
        return self

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError(
            f"a {type(self).__name__} is not pickled, so that no secret travels with it; "
            "let the other process find its own credentials (environment, file, command)"
        )


class Secret(_Frozen):
    """A text that `repr`, `str`, `format` and tracebacks show as `***`; pickling it raises TypeError."""

    __slots__ = ("_value",)

    _value: str

    def __init__(self, value: str) -> None:
        self._set(_value=a_text(value, "a token or a secret"))

    def reveal(self) -> str:
        """Return the secret text itself."""
        return self._value

    def __repr__(self) -> str:
        return f"Secret({MASK!r})"

    def __str__(self) -> str:
        return MASK

    def __format__(self, spec: str) -> str:
        return format(MASK, spec)

    def __bool__(self) -> bool:
        return bool(self._value)

    def __eq__(self, other: object) -> bool:
        """Compare in constant time."""
        if not isinstance(other, Secret):
            return NotImplemented
        return hmac.compare_digest(self._value.encode(), other._value.encode())

    def __hash__(self) -> int:
        return hash((Secret, self._value))


class Credential(_Frozen):
    """What a credential source returns: a token and, if known, the end of its life.

    Attributes:
        token: The bearer token.
        expires_at: When it ends, as a wall-clock timestamp in seconds; None if the source does not know.
        outdated: Tells, cheaply and at any time, that the source has a newer token; None if it cannot.
    """

    __slots__ = ("expires_at", "outdated", "token")

    token: Secret
    expires_at: float | None
    outdated: Callable[[], bool] | None

    def __init__(
        self,
        token: Secret | str,
        *,
        expires_at: float | None = None,
        outdated: Callable[[], bool] | None = None,
    ) -> None:
        self._set(
            token=Secret(token) if isinstance(token, str) else token,
            expires_at=expires_at,
            outdated=outdated,
        )

    def __repr__(self) -> str:
        return f"Credential({MASK!r}, expires_at={self.expires_at!r})"


class Token(_Frozen):
    """One access token with its times, read as one frozen snapshot; equal if the secret is the same.

    Attributes:
        access_token: The secret text.
        token_type: How it is sent: `Bearer`.
        obtained_at: When the request for it was sent, as a wall-clock timestamp in seconds.
        expires_at: When it ends, on the same clock.
        deadline: When it ends on the monotonic clock of this machine; never stored, None outside of memory.
    """

    __slots__ = ("access_token", "deadline", "expires_at", "obtained_at", "token_type")

    access_token: Secret
    token_type: str
    obtained_at: float
    expires_at: float
    deadline: float | None

    def __init__(
        self,
        access_token: Secret | str,
        *,
        obtained_at: float,
        expires_at: float,
        token_type: str = "Bearer",  # noqa: S107 a scheme, no secret
        deadline: float | None = None,
    ) -> None:
        self._set(
            access_token=Secret(access_token) if isinstance(access_token, str) else access_token,
            token_type=token_type,
            obtained_at=obtained_at,
            expires_at=expires_at,
            deadline=deadline,
        )

    @property
    def lifetime(self) -> float:
        """Return for how many seconds the token was issued."""
        return self.expires_at - self.obtained_at

    def __repr__(self) -> str:
        return f"Token({MASK!r}, obtained_at={self.obtained_at!r}, expires_at={self.expires_at!r})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Token):
            return NotImplemented
        return self.access_token == other.access_token

    def __hash__(self) -> int:
        return hash(self.access_token)


def token_problem(text: str) -> str | None:
    """Return what keeps `text` from being a token, without quoting it, or None."""
    if not text:
        return "is empty"
    if not text.isascii() or not text.isprintable():
        return "holds characters that no header can carry"
    if " " in text:
        hint = " (the word Bearer does not belong to it)" if text[:7].lower() == "bearer " else ""
        return f"holds a blank{hint}"
    return None
