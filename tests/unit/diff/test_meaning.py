"""Documents that are written differently and mean the same, and changes seen through references."""

import copy

import pytest
from odcgen.diff.wire.diff import diff_documents

from tests.unit.diff.documents import (
    A,
    document,
    parameter,
    request_body,
    response_body,
    with_property,
)

STRING = {"type": "string"}


def interface(old, new):
    """Return (id, level) of the findings that are no remark about prose."""
    report = diff_documents(old, new)
    return {(one.id, one.level) for one in report.findings if one.id != "documentation-changed"}


def test_a_document_does_not_differ_from_itself():
    report = diff_documents(document(), document())
    assert (report.wire, report.findings) == ("none", ())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"type": ["string", "null"]}, {"anyOf": [STRING, {"type": "null"}]}),
        ({"type": ["string", "null"]}, {"oneOf": [STRING, {"const": None}]}),
        ({"type": ["string", "null"], "enum": ["x"]}, {"enum": ["x", None]}),
        (A, {"allOf": [A]}),
        (A, {"allOf": [A], "description": "Words."}),
        ({"allOf": [A, STRING]}, {"allOf": [STRING, A]}),
        (A, {"type": "object", "properties": {"a": STRING}}),
        ({"allOf": [A, {"properties": {"z": STRING}}]}, {"allOf": [A], "properties": {"z": STRING}}),
        ({"type": "object", "properties": {"a": STRING}}, {"properties": {"a": STRING}}),
        ({"type": "object", "additionalProperties": True}, {"type": "object"}),
        ({"type": "object", "additionalProperties": {}}, {"type": "object"}),
        ({"type": "array", "minItems": 0, "uniqueItems": False}, {"type": "array"}),
        ({"type": "array", "items": True}, {"type": "array", "items": {}}),
        ({"enum": ["x", "y"], **STRING}, {"enum": ["y", "x"], **STRING}),
        ({"oneOf": [A, STRING]}, {"oneOf": [STRING, A]}),
        ({"oneOf": [A]}, A),
        ({"type": "number", "maximum": 1}, {"type": "number", "maximum": 1.0}),
        ({"type": "object", "required": ["a", "b"]}, {"type": "object", "required": ["b", "a"]}),
    ],
)
@pytest.mark.parametrize(
    "put", [request_body, response_body, parameter], ids=["request", "response", "parameter"]
)
def test_the_same_meaning_in_other_words_is_no_change(put, one, other):
    """Neither direction names a difference, and the verdict is at most documentation."""
    for old, new in ((one, other), (other, one)):
        assert interface(put(old), put(new)) == set()
        assert diff_documents(put(old), put(new)).wire in {"none", "docs"}


@pytest.mark.parametrize(
    ("in_30", "in_31"),
    [
        ({"type": "string", "nullable": True}, {"type": ["string", "null"]}),
        ({"allOf": [A], "nullable": True}, {"anyOf": [A, {"type": "null"}]}),
        (
            {"type": "number", "minimum": 1, "exclusiveMinimum": True},
            {"type": "number", "exclusiveMinimum": 1},
        ),
        ({"type": "number", "maximum": 1, "exclusiveMaximum": False}, {"type": "number", "maximum": 1}),
        ({**A, "description": "Ignored beside a reference in 3.0."}, A),
    ],
)
def test_moving_to_openapi_31_is_no_change(in_30, in_31):
    """The dialects of 3.0 and 3.1 are read alike."""
    for put in (request_body, response_body):
        old = {**put(in_30), "openapi": "3.0.3"}
        assert interface(old, put(in_31)) == set()


def test_what_stands_beside_a_reference_counts_since_31():
    assert interface(request_body(A), request_body({**A, "minProperties": 1})) == {
        ("request-body-min-properties-set", "warning")
    }
    old, new = ({**request_body(schema), "openapi": "3.0.3"} for schema in (A, {**A, "minProperties": 1}))
    assert interface(old, new) == set()


def test_a_change_in_a_shared_schema_is_told_for_each_operation_that_uses_it():
    """A finding points at the definition, once for each operation, and says in which direction it matters."""
    old = response_body(A)
    old["paths"]["/others"] = copy.deepcopy(request_body(A)["paths"]["/things"])
    new = copy.deepcopy(old)
    new["components"]["schemas"]["A"]["properties"]["a"]["maxLength"] = 5
    new["components"]["schemas"]["A"]["properties"]["a"]["type"] = ["string", "null"]
    findings = {(one.id, one.operation, one.pointer) for one in diff_documents(old, new).findings}
    place = "/components/schemas/A/properties/a"
    assert findings == {
        ("request-property-max-length-set", "POST /others", f"{place}/maxLength"),
        ("request-property-became-nullable", "POST /others", place),
        ("response-property-became-nullable", "GET /things", place),
        ("response-property-max-length-set", "GET /things", f"{place}/maxLength"),
    }


