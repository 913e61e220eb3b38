"""What a copy was made from: enough to say whether it is behind, and to make it anew."""

from __future__ import annotations

from attrs import field, frozen

from odcgen.config import Config
from odcgen.kit import data
from odcgen.kit.digests import digest
from odcgen.run.inputs import Inputs
from odcgen.specs.catalog import load_catalog, originals


@frozen
class Made:
    """One document as it was.

    Attributes:
        name: The name of its API.
        path: Where it was, as the user wrote it.
        url: Where the original was fetched from, if that is known.
        digest: Its SHA-256.
        overlays: The overlays by file name, with their SHA-256.
    """

    name: str
    path: str
    digest: str
    url: str = ""
    overlays: tuple[tuple[str, str], ...] = ()


@frozen
class Recipe:
    """The choices that made a copy, and what it was made of.

    Attributes:
        package: The name of the package.
        generator: The version of odcgen.
        command: The command, to be read by people.
        config: The odcgen.toml that was used, relative to the copy; empty for none.
        apis: The selected APIs; with `operations` empty, all.
        operations: The selected operations.
        packs: The packs of templates, without `pack:`.
        asynchronous: Whether it has the classes that are awaited.
        pinned: Whether it is to stay as it is.
        license: The SPDX identifier in the header of each file; empty for none.
        sbom: Whether it has a bill of materials.
        documents: The documents as they were.
        templates: The folders of templates, by name, with what identifies their content.
    """

    package: str
    generator: str
    command: str = ""
    config: str = ""
    apis: frozenset[str] = frozenset()
    operations: frozenset[str] = frozenset()
    packs: tuple[str, ...] = ()
    asynchronous: bool = True
    pinned: bool = False
    license: str = ""
    sbom: bool = False
    documents: tuple[Made, ...] = field(default=(), eq=False)
    templates: tuple[tuple[str, str], ...] = field(default=(), eq=False)


def made_of(config: Config, inputs: Inputs, names: frozenset[str]) -> tuple[Made, ...]:
    """Return the documents of a run as they are, those that are part of the package."""
    urls = {one.name: one.url for one in originals(config, load_catalog(data.documents()))}
    return tuple(
        Made(
            name=source.config.name,
            path=source.config.shown,
            url=urls.get(source.config.name, ""),
            digest=digest(source.text),
            overlays=tuple(
                (overlay.name, digest(content))
                for overlay, content in zip(source.config.overlays, source.overlays, strict=True)
            ),
        )
        for source in inputs.sources
        if source.config.name in names
    )
