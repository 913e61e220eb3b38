"""Golden cases: a small document and its overlay in, exactly the expected files out.

`ODCGEN_UPDATE_CASES=1 pytest tests/cases` writes the expected files anew; read what differs before a commit.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.golden import CASES, generated


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_case_gives_the_expected_files(case, monkeypatch):
    monkeypatch.setenv("ODCGEN_CACHE_DIR", "")
    expected, found = case / "expected", generated(case)
    if os.environ.get("ODCGEN_UPDATE_CASES"):
        shutil.rmtree(expected, ignore_errors=True)
        for path, text in found.items():
            (expected / path).parent.mkdir(parents=True, exist_ok=True)
            (expected / path).write_text(text, "utf-8")
    kept = {
        path.relative_to(expected).as_posix(): path.read_text("utf-8")
        for path in expected.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert sorted(found) == sorted(kept)
    for path, text in sorted(found.items()):
        assert text == kept[path], f"{case.name}/expected/{path}: ODCGEN_UPDATE_CASES=1 writes it anew"


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_the_expected_files_are_clean_and_typed(case, tmp_path, monkeypatch):
    """ruff and mypy --strict find nothing in them, with the runtime beside them."""
    monkeypatch.setenv("ODCGEN_CACHE_DIR", "")
    package = tmp_path / "generated" / "golden_client"
    shutil.copytree(case / "expected", package)
    root = Path(__file__).resolve().parents[2]
    shutil.copytree(root / "generator" / "odc_runtime", package / "_runtime")
    ruff = ["ruff", "check", "--no-cache", "--config", str(root / "pyproject.toml"), "generated"]
    ruff += ["--ignore", "D301"]  # a backslash in a description is doubled, not raw
    mypy = ["mypy", "--strict", "--no-incremental", "--config-file=", "generated/golden_client"]
    for command in (ruff, mypy):
        done = subprocess.run(
            [sys.executable, "-m", *command], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
