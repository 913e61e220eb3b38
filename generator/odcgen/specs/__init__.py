"""OpenAPI documents: where they come from, and what is kept of them."""

from __future__ import annotations

from .distill import distill, dump

__all__ = ["distill", "dump"]
