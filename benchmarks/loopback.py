"""Starts the loopback server in a process of its own."""

import subprocess
import sys
from contextlib import contextmanager

from benchmarks.measure import ROOT


@contextmanager
def loopback():
    """Run the server of canned answers; yield its URL."""
    server = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.server"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    try:
        yield f"http://127.0.0.1:{int(server.stdout.readline())}"
    finally:
        server.stdin.close()
        server.stdout.close()
        server.terminate()
        server.wait(10)
