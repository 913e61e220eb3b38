"""The stages in their order: load, validate, overlay, normalize, adapt, name, select, render, format; then write.

Everything here ends in a mapping path -> text; nothing is written. `cli` compares the mapping with the disk or writes it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from . import cache, data, ir
from .config import Config
from .inputs import Inputs, Source
from .workers import each

Progress = Callable[[str], None]


@frozen
class Build:
    """A generated package in memory."""

    package: ir.Package
    files: dict[str, str]
    parsed: tuple[str, ...]
    """The APIs whose documents were parsed; the others came from the cache."""


@frozen
class Job:
    """What a worker needs to make the files of one API."""

    source: Source
    package: ir.Package
    config: Config
    templates: tuple[Path, ...]


def build(config: Config, inputs: Inputs, progress: Progress = lambda stage: None) -> Build:
    """Run all stages for all documents.

    Raises:
        OdcgenError: for whatever is wrong with a document, an overlay, a template or the selection.
    """
    from .output.assemble import assemble
    from .output.format import format_files
    from .render import render_package
    from .select import check_selection

    package = ir.Package(name=config.package, client=client_class(config.package), http=config.http)
    jobs = [Job(source, package, config, inputs.templates) for source in inputs.sources]
    apis, files, parsed = [], {}, []
    for job, (api, rendered, fresh) in zip(jobs, each(build_api, jobs, progress), strict=True):
        apis.append(api)
        files.update(rendered)
        parsed += [job.source.config.name] if fresh else []
    check_selection(apis, config.apis, config.operations)
    package = evolve(package, apis=tuple(api for api in apis if api.resources))
    progress("format")
    files = format_files(files | render_package(package, inputs.templates))
    files = assemble(files, runtime=data.runtime(), http=config.http, fingerprint=inputs.fingerprint)
    return Build(package, files, tuple(parsed))


def parse_all(config: Config, inputs: Inputs) -> list[ir.Api]:
    """Return the IR of all documents, without selecting or rendering."""
    jobs = [Job(source, ir.Package(name="", client=""), config, ()) for source in inputs.sources]
    return each(parse_cached, jobs, lambda name: None)


def parse_cached(job: Job) -> ir.Api:
    """Return the IR of one document from the cache, or parse it and keep it there."""
    api = cache.load_api(job.source.key)
    if api is None:
        api = parse(job.source, job.config.ignored)
        cache.save_api(job.source.key, api)
    return api


def build_api(job: Job) -> tuple[ir.Api, dict[str, str], bool]:
    """Return the IR of one API as selected, its rendered files, and whether its document was parsed."""
    from .render import render_api
    from .select import select

    fresh = not cache.has_api(job.source.key)
    api = select(parse_cached(job), job.config.apis, job.config.operations)
    return api, render_api(job.package, api, job.templates) if api.resources else {}, fresh


def parse(source: Source, ignored: frozenset[str] = frozenset()) -> ir.Api:
    """Run the stages of one document, from its bytes to named IR."""
    from .adapter import adapt
    from .load import load_document
    from .naming import assign_names
    from .normalize import normalize
    from .validate import validate

    name = source.config.name
    document = load_document(Path(source.config.shown or source.config.path.name), source.text)
    validate(document)
    content = _overlaid(document.data, source) if source.overlays else document.data
    wanted = frozenset(entry.removeprefix(f"{name} ") for entry in ignored if entry.startswith(f"{name} "))
    return assign_names(adapt(document, normalize(content), name=name, ignored=wanted))


def _overlaid(content: dict[str, Any], source: Source) -> dict[str, Any]:
    from .overlay import apply, load_overlay

    for path, text in zip(source.config.overlays, source.overlays, strict=True):
        content = apply(content, load_overlay(path, text))
    return content


def client_class(package: str) -> str:
    """Return the name of the client class: `odc_client` has an `OdcClient`, `shop` a `ShopClient`."""
    words = [word for word in package.split("_") if word]
    return "".join(word.capitalize() for word in words if word != "client" or len(words) == 1) + "Client"
