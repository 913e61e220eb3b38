"""Recursion, sharing, sizes, and documents that say strange things: a comparison ends and does not raise."""

import json
import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from odcgen.diff.markdown import render_markdown
from odcgen.diff.text import render_text
from odcgen.diff.wire.diff import diff_documents

from tests.unit.diff.documents import document, request_body, response_body

STRING = {"type": "string"}


def reference(name):
    return {"$ref": f"#/components/schemas/{name}"}


def using(schemas, name="S"):
    made = response_body(reference(name))
    made["components"]["schemas"] |= schemas
    return made


def test_recursive_schemas_are_compared_once():
    """A change at the bottom of a cycle is found, once."""
    tree = {"type": "object", "properties": {"next": reference("T"), "x": STRING}}
    other = {"type": "object", "properties": {"next": reference("S"), "x": STRING}}
    changed = {**other, "properties": {**other["properties"], "x": {"type": "integer"}}}
    report = diff_documents(using({"S": tree, "T": other}), using({"S": tree, "T": changed}))
    assert [(one.id, one.pointer) for one in report.findings] == [
        ("response-property-type-changed", "/components/schemas/T/properties/x")
    ]


@pytest.mark.parametrize(
    "schema",
    [
        reference("S"),
        {"allOf": [reference("S")]},
        {"allOf": [reference("S"), {"description": "x"}]},
        {"oneOf": [reference("S"), STRING]},
        {"anyOf": [reference("S"), {"type": "null"}]},
        {"not": reference("S")},
        {"$ref": "#/nowhere/at/all"},
        {"$ref": "#"},
        {"$ref": "#/paths/~1things/get/responses/200/content/application~1json/schema"},
        {"$ref": "https://example.com/schema.json"},
        {"$ref": 7},
    ],
)
def test_schemas_that_lead_nowhere_end(schema):
    """Loops, dangling and foreign references stand for nothing, on either side."""
    plain = using({"S": STRING})
    strange = using({"S": schema})
    for old, new in ((plain, strange), (strange, plain), (strange, using({"S": schema, "X": STRING}))):
        diff_documents(old, new)


def test_a_foreign_reference_that_points_elsewhere_is_told():
    old, new = (response_body({"$ref": f"https://example.com/{name}.json"}) for name in "ab")
    assert [one.id for one in diff_documents(old, new).findings] == ["response-body-keyword-changed"]


def test_shared_schemas_do_not_multiply():
    """Thirty levels of two references each are sixty comparisons, not a billion."""

    def levels(leaf):
        inner = {
            f"L{n}": {
                "type": "object",
                "properties": {"a": reference(f"L{n + 1}"), "b": reference(f"L{n + 1}")},
            }
            for n in range(30)
        }
        return using({**inner, "L30": leaf}, "L0")

    report = diff_documents(levels(STRING), levels({"type": "integer"}))
    assert [one.pointer for one in report.findings] == ["/components/schemas/L30"]


def test_a_schema_nested_deeply_is_compared_without_recursion():
    def nested(schema):
        for _ in range(400):
            schema = {"type": "array", "items": schema}
        return request_body(schema)

    assert [one.id for one in diff_documents(nested(STRING), nested({"type": "integer"})).findings] == [
        "request-property-type-changed"
    ]


def shuffled(node, chance):
    """Return a document whose object keys stand in another order."""
    if isinstance(node, list):
        return [shuffled(item, chance) for item in node]
    if not isinstance(node, dict):
        return node
    keys = list(node)
    chance.shuffle(keys)
    return {key: shuffled(node[key], chance) for key in keys}


def test_the_order_of_keys_decides_nothing(shared):
    """Equal documents give equal reports, in every byte, however their keys are ordered."""
    paths = sorted((shared / "odc-history" / "subscription-api-v1").glob("*.json"))
    old, new = (json.loads(path.read_text("utf-8-sig")) for path in paths[1:3])
    expected = diff_documents(old, new)
    for seed in range(3):
        chance = random.Random(seed)
        assert diff_documents(shuffled(old, chance), shuffled(new, chance)) == expected


