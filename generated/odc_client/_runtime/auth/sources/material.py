"""What a credential file or a command's output may hold: a bare token, or a JSON object.

Nothing is raised here: a frame that holds the text must not be part of a traceback.
"""

from __future__ import annotations

from typing import Any

from ..json_object import json_object
from ..tokens import Secret, token_problem

__all__ = ["ClientPair", "Found", "read_material"]


class Found:
    """A token, and when it ends, if that is known."""

    __slots__ = ("expires_at", "token")

    def __init__(self, token: Secret, expires_at: float | None) -> None:
        self.token = token
        self.expires_at = expires_at


class ClientPair:
    """A client's id and secret, to be exchanged for a token."""

    __slots__ = ("client_id", "secret")

    def __init__(self, client_id: str, secret: Secret) -> None:
        self.client_id = client_id
        self.secret = secret


def read_material(text: Secret, made_at: float) -> Found | ClientPair | str:
    """Return what `text` holds, or what is wrong with it.

    Args:
        text: A bare token; or JSON with `access_token` and, if known, `expires_in` or `expires_at` (seconds
            or ISO 8601); or JSON with `client_id` and `client_secret`.
        made_at: The wall-clock time from which an `expires_in` counts.
    """
    if not text.reveal().strip().startswith("{"):
        return _token(text.reveal().strip(), None)
    data = json_object(text.reveal())
    if data is None:
        return "holds something that begins like JSON and is none"
    if "access_token" in data:
        return _token(data["access_token"], _expiry(data, made_at))
    client_id, secret = data.get("client_id"), data.get("client_secret")
    if isinstance(client_id, str) and isinstance(secret, str) and client_id and secret:
        return ClientPair(client_id, Secret(secret))
    if client_id or secret:
        return f"holds no {'client_secret' if client_id else 'client_id'} beside the other half"
    return "holds neither access_token nor client_id and client_secret"


def _token(value: object, expires_at: float | str | None) -> Found | str:
    if not isinstance(value, str):
        return "holds an access_token that is no text"
    if problem := token_problem(value):
        return f"holds a token that {problem}"
    if isinstance(expires_at, str):
        return expires_at
    return Found(Secret(value), expires_at)


def _expiry(data: dict[str, Any], made_at: float) -> float | str | None:
    end, seconds = data.get("expires_at"), data.get("expires_in")
    try:
        if end is not None:
            return _moment(end)
        return None if seconds is None else made_at + float(seconds)
    except (ValueError, TypeError, OverflowError):
        return "holds an expiry that is neither seconds nor a date"


def _moment(value: object) -> float:
    if isinstance(value, (int, float)):
        return float(value)
    from datetime import UTC, datetime

    moment = datetime.fromisoformat(str(value))
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
