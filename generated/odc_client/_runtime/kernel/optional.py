"""Optional distributions, which a caller's project need not have for its type checker to be content."""

from __future__ import annotations

from importlib import import_module
from typing import Any

__all__ = ["load"]


def load(module: str) -> Any:
    """Import a module of an optional distribution by name."""
    return import_module(module)
