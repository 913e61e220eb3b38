"""What is generated, as odcgen.toml or the command line says it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any, Literal, cast

from attrs import evolve, frozen

from . import data
from .errors import ConfigError, UsageError
from .jsonvalue import is_array, is_object

FILE_NAME = "odcgen.toml"
_HTTP = ("httpx", "httpx2")
_CHOICES = {
    "source": (re.compile(r"\S.*"), "the URL or path of the original"),
    "base_url": (
        re.compile(r"https?://[^\s/@{}?#]+(?:/[^\s{}?#]*)?"),
        "an absolute URL such as https://acme.outsystems.app/Shop/rest/v1",
    ),
    "credentials": (
        re.compile(r"none|(?!ODC$)[A-Z][A-Z0-9_]*[A-Z0-9]"),
        "the prefix of environment variables, such as ODC_SHOP, or none",
    ),
}
_KEYS = {
    "package": {"name", "out", "http", "templates"},
    "documents": {"name", "path", "overlays", "source", "base_url", "credentials"},
    "selection": {"apis", "operations"},
    "ignore": {"operations"},
}


@frozen
class DocumentConfig:
    """One OpenAPI document, the name of its API, and the overlays laid over it."""

    name: str
    path: Path
    overlays: tuple[Path, ...] = ()
    shown: str = ""
    """The path as the user wrote it, for messages."""
    home: Path | None = None
    """Where a pull puts a newer version, if not at `path`."""
    source: str = ""
    """The URL or file that the document is a copy of, if the catalog does not say."""
    base_url: str = ""
    """Where the API is, if not where the document says."""
    credentials: str = ""
    """The prefix of the environment variables with the API's own credentials, `none` if it wants none;
    empty for those of the client."""
    lenient: bool = False
    """Whether an overlay action that matches nothing is a warning: odcgen's own over a newer document."""

    @property
    def choices(self) -> tuple[str, ...]:
        """What decides the generated code besides the files."""
        return self.name, self.path.name, self.base_url, self.credentials, str(self.lenient)


@frozen
class Config:
    """All choices of one run; paths are absolute."""

    root: Path
    package: str
    out: Path
    documents: tuple[DocumentConfig, ...]
    http: Literal["httpx", "httpx2"] = "httpx"
    templates: Path | None = None
    apis: frozenset[str] = frozenset()
    operations: frozenset[str] = frozenset()
    ignored: frozenset[str] = frozenset()

    @property
    def target(self) -> Path:
        """The folder of the generated package."""
        return self.out / self.package

    def select(self, *, apis: tuple[str, ...], operations: tuple[str, ...]) -> Config:
        """Return the configuration with a selection of the command line in place of its own."""
        if not apis and not operations:
            return self
        return evolve(self, apis=frozenset(apis), operations=frozenset(operations))


def find_config(start: Path) -> Path:
    """Return the nearest odcgen.toml from a folder upwards.

    Raises:
        UsageError: if there is none.
    """
    for folder in (start, *start.parents):
        if (folder / FILE_NAME).is_file():
            return folder / FILE_NAME
    raise UsageError(
        f"there is no {FILE_NAME} here or above",
        hint="Write one with `odcgen init`, or name files: `odcgen generate FILE --package NAME --out DIR`.",
    )


def load_config(path: Path) -> Config:
    """Read an odcgen.toml.

    Raises:
        ConfigError: if it is no TOML, or says something unknown or impossible.
    """
    try:
        raw = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"the configuration cannot be read: {error}", file=path.name) from None
    _check_keys(raw, path.name)
    root = path.parent.resolve()
    package = cast("dict[str, Any]", raw.get("package", {}))
    selection = raw.get("selection", {})
    http = package.get("http", "httpx")
    if http not in _HTTP:
        raise ConfigError(f"http must be one of {', '.join(_HTTP)}, not {http!r}", file=path.name)
    templates = package.get("templates")
    return Config(
        root=root,
        package=package_name(str(package.get("name", "odc_client"))),
        out=root / str(package.get("out", "generated")),
        documents=_documents(raw, root, path.name),
        http=http,
        templates=root / templates if templates else None,
        apis=frozenset(selection.get("apis", ())),
        operations=frozenset(selection.get("operations", ())),
        ignored=frozenset(raw.get("ignore", {}).get("operations", ())),
    )


