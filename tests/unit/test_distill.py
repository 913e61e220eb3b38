"""Distilling keeps interface facts, in one canonical form, and drops every sentence."""

import copy
import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from odcgen.documents.prose import find_permissions, find_removal
from odcgen.errors import DocumentError
from odcgen.specs import distill, dump


def document(**operation):
    return {
        "openapi": "3.0.1",
        "info": {"title": "Shop", "version": "v1"},
        "paths": {"/things": {"get": {"responses": {"200": {"description": "x"}}, **operation}}},
    }


def operation_of(data):
    return distill(data)["paths"]["/things"]["get"]


def schema_of(schema, **options):
    data = document() | {"components": {"schemas": {"Thing": schema}}}
    return distill(data, **options)["components"]["schemas"]["Thing"]


def test_prose_goes_wherever_it_stands():
    prose = {"summary": "PROSE", "description": "PROSE", "externalDocs": {"url": "PROSE"}, "x-note": "PROSE"}
    schema = {"type": "string", "title": "PROSE", "example": "PROSE", "examples": ["PROSE"], **prose}
    media = {
        "application/json": {"schema": schema, "example": "PROSE", "examples": {"a": {"value": "PROSE"}}}
    }
    parameter = {"name": "q", "in": "query", "schema": schema, "example": "PROSE", **prose}
    data = document(
        parameters=[parameter],
        requestBody={"content": media, **prose},
        responses={"200": {"content": media, "headers": {"X-A": {"schema": schema, **prose}}, **prose}},
        **prose,
    )
    data["info"] |= {"description": "PROSE", "contact": {"name": "PROSE"}, "license": {"name": "PROSE"}}
    data["servers"] = [{"url": "https://{host}", "variables": {"host": {"default": "h", **prose}}, **prose}]
    data["tags"] = [{"name": "things", "description": "PROSE"}]
    data["components"] = {
        "schemas": {"Thing": {"allOf": [schema], "properties": {"a": schema}, "items": schema, **prose}},
        "securitySchemes": {
            "oauth": {
                "type": "oauth2",
                "flows": {"clientCredentials": {"tokenUrl": "https://t", "scopes": {"read": "PROSE"}}},
                **prose,
            }
        },
        "examples": {"e": {"value": "PROSE"}},
    }
    text = dump(distill(data))
    assert "PROSE" not in text
    assert '"read": ""' in text


def test_prose_is_kept_on_demand():
    schema = {"type": "string", "description": "A thing.", "title": "Thing", "example": "pin"}
    assert schema_of(schema, keep_prose=True) == schema
    kept = distill(document(summary="List things.", description="All."), keep_prose=True)
    assert kept["paths"]["/things"]["get"]["summary"] == "List things."
    assert kept["paths"]["/things"]["get"]["responses"]["200"]["description"] == "x"


def test_properties_with_the_names_of_prose_stay():
    names = ["description", "example", "examples", "summary", "title", "x-note", "properties", "default"]
    schema = {
        "type": "object",
        "properties": {name: {"type": "string"} for name in names},
        "required": ["title"],
    }
    assert schema_of(schema) == schema


def test_facts_stay():
    schema = {
        "type": "object",
        "nullable": True,
        "required": ["a"],
        "properties": {
            "a": {
                "type": "string",
                "format": "uuid",
                "minLength": 1,
                "maxLength": 9,
                "pattern": "^a",
                "readOnly": True,
            },
            "b": {"enum": ["z", "a"], "default": "z", "deprecated": True, "writeOnly": True},
            "c": {
                "oneOf": [{"$ref": "#/components/schemas/B"}, {"type": "integer", "minimum": 0, "maximum": 7}]
            },
        },
        "additionalProperties": False,
        "discriminator": {"propertyName": "a", "mapping": {"x": "#/components/schemas/B"}},
    }
    assert schema_of(schema) == schema
    facts = {
        "operationId": "Things_List",
        "tags": ["things"],
        "deprecated": True,
        "security": [{"bearer": []}, {}],
        "parameters": [
            {"name": "q", "in": "query", "style": "form", "explode": False, "schema": {"type": "array"}}
        ],
        "requestBody": {
            "required": True,
            "content": {"multipart/form-data": {"encoding": {"file": {"contentType": "application/zip"}}}},
        },
        "responses": {"201": {"description": "Created", "content": {"application/json": {"schema": True}}}},
    }
    assert operation_of(document(**facts)) == facts


@pytest.mark.parametrize(
    ("status", "phrase"),
    [
        ("200", "OK"),
        ("404", "Not Found"),
        ("413", "Content Too Large"),
        ("422", "Unprocessable Content"),
        ("429", "Too Many Requests"),
        ("520", "Response"),
        ("4XX", "Response"),
        ("default", "Default"),
    ],
)
def test_a_response_is_described_by_its_status(status, phrase):
    data = document(responses={status: {"description": "A sentence of theirs."}})
    assert operation_of(data)["responses"][status] == {"description": phrase}


def test_the_order_is_canonical():
    content = {"text/plain": {}, "application/xml": {}, "application/json": {}}
    data = document(responses={"default": {}, "404": {}, "200": {"content": content}})
    data["paths"]["/a"] = {"delete": {"responses": {}}, "get": {"responses": {}}}
    assert list(distill(data)["paths"]) == ["/a", "/things"]
    assert list(distill(data)["paths"]["/a"]) == ["get", "delete"]
    assert list(operation_of(data)["responses"]) == ["200", "404", "default"]
    assert list(operation_of(data)["responses"]["200"]["content"]) == [
        "application/json",
        "application/xml",
        "text/plain",
    ]
    properties = {name: {} for name in ("b", "name", "a", "id", "key")}
    schema = schema_of({"required": ["z", "a", "z"], "properties": properties})
    assert list(schema["properties"]) == ["key", "id", "name", "a", "b"]
    assert schema["required"] == ["a", "z"]


