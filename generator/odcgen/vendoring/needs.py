"""What a generated package needs beside Python, as a project that carries it declares it."""

from __future__ import annotations

PYTHON = ">=3.11"
_NEEDED = {
    "httpx": {"httpx": ">=0.28.1,<1", "attrs": ">=24.2"},
    "httpx2": {"httpx2": ">=2.16", "attrs": ">=24.2"},
}
EXTRAS = {
    "cache": ("cryptography>=44", "filelock>=4.2", "keyring>=25"),
    "redis": ("redis>=5.2",),
    "limits": ("limits>=4",),
    "otel": ("opentelemetry-api>=1.30",),
}
"""What it uses besides when a caller asks for it."""


def requirements(http: str) -> dict[str, str]:
    """Return the libraries with the versions that do."""
    return _NEEDED[http]
