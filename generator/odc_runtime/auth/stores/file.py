"""`EncryptedFileStore`: one sealed file a token, shared by the processes of one account on one machine."""

from __future__ import annotations

from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from .directory import ENTRY, PrivateDirectory, default_directory
from .extras import require
from .keys import default_key
from .locks import file_lock
from .sealed import SealedStore

if TYPE_CHECKING:
    import os
    from collections.abc import Generator, Sequence

    from .keys import KeySource

__all__ = ["EncryptedFileStore"]


class EncryptedFileStore(SealedStore):
    """Tokens in encrypted files, by default in the account's cache directory.

    `key` is 32 bytes, several such keys (the first seals, each opens), or a function that returns them;
    by default it comes from the environment variable ODC_TOKEN_CACHE_KEY and, where that is not set, from
    the system's keyring. Needs the distributions `cryptography`, `filelock` and, for the keyring,
    `keyring`. A lock that others hold is waited for at most `lock_timeout` seconds. Raises
    ConfigurationError if it is set up in a way that cannot work.
    """

    def __init__(
        self,
        directory: str | os.PathLike[str] | None = None,
        *,
        key: bytes | Sequence[bytes] | KeySource | None = None,
        lock_timeout: float = 30.0,
    ) -> None:
        require("filelock", "a token store in files")
        self.directory = default_directory() if directory is None else Path(directory).expanduser().absolute()
        super().__init__(FilePlace(self.directory), default_key() if key is None else key, lock_timeout)

    def __repr__(self) -> str:
        return f"EncryptedFileStore({str(self.directory)!r})"


class FilePlace:
    """Sealed entries as files of one private directory."""

    def __init__(self, directory: Path) -> None:
        self._directory = PrivateDirectory(directory)

    def read(self, key: str) -> bytes | None:
        """Return the file's content, or None."""
        return self._directory.read(_name(key) + ENTRY)

    def write(self, key: str, sealed: bytes, life: float) -> None:
        """Replace the file."""
        self._directory.write(_name(key) + ENTRY, sealed)

    def remove(self, key: str) -> None:
        """Remove the file."""
        self._directory.remove(_name(key) + ENTRY)

    @contextmanager
    def lock(self, key: str, timeout: float) -> Generator[bool]:
        """Hold a kernel lock on a file beside the entry."""
        self._directory.prepare()
        with file_lock(self._directory.path / f"{_name(key)}.lock", timeout) as held:
            yield held


def _name(key: str) -> str:
    return sha256(key.encode()).hexdigest()[:40]  # any key is a file name then