def test_the_order_of_parameters_and_enum_values_is_a_fact():
    data = document(parameters=[{"name": "b", "in": "query"}, {"name": "a", "in": "query"}])
    assert [parameter["name"] for parameter in operation_of(data)["parameters"]] == ["b", "a"]
    assert schema_of({"enum": ["b", "a"]}) == {"enum": ["b", "a"]}


def test_patches_of_the_openapi_version_are_one():
    versions = ["3.0.0", "3.0.4", "3.1.1", "4.0.0"]
    assert [distill(document() | {"openapi": version})["openapi"] for version in versions] == [
        "3.0.3",
        "3.0.3",
        "3.1.0",
        "4.0.0",
    ]


def shuffled(value, chance):
    if isinstance(value, dict):
        names = list(value)
        chance.shuffle(names)
        return {name: shuffled(value[name], chance) for name in names}
    return [shuffled(item, chance) for item in value] if isinstance(value, list) else value


def test_the_order_of_members_makes_no_difference(specs):
    data = json.loads(specs["identity"].read_text("utf-8"))
    for seed in range(3):
        assert dump(distill(shuffled(data, random.Random(seed)))) == dump(data)


def test_distilling_again_changes_nothing(specs):
    assert specs
    for path in specs.values():
        text = path.read_text("utf-8")
        assert dump(distill(json.loads(text))) == text, path.name


def test_the_input_is_left_alone():
    data = document(description="Needs **A > B**.", tags=["z", "a"])
    before = copy.deepcopy(data)
    distill(data)
    assert data == before


def test_permissions_become_data():
    data = document(
        description="Needs **Users >  View**, or **Users > Edit**.",
        **{"x-os-permissions": "Needs **Users > View**, or **Users > Edit**."},
    )
    assert operation_of(data)["x-odcgen-permissions"] == ["Users > Edit", "Users > View"]


@pytest.mark.parametrize(
    ("prose", "names"),
    [
        ("Needs the **Users > View** permission.", ["Users > View"]),
        ("**A > B > C** and **A>B**", ["A > B", "A > B > C"]),
        ("**bold** but no name, **> half**, **half >**, ** > **", []),
        ("**A >\nB**", []),
        ("*A > B*, __A > B__, A > B", []),
        ("****A > B****", ["A > B"]),
        (["**A > B**", None, 3, ["**C > D**"]], ["A > B", "C > D"]),
        (None, []),
        ({"text": "**A > B**"}, []),
        ("*" * 5000, []),
    ],
)
def test_permission_names_are_found_in_bold_type(prose, names):
    assert find_permissions(prose) == names


@pytest.mark.parametrize(
    ("prose", "day"),
    [
        ("Deprecated since 2026-07-08. To be removed on or after 2027-01-08.", "2027-01-08"),
        ("Retired by 2027-02-30, removal: 2027-03-01", "2027-03-01"),
        ("Sunset 2027-01-08", "2027-01-08"),
        ("Deprecated since 2026-07-08.", None),
        ("The removal. Of 2027-01-08.", None),
        (17, None),
    ],
)
def test_a_day_of_removal_is_found(prose, day):
    assert find_removal(prose) == day


def test_only_what_is_deprecated_is_removed():
    gone = "Will be removed on 2027-01-08."
    assert operation_of(document(deprecated=True, description=gone))["x-odcgen-removal"] == "2027-01-08"
    assert "x-odcgen-removal" not in operation_of(document(description=gone))
    schema = {"properties": {"a": {"deprecated": True, "description": gone}}}
    assert schema_of(schema)["properties"]["a"] == {"deprecated": True, "x-odcgen-removal": "2027-01-08"}


any_json = st.recursive(
    st.none() | st.text() | st.integers(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(any_json)
def test_malformed_prose_never_crashes(prose):
    notes = {"x-os-permissions": prose, "x-any": prose}
    data = document(description=prose, summary=prose, deprecated=True, **notes)
    assert operation_of(data)["responses"]


@pytest.mark.parametrize(
    ("data", "pointer"),
    [
        (document() | {"paths": []}, "/paths"),
        (document() | {"components": None}, "/components"),
        (document(parameters={"q": {}}), "/paths/~1things/get/parameters"),
        (document(parameters=["q"]), "/paths/~1things/get/parameters/0"),
        (document(responses="none"), "/paths/~1things/get/responses"),
        (
            document() | {"components": {"schemas": {"A": {"required": [1]}}}},
            "/components/schemas/A/required",
        ),
        (
            document() | {"components": {"schemas": {"A": {"properties": {"b/c": ["B", []]}}}}},
            "/components/schemas/A/properties/b~1c",
        ),
    ],
)
def test_a_broken_structure_is_refused_with_its_place(data, pointer):
    with pytest.raises(DocumentError) as caught:
        distill(data)
    assert caught.value.pointer == pointer


def test_absurd_nesting_is_refused():
    schema = {}
    for _ in range(100_000):
        schema = {"items": schema}
    with pytest.raises(DocumentError, match="too deeply"):
        schema_of(schema)


def test_the_text_is_stable():
    text = dump(distill(document()))
    assert text == dump(distill(document()))
    assert text.endswith("}\n")
    assert json.loads(text)["info"] == {"title": "Shop", "version": "v1"}
