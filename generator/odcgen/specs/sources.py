"""Where the bytes of an original come from: its publisher, a folder, a file, or another base URL."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from attrs import frozen

from odcgen.documents.fetched import file_digest, load_record
from odcgen.errors import FetchError, OdcgenError, UsageError

from .catalog import Original
from .http import MAX_BYTES, Answer, Request, check_url, fetch

Fetched = Answer | OdcgenError
Progress = Callable[[Original, Fetched], None]
_SUFFIXES = (".json", ".yaml", ".yml")


@frozen
class Place:
    """One URL or path to read, as the user would name it."""

    text: str
    given: bool
    """Whether the user named it, not the catalog."""

    @property
    def is_url(self) -> bool:
        """Whether it is fetched over the network."""
        return "://" in self.text


def place_of(original: Original, origin: str, *, single: bool) -> Place:
    """Return where an original is read.

    Args:
        original: what is wanted.
        origin: what `--from` says: a folder, a base URL, or for a single original its file or URL.
        single: whether nothing else is wanted.

    Raises:
        UsageError: if that cannot be.
    """
    place = Place(_within(original, origin, single), given=bool(origin) or original.ours)
    if place.is_url:
        check_url(place.text, loopback=place.given)
    return place


def available(originals: list[Original], origin: str) -> list[Original]:
    """Return the originals that have a place: those a folder holds, or those whose publisher is known.

    Raises:
        UsageError: if none has.
    """
    if not origin:
        found = [original for original in originals if original.url]
    elif "://" in origin or not Path(origin).is_dir():
        return originals
    else:
        found = [original for original in originals if _file_in(Path(origin), original).is_file()]
    if not found:
        raise UsageError(
            f"{origin or 'odcgen.toml'} has none of the documents",
            hint="A file is found by its name upstream, or as `<name>.json`.",
        )
    return found


def _within(original: Original, origin: str, single: bool) -> str:
    if not origin:
        return original.url
    if single and origin.lower().endswith(_SUFFIXES):
        return origin
    if "://" in origin:
        return f"{origin.rstrip('/')}/{original.file}"
    folder = Path(origin)
    if not folder.is_dir():
        kind = "is a file, but several documents are wanted" if folder.is_file() else "does not exist"
        raise UsageError(f"{origin} {kind}", hint="--from wants a folder or an https URL.")
    return str(_file_in(folder, original))


def _file_in(folder: Path, original: Original) -> Path:
    names = [original.file, *(f"{original.name}{suffix}" for suffix in _SUFFIXES)]
    return next((folder / name for name in names if (folder / name).is_file()), folder / original.file)


def read_originals(
    originals: list[Original],
    origin: str = "",
    *,
    texts: bool = False,
    progress: Progress = lambda original, answer: None,
) -> list[Fetched]:
    """Read originals; what fails has its error in the place of an answer.

    Args:
        originals: what is wanted.
        origin: what `--from` says; empty for where they are published.
        texts: whether the texts of the original are to be kept.
        progress: called with each original and its answer as soon as that is there.

    Raises:
        UsageError: if one of the places cannot be read at all.
    """
    places = [place_of(original, origin, single=len(originals) == 1) for original in originals]
    answers: dict[int, Fetched] = {}

    def take(index: int, answer: Fetched) -> None:
        answers[index] = answer
        progress(originals[index], answer)

    remote = [index for index, place in enumerate(places) if place.is_url]
    for index, place in enumerate(places):
        if not place.is_url:
            take(index, _read(place.text))
    requests = [_request(originals[index], places[index], texts) for index in remote]
    if requests:
        fetch(requests, lambda at, answer: take(remote[at], answer))
    return [answers[index] for index in range(len(originals))]


def _request(original: Original, place: Place, texts: bool) -> Request:
    known = load_record(original.target)
    conditions = known.conditions(place.text, file_digest(original.target), texts=texts or original.ours)
    return Request(place.text, conditions, loopback=place.given)


def _read(place: str) -> Fetched:
    if not place:
        return FetchError("nobody knows where it is published", hint="Say it with --from.")
    try:
        with Path(place).open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        return FetchError(f"it cannot be read: {error.strerror}", file=place)
    if len(content) > MAX_BYTES:
        return FetchError(f"it is larger than {MAX_BYTES // 1024**2} MiB", file=place)
    return Answer(content)