def test_null_around_a_reference_is_judged_where_the_reference_stands():
    """A component that becomes nullable changes nothing where null was let through already."""
    old = document(
        {"responses": {"200": {"description": "Answer", "content": {"application/json": {"schema": A}}}}},
    )
    put = with_property(response_body)
    wrapped = {"anyOf": [A, {"type": "null"}]}
    new_objects = {"A": {"type": ["object", "null"], "properties": {"a": STRING}}}
    new = put(wrapped)
    new["components"]["schemas"] |= new_objects
    assert interface(put(wrapped), new) == set()
    changed = copy.deepcopy(old)
    changed["components"]["schemas"] |= new_objects
    assert interface(old, changed) == {("response-body-became-nullable", "error")}


def test_a_branch_of_allof_is_as_grave_as_what_it_adds():
    """Merged first: a branch that only adds an optional property is as harmless as the property."""
    added = {"type": "object", "properties": {"z": STRING}}
    assert interface(request_body({"allOf": [A]}), request_body({"allOf": [A, added]})) == {
        ("new-optional-request-property", "info")
    }


def test_a_read_only_property_of_a_request_and_a_write_only_one_of_an_answer_concern_nobody():
    """The server does not get the one, and the client does not get the other."""
    for put, flag in ((request_body, "readOnly"), (response_body, "writeOnly")):
        here = with_property(put, **{flag: True})
        for old, new in ((STRING, {"type": "integer"}), ({"type": ["string", "null"]}, STRING)):
            assert not {level for _, level in interface(here(old), here(new))} - {"info"}


def test_an_array_parameter_that_repeats_its_key_accepts_what_one_value_was():
    items = {"type": "array", "items": {"type": "string", "enum": ["x"]}}
    assert interface(parameter(STRING), parameter(items)) == {
        ("request-parameter-type-generalized", "info"),
        ("request-parameter-became-enum", "error"),
    }
    assert interface(parameter(STRING), parameter(items, style="pipeDelimited")) == {
        ("request-parameter-type-changed", "error"),
        ("request-parameter-style-changed", "error"),
    }


@pytest.mark.parametrize("kind", ["array", "object"])
def test_a_list_or_an_object_in_a_query_that_became_text_is_risky(kind):
    """It was sent in several pieces; nothing tells what becomes of those."""
    assert interface(parameter({"type": kind}), parameter(STRING)) == {
        ("request-parameter-serialization-changed", "warning")
    }


def test_exploding_makes_no_difference_to_a_single_value():
    assert interface(parameter(STRING), parameter(STRING, explode=False)) == set()
    items = {"type": "array", "items": STRING}
    assert interface(parameter(items), parameter(items, explode=False)) == {
        ("request-parameter-style-changed", "error")
    }


def test_a_default_answer_that_is_spelled_out_is_the_same_answer():
    """Where no success was declared, `default` was it; a range covers its statuses."""
    for one, other in (("default", "200"), ("2XX", "200"), ("4XX", "404")):
        old, new = response_body(STRING, status=one), response_body({"type": "integer"}, status=other)
        assert {rule for rule, _ in interface(old, new)} == {"response-body-type-changed"}


def test_media_types_compare_without_regard_to_case():
    old = response_body(STRING, media_type="Application/JSON; Charset=utf-8")
    assert interface(old, response_body(STRING, media_type="application/json;charset=utf-8")) == set()


def test_a_parameter_moved_to_its_path_is_no_change():
    declared = {"name": "thing", "in": "query", "schema": STRING}
    new = document(method="get", item={"parameters": [declared]})
    assert interface(parameter(STRING), new) == set()


def test_security_moved_from_the_operations_to_the_document_is_no_change():
    key = [{"key": ["read"]}]
    old, new = document({"security": key}), document(security=key)
    assert interface(old, new) == interface(new, old) == set()


def test_letting_anyone_call_is_a_change_of_security():
    key = {"security": [{"key": []}]}
    assert interface(document(key), document({"security": [{"key": []}, {}]})) == {
        ("api-security-added", "info")
    }


def test_an_unknown_keyword_is_told_rather_than_passed_over():
    assert interface(request_body(STRING), request_body({**STRING, "surprise": 1})) == {
        ("request-body-keyword-changed", "warning")
    }


def test_prose_is_told_without_quoting_it():
    """Descriptions, examples and extensions are documentation; the finding names the keyword only."""
    secret = "A sentence of somebody else."
    new = document({"description": secret, "x-note": secret})
    new["components"]["schemas"]["A"]["example"] = {"a": secret}
    report = diff_documents(document(), new)
    assert report.wire == "docs"
    assert [(one.operation, one.pointer, one.text) for one in report.findings] == [
        ("", "/components/schemas/A", "example changed"),
        ("POST /things", "/paths/~1things/post", "description, x-note changed"),
    ]
    assert secret not in str(report)


def test_a_property_named_like_a_keyword_is_no_prose():
    put = request_body
    old = put({"type": "object", "properties": {"description": STRING}})
    new = put({"type": "object", "properties": {"description": {"type": "integer"}}})
    assert interface(old, new) == {("request-property-type-changed", "error")}
    assert diff_documents(old, new).wire == "breaking"


def test_what_no_operation_uses_changes_nothing_on_the_wire():
    new = document()
    new["components"]["schemas"]["A"]["properties"]["a"] = {"type": "integer"}
    assert diff_documents(document(), new).wire == "docs"
