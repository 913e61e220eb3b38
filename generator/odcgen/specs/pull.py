"""Pulling: make a document of an original, compare it with the one that is there, and only then replace."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Literal
from urllib.parse import urlsplit

from attrs import evolve, frozen

from odcgen.config import DocumentConfig
from odcgen.diff.compare import compare_sources
from odcgen.diff.report import Report
from odcgen.diff.wire.diff import diff_documents
from odcgen.documents.document import Document, read_document
from odcgen.documents.fetched import Record, file_digest, load_record, save_record, sha256
from odcgen.documents.load import check_version
from odcgen.errors import FetchError, OdcgenError
from odcgen.kit.json_value import as_object, brief, copy_value
from odcgen.reading import make_sound
from odcgen.run.inputs import Source
from odcgen.swagger import convert, is_swagger

from .catalog import Original
from .distill import distill, dump
from .files import replace_file
from .http import Answer
from .repair import repair

_RENAMED = "If OutSystems has renamed it, say so in specs/catalog.toml."
Status = Literal["current", "texts only", "new", "changed"]


@frozen
class Candidate:
    """A document that could replace the one that is there, and what that would change."""

    original: Original
    status: Status
    text: bytes
    record: Record
    notes: tuple[str, ...] = ()
    """What was repaired, and what could not be converted."""


def read_original(source: Path, content: bytes | None = None) -> tuple[Document, tuple[str, ...]]:
    """Return what a published file says as a valid OpenAPI 3 document, and what had to be done for that.

    Args:
        source: an OpenAPI 3.0, OpenAPI 3.1 or Swagger 2.0 file.
        content: its bytes, if they are there already; `source` is then only its name.

    Raises:
        OdcgenError: if it is anything else, or broken; the error has file, pointer and line.
    """
    if content is not None and content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        raise FetchError("this is a web page or XML, not an OpenAPI document", file=str(source))
    document = read_document(source, content)
    notes: list[str] = []
    if is_swagger(document):
        document, notes = convert(document)
    check_version(document)
    notes += [f"repaired {sentence}" for sentence in repair(document.data)]
    notes += make_sound(evolve(document, data=copy_value(document.data)))
    if not any(as_object(item) for item in as_object(document.data.get("paths")).values()):
        raise FetchError("the document has no operations", file=str(source))
    return document, tuple(notes)


def prepare(original: Original, answer: Answer, *, place: str, texts: bool = False) -> Candidate:
    """Return what an answer makes of a document; nothing is written.

    Args:
        original: what was asked for.
        answer: what came.
        place: the URL or path that it came from.
        texts: whether to keep descriptions and examples.

    Raises:
        OdcgenError: if the answer is not a valid document of this API and version.
    """
    known, present = load_record(original.target), _bytes(original.path)
    if answer.content is None:
        return Candidate(original, "current", present, known)
    document, notes = read_original(file_name(place), answer.content)
    texts = texts or original.ours
    old = _loaded(original.path, present)
    _check_identity(original, document, old)
    text = dump(distill(document.data, keep_prose=texts)).encode()
    record = record_of(answer, text, place, texts)
    if (known.upstream, known.document) == (record.upstream, record.document):
        record = evolve(record, fetched=known.fetched)
    return Candidate(original, _status(original, text, present, known, record), text, record, notes)


def compare(candidate: Candidate) -> tuple[Report | None, str]:
    """Return what a candidate changes on the wire and for Python callers, and why that cannot be told.

    There is no report where the present document is broken; the reason is empty where all can be told.
    """
    original = candidate.original
    present = _bytes(original.path)
    document = DocumentConfig(original.name, original.path, original.overlays)
    try:
        overlays = tuple(path.read_bytes() for path in original.overlays)
        old, new = (Source(document, text, overlays, key="") for text in (present, candidate.text))
        return compare_sources(original.name, old, new), ""
    except (OSError, OdcgenError) as error:
        reason = f"what changes for Python callers cannot be told: {error}"
    old_data, new_data = _loaded(original.path, present), _loaded(original.path, candidate.text)
    if old_data is None or new_data is None:
        return None, "the present document is broken"
    try:
        return diff_documents(old_data.data, new_data.data, name=original.name), reason
    except OdcgenError as error:
        return None, f"what changes cannot be told: {error}"


def put(candidate: Candidate) -> None:
    """Replace the document, then note the fetch: whoever is killed between the two only fetches once more.

    Raises:
        OutputError: if a file cannot be written.
    """
    target = candidate.original.target
    if file_digest(target) != sha256(candidate.text):
        replace_file(target, candidate.text)
    if load_record(target) != candidate.record:
        save_record(target, candidate.record)


def _status(original: Original, text: bytes, present: bytes, known: Record, record: Record) -> Status:
    if text != present:
        return "changed" if present else "new"
    if not original.target.is_file():
        return "new"
    return "current" if known.upstream in ("", record.upstream) else "texts only"


def record_of(answer: Answer, text: bytes, place: str, texts: bool) -> Record:
    """Return what is to be known of a fetch that has just brought an answer and made a document of it."""
    return Record(
        upstream=sha256(answer.content or b""),
        document=sha256(text),
        fetched=datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        url=place if "://" in place else "",
        etag=answer.etag,
        last_modified=answer.last_modified,
        texts="kept" if texts else "",
    )


def file_name(place: str) -> Path:
    """Return the name of the file at a path or URL, for messages."""
    return Path(PurePosixPath(urlsplit(place).path if "://" in place else place).name or "document")


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _loaded(path: Path, content: bytes) -> Document | None:
    """Return the document that is there, None where there is none or it is broken."""
    try:
        return read_document(path, content) if content else None
    except OdcgenError:
        return None


def _check_identity(original: Original, document: Document, old: Document | None) -> None:
    """Refuse another API or another version in the place of the one that is wanted."""
    info, present = as_object(document.data.get("info")), as_object(old.data.get("info")) if old else {}
    for field, wanted in (("title", original.title), ("version", original.version)):
        wanted = wanted or ("" if field == "version" else str(present.get(field, "")))
        found = str(info.get(field, ""))
        if wanted and _folded(found) != _folded(wanted):
            raise FetchError(
                f"this is another API: its {field} is {brief(found)}, not {brief(wanted)}",
                file=document.path,
                pointer=f"/info/{field}",
                line=document.line(f"/info/{field}"),
                hint=_RENAMED if not original.ours else None,
            )


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
