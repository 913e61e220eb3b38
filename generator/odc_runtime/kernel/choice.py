"""Which of the answers that an operation declares one is: by its status, then by its media type."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ._http import httpx
    from .operation import Answer

__all__ = ["answer_of", "essence", "is_json", "shown_type", "with_status"]


def answer_of(answers: tuple[Answer, ...], response: httpx.Response) -> Answer | None:
    """Return the declared answer that a response with content is, or None if that cannot be said.

    What is declared for the very status comes before its range, and that before `default`; of another status
    nothing is known, so that its media type alone tells. A media type that nobody declared is taken for the
    only one that is, or for the only one that is written the same way: JSON, or text.
    """
    found = [one for one in with_status(answers, response.status_code) or answers if one.kind != "none"]
    told = response.headers.get("content-type", "")
    fitting = _with_media_type(found, told)
    if not fitting and _alike(found):
        return found[0] if found else None
    if not fitting and is_json(essence(told)):
        fitting = [one for one in found if one.kind == "json"]
    elif not fitting and essence(told).startswith("text/"):
        fitting = [one for one in found if one.kind == "text"]
    return fitting[0] if fitting and _alike(fitting) else None


def with_status(answers: Iterable[Answer], status: int) -> list[Answer]:
    """Return the answers that are declared for a status, or else for its range, or else by default."""
    for name in (str(status), f"{status // 100}XX", "DEFAULT"):
        if found := [one for one in answers if one.status.upper() == name]:
            return found
    return []


def essence(media_type: str) -> str:
    """Return a media type without its parameters."""
    return media_type.partition(";")[0].strip().lower()


def is_json(media_type: str) -> bool:
    """Tell whether a media type without parameters is JSON."""
    return media_type in ("application/json", "text/json") or media_type.endswith("+json")


def shown_type(response: httpx.Response) -> str:
    """Return the media type of a response for a message."""
    return response.headers.get("content-type") or "no media type"


def _with_media_type(answers: list[Answer], told: str) -> list[Answer]:
    """Return the answers in a media type: those with the most parameters, a wildcard at last."""
    wanted = essence(told)
    if not wanted:
        return []
    same = [one for one in answers if essence(one.media_type) == wanted]
    given = _parameters(told)
    named = [one for one in same if _parameters(one.media_type) <= given]
    if named:
        most = max(len(_parameters(one.media_type)) for one in named)
        return [one for one in named if len(_parameters(one.media_type)) == most]
    return same or _with_wildcard(answers, wanted)


def _with_wildcard(answers: list[Answer], wanted: str) -> list[Answer]:
    for wildcard in (wanted.partition("/")[0] + "/*", "application/*", "*/*"):
        if wildcard == "application/*" and not wanted.startswith("application/"):
            continue
        if found := [one for one in answers if essence(one.media_type) == wildcard]:
            return _by_form(found, wanted)
    return []


def _by_form(answers: list[Answer], wanted: str) -> list[Answer]:
    """A wildcard that stands for JSON and for text is what the media type says."""
    if len(answers) > 1 and not is_json(wanted):
        return [one for one in answers if one.kind != "json"]
    return answers[:1] if len(answers) > 1 else answers


def _parameters(media_type: str) -> frozenset[str]:
    parts = (part.replace(" ", "").replace('"', "").lower() for part in media_type.split(";")[1:])
    return frozenset(part for part in parts if part and not part.startswith("charset="))


def _alike(answers: list[Answer]) -> bool:
    """Tell whether it makes no difference which of the answers it is."""
    return len({(one.kind, one.decode) for one in answers}) <= 1
