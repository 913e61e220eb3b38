"""What a cache holds is used by what made it only."""

import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from odcgen.config import config_for_files
from odcgen.output.format import RUFF
from odcgen.run import inputs
from odcgen.run.makers import LIBRARIES, makers


def test_the_interpreter_and_each_library_are_named_with_their_versions():
    named = [f"{name} {version(name.replace('_', '-'))}" for name in LIBRARIES]
    assert makers() == [f"{sys.implementation.name} {sys.version}", *named]


def test_a_version_that_nobody_knows_is_never_the_same_twice(monkeypatch):
    monkeypatch.setattr(sys, "path", ["/nowhere"])
    assert makers() != makers()


@pytest.mark.parametrize("other", [["cpython 3.99"], ["cpython 3.11", "ruff 99"]])
def test_another_maker_has_another_cache(tmp_path, monkeypatch, other):
    file = tmp_path / "zoo.yaml"
    file.write_text("openapi: 3.0.3")
    config = config_for_files((file,), package="client", out=tmp_path)
    before = inputs.read_inputs(config)
    assert before == inputs.read_inputs(config)
    monkeypatch.setattr(inputs, "makers", lambda: other)
    after = inputs.read_inputs(config)
    assert before.fingerprint != after.fingerprint
    assert before.sources[0].key != after.sources[0].key


def test_the_formatter_must_be_of_the_version_that_is_declared():
    root = Path(__file__).resolve().parents[2]
    assert f'"ruff{RUFF}"' in (root / "pyproject.toml").read_text("utf-8")
