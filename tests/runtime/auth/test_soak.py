"""The figures of docs/reliability.md that take only seconds are kept at each run of the tests."""

import sys
from pathlib import Path

import pytest

from benchmarks import soak, soak_night, soak_tokens
from benchmarks.soak_table import HEAD, Row

PACKAGE = Path(__file__).resolve().parents[3] / "generated" / "odc_client"


def test_a_night_of_faults_ends_every_call_and_repeats_no_write(monkeypatch):
    """P8 P23 P27: expiry, rotation, suspension, 429, 5xx, drops: each call is answered or fails cleanly."""
    if not PACKAGE.is_dir():
        pytest.skip("generated/odc_client is absent: run `make generate`")
    monkeypatch.setattr(sys, "path", list(sys.path))
    rows = list(soak_night.run())
    assert [row for row in rows if not row.kept] == []
    assert len(rows) == 3


def test_the_table_goes_between_its_marks(tmp_path, monkeypatch):
    page = tmp_path / "page.md"
    page.write_text(f"before\n{soak.BEGIN}\nold\n{soak.END}\nafter\n")
    monkeypatch.setattr(soak, "PAGE", page)
    monkeypatch.setattr(soak_tokens, "run", lambda: [Row("threads", "1", "1", True)])
    for module in (soak.soak_latency, soak_night):
        monkeypatch.setattr(module, "run", list)
    monkeypatch.setattr(soak, "kills", list)
    assert soak.main() == 0
    text = page.read_text()
    assert text.startswith(f"before\n{soak.BEGIN}\n{HEAD}\n| threads | 1 | 1 |\n")
    assert text.endswith(f"\n{soak.END}\nafter\n")
    assert "old" not in text


def test_a_missed_figure_fails_and_leaves_the_page_alone(tmp_path, monkeypatch, capsys):
    page = tmp_path / "page.md"
    page.write_text("as it was")
    monkeypatch.setattr(soak, "PAGE", page)
    monkeypatch.setattr(soak, "measure", lambda: (False, "table"))
    assert soak.main() == 1
    assert page.read_text() == "as it was"
