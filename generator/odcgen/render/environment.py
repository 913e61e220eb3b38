"""The Jinja environment: strict, and unwilling to print text of a document that no filter has escaped."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError

from odcgen import ir
from odcgen.errors import RenderError

from .docs import sentence
from .escape import comment, docstring, literal


@lru_cache
def make_environment(folders: tuple[Path, ...]) -> Environment:
    """Return the environment for the templates of these folders; an earlier folder's template wins.

    It is kept with its compiled templates: one process renders many APIs.
    """
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
        return environment.get_template(template).render(**context)
    except TemplateError as error:
        place = getattr(error, "filename", None) or getattr(error, "name", None) or template
        raise RenderError(
            f"the template cannot be rendered: {error}", file=str(place), line=getattr(error, "lineno", None)
        ) from error
    except TypeError as error:
        raise RenderError(f"the template cannot be rendered: {error}", file=template) from error
