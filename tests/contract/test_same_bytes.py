"""The same documents give the same bytes under every Python, hash seed, locale, time zone and umask."""

import json
import os
import subprocess
import sys

import pytest

from tests.conftest import missing
from tests.pythons import LOCK, MAIN, SUPPORTED, find, interpreter, is_ready

pytestmark = pytest.mark.xdist_group("bytes")
SURROUNDINGS = [
    ({"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Asia/Tokyo"}, 0o077),
    ({"PYTHONHASHSEED": "2", "LC_ALL": "tr_TR.UTF-8", "TZ": "America/Lima"}, 0o000),
    ({"PYTHONHASHSEED": "3", "LC_ALL": "C.UTF-8", "TZ": "UTC", "PYTHONUTF8": "0"}, 0o027),
]


@pytest.fixture(scope="module")
def digests(root):
    """Returns the digests of all generated files as an interpreter makes them in some surroundings."""

    def run(python, surroundings=None, umask=-1):
        paths = os.pathsep.join([str(root / "generator"), str(root)])
        done = subprocess.run(
            [python, "-m", "tests.golden"],
            cwd=root,
            env=os.environ | {"ODCGEN_CACHE_DIR": "", "PYTHONPATH": paths} | (surroundings or {}),
            umask=umask,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode(errors="replace")
        return json.loads(done.stdout)

    return run


@pytest.fixture(scope="module")
def expected(digests):
    return digests(sys.executable, {"PYTHONHASHSEED": "0"})


@pytest.mark.parametrize("minor", [minor for minor in SUPPORTED if minor != MAIN])
def test_every_python_gives_the_same_bytes(digests, expected, minor):
    if not is_ready(minor):
        if find(minor) is None:
            # Also in CI: a machine that has one Python can only test that one.
            pytest.skip(f"no python3.{minor} on PATH or of pyenv: its bytes are not compared")
        missing(f".venv/pythons/3.{minor} is missing or old: run `make pythons`")
    assert digests(interpreter(minor)) == expected


@pytest.mark.skipif(os.name == "nt", reason="Windows has neither locales by LC_ALL nor a umask")
@pytest.mark.parametrize(("surroundings", "umask"), SURROUNDINGS)
def test_surroundings_do_not_change_a_byte(digests, expected, surroundings, umask):
    assert digests(sys.executable, surroundings, umask) == expected


def test_the_other_pythons_have_the_libraries_of_the_main_one(root):
    pins = {line.split()[0] for line in LOCK.read_text().splitlines() if "==" in line}
    assert pins <= set((root / "requirements" / "dev.txt").read_text().split())
    assert pins
