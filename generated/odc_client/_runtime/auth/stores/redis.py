"""`RedisStore`: sealed tokens in Redis, shared by a fleet of machines."""

from __future__ import annotations

import secrets
import threading
import time
from base64 import b64decode, b64encode
from contextlib import contextmanager, suppress
from random import uniform
from typing import TYPE_CHECKING, Any, NoReturn, Protocol, cast

from ...errors.base import ConfigurationError
from .extras import load, require
from .faults import StoreUnavailable, Unreadable
from .keys import EnvironmentKey
from .sealed import SealedStore

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from .keys import KeySource

__all__ = ["RedisStore"]

SECONDS_TO_ANSWER = 2.0
LONGEST_HOLD = 60.0
# A command that is sent again after a lost answer must not find its own lock in the way.
ACQUIRE = """
if redis.call('set', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) or redis.call('get', KEYS[1]) == ARGV[1] then
    return 1
end
return 0
"""
RENEW = "return redis.call('get', KEYS[1]) == ARGV[1] and redis.call('pexpire', KEYS[1], ARGV[2]) or 0"
RELEASE = "return redis.call('get', KEYS[1]) == ARGV[1] and redis.call('del', KEYS[1]) or 0"


class RedisClient(Protocol):
    """The commands of `redis.Redis` that the store uses."""

    def get(self, name: str, /) -> Any:
        """Return the value of a key, or None."""
        ...

    def set(self, name: str, value: bytes, /, *, px: int) -> Any:
        """Set a key that expires after `px` milliseconds."""
        ...

    def delete(self, name: str, /) -> Any:
        """Delete a key."""
        ...

    def eval(self, script: str, numkeys: int, /, *keys_and_args: str) -> Any:
        """Run a Lua script."""
        ...


class RedisStore(SealedStore):
    """Tokens in Redis: encrypted like the files, gone when they expire, one holder of a lock at a time.

    `server` is a URL (`redis://`, `rediss://`, `unix://`) or your own `redis.Redis`. `key` is 32 bytes,
    several such keys (the first seals, each opens), or a function that returns them; by default it comes
    from the environment variable ODC_TOKEN_CACHE_KEY, the same on every machine. A machine that dies
    frees its lock after `lease` seconds. Needs the distributions `redis` and `cryptography`. Raises
    ConfigurationError if it is set up in a way that cannot work.
    """

    def __init__(
        self,
        server: str | RedisClient,
        *,
        key: bytes | Sequence[bytes] | KeySource | None = None,
        prefix: str = "odc-client",
        lease: float = 3.0,
        lock_timeout: float = 30.0,
    ) -> None:
        require("redis", "a token store in Redis")
        place = RedisPlace(server, prefix, lease)
        super().__init__(place, EnvironmentKey() if key is None else key, lock_timeout)
        self.prefix = prefix

    def __repr__(self) -> str:
        return f"RedisStore(prefix={self.prefix!r})"

    def __getstate__(self) -> NoReturn:
        raise TypeError("a RedisStore holds connections and is not pickled: make one in each process")


class RedisPlace:
    """Sealed entries as keys of a Redis database, in base64 since a client may decode its answers as text."""

    def __init__(self, server: str | RedisClient, prefix: str, lease: float) -> None:
        self._client = _connect(server) if isinstance(server, str) else server
        self._prefix = prefix
        self._lease = lease

    def read(self, key: str) -> bytes | None:
        """Return the value of the key, or None."""
        found: Any = self._do(lambda redis: redis.get(self._name("token", key)))
        try:
            return None if found is None else b64decode(found, validate=True)
        except ValueError:
            raise Unreadable("it is not a complete token entry") from None

    def write(self, key: str, sealed: bytes, life: float) -> None:
        """Set the key, to vanish with the token's life."""
        value, milliseconds = b64encode(sealed), max(1, int(life * 1000))
        self._do(lambda redis: redis.set(self._name("token", key), value, px=milliseconds))

    def remove(self, key: str) -> None:
        """Delete the key."""
        self._do(lambda redis: redis.delete(self._name("token", key)))

    @contextmanager
    def lock(self, key: str, timeout: float) -> Generator[bool]:
        """Hold a lease that a thread renews while this process lives, for 60 s at most."""
        name, owner = self._name("lock", key), secrets.token_hex(16)
        give_up = time.monotonic() + timeout
        while not self._script(ACQUIRE, name, owner):
            if time.monotonic() >= give_up:
                yield False
                return
            time.sleep(uniform(0.02, 0.08))  # noqa: S311 - spreads the waiting machines, hides nothing
        done = threading.Event()
        with suppress(RuntimeError):  # no more threads to be had: the lease then lasts as long as it lasts
            threading.Thread(target=self._renew, args=(name, owner, done), daemon=True).start()
        try:
            yield True
        finally:
            done.set()
            with suppress(StoreUnavailable):  # the lease ends by itself
                self._script(RELEASE, name, owner)

    def _renew(self, name: str, owner: str, done: threading.Event) -> None:
        give_up = time.monotonic() + LONGEST_HOLD
        with suppress(StoreUnavailable):
            while not done.wait(self._lease / 3) and time.monotonic() < give_up:
                if not self._script(RENEW, name, owner):
                    return

    def _script(self, script: str, name: str, owner: str) -> bool:
        return bool(self._do(lambda redis: redis.eval(script, 1, name, owner, str(int(self._lease * 1000)))))

    def _name(self, kind: str, key: str) -> str:
        return f"{self._prefix}:{kind}:{key}"

    def _do(self, command: Callable[[RedisClient], object]) -> object:
        try:
            return command(self._client)
        except (load("redis.exceptions").RedisError, OSError) as error:
            raise StoreUnavailable(f"Redis does not answer ({type(error).__name__})") from None


def _connect(url: str) -> RedisClient:
    try:
        client = load("redis").Redis.from_url(
            url,
            socket_timeout=SECONDS_TO_ANSWER,
            socket_connect_timeout=SECONDS_TO_ANSWER,
            # once more: the server may have closed a connection that idled for hours
            retry=load("redis.retry").Retry(load("redis.backoff").NoBackoff(), 1),
        )
    except ValueError:  # whose text may hold a part of the password
        raise ConfigurationError(
            "this is no address of a Redis server; one looks like redis://host:6379/0"
        ) from None
    return cast("RedisClient", client)
