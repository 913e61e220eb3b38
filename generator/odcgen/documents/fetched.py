"""What is known of the last fetch of each document: `fetched.toml`, beside the documents."""

from __future__ import annotations

import hashlib
import json
import tomllib
from pathlib import Path
from typing import Any

from attrs import asdict, fields, frozen

from odcgen.errors import OutputError
from odcgen.kit.files import replace_file
from odcgen.kit.json_value import as_object

FILE_NAME = "fetched.toml"
_HEAD = "# Written by `odcgen specs pull`: which originals the documents here were made from, and when.\n"


@frozen
class Record:
    """One fetch: digests of the published bytes and of the document made of them, and the server's words."""

    upstream: str = ""
    document: str = ""
    fetched: str = ""
    """The UTC time, `2026-11-23T16:30:00Z`."""
    url: str = ""
    etag: str = ""
    last_modified: str = ""
    texts: str = ""
    """`kept` if the document has the texts of the original."""

    def conditions(self, url: str, document: str, *, texts: bool) -> dict[str, str]:
        """Return the headers that ask for what is newer only, if the document is what was made of it then."""
        if (self.url, self.document, self.texts) != (url, document, "kept" if texts else ""):
            return {}
        headers = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in headers.items() if value}


def sha256(content: bytes) -> str:
    """Return the SHA-256 of some bytes, in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file, empty where there is none."""
    try:
        return sha256(path.read_bytes())
    except OSError:
        return ""


def load_record(target: Path) -> Record:
    """Return what is known of the document that is kept at `target`; a file that is broken knows nothing."""
    known = as_object(_read(target.parent).get(target.stem))
    names = [field.name for field in fields(Record)]
    return Record(**{name: value for name in names if isinstance(value := known.get(name), str)})


def save_record(target: Path, record: Record) -> None:
    """Note a fetch; call it when the document itself is in place.

    Raises:
        OutputError: if the file cannot be written.
    """
    known = _read(target.parent)
    known[target.stem] = {name: value for name, value in asdict(record).items() if value}
    text = "\n".join([_HEAD, *map(_table, sorted(known.items()))])
    try:
        replace_file(target.parent / FILE_NAME, text.encode())
    except OSError as error:
        raise OutputError(
            f"the file cannot be written: {error.strerror or error}", file=str(target.parent / FILE_NAME)
        ) from None


def _table(item: tuple[str, Any]) -> str:
    name, values = item
    # A JSON string is a TOML string as well, where nothing is escaped but ASCII control characters.
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in as_object(values).items()]
    return f"[{name if name.isidentifier() and name.isascii() else json.dumps(name)}]\n{''.join(lines)}"


def _read(folder: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(folder.joinpath(FILE_NAME).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
