"""Vendored copies: placing them, telling what became of them, renewing them without losing an edit."""
