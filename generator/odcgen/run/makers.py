"""What makes the output besides odcgen's own code: the interpreter and the libraries that decide bytes."""

from __future__ import annotations

import os
import secrets
import sys

LIBRARIES = ("openapi_python_client", "pydantic", "jinja2", "pyyaml", "jsonpath_rfc9535", "ruff")


def makers() -> list[str]:
    """Return the interpreter and the libraries with their versions.

    A library whose version nothing tells is never the same twice: what a cache cannot judge it must not keep.
    """
    found = _installed()
    python = f"{sys.implementation.name} {sys.version}"
    return [python, *(f"{name} {found.get(name) or secrets.token_hex()}" for name in LIBRARIES)]


def _installed() -> dict[str, str]:
    """Return the versions that the folders of metadata tell; `importlib.metadata` takes longer than a run."""
    found: dict[str, str] = {}
    for folder in sys.path:
        try:
            names = os.listdir(folder or ".")  # noqa: PTH208 - names are enough, and there are many
        except OSError:
            continue
        for entry in names:
            if entry.endswith(".dist-info"):
                name, _, version = entry.removesuffix(".dist-info").partition("-")
                found.setdefault(name.lower().replace("-", "_").replace(".", "_"), version)
    return found
