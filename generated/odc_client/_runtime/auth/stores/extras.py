"""Optional distributions: imported when a store is used, and named when they are missing."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from ...errors.base import ConfigurationError

__all__ = ["load", "require"]


def require(distribution: str, purpose: str) -> None:
    """Raise ConfigurationError, with what to install, if the distribution is missing; imports nothing."""
    if find_spec(distribution) is None:
        raise ConfigurationError(f"{purpose} needs `{distribution}`: pip install {distribution}")


def load(module: str) -> Any:
    """Import a module by name, so that a type checker is content where its distribution is not installed."""
    return import_module(module)
