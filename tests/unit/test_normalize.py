"""The normalizing passes: each rewrites one construct into an equal one, and leaves the rest alone."""

import copy
import json

import pytest
from odcgen.documents.walk import all_schemas, operations, resolve
from odcgen.normalize import NORMALIZERS, normalize
from odcgen.normalize.drop_json_aliases import drop_json_aliases
from odcgen.normalize.hoist_inline_schemas import hoist_inline_schemas
from odcgen.normalize.inline_parameters import inline_parameters
from odcgen.normalize.inline_path_items import inline_path_items
from odcgen.normalize.inline_responses import inline_responses
from odcgen.normalize.mark_nullable import mark_nullable
from odcgen.normalize.merge_prefix_items import merge_prefix_items
from odcgen.normalize.open_union_parts import open_union_parts
from odcgen.normalize.read_prose import read_prose
from odcgen.normalize.resolve_security import resolve_security
from odcgen.normalize.split_duplicate_operation_ids import split_duplicate_operation_ids
from odcgen.normalize.strip_server_braces import strip_server_braces
from odcgen.normalize.type_binary_schemas import type_binary_schemas
from odcgen.normalize.write_boolean_schemas import write_boolean_schemas
from odcgen.normalize.write_odd_values import write_odd_values

REF = {"$ref": "#/components/schemas/A"}


def schema(content, **others):
    return {"components": {"schemas": {"X": content, **others}}}


def after(normalizer, content, **others):
    """The schema X after a pass."""
    document = schema(copy.deepcopy(content), **others)
    normalizer(document)
    return document["components"]["schemas"]["X"]


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ({"type": ["string", "null"]}, {"type": "string", "nullable": True}),
        ({"type": ["string"]}, {"type": "string"}),
        ({"type": ["null"]}, {"type": "null", "nullable": True}),
        (
            {"type": ["string", "array"], "items": REF, "format": "uuid"},
            {"anyOf": [{"type": "string", "format": "uuid"}, {"type": "array", "items": REF}]},
        ),
        (
            {"type": ["object", "null", "string"], "properties": {"a": {}}, "required": ["a"]},
            {
                "nullable": True,
                "anyOf": [{"type": "object", "properties": {"a": {}}, "required": ["a"]}, {"type": "string"}],
            },
        ),
        ({"anyOf": [REF, {"type": "null"}]}, {"allOf": [REF], "nullable": True}),
        (
            {"oneOf": [{"type": "null"}, REF, {"type": "string"}]},
            {"oneOf": [REF, {"type": "string"}], "nullable": True},
        ),
        ({"anyOf": [{"type": "null"}]}, {"type": "null", "nullable": True}),
        ({"enum": ["a", None]}, {"enum": ["a"], "nullable": True}),
        ({"type": "string", "nullable": True}, {"type": "string", "nullable": True}),
        ({"oneOf": [REF]}, {"oneOf": [REF]}),
    ],
)
def test_mark_nullable(before, expected):
    assert after(mark_nullable, before) == expected


UNION = {"oneOf": [{"properties": {"b": {}}}, {"properties": {"c": {}}}]}
OPEN = {"additionalProperties": {"x-odcgen-open": True}}


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ({"properties": {"a": {}}, **UNION}, {"properties": {"a": {}}, **OPEN}),
        (
            {"properties": {"a": {}}, "anyOf": [{"required": ["a"]}, {"required": ["b"]}]},
            {"properties": {"a": {}}},
        ),
        (
            {"properties": {"a": {}}, "additionalProperties": False, **UNION},
            {"properties": {"a": {}}, "additionalProperties": False},
        ),
        (UNION, UNION),
        ({"allOf": [{"properties": {"a": {}}}]}, {"allOf": [{"properties": {"a": {}}}]}),
    ],
)
def test_open_union_parts(before, expected):
    assert after(open_union_parts, before, A=copy.deepcopy(UNION)) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ({"prefixItems": [REF, {}]}, {"type": "array", "items": {"anyOf": [REF, {}]}}),
        (
            {"type": "array", "prefixItems": [REF], "items": {"type": "string"}},
            {"type": "array", "items": {"anyOf": [REF, {"type": "string"}]}},
        ),
        (
            {"type": "array", "prefixItems": [REF], "items": False},
            {"type": "array", "items": {"anyOf": [REF]}},
        ),
        ({"type": "array", "items": REF}, {"type": "array", "items": REF}),
    ],
)
def test_merge_prefix_items(before, expected):
    assert after(merge_prefix_items, before, A={}) == expected


@pytest.mark.parametrize("format_", ["binary", "byte"])
def test_type_binary_schemas(format_):
    assert after(type_binary_schemas, {"format": format_}) == {"format": format_, "type": "string"}
    assert after(type_binary_schemas, {"format": "int32"}) == {"format": "int32"}


