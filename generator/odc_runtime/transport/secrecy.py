"""Takes the credential out of what a caller can reach once an attempt is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..kernel._http import httpx
from ..kernel.keys import NOTE, take_keys
from ..kernel.redact import MASK, sent_forms

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["hide", "mask_answer"]

FRAMING = (b"content-encoding", b"content-length", b"transfer-encoding")
OK = 200
REDIRECT = 300


def hide(request: httpx.Request) -> tuple[str, ...]:
    """Mask the credentials of a request that has been sent, and return what they were."""
    headers = request.headers
    value: str | None = headers.get("authorization")
    if value is not None:
        headers["authorization"] = f"{value.partition(' ')[0]} {MASK}" if " " in value else MASK
    sent = () if value is None else (value,)
    return (*sent, *take_keys(request)) if NOTE in request.extensions else sent


def mask_answer(response: httpx.Response) -> None:
    """Mask what was sent for an answer, and what refusals and an error's answer echo of that.

    It is done in place: refusals that were followed by another attempt are in the history of the last answer.
    """
    values, refusals = hide(response.request), response.history
    for refusal in refusals:
        values += hide(refusal.request)
    is_good = OK <= response.status_code < REDIRECT
    if not values or (is_good and not refusals):
        return
    found = {form for value in values for form in sent_forms(value)}
    forms = tuple(sorted(found, key=len, reverse=True))
    for answer in refusals if is_good else (*refusals, response):
        _mask_echo(answer, forms)


def _mask_echo(response: httpx.Response, forms: tuple[str, ...]) -> None:
    reason: bytes = response.extensions.get("reason_phrase", b"")
    texts = [response.content, reason, *(value for _, value in response.headers.raw)]
    if not any(form.encode() in text for form in forms for text in texts):
        return
    response.extensions = {**response.extensions, "reason_phrase": _masked(reason, forms)}
    response.extensions.pop("network_stream", None)
    content = _masked(response.content, forms)
    response.headers = httpx.Headers(list(_headers(response.headers.raw, forms)))
    response._content = content  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] - nothing public does it
    vars(response).pop("_text", None)  # what `text` keeps of the content


def _headers(raw: Iterable[tuple[bytes, bytes]], forms: tuple[str, ...]) -> Iterable[tuple[bytes, bytes]]:
    return ((name, _masked(value, forms)) for name, value in raw if name.lower() not in FRAMING)


def _masked(text: bytes, forms: tuple[str, ...]) -> bytes:
    for form in forms:
        text = text.replace(form.encode(), MASK.encode())
    return text
