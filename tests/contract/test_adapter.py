"""What the adapter needs of openapi-python-client, whose Python interface is declared unstable."""

import re
import tomllib
from importlib.metadata import version

import pytest
from odcgen.adapter.lower import Lowering
from odcgen.adapter.parse import complaints, endpoints, parse, raw
from odcgen.documents.walk import operations
from odcgen.errors import DocumentError
from openapi_python_client.parser import properties as opc
from openapi_python_client.parser.properties.const import ConstProperty
from openapi_python_client.parser.properties.list_property import ListProperty

LIBRARY = "openapi-python-client"


def document(properties=None, parameters=(), **schemas):
    """A document with one operation that answers an X of these properties."""
    answer = {
        "description": "",
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/X"}}},
    }
    found = {"X": {"type": "object", "properties": properties or {"a": {}}}, **schemas}
    return {
        "paths": {"/a": {"get": {"parameters": list(parameters), "responses": {"200": answer}}}},
        "components": {"schemas": found},
    }


def parsed(data):
    lowering = Lowering(data)
    return lowering, parse(lowering.document(list(operations(data))), file="a.json")


def prop_of(schema, **schemas):
    """The parsed property of a schema."""
    lowering, result = parsed(document({"p": schema}, **schemas))
    (model,) = [
        model for model in result.models if str(model.class_info.name) == lowering.tokens.schemas["X"]
    ]
    return lowering, (model.required_properties + model.optional_properties)[0]


def test_the_version_is_pinned_exactly_and_is_not_the_one_with_the_hole(root):
    dependencies = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    (pinned,) = [line for line in dependencies if line.startswith(LIBRARY)]
    found = re.fullmatch(rf"{LIBRARY}==(\d+)\.(\d+)\.(\d+)", pinned)
    assert found, pinned
    assert tuple(map(int, found.groups())) >= (0, 29, 1)
    assert version(LIBRARY) == pinned.partition("==")[2]


@pytest.mark.parametrize(
    ("schema", "kind"),
    [
        ({"type": "string"}, "StringProperty"),
        ({"type": "string", "format": "uuid"}, "UuidProperty"),
        ({"type": "string", "format": "date"}, "DateProperty"),
        ({"type": "string", "format": "date-time"}, "DateTimeProperty"),
        ({"type": "string", "format": "binary"}, "FileProperty"),
        ({"type": "string", "format": "anything"}, "StringProperty"),
        ({"type": "integer", "format": "int64"}, "IntProperty"),
        ({"type": "number"}, "FloatProperty"),
        ({"type": "boolean"}, "BooleanProperty"),
        ({"type": "null"}, "NoneProperty"),
        ({}, "AnyProperty"),
        ({"type": "object"}, "ModelProperty"),
        ({"const": "x"}, "ConstProperty"),
        ({"type": "array", "items": {}}, "ListProperty"),
        ({"anyOf": [{"type": "string"}, {"type": "integer"}]}, "ModelProperty"),
    ],
)
def test_a_schema_becomes_a_property_of_a_known_class(schema, kind):
    assert type(prop_of(schema)[1]).__name__ == kind


def test_a_list_knows_its_items():
    _, found = prop_of({"type": "array", "items": {"type": "boolean"}})
    assert isinstance(found, ListProperty)
    assert type(found.inner_property).__name__ == "BooleanProperty"


def test_each_member_of_a_union_keeps_its_place_even_if_it_is_like_another_or_a_union_itself():
    inner = {"anyOf": [{"type": "integer"}, {"type": "string"}]}
    _, found = prop_of({"oneOf": [{"type": "string"}, inner, {"type": "string"}]})
    places = {
        raw(prop.name): type(prop).__name__ for prop in found.required_properties + found.optional_properties
    }
    assert places == {"u0": "StringProperty", "u1": "ModelProperty", "u2": "StringProperty"}


