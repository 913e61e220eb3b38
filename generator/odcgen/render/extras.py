"""Filters and globals of the user's own, from a Python file that odcgen.toml names."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from odcgen.errors import RenderError


def own_names(path: Path) -> tuple[dict[str, Callable[..., Any]], dict[str, Any]]:
    """Return the filters and the globals of a module: its dictionaries `FILTERS` and `GLOBALS`.

    Raises:
        RenderError: if the module fails, or holds neither.
    """
    spec = importlib.util.spec_from_file_location(f"odcgen_templates_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise RenderError("the module of filters is no Python file", file=str(path))
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise RenderError(
            f"the module of filters fails: {type(error).__name__}: {error}", file=str(path)
        ) from error
    found = [getattr(module, name, None) for name in ("FILTERS", "GLOBALS")]
    if not any(isinstance(one, dict) for one in found):
        raise RenderError(
            "the module of filters has no FILTERS and no GLOBALS",
            file=str(path),
            hint="Give it a dictionary FILTERS = {name: function} or GLOBALS = {name: value}.",
        )
    filters, names = (cast("dict[str, Any]", one) if isinstance(one, dict) else {} for one in found)
    return filters, names
