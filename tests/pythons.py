"""The Pythons of this machine, each with odcgen's locked dependencies below .venv/pythons.

`python -m tests.pythons` makes the environments; one that cannot be made is told and left out.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HOME = ROOT / ".venv" / "pythons"
LOCK = ROOT / "requirements" / "run.txt"
MAIN = sys.version_info[1]
SUPPORTED = range(11, 15)
_PROBE = "import sys, venv; print(sys.version_info[1])"


def find(minor):
    """Return a Python 3.<minor> that can make environments, from PATH or of pyenv; None without one."""
    name = f"python3.{minor}"
    folders = os.environ.get("PATH", "").split(os.pathsep)
    places = [Path(folder, name) for folder in folders if folder]
    places += sorted(Path.home().glob(f".pyenv/versions/3.{minor}.*/bin/{name}"), reverse=True)
    return next((path for path in places if shutil.which(path) and _runs(path, minor)), None)


def interpreter(minor):
    """Return where the environment of Python 3.<minor> has its interpreter."""
    return HOME / f"3.{minor}" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def is_ready(minor):
    """Tell whether an environment holds what is locked now."""
    mark = _mark(minor)
    return mark.is_file() and mark.read_text() == _locked() and _runs(interpreter(minor), minor)


def make(minor, python):
    """Make the environment of one Python anew."""
    folder = HOME / f"3.{minor}"
    subprocess.run([python, "-m", "venv", "--clear", "--without-pip", folder], check=True)
    install = ["install", "--quiet", "--quiet", "--require-hashes", "--requirement", LOCK]
    subprocess.run([sys.executable, "-m", "pip", "--python", interpreter(minor), *install], check=True)
    _mark(minor).write_text(_locked())


def main():
    """Make what is missing."""
    for minor in SUPPORTED:
        if minor == MAIN or is_ready(minor) or (python := find(minor)) is None:
            continue
        print(f"Setting up .venv/pythons/3.{minor}", flush=True)
        try:
            make(minor, python)
        except subprocess.CalledProcessError as error:
            print(f"Python 3.{minor} is left out: {error}", file=sys.stderr)


def _runs(path, minor):
    try:
        done = subprocess.run([path, "-c", _PROBE], capture_output=True, text=True, check=False)
    except OSError:
        return False
    return done.stdout.strip() == str(minor)


def _mark(minor):
    return HOME / f"3.{minor}" / ".ready"


def _locked():
    return hashlib.sha256(LOCK.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
