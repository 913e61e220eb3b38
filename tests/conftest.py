"""Fixtures that every kind of test may use."""

import os
import shutil
import socket
import subprocess
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.generating import Generator

ROOT = Path(__file__).resolve().parent.parent
LIVE = ROOT / "tests" / "live"

# How long one example takes says nothing on a machine that runs other tests at the same time.
settings.register_profile("odcgen", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("odcgen")


def pytest_collection_modifyitems(items):
    """Keep the tests that share servers in one worker of pytest-xdist."""
    for item in items:
        if LIVE in item.path.parents:
            item.add_marker(pytest.mark.live)
            item.add_marker(pytest.mark.xdist_group("live"))


def missing(what):
    """Skip a test that needs `what`; CI brings everything, so there it fails."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what}: CI leaves no test out", pytrace=False)
    pytest.skip(what)


@pytest.fixture(scope="session")
def root():
    """The checkout's root."""
    return ROOT


@pytest.fixture(scope="session")
def shared():
    """The folder beside the checkout with the upstream documents and the hostile kit."""
    folder = ROOT.parent / "shared"
    if not (folder / "odc-specs").is_dir():
        pytest.skip("../shared is absent: the upstream documents and the hostile kit are not tested")
    return folder


@pytest.fixture(scope="session")
def specs():
    """The project's own OpenAPI documents, by the name of their API."""
    return {path.stem: path for path in sorted((ROOT / "specs").glob("*.json"))}


@pytest.fixture(scope="session")
def generate(tmp_path_factory):
    """Generates and imports packages of small documents; see `tests/generating.py`."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ODCGEN_CACHE_DIR", "")  # nothing of an earlier run
        yield Generator(tmp_path_factory.mktemp("generated"))


@pytest.fixture(scope="session")
def node_modules():
    """Where the Node programs are that `make setup` installs."""
    folder = LIVE / "node_modules"
    if shutil.which("node") is None:
        missing("Node.js is missing (20 or newer)")
    if not (folder / ".bin" / "prism").exists():
        missing("tests/live/node_modules is missing: run `make setup`")
    return folder


@pytest.fixture(scope="session")
def redis_url(tmp_path_factory):
    """The address of a real redis-server on the loopback."""
    program = shutil.which("redis-server")
    if program is None:
        missing("redis-server is missing (Debian: apt-get install redis-server)")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    folder = tmp_path_factory.mktemp("redis")
    arguments = ["--bind", "127.0.0.1", "--port", str(port), "--save", "", "--dir", str(folder)]
    server = subprocess.Popen([program, *arguments], stdout=subprocess.DEVNULL)
    try:
        _wait_for_port(server, port)
        yield f"redis://127.0.0.1:{port}/0"
    finally:
        server.terminate()
        server.wait(10)


def _wait_for_port(process, port):
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        assert process.poll() is None, f"{process.args[0]} ended with {process.returncode}"
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError(f"nothing listens on port {port}")
