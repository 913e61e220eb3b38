"""Token stores that outlive the process: encrypted files for one machine, Redis for a fleet."""

from .file import EncryptedFileStore
from .keys import EnvironmentKey, KeyringKey
from .redis import RedisStore

__all__ = ["EncryptedFileStore", "EnvironmentKey", "KeyringKey", "RedisStore"]
