"""Verdicts, thresholds and the three forms of a report."""

import json

import pytest
from odcgen.diff.markdown import render_markdown
from odcgen.diff.report import Finding, Report, in_order
from odcgen.diff.text import render_text
from odcgen.diff.wire.diff import diff_documents

from tests.unit.diff.documents import document, parameter, response_body, with_property

STRING = {"type": "string"}


def finding(level="error", verdict="wire", rule="some-rule", operation="GET /users", text="something"):
    return Finding(rule, level, verdict, operation, "/paths", text)


@pytest.mark.parametrize(
    ("findings", "wire"),
    [
        ((), "none"),
        ((finding(),), "breaking"),
        ((finding("warning"), finding("info")), "risky"),
        ((finding("info"),), "compatible"),
        ((finding("info", rule="documentation-changed"),), "docs"),
        ((finding("info", rule="api-tag-added"), finding("info")), "compatible"),
        ((finding("info", "renamed"),), "none"),
        ((finding("warning", "renamed"),), "risky"),
        ((finding("error", "python"),), "none"),
    ],
)
def test_the_wire_verdict_follows_from_the_gravest_finding(findings, wire):
    """What was renamed without notice on the wire counts for nothing, and neither do callers in Python."""
    assert Report("x", findings).wire == wire


@pytest.mark.parametrize(
    ("threshold", "reached"),
    [("breaking", False), ("risky", True), ("docs", True), ("none", True), ("major", False), ("minor", True)],
)
def test_a_threshold_is_reached_at_or_above_it(threshold, reached):
    report = Report("x", (finding("warning"),)).with_python([finding("info", "python")], "minor")
    assert report.reaches(threshold) is reached


def test_an_unknown_threshold_is_an_error():
    with pytest.raises(ValueError, match="'fatal' is no verdict"):
        Report("x", ()).reaches("fatal")


def test_the_json_form_is_the_documented_one():
    report = diff_documents(document(), document({"summary": "Words."}))
    assert json.loads(json.dumps(report.as_json())) == {
        "wire": "docs",
        "python": "none",
        "findings": [
            {
                "id": "documentation-changed",
                "level": "info",
                "verdict": "wire",
                "operation": "POST /things",
                "pointer": "/paths/~1things/post",
                "text": "summary changed",
            }
        ],
    }


def test_findings_are_sorted_gravest_first_and_told_once():
    same = (
        finding("info"),
        finding("error"),
        finding("info", rule="api-tag-added"),
        finding("warning"),
        finding("info"),
    )
    assert [(one.level, one.id) for one in in_order(same)] == [
        ("error", "some-rule"),
        ("warning", "some-rule"),
        ("info", "some-rule"),
        ("info", "api-tag-added"),
    ]


def shared():
    """A report with one difference that five operations share, and a renaming."""
    found = [finding(operation=f"GET /{name}", text="User.name: may now be null") for name in "abcde"]
    return Report("identity", (*found, finding("info", "renamed", "schema-renamed", "", "schema A is now B")))


def test_the_text_form_tells_a_shared_difference_once():
    assert render_text(shared()) == (
        "identity: wire breaking, Python none (1 error, 1 note)\n"
        "error    User.name: may now be null  [some-rule]\n"
        "         GET /a, GET /b, GET /c and 2 more  /paths\n"
        "info     schema A is now B  [schema-renamed]\n"
        "         /paths\n"
    )


def test_the_markdown_form_has_a_section_for_each_kind():
    assert render_markdown(shared()) == (
        "## `identity`: wire breaking, Python none (1 error, 1 note)\n"
        "\n### Breaking\n\n"
        "- `User.name: may now be null` (some-rule)  \n  `GET /a, GET /b, GET /c and 2 more`  \n  `/paths`\n"
        "\n### Renamed or moved only\n\n"
        "- `schema A is now B` (schema-renamed)  \n  `/paths`\n"
    )


def test_a_report_without_differences_says_so():
    assert render_text(Report("", ())) == "wire none, Python none (no differences)\n"
    assert render_markdown(Report("", ())) == "## wire none, Python none (no differences)\n"


def test_names_of_a_document_are_neither_markup_nor_control_characters():
    """A path or a property named to deceive is shown as what it is."""
    evil = "x`\n# You won \u202e\x1b[31m"
    old = parameter(STRING, path=evil)
    old["paths"] = {f"/{evil}": old["paths"]["/things"]}
    new = {**old, "paths": {}}
    text, markdown = (
        render(diff_documents(old, new, name=evil)) for render in (render_text, render_markdown)
    )
    for shown in (text, markdown):
        assert "\x1b" not in shown
        assert "\u202e" not in shown
        assert "\n# You won" not in shown
    assert "``" in markdown


def test_values_of_a_document_are_shown_short():
    long = "v" * 500
    here = with_property(response_body)
    report = diff_documents(here({**STRING, "default": long}), here(STRING))
    assert len(report.findings[0].text) < 100
    many = [f"value {number}" for number in range(100)]
    report = diff_documents(here({**STRING, "enum": ["x"]}), here({**STRING, "enum": ["x", *many]}))
    assert report.findings[0].text.endswith("and 88 more")
