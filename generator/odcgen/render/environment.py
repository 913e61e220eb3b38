"""The Jinja environment of a stack of folders: strict, sandboxed, with the filters of the contract."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache, wraps
from pathlib import Path
from typing import Any, cast

from jinja2 import Template, TemplateNotFound, TemplateSyntaxError, Undefined

from odcgen import ir
from odcgen.errors import RenderError

from .docs import prose, sentence, short
from .escape import code, comment, docstring, literal, markdown, unmark
from .extras import own_names
from .layers import Layers
from .sandbox import Sandbox
from .tokens import HINT, UNESCAPED, expand, guard


def make_environment(folders: tuple[Path, ...], module: Path | None = None) -> Environment:
    """Return the environment for the templates of these folders; an earlier folder's template wins.

    It is kept with its compiled templates, for one process renders many APIs, until the module changes.

    Args:
        folders: the stack, odcgen's own folder last.
        module: the user's Python file with filters and globals, if there is one.
    """
    return _environment(folders, module, module.stat().st_mtime_ns if module and module.is_file() else 0)


@lru_cache(maxsize=8)
def _environment(folders: tuple[Path, ...], module: Path | None, _changed: int) -> Environment:
    environment = Environment(
        loader=Layers(folders),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        autoescape=False,
        finalize=_refuse_raw_text,
    )
    escaping = {"literal": literal, "docstring": docstring, "comment": comment, "sentence": sentence}
    escaping |= {"markdown": markdown, "code": code}
    environment.filters |= {name: _opened(own) for name, own in escaping.items()} | {"prose": prose}
    tests: dict[str, Callable[..., bool]] = {"text": _is_text, "short": short}
    environment.tests.update(tests)  # pyright: ignore[reportArgumentType, reportCallIssue] - Jinja types its own
    if module is not None:
        filters, names = own_names(module)
        environment.filters.update({name: _careful(own) for name, own in filters.items()})
        environment.globals.update(names)
    environment.filters = {name: _guarded(own) for name, own in environment.filters.items()}
    return environment


class Environment(Sandbox):
    """The environment, whose templates find each other through the stack of folders."""

    loader: Layers

    def join_path(self, template: str, parent: str) -> str:
        """Return the full name of a template that another one names."""
        return self.loader.find(template, parent)


def compiled(environment: Environment, template: str) -> Template:
    """Return a template, compiled.

    Raises:
        RenderError: if it is no template, naming its file and line.
    """
    try:
        return environment.get_template(environment.loader.find(template))
    except TemplateSyntaxError as error:
        file = error.filename or template
        raise RenderError(
            f"the template cannot be read: {error.message}", file=file, line=error.lineno
        ) from error
    except TemplateNotFound as error:
        raise RenderError(str(error.message)) from error
    except UnicodeDecodeError as error:
        raise RenderError(f"the template cannot be read: {error}", file=template) from error


def _refuse_raw_text(value: Any) -> Any:
    if isinstance(value, ir.SpecText):
        raise RenderError(UNESCAPED, hint=HINT)
    if callable(value) and not isinstance(value, Undefined):
        raise RenderError(
            f"a template prints {getattr(value, '__name__', 'a function')!r} without calling it"
        )
    return guard(value)


def _is_text(value: object, text: str) -> bool:
    """Tell whether text of a document is this very text; a test prints nothing."""
    return value.text == text if isinstance(value, ir.SpecText) else value == text


def _guarded(own: Callable[..., Any]) -> Callable[..., Any]:
    """Return a filter whose marked result a template gets as a token."""

    @wraps(own)
    def guarded(*args: Any, **kwargs: Any) -> Any:
        return guard(own(*args, **kwargs))

    return guarded


def _opened(own: Callable[..., str]) -> Callable[..., str]:
    """Return an escaping filter that takes what is escaped already as the text that it shows."""

    @wraps(own)
    def opened(value: Any) -> str:
        return own(unmark(expand(value)) if isinstance(value, str) else value)

    return opened


def _careful(own: Callable[..., Any]) -> Callable[..., Any]:
    """Return a user's filter; what it makes of a document's text is text of a document still."""

    @wraps(own)
    def careful(*args: Any, **kwargs: Any) -> Any:
        given = [_as_text(one) for one in args]
        named = {name: _as_text(one) for name, one in kwargs.items()}
        result = own(*given, **named)
        return ir.SpecText(result) if type(result) is str and _holds_text([*given, named]) else result

    return careful


def _as_text(value: Any) -> Any:
    """Return what a user's filter gets for a token: the text that it stands for, as text of a document."""
    shown = expand(value) if isinstance(value, str) else value
    return value if shown == value else ir.SpecText(unmark(shown))


def _holds_text(value: object) -> bool:
    if isinstance(value, list | tuple):
        return any(map(_holds_text, cast("list[object]", value)))
    if isinstance(value, Mapping):
        return any(map(_holds_text, cast("Mapping[object, object]", value).values()))
    return isinstance(value, ir.SpecText)
