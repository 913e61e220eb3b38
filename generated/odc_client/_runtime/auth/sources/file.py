"""Credentials from a file: a container's secret, a projected token, or what another program refreshes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ...errors.expect import a_path
from ..no_token import CredentialSourceError, CredentialsUnavailable
from ..tokens import Credential, Secret
from .exchange import ExchangingSource
from .material import ClientPair, read_material

if TYPE_CHECKING:
    import os

    from ..protocols import CallSource, Exchange

__all__ = ["TokenFile"]

Stamp = tuple[int, int, int]


class TokenFile(ExchangingSource):
    """A file with a token, or with a client's id and secret; it is read again as soon as it changes.

    It holds a bare token, or JSON with `access_token` (and `expires_at`), or with `client_id` and
    `client_secret`.

    Args:
        path: The file.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = a_path(path, "the file of the credentials")

    def resolve(self, _: CallSource, /) -> Credential | Exchange:
        """Read the file.

        Raises:
            CredentialsUnavailable: It does not exist, or is empty.
            CredentialSourceError: It cannot be read, or holds something else.
        """
        stamp, text = self._read()
        if not text.reveal().strip():
            raise CredentialsUnavailable(f"{self.path} is empty")
        found = read_material(text, stamp[0] / 1e9)
        if isinstance(found, str):
            raise CredentialSourceError(f"{self.path} {found}")
        if isinstance(found, ClientPair):
            return self.exchange(found.client_id, found.secret)
        return Credential(found.token, expires_at=found.expires_at, outdated=lambda: self._changed(stamp))

    def _read(self) -> tuple[Stamp, Secret]:
        try:
            stamp = _stamp(self.path)  # first: what is written meanwhile is then read again
            return stamp, Secret(self.path.read_text("utf-8"))
        except FileNotFoundError:
            reason = None
        except OSError as error:
            reason = error.strerror or type(error).__name__
        except UnicodeDecodeError:
            reason = "it is no text"
        if reason is None:
            raise CredentialsUnavailable(f"{self.path} does not exist")
        raise CredentialSourceError(f"{self.path} cannot be read: {reason}")

    def _changed(self, stamp: Stamp) -> bool:
        try:
            return _stamp(self.path) != stamp
        except OSError:
            return False  # while it is being replaced, the token at hand stays in use

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self.path)!r})"


def _stamp(path: Path) -> Stamp:
    status = path.stat()
    return status.st_mtime_ns, status.st_size, status.st_ino
