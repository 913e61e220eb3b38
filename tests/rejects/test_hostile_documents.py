"""The kit of hostile documents ends in one clear error each, or is sound, before anything is generated."""

import contextlib
import time
from pathlib import Path

import pytest
from odcgen.documents.load import load_document
from odcgen.errors import DocumentError, DocumentErrors
from odcgen.reading import make_sound, read_any
from odcgen.validate import validate

from tests.conftest import missing
from tests.rejects.kit import HOSTILE, SHARED, cases
from tests.rejects.wild import REPAIRED

ALL = cases()


def names(some):
    return [case.path.stem for case in some]


def read(path):
    document = load_document(path)
    validate(document)


def test_the_kit_is_there():
    if not HOSTILE.is_dir():
        missing("../shared/hostile")
    assert {case.category for case in ALL} >= {"parse", "refs", "version", "names", "structure", "inject"}


BROKEN = [case for case in ALL if case.expect == "error"]
SOUND = [case for case in ALL if case.expect == "ok"]
EITHER = [case for case in ALL if case.expect == "either"]


@pytest.mark.parametrize("case", BROKEN, ids=names(BROKEN))
def test_a_broken_document_is_one_error_with_its_place(case):
    with pytest.raises(DocumentError) as caught:
        read(case.path)
    error = caught.value
    assert not isinstance(error, DocumentErrors), str(error)
    assert error.exit_code == 1
    assert error.file == str(case.path)
    assert error.line is not None
    assert error.__cause__ is None
    if case.pointer is not None:
        assert error.pointer is not None
        assert error.pointer.startswith(case.pointer)
    elif case.category not in ("parse", "version"):
        assert error.pointer is not None
        assert error.pointer.startswith("/")


@pytest.mark.parametrize("case", SOUND, ids=names(SOUND))
def test_a_sound_document_is_accepted(case):
    read(case.path)


@pytest.mark.parametrize("case", EITHER, ids=names(EITHER))
def test_a_doubtful_document_is_accepted_or_one_of_our_errors_and_soon(case):
    start = time.monotonic()
    with contextlib.suppress(DocumentError):
        read(case.path)
    assert time.monotonic() - start < 5


OURS = Path(__file__).resolve().parents[2] / "specs"
REAL = sorted(
    path
    for folder in (OURS, SHARED / "odc-specs", SHARED / "wild")
    for path in folder.glob("*.*")
    if path.suffix in (".json", ".yaml")
)


@pytest.mark.parametrize("path", REAL, ids=[path.stem for path in REAL])
def test_a_real_document_is_accepted(path):
    document, _ = read_any(path)
    warnings = make_sound(document)
    repaired = {warning.rpartition("[")[2].rstrip("]") for warning in warnings}
    assert repaired == (REPAIRED.get(path.stem, set()) if path.parent.name == "wild" else set())
    assert make_sound(document) == []


PUBLISHED = sorted(SHARED.glob("odc-history/*/*.json"))
MALFORMED = {
    "01_2026-01-07_79a5be72": "/components/schemas/CodeAnalysisCategories/properties/security",
    "02_2026-05-22_982b9c6f": "/components/schemas/CodeAnalysisCategories/properties/security",
}


@pytest.mark.parametrize("path", PUBLISHED, ids=[f"{path.parent.name}-{path.stem}" for path in PUBLISHED])
def test_each_published_version_is_accepted_or_refused_at_its_place(path):
    expected = MALFORMED.get(path.stem) if "code-quality" in path.parent.name else None
    if expected is None:
        read(path)
        return
    with pytest.raises(DocumentError) as caught:
        read(path)
    assert caught.value.pointer == expected