def config_for_files(files: tuple[Path, ...], *, package: str, out: Path) -> Config:
    """Return the configuration of a package of just these documents: names derived, no overlays."""
    taken: dict[str, Path] = {}
    for file in files:
        name = _api_name(file)
        if name in taken:
            raise UsageError(
                f"{taken[name]} and {file} would both become the API {name!r}", hint="Rename one file."
            )
        taken[name] = file
    documents = tuple(DocumentConfig(name, file.resolve(), shown=str(file)) for name, file in taken.items())
    return Config(root=Path.cwd(), package=package_name(package), out=out.resolve(), documents=documents)


def package_name(name: str) -> str:
    """Return the name if Python can import it.

    Raises:
        ConfigError: if it cannot.
    """
    if not name.isidentifier() or not name.isascii() or name.startswith("_"):
        raise ConfigError(
            f"{name!r} is no package name", hint="Use lower case letters, digits and underscores."
        )
    return name


def _api_name(file: Path) -> str:
    from .naming.words import snake

    stem = file.name.split(".", 1)[0]
    return snake(stem, fallback="api")


def _documents(raw: dict[str, Any], root: Path, file: str) -> tuple[DocumentConfig, ...]:
    entries = raw.get("documents", [])
    if not is_array(entries):
        raise ConfigError("documents is a list of tables: write [[documents]]", file=file)
    documents = tuple(_document(entry, root, file) for entry in entries)
    names = [document.name for document in documents]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise ConfigError(f"two documents are named {twice!r}", file=file)
    return documents


def _document(entry: dict[str, Any], root: Path, file: str) -> DocumentConfig:
    name = entry.get("name")
    if not isinstance(name, str) or not name.isidentifier() or name.startswith("_"):
        raise ConfigError(f"a document's name must be a Python name, not {name!r}", file=file)
    document = _given(entry, name, root, file) if "path" in entry else _brought_along(name, root, file)
    choices = {key: entry[key] for key in _CHOICES if key in entry}
    for key, value in choices.items():
        check_choice(key, value, name, file)
    return evolve(document, **choices)


def check_choice(key: str, value: Any, name: str, file: str | None = None) -> None:
    """Refuse a value that `source`, `base_url` or `credentials` of a document cannot have.

    Raises:
        ConfigError: saying what it must be.
    """
    pattern, meaning = _CHOICES[key]
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise ConfigError(f"{key} of {name} must be {meaning}, not {value!r}", file=file)


def _given(entry: dict[str, Any], name: str, root: Path, file: str) -> DocumentConfig:
    path, overlays = entry["path"], entry.get("overlays", [])
    if not isinstance(path, str) or not is_array(overlays) or not all(isinstance(at, str) for at in overlays):
        raise ConfigError(f"the path of {name} must be a string, its overlays a list of strings", file=file)
    return DocumentConfig(name, root / path, tuple(root / overlay for overlay in overlays), shown=path)


def _brought_along(name: str, root: Path, file: str) -> DocumentConfig:
    """Return the document that was pulled, else the one of odcgen; so with its overlay."""
    relative, overlay = f"specs/{name}.json", f"overlays/{name}.yaml"
    brought, pulled = data.documents() / f"{name}.json", root / relative
    if not (brought.is_file() or pulled.is_file()):
        known = ", ".join(sorted(known.stem for known in data.documents().glob("*.json")))
        raise ConfigError(f"odcgen brings no document named {name!r}; it has {known}", file=file)
    overlays = [folder / overlay for folder in (root / "specs", data.documents())]
    chosen = tuple(overlay for overlay in overlays if overlay.is_file())[:1]
    return DocumentConfig(
        name,
        pulled if pulled.is_file() else brought,
        chosen,
        shown=relative if pulled.is_file() else f"{name}.json",
        home=pulled,
        lenient=pulled.is_file() and chosen == tuple(overlays[1:]),
    )


def _check_keys(raw: dict[str, Any], file: str) -> None:
    for section, content in raw.items():
        if section not in _KEYS:
            raise ConfigError(f"there is no section [{section}]; there are {', '.join(_KEYS)}", file=file)
        for table in content if is_array(content) else [content]:
            if not is_object(table):
                raise ConfigError(f"[{section}] must be a table", file=file)
            for key in table:
                if key not in _KEYS[section]:
                    known = ", ".join(sorted(_KEYS[section]))
                    raise ConfigError(f"[{section}] has no {key!r}; it has {known}", file=file)
