"""The kit of hostile documents on the command line: one clear error and nothing written, or sound code."""

import ast
import builtins
import subprocess
import sys
import time

import pytest
from odcgen import cli

from tests.generating import Package
from tests.rejects.kit import HOSTILE, MENDED, SHARED, cases
from tests.rejects.wild import REFUSED, REPAIRED, WARNED

CANARY = "KPWN"
ALL = cases()
WILD = sorted([*SHARED.glob("wild/*.json"), *SHARED.glob("wild/*.yaml")])


@pytest.fixture
def run(monkeypatch, capsys, tmp_path):
    """Run `odcgen generate FILE` in this process and return (exit status, what it said to stderr)."""
    monkeypatch.setenv("ODCGEN_CACHE_DIR", "")

    def odcgen(file, *options):
        arguments = [
            "generate",
            str(file),
            *options,
            "--out",
            str(tmp_path / "out"),
            "--package",
            "pkg",
            "--quiet",
        ]
        monkeypatch.setattr(sys, "argv", ["odcgen", *arguments])
        try:
            cli.main()
        except SystemExit as end:
            return end.code or 0, capsys.readouterr().err
        return 0, capsys.readouterr().err

    return odcgen


@pytest.fixture
def canary(monkeypatch):
    """What the payloads of the kit call, if they are ever executed."""
    called = []
    monkeypatch.setattr(builtins, CANARY, called.append, raising=False)
    yield
    assert called == []


def judge_error(case, said, folder):
    assert said.startswith("error: "), said
    assert said.count("error: ") == 1
    assert "Traceback" not in said
    assert str(case.path.name) in said
    assert case.pointer is None or case.pointer in said
    assert all(char.isprintable() or char == "\n" for char in said)
    assert list(folder.iterdir()) == []


def judge_package(folder):
    """Everything is inside of the package, imports, and holds no name that a payload could run under."""
    assert [path.name for path in folder.iterdir()] == ["out"]
    assert [path.name for path in (folder / "out").iterdir()] == ["pkg"]
    package = Package(folder / "out" / "pkg")
    for path in package.folder.rglob("*.py"):
        if "_runtime" not in path.parts:
            assert len(path.name.encode()) < 150
            judge_code(path.read_text("utf-8"))
    try:
        assert package.import_all() > 5
    finally:
        package.forget()


def judge_code(text):
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call):
            assert getattr(node.func, "id", getattr(node.func, "attr", "")) != CANARY
        if isinstance(node, ast.Import):
            assert all(alias.name in ("builtins", "datetime") for alias in node.names)


@pytest.mark.parametrize("case", ALL, ids=[case.path.stem for case in ALL])
def test_a_hostile_document_ends_in_one_error_or_in_a_sound_package(case, run, canary, tmp_path):
    started = time.monotonic()
    mended = MENDED.get(case.path.stem)
    status, said = run(case.path, *(["--strict"] if mended else []))
    assert time.monotonic() - started < 20  # the worst takes half a second alone on a machine
    assert status in {"ok": {0}, "error": {1}, "either": {0, 1}}[case.expect], said
    if status:
        judge_error(case, said, tmp_path)
    else:
        judge_package(tmp_path)


REPAIRABLE = [case for case in ALL if case.path.stem in MENDED]


@pytest.mark.parametrize("case", REPAIRABLE, ids=[case.path.stem for case in REPAIRABLE])
def test_what_is_certain_is_repaired_with_a_warning_of_its_place(case, run, canary, tmp_path):
    status, said = run(case.path)
    assert status == 0
    assert said.startswith("warning: ")
    assert said.count("\n") == 1
    assert case.path.name in said
    assert f"[{MENDED[case.path.stem]}]" in said
    judge_package(tmp_path)


@pytest.mark.parametrize("path", WILD, ids=[path.stem for path in WILD])
def test_a_document_from_the_wild_becomes_a_package_that_imports(path, run, tmp_path):
    status, said = run(path)
    if path.stem in REFUSED:
        assert status == 1
        assert REFUSED[path.stem] in said
        return
    assert status == 0, said
    lines = said.splitlines()
    assert all(line.startswith("warning: ") for line in lines)
    told = REPAIRED.get(path.stem, set()) | WARNED.get(path.stem, set())
    assert {line.rpartition("[")[2].rstrip("]") for line in lines} == told
    judge_package(tmp_path)


SOME = [case for case in ALL if case.path.name.startswith(("092_", "264_", "328_", "352_", "044_"))]


@pytest.mark.parametrize("case", SOME, ids=[case.path.stem for case in SOME])
def test_a_process_of_its_own_ends_alike(case, tmp_path):
    command = [sys.executable, "-c", "from odcgen.cli import main; main()", "generate", str(case.path)]
    done = subprocess.run(
        [*command, "--out", "out", "--package", "pkg"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    if done.returncode == 1:
        judge_error(case, done.stderr, tmp_path)
    else:
        assert done.returncode == 0, done.stderr
        assert case.expect != "error"
        judge_package(tmp_path)


def test_the_kit_has_what_these_tests_are_about():
    if HOSTILE.is_dir():
        assert {case.category for case in ALL} >= {"parse", "refs", "version", "names", "inject", "traversal"}
        assert len(SOME) == 5
