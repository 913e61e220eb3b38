"""Optional distributions of the token stores: named when they are missing."""

from __future__ import annotations

from importlib.util import find_spec

from ...errors.base import ConfigurationError

__all__ = ["require"]


def require(distribution: str, purpose: str) -> None:
    """Raise ConfigurationError, with what to install, if the distribution is missing; imports nothing."""
    if find_spec(distribution) is None:
        raise ConfigurationError(f"{purpose} needs `{distribution}`: pip install {distribution}")
