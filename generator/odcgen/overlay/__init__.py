"""OpenAPI Overlay 1.0 and 1.1: documents that correct other documents, exactly as the specification says."""

from .applying import apply, apply_all
from .reading import Action, Overlay, load_overlay

__all__ = ["Action", "Overlay", "apply", "apply_all", "load_overlay"]
