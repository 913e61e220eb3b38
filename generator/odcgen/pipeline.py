"""The stages in order: load, overlay, validate, normalize, adapt, name; select, render, format."""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType
from typing import TYPE_CHECKING

from attrs import evolve

from . import ir
from .config import Config
from .documents.budget import Budget
from .errors import DocumentError
from .run import cache
from .run.build import Build, Progress
from .run.inputs import Inputs, Source
from .run.workers import Job, each

if TYPE_CHECKING:
    from .render import Rendered


def build(config: Config, inputs: Inputs, progress: Progress) -> Build:
    """Run all stages for all documents and tell `progress`; an OdcgenError says what is wrong with them."""
    from .output.assemble import assemble, runtime_files
    from .output.format import format_files
    from .render import basis, render_package
    from .select import check_selection

    package = ir.Package(name=config.package, http=config.http, asynchronous=config.asynchronous)
    jobs = [Job(source, config, package, inputs.templates) for source in inputs.sources]
    built = each(build_api, jobs, progress, warm)
    apis = [api for api, _, _ in built]
    check_selection(apis, config.apis, config.operations - config.known, lambda: parse_all(config, inputs))
    package = evolve(package, apis=tuple(api for api in apis if _is_wanted(api, config)))
    runtime = runtime_files(config.http)
    whole = render_package(package, inputs.templates, runtime).joined(rendered for _, rendered, _ in built)
    files = format_files(whole.files, settled=frozenset(runtime.values()))
    progress("format")
    files = assemble(files, package, config.operations, whole.once, basis(inputs.templates))
    return Build(package, files, whole.once, tuple(api.name for api, _, fresh in built if fresh))


def build_api(job: Job) -> tuple[ir.Api, Rendered, bool]:
    """Return the IR of one API as selected, its rendered files, and whether its document was parsed."""
    from .render import Rendered, render_api
    from .select import select

    budget = Budget(job.source.config.limits, job.source.config.shown)
    parsed, fresh = parse_cached(job, budget)
    api = select(parsed, job.config.apis, job.config.operations)
    made = render_api(job.package, api, job.templates, budget) if _is_wanted(api, job.config) else Rendered()
    return api, made, fresh


def _is_wanted(api: ir.Api, config: Config) -> bool:
    """Tell whether a selection has left something of an API; without one, an empty API is one as well."""
    return bool(api.resources or api.models or api.enums) or not (config.apis or config.operations)


def parse_all(config: Config, inputs: Inputs) -> list[ir.Api]:
    """Return the IR of all documents, without selecting or rendering."""
    jobs = [Job(source, config, ir.Package(name=config.package)) for source in inputs.sources]
    return [api for api, _ in each(parse_cached, jobs, str, warm)]


def warm(jobs: Sequence[Job]) -> tuple[ModuleType, ...]:
    """Import once what every worker needs: the parser only if a document is not in the cache."""
    from . import render

    render.prepare(jobs[0].templates)
    if all(cache.has_api(job.source.key) for job in jobs):
        return (render,)
    from . import adapter, naming, normalize, overlay, reading, validate

    return render, reading, overlay, validate, normalize, adapter, naming


def parse_cached(job: Job, budget: Budget | None = None) -> tuple[ir.Api, bool]:
    """Return the IR of one document, and whether it was parsed for that or came from the cache."""
    return cache.remember(job.source.key, lambda: parse(job.source, budget))


def parse(source: Source, budget: Budget | None = None) -> ir.Api:
    """Run the stages of one document, from its bytes to named IR, all of them on one budget."""
    from .adapter import adapt
    from .naming import assign_names
    from .normalize import normalize
    from .reading import read
    from .select import choose

    chosen = source.config
    try:
        document, warnings = read(source, budget)
        plain = normalize(document.data, document.budget)
        api = adapt(document, plain, name=chosen.name, ignored=chosen.ignored)
    except RecursionError:
        raise DocumentError("The document is nested too deeply", file=chosen.shown) from None
    return assign_names(choose(api, chosen.base_url, chosen.credentials, warnings=warnings))
