"""Whose error it is: a library's below the HTTP client, or one that code of the user has raised."""

from __future__ import annotations

import sys
import traceback

__all__ = ["of_a_library"]

LIBRARIES = frozenset(
    (
        "anyio",
        "brotli",
        "brotlicffi",
        "h11",
        "h2",
        "hpack",
        "httpcore",
        "httpcore2",
        "httpx",
        "httpx2",
        "idna",
    )
) | {"sniffio", "socksio", "trio", "truststore", "zstandard"}
OWN = __name__.rpartition(".transport")[0] + "."


def of_a_library(error: BaseException) -> bool:
    """Tell whether nothing but libraries and the standard library took part in raising an error."""
    frames = [frame.f_globals.get("__name__", "") for frame, _ in traceback.walk_tb(error.__traceback__)]
    below = [name for name in frames if not name.startswith(OWN)]
    if not below or frames[-1].startswith(OWN):
        return False
    tops = {name.partition(".")[0] for name in below}
    return all(top in LIBRARIES or top in sys.stdlib_module_names for top in tops)
