"""Each rule of the reference tool that concerns a client, on the smallest pair that triggers it."""

import json

import pytest
from odcgen.diff.rules import LEFT_OUT, OWN, Effect, is_documentation, reference_rules, schema_rule
from odcgen.diff.wire.diff import diff_documents

from tests.unit.diff.document_pairs import document_pairs
from tests.unit.diff.schema_pairs import schema_pairs
from tests.unit.diff.type_pairs import property_pairs, type_pairs

RULES = reference_rules()
PAIRS = [
    pytest.param(rule, old, new, expected, id=rule)
    for family in (schema_pairs, type_pairs, property_pairs, document_pairs)
    for rule, old, new, expected in family(RULES)
]
UNDONE_ALIKE = {
    rule
    for rule in RULES
    if rule.endswith(("-changed", "-sunset-parse")) or rule == "api-operation-id-removed"
}
WIRE = {"error": "breaking", "warning": "risky", "info": "compatible"}


def rules(old, new):
    """Return the rules that a comparison names, without the remark that prose changed as well."""
    return {finding.id for finding in diff_documents(old, new).findings} - {"documentation-changed"}


@pytest.mark.parametrize(("rule", "old", "new", "expected"), PAIRS)
def test_a_rule_is_triggered_by_its_minimal_pair_and_by_nothing_else(rule, old, new, expected):
    """The pair names this rule, with the reference tool's level; its mirror image and itself do not."""
    report = diff_documents(old, new)
    finding = next(finding for finding in report.findings if finding.id == rule)
    assert rules(old, new) == expected
    assert (finding.level, finding.verdict) == (RULES[rule], "wire")
    if expected == {rule}:
        assert report.wire == ("docs" if is_documentation(rule) else WIRE[finding.level])
    assert rule not in rules(old, old) | rules(new, new)
    assert rule in UNDONE_ALIKE or rule not in rules(new, old)


def test_every_rule_is_either_implemented_or_left_out_for_a_reason():
    """No rule of the reference tool is forgotten, and none is claimed to be both."""
    implemented = {parameter.values[0] for parameter in PAIRS}
    assert implemented & LEFT_OUT.keys() == set()
    assert RULES.keys() - implemented == LEFT_OUT.keys()
    assert len(RULES) == 509
    assert all(LEFT_OUT.values())


def test_the_levels_are_the_reference_tools(shared):
    """The copy of the reference tool's rules is the one that the issue names."""
    levels = {"ERR": "error", "WARN": "warning", "INFO": "info"}
    stated = json.loads((shared / "change-rules.json").read_text("utf-8"))
    assert reference_rules() == {rule: levels[level] for rule, level in stated.items()}


def test_own_rules_do_not_overrule_the_reference_tool():
    assert OWN.keys() & RULES.keys() == set()


@pytest.mark.parametrize(
    ("location", "change", "effect", "expected"),
    [
        ("request-property", "max-items-decreased", Effect.NARROWS, "error"),
        ("request-property", "max-items-increased", Effect.WIDENS, "info"),
        ("request-property", "max-properties-set", Effect.NARROWS, "warning"),
        ("response-property", "max-items-increased", Effect.WIDENS, "error"),
        ("response-property", "multiple-of-changed", Effect.UNKNOWN, "warning"),
        ("request-parameter", "const-added", Effect.NARROWS, "error"),
        ("response-body", "pattern-removed", Effect.WIDENS, "info"),
    ],
)
def test_a_rule_nobody_lists_is_judged_like_its_siblings_or_by_the_law(location, change, effect, expected):
    """The same change elsewhere decides; else a request must not accept less nor an answer hold more."""
    assert schema_rule(location, change, effect) == (f"{location}-{change}", expected)