def test_hoist_inline_schemas():
    document = schema(
        {
            "properties": {
                "part": {"nullable": True, "description": "d", "properties": {"kind": {"enum": ["a"]}}},
                "rows": {"type": "array", "items": {"type": "object", "properties": {"b": {}}}},
                "plain": {"type": "object", "additionalProperties": {"type": "string"}},
            }
        }
    )
    hoist_inline_schemas(document)
    found = document["components"]["schemas"]
    assert set(found) == {"X", "X part", "X part kind", "X rows item"}
    assert found["X"]["properties"]["part"] == {
        "nullable": True,
        "description": "d",
        "$ref": "#/components/schemas/X part",
    }
    assert found["X part"]["properties"]["kind"] == {"$ref": "#/components/schemas/X part kind"}
    assert found["X part kind"]["x-odcgen-inline"] == "/components/schemas/X/properties/part/properties/kind"
    assert found["X"]["properties"]["plain"]["type"] == "object"


def test_hoist_inline_schemas_finds_free_names_and_awkward_ones():
    document = schema({"properties": {"a/b%": {"enum": ["x"]}}}, **{"X a/b%": {}})
    hoist_inline_schemas(document)
    assert document["components"]["schemas"]["X a/b% other"]["enum"] == ["x"]
    assert document["components"]["schemas"]["X"]["properties"]["a/b%"] == {
        "$ref": "#/components/schemas/X a~1b%25 other"
    }


@pytest.mark.parametrize("components", [{}, {"components": {}}, {"components": {"schemas": {}}}])
def test_hoist_inline_schemas_makes_a_place_for_them(components):
    content = {"application/json": {"schema": {"properties": {"a": {}}}}}
    answer = {"get": {"responses": {"200": {"content": content}}}}
    document = {"paths": {"/x": answer}} | copy.deepcopy(components)
    hoist_inline_schemas(document)
    assert list(document["components"]["schemas"]) == ["get /x result"]


def paths(*parts, **operation):
    return {"paths": {"/x": {"get": operation}}, **(parts[0] if parts else {})}


def the_operation(document):
    return next(iter(operations(document))).data


def test_inline_parameters():
    document = {
        "paths": {
            "/x": {
                "parameters": [{"name": "a", "in": "query", "schema": {"type": "string"}}],
                "get": {
                    "parameters": [
                        {"$ref": "#/components/parameters/B"},
                        {"name": "a", "in": "query", "schema": {"type": "integer"}},
                        {
                            "name": "c",
                            "in": "query",
                            "content": {"application/json": {"schema": {"type": "boolean"}}},
                        },
                        {"name": "Accept", "in": "header", "schema": {}},
                    ]
                },
            }
        },
        "components": {"parameters": {"B": {"name": "b", "in": "header", "schema": {}}}},
    }
    inline_parameters(document)
    found = the_operation(document)["parameters"]
    assert [(item["name"], item["in"], item["schema"]) for item in found] == [
        ("a", "query", {"type": "integer"}),
        ("b", "header", {}),
        ("c", "query", {"type": "boolean"}),
    ]


def test_inline_responses_and_request_bodies():
    document = paths(
        {
            "components": {
                "responses": {"R": {"description": "r"}},
                "requestBodies": {"B": {"content": {"a/b": {}}}},
            }
        },
        responses={"200": {"$ref": "#/components/responses/R"}},
        requestBody={"$ref": "#/components/requestBodies/B"},
    )
    inline_responses(document)
    assert the_operation(document) == {
        "responses": {"200": {"description": "r"}},
        "requestBody": {"content": {"a/b": {}}},
    }


def test_inline_path_items_copies_what_several_paths_share():
    shared = {"get": {"operationId": "a"}}
    reference = {"$ref": "#/components/pathItems/S"}
    document = {
        "paths": {"/a": reference, "/b": {**reference, "summary": "own"}},
        "components": {"pathItems": {"S": shared}},
    }
    inline_path_items(document)
    assert document["paths"] == {"/a": shared, "/b": {**shared, "summary": "own"}}
    assert document["paths"]["/a"]["get"] is not document["paths"]["/b"]["get"]


@pytest.mark.parametrize(
    ("declared", "left"),
    [
        (["application/json", "application/*+json"], ["application/json"]),
        (["application/*+json"], ["application/json"]),
        (["text/json", "*/*"], ["application/json"]),
        (["application/json; charset=utf-8"], ["application/json"]),
        (["application/vnd.a+json"], ["application/vnd.a+json"]),
        (
            ["application/merge-patch+json", "application/json"],
            ["application/merge-patch+json", "application/json"],
        ),
        (["application/octet-stream"], ["application/octet-stream"]),
    ],
)
def test_drop_json_aliases(declared, left):
    document = paths(requestBody={"content": {media_type: {} for media_type in declared}})
    drop_json_aliases(document)
    assert list(the_operation(document)["requestBody"]["content"]) == left


