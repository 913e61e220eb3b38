"""What one run is to make: the values that odcgen.toml or the command line decide."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from attrs import evolve, field, frozen

from odcgen.kit.limits import Limits
from odcgen.kit.stack import Stack

FILE_NAME = "odcgen.toml"


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
    """The prefix of the environment variables with the API's own credentials, `none` if it wants none,
    `portal` if it gets those of ODC's portal; empty where its document decides."""
    lenient: bool = False
    """Whether an overlay action that matches nothing is a warning: odcgen's own over a newer document."""
    ignored: frozenset[str] = frozenset()
    """Operations that are left out on purpose, such as `GET /users`."""
    repairs: tuple[str, ...] = ("safe",)
    """What is mended in a broken document: `safe` for all that is certain, `none`, or single repairs."""

    limits: Limits = field(factory=Limits)
    """How much the work on it may take."""

    @property
    def choices(self) -> tuple[str, ...]:
        """What decides the generated code besides the files."""
        return self.name, self.path.name, self.base_url, self.credentials, str(self.lenient), *self.repairs


@frozen
class Config:
    """All choices of one run; paths are absolute."""

    root: Path
    package: str
    out: Path
    documents: tuple[DocumentConfig, ...]
    http: Literal["httpx", "httpx2"] = "httpx"
    templates: Stack = field(factory=Stack)
    """The user's templates; odcgen's own lie below them."""
    apis: frozenset[str] = frozenset()
    operations: frozenset[str] = frozenset()
    ignored: frozenset[str] = frozenset()
    asynchronous: bool = True
    """Whether the package has the twins that are awaited."""
    known: frozenset[str] = frozenset()
    """Operations that the package once had: one that is still selected, but gone, is told and no mistake."""

    @property
    def target(self) -> Path:
        """The folder of the generated package."""
        return self.out / self.package

    def select(self, *, apis: tuple[str, ...], operations: tuple[str, ...]) -> Config:
        """Return the configuration with a selection of the command line in place of its own."""
        if not apis and not operations:
            return self
        return evolve(self, apis=frozenset(apis), operations=frozenset(operations))

    def strict(self) -> Config:
        """Return the configuration with broken documents being refused, not repaired."""
        return evolve(self, documents=tuple(evolve(one, repairs=("none",)) for one in self.documents))

    def allow_stale(self) -> Config:
        """Return the configuration with overlay actions that match nothing being warnings only."""
        return evolve(self, documents=tuple(evolve(one, lenient=True) for one in self.documents))