ENUM_VALUES = st.one_of(st.none(), st.integers(), st.text(max_size=3))
SCHEMAS = st.recursive(
    st.one_of(
        st.booleans(),
        st.none(),
        st.fixed_dictionaries(
            {},
            optional={
                "type": st.sampled_from(["string", "integer", "object", "array", ["string", "null"], 7]),
                "format": st.sampled_from(["uuid", "int32", 3]),
                "nullable": st.booleans(),
                "enum": st.one_of(st.lists(ENUM_VALUES, max_size=3), st.none()),
                "maximum": st.one_of(st.integers(), st.text(max_size=2)),
                "exclusiveMaximum": st.one_of(st.booleans(), st.integers()),
                "required": st.one_of(st.lists(st.sampled_from("abé")), st.booleans()),
                "readOnly": st.booleans(),
                "deprecated": st.booleans(),
                "x-sunset": st.sampled_from(["2030-01-01", "soon", 5]),
                "default": st.integers(),
                "additionalProperties": st.booleans(),
                "discriminator": st.sampled_from([{"propertyName": "a"}, {"mapping": {"x": "y"}}, "z"]),
                "$ref": st.sampled_from(["#/components/schemas/A", "#/components/schemas/S", "#/x", "y"]),
            },
        ),
    ),
    lambda inner: st.fixed_dictionaries(
        {},
        optional={
            "properties": st.one_of(st.dictionaries(st.sampled_from("abAé"), inner, max_size=3), inner),
            "items": inner,
            "allOf": st.lists(inner, max_size=3),
            "oneOf": st.lists(inner, max_size=3),
            "anyOf": st.lists(inner, max_size=2),
            "prefixItems": st.lists(inner, max_size=2),
            "not": inner,
            "patternProperties": st.dictionaries(st.sampled_from("ab"), inner, max_size=2),
            "additionalProperties": inner,
            "required": st.lists(st.sampled_from("abA"), max_size=2),
        },
    ),
    max_leaves=12,
)


@settings(max_examples=200, deadline=None)
@given(SCHEMAS, SCHEMAS, st.booleans())
def test_any_two_schemas_compare_without_raising(one, other, in_30):
    """No pair of schemas raises, each is equal to itself, and the report can be shown."""
    for put in (request_body, response_body):
        old, new = put(one), put(other)
        for made, schema in ((old, one), (new, other)):
            made["components"]["schemas"]["S"] = schema
            made["openapi"] = "3.0.3" if in_30 else "3.1.0"
        report = diff_documents(old, new, name="any")
        assert diff_documents(old, old).findings == ()
        assert diff_documents(old, new, name="any") == report
        assert render_text(report).isprintable() is False
        assert render_markdown(report).startswith("## `any`: wire ")


def test_the_hostile_kit_compares_without_raising(shared):
    """Documents made to break a reader are compared with an ordinary one and with themselves, changed."""
    for path in sorted((shared / "hostile").glob("*.json")):
        try:
            hostile = json.loads(path.read_text("utf-8-sig"))
        except (ValueError, RecursionError):
            continue
        if isinstance(hostile, dict):
            for old, new in (
                (hostile, document()),
                (document(), hostile),
                (hostile, {**hostile, "info": {}}),
            ):
                json.dumps(diff_documents(old, new).as_json())


def test_large_documents_compare_in_seconds(shared):
    """Documents of more than a megabyte, compared with a changed copy of themselves."""
    for path in sorted((shared / "wild").glob("*.json")):
        old = json.loads(path.read_text("utf-8-sig"))
        new = json.loads(path.read_text("utf-8-sig"))
        schemas = new.get("components", {}).get("schemas", {})
        used = any(f'"#/components/schemas/{name}"' in json.dumps(new["paths"]) for name in schemas)
        if not used or not new["openapi"].startswith("3.0"):
            continue  # no operation shows a named schema, or `nullable` says nothing there
        for schema in schemas.values():
            for prop in schema.get("properties", {}).values():
                prop["nullable"] = not prop.get("nullable", False)
        start = time.process_time()
        assert diff_documents(old, new).wire == "breaking"
        assert time.process_time() - start < 5