@pytest.mark.parametrize(
    ("shared", "own", "secured"),
    [(None, None, True), ([], None, False), ([{}], None, True), ([], [{}], True), ([{"a": []}], [], False)],
)
def test_resolve_security(shared, own, secured):
    document = paths(
        {} if shared is None else {"security": shared}, **({} if own is None else {"security": own})
    )
    resolve_security(document)
    assert the_operation(document)["x-odcgen-secured"] is secured


def test_split_duplicate_operation_ids():
    document = {
        "paths": {"/a": {"get": {"operationId": "X"}}, "/b": {"get": {"operationId": "X"}, "put": {}}}
    }
    split_duplicate_operation_ids(document)
    assert [node.data.get("operationId") for node in operations(document)] == ["X", "X get /b", None]


def test_strip_server_braces():
    document = {"servers": [{"url": "u", "variables": {"{a}": {}, "b": {}}}, {"url": "v"}]}
    strip_server_braces(document)
    assert list(document["servers"][0]["variables"]) == ["a", "b"]


def test_read_prose():
    text = "Needs **Users > View**. It will be removed on 2027-01-08."
    document = paths(description=text, deprecated=True)
    read_prose(document)
    assert the_operation(document)["x-odcgen-permissions"] == ["Users > View"]
    assert the_operation(document)["x-odcgen-removal"] == "2027-01-08"
    given = paths(description=text, **{"x-odcgen-permissions": ["A > B"]})
    read_prose(given)
    assert the_operation(given)["x-odcgen-permissions"] == ["A > B"]


@pytest.mark.parametrize("normalizer", NORMALIZERS, ids=lambda normalizer: normalizer.__name__)
def test_a_pass_finds_nothing_to_do_where_there_is_nothing(normalizer):
    document = {"openapi": "3.1.0", "info": {}}
    normalizer(document)
    assert {name: value for name, value in document.items() if value and name != "components"} == {
        "openapi": "3.1.0"
    }


def test_normalizing_twice_is_normalizing_once(specs):
    for path in specs.values():
        once = normalize(json.loads(path.read_text("utf-8")))
        twice = normalize(copy.deepcopy(once))
        assert twice == once


def test_normalizing_keeps_every_operation_and_every_schema(specs):
    for path in specs.values():
        before = json.loads(path.read_text("utf-8"))
        found = normalize(copy.deepcopy(before))
        assert [node[:3] for node in operations(found)] == [node[:3] for node in operations(before)]
        assert found["components"]["schemas"].keys() >= before["components"]["schemas"].keys()


def test_walking_a_schema_that_contains_itself_ends():
    document = {"components": {"schemas": {"A": {"properties": {"a": REF, "b": {"items": REF}}}}}}
    assert [pointer for pointer, _ in all_schemas(document)] == [
        "/components/schemas/A",
        "/components/schemas/A/properties/a",
        "/components/schemas/A/properties/b",
        "/components/schemas/A/properties/b/items",
    ]


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ({"items": True}, {"items": {}}),
        ({"items": False}, {"items": {"not": {}}}),
        ({"properties": {"a": True, "b": False}}, {"properties": {"a": {}, "b": {"not": {}}}}),
        ({"anyOf": [True, {"type": "string"}]}, {"anyOf": [{}, {"type": "string"}]}),
        ({"additionalProperties": True}, {"additionalProperties": True}),
    ],
)
def test_write_boolean_schemas(before, expected):
    assert after(write_boolean_schemas, before) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ({"type": "string", "enum": []}, {"type": "string", "not": {}}),
        ({"enum": [None]}, {"type": "null"}),
        ({"const": None}, {"type": "null"}),
        ({"const": [1]}, {"enum": [[1]]}),
        ({"const": "x"}, {"const": "x"}),
    ],
)
def test_write_odd_values(before, expected):
    assert after(write_odd_values, before) == expected


@pytest.mark.parametrize("operation_id", [None, "GetThing"])
def test_a_reference_into_what_other_passes_move_still_finds_it(operation_id):
    inner = {"type": "object", "properties": {"c": {"type": "object", "properties": {"d": {}}}}}
    ok = {"description": "", "content": {"application/json": {"schema": {"properties": {"x": inner}}}}}
    place = "#/paths/~1a/get/responses/200/content/application~1json/schema/properties/x"
    document = schema(
        {"properties": {"p": {"$ref": "#/components/schemas/A/allOf/0/properties/b/properties/c"},
                        "q": {"$ref": place + "/properties/c"}, "r": {"$ref": place}}},
        A={"allOf": [{"properties": {"b": copy.deepcopy(inner)}}, {"properties": {"e": {}}}]},
    )  # fmt: skip
    document["paths"] = {"/a": {"get": {"operationId": operation_id, "responses": {"200": ok}}}}
    normalize(document)
    found = document["components"]["schemas"]["X"]["properties"]
    assert list(resolve(document, found["p"])["properties"]) == ["d"]
    assert list(resolve(document, found["q"])["properties"]) == ["d"]
    assert list(resolve(document, found["r"])["properties"]) == ["c"]
