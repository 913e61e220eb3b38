"""What the token endpoint answered: a grant, or the reason why it is none.

Nothing is raised here: a frame that holds the answer must not be part of a traceback.
"""

from __future__ import annotations

import math
from base64 import b64encode
from urllib.parse import quote_plus

from ...kernel.redact import clean, forms_of, masked
from ..json_object import json_object
from ..jwt import jwt_expiry
from ..schedule import UNKNOWN_LIFETIME_SECONDS
from ..tokens import Secret, token_problem

__all__ = ["Grant", "Refusal", "read_grant", "read_refusal"]


class Grant:
    """A token and for how many seconds it was issued."""

    __slots__ = ("lifetime", "token")

    def __init__(self, token: Secret, lifetime: float) -> None:
        self.token = token
        self.lifetime = lifetime


class Refusal:
    """An OAuth error: its code, and what the endpoint says about it."""

    __slots__ = ("code", "description")

    def __init__(self, code: str | None, description: str | None) -> None:
        self.code = code
        self.description = description


def read_grant(content: bytes, sent_wall: float) -> Grant | str:
    """Return the grant in the body of a 200, or what is wrong with it."""
    data = json_object(content)
    if data is None:
        return _instead_of_json(content)
    token = data.get("access_token")
    if not isinstance(token, str) or not token:
        return "no access_token"
    problem = token_problem(token)
    if problem:
        return f"an access_token that {problem}"
    kind = data.get("token_type", "Bearer")
    if not isinstance(kind, str) or kind.lower() != "bearer":
        return "a token_type other than Bearer"
    secret = Secret(token)
    lifetime = _lifetime(data.get("expires_in"), secret, sent_wall)
    return lifetime if isinstance(lifetime, str) else Grant(secret, lifetime)


def read_refusal(content: bytes, secret: Secret, client_id: str) -> Refusal:
    """Return the OAuth error in a body, with any echo of the secret masked; empty if it has none."""
    data = json_object(content)
    if data is None:
        return Refusal(None, None)
    code, description = data.get("error"), data.get("error_description")
    forms = _as_sent(client_id, secret.reveal())
    return Refusal(_shown(code, forms), _shown(description, forms))


def _instead_of_json(content: bytes) -> str:
    start = content.lstrip()[:1]
    return {b"": "an empty body", b"<": "HTML"}.get(start, "something else") + " instead of a JSON object"


def _lifetime(expires_in: object, token: Secret, sent_wall: float) -> float | str:
    if expires_in is None:
        expiry = jwt_expiry(token)
        seconds = UNKNOWN_LIFETIME_SECONDS if expiry is None else expiry - sent_wall
    else:
        seconds = _number(expires_in)
    if not math.isfinite(seconds):
        return "an expires_in that is no number"
    return seconds if seconds > 0 else "a token that has expired already"


def _number(value: object) -> float:
    if isinstance(value, (int, float, str)) and not isinstance(value, bool):
        try:
            return float(value)
        except (ValueError, OverflowError):
            pass
    return math.nan


def _shown(value: object, forms: tuple[str, ...]) -> str | None:
    return clean(masked(value, forms)) if isinstance(value, str) else None


def _as_sent(client_id: str, secret: str) -> tuple[str, ...]:
    """Return the secret in every form in which it may come back: from the form, from the header, decoded."""
    plain, quoted = f"{client_id}:{secret}", f"{quote_plus(client_id)}:{quote_plus(secret)}"
    pairs = [b64encode(pair.encode()).decode() for pair in (quoted, plain)]
    sent = (*pairs, *(pair.rstrip("=") for pair in pairs), secret)
    found = {form for one in sent for form in forms_of(one)}
    return tuple(sorted(found, key=len, reverse=True))
