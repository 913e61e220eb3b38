"""Takes the credential out of what a caller can reach once an attempt is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..kernel._http import httpx
from ..kernel.redact import MASK, masked, sent_forms

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["hide", "without_credential"]

FRAMING = (b"content-encoding", b"content-length", b"transfer-encoding")
OK = 200
REDIRECT = 300


def hide(request: httpx.Request) -> str | None:
    """Mask the Authorization header of a request that has been sent, and return what it was."""
    headers = request.headers
    value: str | None = headers.get("authorization")
    if value is not None:
        headers["authorization"] = f"{value.partition(' ')[0]} {MASK}" if " " in value else MASK
    return value


def without_credential(response: httpx.Response) -> httpx.Response:
    """Mask what was sent for an answer, and in an error's answer what it echoes of that."""
    value = hide(response.request)
    for earlier in response.history:
        hide(earlier.request)
    if value is None or OK <= response.status_code < REDIRECT:
        return response
    return _without_echo(response, sent_forms(value))


def _without_echo(response: httpx.Response, forms: tuple[str, ...]) -> httpx.Response:
    reason: bytes = response.extensions.get("reason_phrase", b"")
    texts = [response.content, reason, *(value for _, value in response.headers.raw)]
    if not any(form.encode() in text for form in forms for text in texts):
        return response
    extensions = {**response.extensions, "reason_phrase": _masked(reason, forms)}
    extensions.pop("network_stream", None)
    other = httpx.Response(
        response.status_code,
        headers=list(_headers(response.headers.raw, forms)),
        content=_masked(response.content, forms),
        request=response.request,
        extensions=extensions,
        history=list(response.history),
    )
    other.elapsed = response.elapsed
    return other


def _headers(raw: Iterable[tuple[bytes, bytes]], forms: tuple[str, ...]) -> Iterable[tuple[bytes, bytes]]:
    return ((name, _masked(value, forms)) for name, value in raw if name.lower() not in FRAMING)


def _masked(text: bytes, forms: tuple[str, ...]) -> bytes:
    return masked(text.decode("latin-1"), forms).encode("latin-1")
