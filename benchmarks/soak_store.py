"""Kill writers of the token cache with kill -9 and count the caches that cannot be read afterwards.

`python -m benchmarks.soak_store 1000` prints the counts as JSON; it fails if one cache is unreadable.
"""

from __future__ import annotations

import json
import logging
import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path

from odc_runtime.auth.stores.file import EncryptedFileStore
from odc_runtime.auth.tokens import Token

KEY = bytes(range(32))
NAME = "c0ffee"
LONGEST_TOKEN = 60_000


def token(number: int) -> Token:
    """Return a token of any length, so that a mixture of two writes would show."""
    now = time.time()
    text = f"{number}:" + "x" * (number * 7919 % LONGEST_TOKEN)
    return Token(text, obtained_at=now, expires_at=now + 3600)


def write_until_killed(directory: Path, ready: int) -> None:
    """Save token after token."""
    store = EncryptedFileStore(directory, key=KEY)
    os.write(ready, b"x")
    while True:
        store.save(NAME, token(random.getrandbits(32)))


def kill_a_writer(directory: Path) -> None:
    """Start a writer in a process of its own, and kill it at any moment of its first few writes."""
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        write_until_killed(directory, writer)
    os.close(writer)
    os.read(reader, 1)
    os.close(reader)
    time.sleep(random.uniform(0, 0.01))
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)


def readable(directory: Path) -> bool:
    """Whether a store that knows nothing yet finds a whole token."""
    found = EncryptedFileStore(directory, key=KEY).load(NAME)
    if found is None:
        return False
    number, _, rest = found.access_token.reveal().partition(":")
    return token(int(number)).access_token == found.access_token and set(rest) <= {"x"}


def kill_writers(count: int, directory: Path) -> dict[str, int]:
    """Kill `count` writers one after the other; return what was found."""
    EncryptedFileStore(directory, key=KEY).save(NAME, token(0))
    unreadable = interrupted = 0
    for _ in range(count):
        before = set(directory.glob("*.tmp"))
        kill_a_writer(directory)
        interrupted += bool(set(directory.glob("*.tmp")) - before)
        unreadable += not readable(directory)
    return {"kills": count, "killed_in_a_write": interrupted, "unreadable": unreadable}


def main() -> int:
    """Kill as many writers as the command line says."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    logging.disable(logging.WARNING)  # an unreadable entry is counted, not told
    with tempfile.TemporaryDirectory() as directory:
        result = kill_writers(count, Path(directory) / "cache")
    print(json.dumps(result))
    return 1 if result["unreadable"] else 0


if __name__ == "__main__":
    sys.exit(main())
