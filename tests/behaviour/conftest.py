"""What the tests of generation share: the command line, in this process and in one of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from odcgen import cli

from tests.generating import document, endpoint, schemas

COMMAND = [sys.executable, "-c", "from odcgen.cli import main; main()"]


class Outcome(NamedTuple):
    """How a run of the command ended and what it said."""

    status: int
    out: str
    err: str


@pytest.fixture
def odcgen(monkeypatch, capsys, tmp_path):
    """Run a command in this process, in the test's folder and with a cache of its own."""
    monkeypatch.setenv("ODCGEN_CACHE_DIR", str(tmp_path / ".cache"))

    def run(*arguments, cwd=tmp_path):
        monkeypatch.chdir(cwd)
        monkeypatch.setattr(sys, "argv", ["odcgen", *map(str, arguments)])
        capsys.readouterr()
        try:
            cli.main()
            status = 0
        except SystemExit as end:
            status = end.code or 0
        return Outcome(status, *capsys.readouterr())

    return run


def start(*arguments, cwd, **environment):
    """Start a command in a process of its own."""
    return subprocess.Popen(
        [*COMMAND, *map(str, arguments)],
        cwd=cwd,
        env=os.environ | {"ODCGEN_CACHE_DIR": ""} | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finish(process):
    """Wait for a process and return its outcome."""
    out, err = process.communicate(timeout=120)
    return Outcome(process.returncode, out, err)


@pytest.fixture
def project(tmp_path):
    """A folder with two documents and an odcgen.toml that names them."""
    write(tmp_path / "pets.json", pets())
    write(tmp_path / "shops.json", document(endpoint({"type": "string"}, path="/shops")))
    (tmp_path / "odcgen.toml").write_text(
        """
        [package]
        name = "zoo"
        out = "made"
        [[documents]]
        name = "pets"
        path = "pets.json"
        [[documents]]
        name = "shops"
        path = "shops.json"
        """,
        "utf-8",
    )
    return tmp_path


def pets(*properties):
    """A document with a model of these properties."""
    declared = ", ".join(f"{name}: {{type: string}}" for name in ("name", *properties))
    return document(
        endpoint({"$ref": "#/components/schemas/Pet"}, path="/pets")
        | schemas(f"Pet: {{type: object, properties: {{{declared}}}}}")
    )


def write(path, data):
    path.write_text(json.dumps(data), "utf-8")


def contents(folder):
    """The bytes of every file below a folder, but compiled ones."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(Path(folder).rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def times(folder):
    """The time of change of every file and folder."""
    return {path: path.stat().st_mtime_ns for path in [folder, *Path(folder).rglob("*")]}
