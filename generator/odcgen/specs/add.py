"""Adding the REST API of an app: its document beside the others, and a table in odcgen.toml."""

from __future__ import annotations

import json
import os
import re
import tomllib
from pathlib import Path
from urllib.parse import urljoin

from attrs import frozen

from odcgen.config import FILE_NAME, Config, parse_config
from odcgen.documents.fetched import Record, save_record
from odcgen.documents.portal import portal_path
from odcgen.documents.server_url import raw_url, server_url
from odcgen.documents.walk import operations
from odcgen.errors import ConfigError, UsageError
from odcgen.kit.json_value import Json, as_array, as_object
from odcgen.kit.words import KEYWORDS

from .catalog import Original
from .distill import distill, dump
from .files import replace_file
from .http import Answer
from .pull import file_name, read_original, record_of
from .sources import read_originals

# What a client has besides its APIs, and the modules that every package has.
_TAKEN = frozenset({"auth", "hooks", "close", "aclose", "upload", "download", "with_raw_response"})
_NAME = re.compile(r"[a-z][a-z0-9_]*")


@frozen
class Addition:
    """A document that is about to become one more API of the client."""

    path: Path
    text: bytes
    table: dict[str, str]
    """The keys of its table in odcgen.toml; those without a value are left out."""
    base_url: str
    operations: int
    record: Record
    notes: tuple[str, ...]


def plan(config: Config, name: str, place: str, *, base_url: str = "", credentials: str = "") -> Addition:
    """Read a document and decide what adding it means; nothing is written.

    Args:
        config: the configuration that it is added to.
        name: the name of the API in the client.
        place: the file or URL of an OpenAPI 3 or Swagger 2.0 document.
        base_url: where the API is; where the document says, if empty.
        credentials: the prefix of its environment variables, or `none`; the document decides, if empty.

    Raises:
        OdcgenError: if the name is taken, or the document cannot be used.
    """
    _check_name(config, name)
    path = config.root / "specs" / f"{name}.json"
    answer = read_originals([Original(name, path, path, place, place, ours=True)])[0]
    if not isinstance(answer, Answer):
        raise answer
    document, notes = read_original(file_name(place), answer.content)
    stated = _stated_url(document.data)
    at_portal = portal_path(stated) is not None and not base_url
    found = base_url or _base_url(stated, place)
    text = dump(distill(document.data, keep_prose=True)).encode()
    if path.is_file() and path.read_bytes() != text:
        raise UsageError(f"specs/{name}.json is there already", hint="Remove it, or choose another name.")
    table = {
        "name": name,
        "path": f"specs/{name}.json",
        "source": place if "://" in place else Path(os.path.relpath(place, config.root)).as_posix(),
        "base_url": "" if found == stated else found,
        "credentials": credentials or ("" if at_portal else _credentials(name, document.data)),
    }
    count = sum(1 for _ in operations(document.data))
    record = record_of(answer, text, place, texts=True)
    return Addition(path, text, table, found, count, record, notes)


def put(config: Config, addition: Addition) -> None:
    """Write the document, then append its table to odcgen.toml, the rest of which stays as it is.

    Raises:
        ConfigError: if odcgen.toml is written in a way that nothing can be appended to, or could not be read
            afterwards.
        OutputError: if a file cannot be written.
    """
    file = config.root / FILE_NAME
    old = file.read_text("utf-8")
    lines = [f"{key} = {json.dumps(value)}" for key, value in addition.table.items() if value]
    new = "\n".join([old.rstrip("\n"), "", "[[documents]]", *lines, ""])
    try:
        tomllib.loads(new)
    except tomllib.TOMLDecodeError:
        raise ConfigError(
            f"nothing can be appended to {FILE_NAME}: its documents are not written as [[documents]] tables",
            hint="Add it yourself: " + ", ".join(lines),
        ) from None
    parse_config(new, file)
    replace_file(addition.path, addition.text)
    save_record(addition.path, addition.record)
    replace_file(file, new.encode())


def _check_name(config: Config, name: str) -> None:
    if name in {document.name for document in config.documents}:
        raise UsageError(f"{FILE_NAME} has a document named {name} already", hint="Choose another name.")
    if not _NAME.fullmatch(name) or name in KEYWORDS or name in _TAKEN:
        hint = "Use lower case letters, digits and underscores: it becomes `client.<name>`."
        raise UsageError(f"{name!r} cannot be the name of an API", hint=hint)


def _stated_url(data: Json) -> str:
    """Return the first base URL that a document states, its variables filled with their defaults."""
    servers = [as_object(server) for server in as_array(data.get("servers"))]
    if not servers:
        return "/"
    at_portal = [url for url in map(raw_url, servers) if portal_path(url) is not None]
    return at_portal[0] if at_portal else server_url(servers[0]).rstrip("/") or "/"


def _base_url(stated: str, place: str) -> str:
    url = urljoin(place, stated) if "://" in place else stated
    if "://" not in url:
        raise UsageError("the document does not say where the API is", hint="Say it with --base-url.")
    return url if portal_path(url) is not None else url.rstrip("/")


def _credentials(name: str, data: Json) -> str:
    """Return the prefix of the API's own variables, or `none` if its document asks for no credentials."""
    asked = [data.get("security"), *(node.data.get("security") for node in operations(data))]
    schemes = as_object(as_object(data.get("components")).get("securitySchemes"))
    return f"ODC_{name.upper()}" if schemes or any(asked) else "none"
