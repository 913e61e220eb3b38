"""The loggers of a package, by its name: copies under different names in one process have different ones."""

from __future__ import annotations

import logging
from typing import Final

__all__ = ["PACKAGE", "package_logger"]

_RUNTIME: Final = "._runtime."
PACKAGE: Final = __name__.partition(_RUNTIME)[0] if _RUNTIME in __name__ else "odc_client"
"""The name under which the package is imported, such as `odc_client` or `acme.odc`."""


def package_logger(part: str = "") -> logging.Logger:
    """Return the logger of the package, or of a part of it such as `auth`."""
    return logging.getLogger(f"{PACKAGE}.{part}" if part else PACKAGE)
