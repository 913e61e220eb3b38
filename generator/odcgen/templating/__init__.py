"""The tools for people who write templates: copy one, see what changed since, merge it, see what one gets."""

from .context import context_of
from .ejected import Copy, copies, eject
from .stale import Stale, merge, stale

__all__ = ["Copy", "Stale", "context_of", "copies", "eject", "merge", "stale"]
