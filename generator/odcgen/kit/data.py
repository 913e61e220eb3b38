"""Where templates, documents and the runtime lie: in the checkout, or inside the installed package."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
_INSTALLED = _PACKAGE / "_data"
_CHECKOUT = _PACKAGE.parents[1]


def templates() -> Path:
    """Return the folder of the templates."""
    return _folder("templates")


def documents() -> Path:
    """Return the folder of this project's own OpenAPI documents."""
    return _folder("specs")


def runtime() -> Path:
    """Return the folder of the runtime package that is copied into generated packages."""
    return _PACKAGE.parent / "odc_runtime"


def _folder(name: str) -> Path:
    installed = _INSTALLED / name
    return installed if installed.is_dir() else _CHECKOUT / name
