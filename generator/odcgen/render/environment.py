"""The Jinja environment: strict, and unwilling to print text of a document that no filter has escaped."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from traceback import extract_tb
from typing import Any

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateSyntaxError,
)

from odcgen import ir
from odcgen.errors import RenderError

from .docs import sentence
from .escape import comment, docstring, literal


def make_environment(folders: tuple[Path, ...]) -> Environment:
    """Return the environment for the templates of these folders; an earlier folder's template wins.

    It is kept with its compiled templates, for one process renders many APIs, until the user adds a template.
    """
    own = folders[:-1]
    return _environment(folders, tuple(path for folder in own for path in sorted(folder.rglob("*.jinja"))))


@lru_cache
def _environment(folders: tuple[Path, ...], _own: tuple[Path, ...]) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(folders),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - the output is Python, not HTML; `finalize` is the guard
        finalize=_refuse_raw_text,
    )
    environment.filters.update(literal=literal, docstring=docstring, comment=comment, sentence=sentence)
    return environment


def _refuse_raw_text(value: Any) -> Any:
    if isinstance(value, ir.SpecText):
        raise RenderError(
            f"a template prints text of a document without escaping it: {value.text[:40]!r}",
            hint="Send it through |literal, |docstring or |comment.",
        )
    return value


def render_template(environment: Environment, template: str, **context: Any) -> str:
    """Render one template.

    Raises:
        RenderError: if the template fails, naming its file and line.
    """
    try:
        return compiled(environment, template).render(**context)
    except RenderError as error:
        if error.file is None:
            error.file, error.line = _place(error, template)
        raise
    except (TemplateError, TypeError) as error:
        file, line = _place(error, template)
        raise RenderError(f"the template cannot be rendered: {error}", file=file, line=line) from error


def compiled(environment: Environment, template: str) -> Template:
    """Return a template, compiled.

    Raises:
        RenderError: if it is no template, naming its file and line.
    """
    try:
        return environment.get_template(template)
    except TemplateSyntaxError as error:
        file = error.filename or template
        raise RenderError(
            f"the template cannot be read: {error.message}", file=file, line=error.lineno
        ) from error


def _place(error: Exception, template: str) -> tuple[str, int | None]:
    """Return the template and the line that an error comes from; Jinja puts both into its traceback."""
    for frame in reversed(extract_tb(error.__traceback__)):
        if frame.filename.endswith(".jinja"):
            return frame.filename, frame.lineno
    return template, None
