"""What is generated, as odcgen.toml or the command line says it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Literal, cast

from attrs import evolve, frozen

from . import data
from .errors import ConfigError, UsageError
from .jsonvalue import is_array, is_object

FILE_NAME = "odcgen.toml"
_HTTP = ("httpx", "httpx2")
_KEYS = {
    "package": {"name", "out", "http", "templates"},
    "documents": {"name", "path", "overlays"},
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
        hint="write one with `odcgen init`, or name files: `odcgen generate FILE --package NAME --out DIR`",
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
        documents=tuple(_document(entry, root, path.name) for entry in raw.get("documents", ())),
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
                f"{taken[name]} and {file} would both become the API {name!r}", hint="rename one file"
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
            f"{name!r} is no package name", hint="use lower case letters, digits and underscores"
        )
    return name


def _api_name(file: Path) -> str:
    from .naming.words import snake

    stem = file.name.split(".", 1)[0]
    return snake(stem, fallback="api")


def _document(entry: dict[str, Any], root: Path, file: str) -> DocumentConfig:
    """A document without a path is the one that odcgen brings along, with its overlay."""
    name = entry.get("name")
    if not isinstance(name, str) or not name.isidentifier() or name.startswith("_"):
        raise ConfigError(f"a document's name must be a Python name, not {name!r}", file=file)
    if "path" in entry:
        overlays = tuple(root / overlay for overlay in entry.get("overlays", ()))
        return DocumentConfig(name, root / entry["path"], overlays, shown=entry["path"])
    folder = data.documents()
    path, overlay = folder / f"{name}.json", folder / "overlays" / f"{name}.yaml"
    if not path.is_file():
        known = ", ".join(sorted(known.stem for known in folder.glob("*.json")))
        raise ConfigError(f"odcgen brings no document named {name!r}; it has {known}", file=file)
    return DocumentConfig(name, path, (overlay,) if overlay.is_file() else (), shown=f"{name}.json")


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
