"""What other processes do in the tests of the stores; importable, for multiprocessing's spawn."""

import logging
import os
import random
import signal
import time
from contextlib import contextmanager
from pathlib import Path

from odc_runtime.auth.stores.file import EncryptedFileStore
from odc_runtime.auth.stores.redis import RedisStore
from odc_runtime.auth.tokens import Token

KEY = bytes(range(32))
NAME = "c0ffee"


def token(text="secret-token-text", life=3600.0, age=0.0):
    """A token that was obtained `age` seconds ago for `life` seconds."""
    now = time.time() - age
    return Token(text, obtained_at=now, expires_at=now + life)


def store_at(place):
    """The store for a directory or a Redis address."""
    return RedisStore(place, key=KEY) if place.startswith("redis:") else EncryptedFileStore(place, key=KEY)


@contextmanager
def warnings_of_the_client():
    """Collect the texts of the warnings that are logged inside the block."""
    texts = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: texts.append(record.getMessage())
    logger = logging.getLogger("odc_client")
    logger.addHandler(handler)
    try:
        yield texts
    finally:
        logger.removeHandler(handler)


def call_api(portal, client, place, barrier, outcomes):
    """Call the API once through the hook, on a cold start; tell the status and the warnings."""
    import httpx
    from odc_runtime.auth.bearer import BearerAuth
    from odc_runtime.auth.oauth.client_credentials import ClientCredentials

    auth = BearerAuth(portal, ClientCredentials(*client), token_store=store_at(place))
    with httpx.Client(auth=auth) as http, warnings_of_the_client() as warnings:
        barrier.wait(60)
        outcomes.put((http.get(f"{portal}/api/users").status_code, warnings))


def fetch_once(place, requests, barrier):
    """Do what a credential does on a cold start: lock, look again, fetch (a line in a file), save."""
    store = store_at(place)
    barrier.wait(60)
    with store.lock(NAME):
        if store.load(NAME) is None:
            with Path(requests).open("a") as file:
                file.write(f"{os.getpid()}\n")
            time.sleep(0.3)
            store.save(NAME, token())


def hold(place, ready, seconds=60.0, key=NAME):
    """Hold the lock for a while, or until killed."""
    with store_at(place).lock(key) as held:
        assert held
        ready.set()
        time.sleep(seconds)


def hold_and_fork(place, ready, child_pid):
    """Fork while a lock is held; the child lives on when this process is killed, and holds nothing."""
    with store_at(place).lock(NAME) as held:
        assert held
        pid = os.fork()
        if pid == 0:
            time.sleep(60)
            os._exit(0)
        child_pid.value = pid
        ready.set()
        time.sleep(60)


def fork_inside(place, outcome):
    """Leave the `with` block in a forked child: the parent still holds the lock; the child can lock later."""
    store = store_at(place)
    reader, writer = os.pipe()
    with store.lock(NAME):
        pid = os.fork()
        if pid:
            os.read(reader, 1)  # the child has left its copy of the block
            outcome.put(("held after the child left", not _free(place)))
    if not pid:
        os.write(writer, b"x")
        with store.lock(NAME) as held:
            os._exit(0 if held else 3)
    outcome.put(("child locked later", os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0))


def _free(place):
    """Whether another process could take the lock at once."""
    pid = os.fork()
    if pid == 0:
        signal.alarm(20)
        with EncryptedFileStore(place, key=KEY, lock_timeout=0.2).lock(NAME) as held:
            os._exit(0 if held else 3)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0


def make_keyring_key(home, keys, barrier):
    """Ask a keyring, slow enough that races show, for the key; all processes at the same time."""
    import keyring
    from keyring.backend import KeyringBackend
    from odc_runtime.auth.stores.keys import KeyringKey

    file = Path(home) / "keyring"

    class SlowKeyring(KeyringBackend):
        priority = 1

        def get_password(self, service, username):
            time.sleep(random.uniform(0, 0.2))
            return file.read_text() if file.exists() else None

        def set_password(self, service, username, password):
            time.sleep(random.uniform(0, 0.2))
            file.write_text(password)

    os.environ["XDG_CACHE_HOME"] = home
    keyring.set_keyring(SlowKeyring())
    barrier.wait(60)
    keys.put(KeyringKey()())
