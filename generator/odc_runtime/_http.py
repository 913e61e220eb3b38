"""The HTTP library for a package's `hooks.py`, which belongs to its user: this name outlives every move."""

from .kernel._http import httpx as httpx

__all__ = ["httpx"]
