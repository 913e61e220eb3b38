"""Two years of real changes: each consecutive pair of versions gets its verdict, and the right one."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import odcgen
import pytest
from odcgen.diff.wire.diff import diff_documents
from odcgen.documents.load import load_document
from odcgen.errors import DocumentError
from odcgen.specs import distill
from odcgen.validate import validate

from tests.unit.diff.history import pairs, read, versions

ASSETS = "asset-repository-api-v1"
QUALITY = "code-quality-api-v1"
DEPENDENCIES = "dependency-management-api-v1"
DEPLOYMENTS = "deployments-api-v1"
NATIVE = "native-application-orchestration-service-api-v1"
SUBSCRIPTION = "subscription-api-v1"

# Each was looked at by hand, beside the two documents.
VERDICTS = {
    (ASSETS, "00", "01"): "compatible",
    (ASSETS, "01", "02"): "none",
    (ASSETS, "02", "03"): "breaking",
    (ASSETS, "03", "04"): "docs",
    (ASSETS, "04", "05"): "compatible",
    (QUALITY, "00", "01"): "risky",
    (QUALITY, "01", "02"): "compatible",
    (QUALITY, "02", "03"): "compatible",
    (QUALITY, "03", "04"): "breaking",
    (QUALITY, "04", "05"): "risky",
    (QUALITY, "05", "06"): "docs",
    (QUALITY, "06", "07"): "risky",
    (QUALITY, "07", "08"): "docs",
    (QUALITY, "08", "09"): "compatible",
    (DEPENDENCIES, "00", "01"): "none",
    (DEPENDENCIES, "01", "02"): "compatible",
    (DEPENDENCIES, "02", "03"): "docs",
    (DEPENDENCIES, "03", "04"): "compatible",
    (DEPENDENCIES, "04", "05"): "breaking",
    (DEPLOYMENTS, "00", "01"): "breaking",
    (DEPLOYMENTS, "01", "02"): "risky",
    (DEPLOYMENTS, "02", "03"): "none",
    (DEPLOYMENTS, "03", "04"): "compatible",
    (DEPLOYMENTS, "04", "05"): "docs",
    (NATIVE, "00", "01"): "breaking",
    (NATIVE, "01", "02"): "docs",
    (SUBSCRIPTION, "00", "01"): "breaking",
    (SUBSCRIPTION, "01", "02"): "breaking",
    (SUBSCRIPTION, "02", "03"): "compatible",
    (SUBSCRIPTION, "03", "04"): "docs",
    (SUBSCRIPTION, "04", "05"): "compatible",
    (SUBSCRIPTION, "05", "06"): "compatible",
}
BROKEN = {(QUALITY, "01"), (QUALITY, "02")}
PAGE = "/components/schemas/PageInfoWithTotals/properties/nextPageOffset"
NULL_PAGE = ("response-property-became-nullable", PAGE)
ERRORS = {
    (ASSETS, "02"): {
        NULL_PAGE,
        ("request-parameter-enum-value-removed", "/components/schemas/PermissionType/enum"),
    },
    (QUALITY, "03"): {NULL_PAGE},
    (DEPENDENCIES, "04"): {NULL_PAGE},
    (DEPLOYMENTS, "00"): {
        (
            "request-property-became-not-nullable",
            "/components/schemas/PublishOperationRequest/properties/environmentKey",
        )
    },
    (NATIVE, "00"): {NULL_PAGE},
    (SUBSCRIPTION, "00"): {
        ("api-removed-without-deprecation", "/paths/~1organization~1configurations/patch")
    },
    (SUBSCRIPTION, "01"): {
        (
            "response-property-became-nullable",
            "/components/schemas/OrganizationEntitlements/properties/subscriptionStartDate",
        )
    },
}


def test_every_version_loads_or_is_refused_with_its_place(shared):
    """Two versions of one document were published broken; they are refused, with pointer and line."""
    refused = {}
    for name, known in versions(shared):
        for number, path in known:
            try:
                validate(load_document(path))
            except DocumentError as error:
                refused[name, number] = error
    assert refused.keys() == BROKEN
    for error in refused.values():
        assert error.pointer == "/components/schemas/CodeAnalysisCategories/properties/security"
        assert error.line


def test_each_consecutive_pair_has_its_verdict(shared):
    """The breaking ones are found and nothing else is called breaking; a refused version is compared too."""
    found = {
        (name, old, new): diff_documents(read(a), read(b)).wire for name, old, new, a, b in pairs(shared)
    }
    assert found == VERDICTS


def test_the_errors_are_these_and_no_others(shared):
    """Each error of the history, by rule and place."""
    found = {}
    for name, old, _, old_path, new_path in pairs(shared):
        report = diff_documents(read(old_path), read(new_path))
        if errors := {(one.id, one.pointer) for one in report.findings if one.level == "error"}:
            found[name, old] = errors
    assert found == ERRORS


def test_a_pair_that_differs_in_prose_only_gives_the_same_distilled_document(shared):
    """`docs` is said of the pairs whose interface facts are equal, and of no others."""
    for name, old, new, old_path, new_path in pairs(shared):
        if (name, old) in BROKEN or (name, new) in BROKEN:
            continue
        same = distill(read(old_path)) == distill(read(new_path))
        assert same == (VERDICTS[name, old, new] in {"docs", "none"}), (name, old)


def test_the_distilled_documents_get_the_same_errors(shared):
    """Distilling loses nothing that breaks a client."""
    for name, old, new, old_path, new_path in pairs(shared):
        if (name, old) in BROKEN or (name, new) in BROKEN:
            continue
        report = diff_documents(distill(read(old_path)), distill(read(new_path)))
        errors = {(one.id, one.pointer) for one in report.findings if one.level == "error"}
        assert errors == ERRORS.get((name, old), set()), (name, old)


@pytest.mark.parametrize(("document", "numbers"), [(ASSETS, ("04", "05")), (QUALITY, ("08", "09"))])
def test_a_cold_diff_of_the_largest_versions_takes_well_under_a_second(shared, document, numbers):
    """In a process of its own, imports and reading included; in processor time, for a busy machine's sake."""
    known = dict(dict(versions(shared))[document])
    program = (
        "import json, sys\n"
        "from odcgen.diff.wire.diff import diff_documents\n"
        "old, new = (json.load(open(path, encoding='utf-8-sig')) for path in sys.argv[1:])\n"
        "print(diff_documents(old, new).wire)\n"
    )
    command = [sys.executable, "-c", program, *(str(known[number]) for number in numbers)]
    environment = {**os.environ, "PYTHONPATH": str(Path(odcgen.__file__).parents[1])}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.stdout.strip() == VERDICTS[document, *numbers]
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 1
