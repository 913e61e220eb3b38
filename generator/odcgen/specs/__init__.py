"""OpenAPI documents as an independent record of interface facts."""

from __future__ import annotations

from .distill import distill, dump

__all__ = ["distill", "dump"]