def test_an_enum_and_a_model_keep_the_token_as_the_name_of_their_class():
    lowering, found = prop_of({"$ref": "#/components/schemas/E"}, E={"type": "string", "enum": ["a", "b"]})
    assert isinstance(found, opc.EnumProperty)
    assert lowering.tokens.keys[found.class_info.name] == "E"
    lowering, found = prop_of(
        {"$ref": "#/components/schemas/M"}, M={"type": "object", "properties": {"b": {}}}
    )
    assert isinstance(found, opc.ModelProperty)
    assert lowering.tokens.keys[found.class_info.name] == "M"


def test_all_of_is_merged_and_says_what_is_required():
    base = {"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}}}
    more = {"type": "object", "properties": {"b": {"type": "integer"}}}
    lowering, result = parsed(document() | {"components": {"schemas": {
        "X": {"allOf": [{"$ref": "#/components/schemas/Base"}, more]}, "Base": base}}})  # fmt: skip
    model = next(m for m in result.models if str(m.class_info.name) == lowering.tokens.schemas["X"])
    required = [lowering.tokens.wires[raw(prop.name)] for prop in model.required_properties]
    optional = [lowering.tokens.wires[raw(prop.name)] for prop in model.optional_properties]
    assert (required, optional) == (["a"], ["b"])


def test_a_map_knows_the_type_of_its_values():
    _, found = prop_of({"type": "object", "additionalProperties": {"type": "integer"}})
    assert type(found.additional_properties).__name__ == "IntProperty"
    _, found = prop_of({"type": "object"})
    assert type(found.additional_properties).__name__ == "AnyProperty"


def test_endpoints_are_found_by_their_place_and_parameters_by_their_token():
    names = ["a", "A", "class", "_x", "x-y", "limit"]
    places = [("query", name) for name in names] + [("path", "a"), ("header", "a"), ("cookie", "a")]
    parameters = [
        {"name": name, "in": place, "required": place == "path", "schema": {"type": "string"}}
        for place, name in places
    ]
    lowering, result = parsed(document(parameters=parameters))
    (endpoint,) = endpoints(result).values()
    found = {lowering.tokens.wires[raw(prop.name)] for prop in endpoint.query_parameters}
    assert found == {f"{place} {name}" for place, name in places}


def test_bodies_and_responses_are_found_by_their_media_type_and_status():
    data = document()
    data["paths"]["/a"]["get"]["requestBody"] = {
        "content": {"multipart/form-data": {"schema": {"type": "object"}}, "application/json": {"schema": {}}}
    }
    _, result = parsed(data)
    (endpoint,) = endpoints(result).values()
    assert {raw(body.content_type) for body in endpoint.bodies} == {"multipart/form-data", "application/json"}
    assert [response.status_code.pattern for response in endpoint.responses] == ["200"]


def test_what_is_left_out_is_complained_about():
    data = document()
    data["paths"]["/b"] = {"get": data["paths"]["/a"]["get"]}
    lowering = Lowering(data)
    lowered = lowering.document(list(operations(data)))
    lowered["paths"]["/1"]["get"]["requestBody"] = {
        "content": {"application/json": {"schema": {"$ref": "#/nope"}}}
    }
    result = parse(lowered, file="a.json")
    assert list(endpoints(result)) == ["0"]
    assert complaints(result)


def test_a_document_that_the_library_refuses_is_one_of_our_errors():
    with pytest.raises(DocumentError, match="openapi-python-client"):
        parse({"openapi": "3.0.3"}, file="a.json")


def test_no_text_of_a_document_reaches_the_library():
    secret = "KPWN"
    data = document({secret: {"type": "string", "description": secret, "default": secret, "x-a": secret}})
    data["components"]["schemas"][secret] = {"type": "string", "enum": [secret], "title": secret}
    data["components"]["schemas"]["X"]["properties"]["k"] = {"$ref": f"#/components/schemas/{secret}"}
    data["paths"]["/a"]["get"] |= {
        "operationId": secret,
        "tags": [secret],
        "summary": secret,
        "parameters": [{"name": secret, "in": "query", "schema": {"const": secret}}],
    }
    data["paths"]["/" + secret] = data["paths"].pop("/a")
    lowering = Lowering(data)
    assert secret not in str(lowering.document(list(operations(data))))


def test_a_constant_keeps_its_place():
    _, found = prop_of({"const": 5})
    assert isinstance(found, ConstProperty)
