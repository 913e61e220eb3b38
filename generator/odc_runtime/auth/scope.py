"""To which requests a credential is attached: those to the client's own origin, below its base paths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..kernel._http import httpx

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Scope"]

Origin = tuple[bytes, bytes, int | None]


class Scope:
    """A set of base URLs; what lies below one of them is covered.

    An origin is scheme, host and port, compared as a whole. A URL with user information is never covered.
    """

    __slots__ = ("_paths",)

    def __init__(self, base_urls: Iterable[str]) -> None:
        found: dict[Origin, set[bytes]] = {}
        for text in base_urls:
            url = httpx.URL(text)
            path = url.raw_path.rstrip(b"/")
            found.setdefault(_origin(url), set()).update((path + b"/", path + b"?", path))
        self._paths = {origin: _starts(paths) for origin, paths in found.items()}

    def covers(self, url: httpx.URL) -> bool:
        """Tell whether a request to `url` gets the credential."""
        rule = self._paths.get((url.raw_scheme, url.raw_host, url.port))
        if rule is None or url.userinfo:
            return False
        starts, whole = rule
        path = url.raw_path
        return path.startswith(starts) or path in whole

    def __repr__(self) -> str:
        return f"Scope({len(self._paths)} origins)"


def _origin(url: httpx.URL) -> Origin:
    return url.raw_scheme, url.raw_host, url.port


def _starts(paths: set[bytes]) -> tuple[tuple[bytes, ...], frozenset[bytes]]:
    starts = tuple(sorted(path for path in paths if path[-1:] in (b"/", b"?")))
    return starts, frozenset(paths)
