"""Swagger 2.0, as ODC apps publish it, as OpenAPI 3.0; and repairs of what is certain."""

from pathlib import Path

import pytest
from odcgen.documents.document import Document
from odcgen.documents.load import check_version
from odcgen.errors import DocumentError
from odcgen.specs.pull import read_original
from odcgen.specs.repair import match_required_names, restore_member_names
from odcgen.swagger import convert, is_swagger
from odcgen.validate import validate


def swagger(**members):
    return {"swagger": "2.0", "info": {"title": "Shop", "version": "1"}, "paths": {}} | members


def operation(**members):
    return swagger(paths={"/a": {"post": {"responses": {"204": {"description": "ok"}}} | members}})


def converted(data):
    """The OpenAPI document, which must be valid."""
    document, notes = convert(Document("shop.json", data, ""))
    check_version(document)
    validate(document)
    return document.data, notes


def post(data):
    document, _ = converted(data)
    return document["paths"]["/a"]["post"]


def test_swagger_is_recognised():
    assert is_swagger(Document("a", {"swagger": "2.0"}, ""))
    assert not is_swagger(Document("a", {"openapi": "3.0.0"}, ""))


@pytest.mark.parametrize("version", ["1.2", 3, None])
def test_another_version_is_refused(version):
    with pytest.raises(DocumentError, match=r"The Swagger version .* is not supported"):
        convert(Document("a", {"swagger": version}, ""))


@pytest.mark.parametrize(
    ("members", "urls"),
    [
        ({"host": "acme.example", "basePath": "/shop/", "schemes": ["http", "https"]},
         ["https://acme.example/shop", "http://acme.example/shop"]),
        ({"host": "acme.example"}, ["https://acme.example"]),
        ({"basePath": "/shop"}, ["/shop"]),
        ({}, ["/"]),
    ],
)  # fmt: skip
def test_host_base_path_and_schemes_are_servers(members, urls):
    document, _ = converted(swagger(**members))
    assert [server["url"] for server in document["servers"]] == urls


@pytest.mark.parametrize(
    ("format_", "style"),
    [
        (None, {"style": "form", "explode": False}),
        ("csv", {"style": "form", "explode": False}),
        ("multi", {"style": "form", "explode": True}),
        ("ssv", {"style": "spaceDelimited", "explode": False}),
        ("pipes", {"style": "pipeDelimited", "explode": False}),
    ],
)
def test_a_collection_format_is_a_style(format_, style):
    entry = {"name": "ids", "in": "query", "type": "array", "items": {"type": "integer"}}
    entry |= {"collectionFormat": format_} if format_ else {}
    (parameter,) = post(operation(parameters=[entry]))["parameters"]
    schema = {"type": "array", "items": {"type": "integer"}}
    assert parameter == {"name": "ids", "in": "query", "schema": schema} | style


def test_tabs_cannot_be_said_and_are_told():
    entry = {"name": "ids", "in": "query", "type": "array", "items": {"type": "string"}}
    _, notes = converted(operation(parameters=[entry | {"collectionFormat": "tsv"}]))
    assert notes == ["/paths/~1a/post/parameters/0: OpenAPI cannot say collectionFormat tsv; ids is sent with commas"]


def test_a_parameter_keeps_its_limits_in_its_schema():
    entry = {"name": "n", "in": "query", "description": "many", "type": "integer", "format": "int32",
             "minimum": 1, "default": 5, "enum": [1, 5], "x-nullable": True, "x-own": 1}  # fmt: skip
    (parameter,) = post(operation(parameters=[entry]))["parameters"]
    schema = {
        "type": "integer",
        "format": "int32",
        "minimum": 1,
        "default": 5,
        "enum": [1, 5],
        "nullable": True,
    }
    assert parameter == {"name": "n", "in": "query", "description": "many", "x-own": 1, "schema": schema}


def test_a_path_parameter_is_required_and_shared_ones_are_taken_over():
    data = swagger(
        parameters={"Id": {"name": "id", "in": "path", "type": "string"}},
        paths={
            "/a/{id}": {
                "parameters": [{"$ref": "#/parameters/Id"}, {"name": "q", "in": "query", "type": "string"}],
                "get": {
                    "parameters": [{"name": "q", "in": "query", "type": "integer"}],
                    "responses": {"204": {"description": "ok"}},
                },
            }
        },
    )
    document, _ = converted(data)
    assert document["paths"]["/a/{id}"]["get"]["parameters"] == [
        {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}},
        {"name": "q", "in": "query", "schema": {"type": "integer"}},
    ]


def test_a_body_parameter_is_a_request_body_of_each_media_type():
    body = {"name": "order", "in": "body", "required": True, "description": "It",
            "schema": {"$ref": "#/definitions/Order"}}  # fmt: skip
    data = operation(parameters=[body], consumes=["application/json", "text/json"])
    data["definitions"] = {"Order": {"type": "object"}}
    media = {"schema": {"$ref": "#/components/schemas/Order"}}
    assert post(data)["requestBody"] == {
        "description": "It",
        "content": {"application/json": media, "text/json": media},
        "required": True,
    }


def test_form_parameters_are_one_form():
    form = [
        {"name": "a", "in": "formData", "type": "string", "required": True, "description": "A"},
        {
            "name": "b",
            "in": "formData",
            "type": "array",
            "items": {"type": "string"},
            "collectionFormat": "multi",
        },
    ]
    schema = {
        "type": "object",
        "properties": {
            "a": {"type": "string", "description": "A"},
            "b": {"type": "array", "items": {"type": "string"}},
        },
        "required": ["a"],
    }
    media = {"schema": schema, "encoding": {"b": {"style": "form", "explode": True}}}
    body = post(operation(parameters=form))["requestBody"]
    assert body == {"content": {"application/x-www-form-urlencoded": media}, "required": True}


def test_a_form_with_a_file_is_multipart():
    form = [{"name": "file", "in": "formData", "type": "file"}]
    body = post(operation(parameters=form, consumes=["application/x-www-form-urlencoded"]))["requestBody"]
    schema = {"type": "object", "properties": {"file": {"type": "string", "format": "binary"}}}
    assert body == {"content": {"multipart/form-data": {"schema": schema}}}


def test_two_bodies_are_refused():
    body = {"name": "a", "in": "body", "schema": {}}
    form = {"name": "b", "in": "formData", "type": "string"}
    with pytest.raises(DocumentError, match="more than one body") as caught:
        converted(operation(parameters=[body, form]))
    assert caught.value.pointer == "/paths/~1a/post"


def test_responses_have_content_and_headers():
    responses = {
        "200": {
            "description": "ok",
            "schema": {"$ref": "#/definitions/Order"},
            "headers": {"X-Count": {"type": "integer", "description": "How many"}},
            "examples": {"application/json": {"id": 1}},
        },
        "404": {"$ref": "#/responses/Missing"},
    }
    data = operation(responses=responses)
    data |= {
        "produces": ["application/json"],
        "definitions": {"Order": {"type": "object"}},
        "responses": {"Missing": {"description": "none", "schema": {"type": "string"}}},
    }
    document, _ = converted(data)
    assert document["paths"]["/a"]["post"]["responses"] == {
        "200": {
            "description": "ok",
            "headers": {"X-Count": {"description": "How many", "schema": {"type": "integer"}}},
            "content": {
                "application/json": {"schema": {"$ref": "#/components/schemas/Order"}, "example": {"id": 1}}
            },
        },
        "404": {"$ref": "#/components/responses/Missing"},
    }
    missing = document["components"]["responses"]["Missing"]
    assert missing["content"] == {"application/json": {"schema": {"type": "string"}}}


def test_a_file_in_a_response_is_binary():
    data = operation(responses={"200": {"description": "ok", "schema": {"type": "file"}}})
    content = post(data)["responses"]["200"]["content"]
    assert content == {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}


def test_schemas_are_rewritten_inside_out():
    definitions = {
        "Pet": {
            "type": "object",
            "discriminator": "kind",
            "required": ["kind"],
            "properties": {
                "kind": {"type": "string"},
                "owner": {"$ref": "#/definitions/Owner", "x-nullable": True},
                "age": {"type": "integer", "x-nullable": True},
                "friends": {"type": "array", "items": {"$ref": "#/definitions/Pet"}},
                "notes": {"type": "object", "additionalProperties": {"$ref": "#/definitions/Owner"}},
            },
        },
        "Cat": {"allOf": [{"$ref": "#/definitions/Pet"}, {"type": "object"}]},
        "Owner": {"type": "object"},
    }
    document, _ = converted(swagger(definitions=definitions))
    schemas = document["components"]["schemas"]
    assert schemas["Pet"]["discriminator"] == {"propertyName": "kind"}
    assert schemas["Pet"]["properties"] == {
        "kind": {"type": "string"},
        "owner": {"allOf": [{"$ref": "#/components/schemas/Owner"}], "nullable": True},
        "age": {"type": "integer", "nullable": True},
        "friends": {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}},
        "notes": {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/Owner"}},
    }
    assert schemas["Cat"]["allOf"][0] == {"$ref": "#/components/schemas/Pet"}


def test_security_definitions_are_security_schemes():
    flow = {"type": "oauth2", "tokenUrl": "https://a.example/t", "scopes": {"read": "Read"}}
    document, _ = converted(
        swagger(
            securityDefinitions={
                "basic": {"type": "basic", "description": "By name"},
                "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
                "app": flow | {"flow": "application"},
                "code": flow | {"flow": "accessCode", "authorizationUrl": "https://a.example/a"},
            },
            security=[{"basic": []}],
        )
    )
    moved = {"tokenUrl": "https://a.example/t", "scopes": {"read": "Read"}}
    assert document["components"]["securitySchemes"] == {
        "basic": {"type": "http", "scheme": "basic", "description": "By name"},
        "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
        "app": {"type": "oauth2", "flows": {"clientCredentials": moved}},
        "code": {
            "type": "oauth2",
            "flows": {"authorizationCode": {"authorizationUrl": "https://a.example/a"} | moved},
        },
    }
    assert document["security"] == [{"basic": []}]


@pytest.mark.parametrize(
    "data",
    [
        swagger(paths={"/a": []}),
        swagger(definitions={"A": []}),
        operation(parameters=[1]),
        operation(parameters=[{"in": "query"}]),
        operation(responses={"200": []}),
        swagger(info=None),
        operation(parameters=[{"$ref": "#/parameters/Nix"}]),
    ],
)
def test_a_broken_document_is_refused_after_the_conversion(data):
    with pytest.raises(DocumentError):
        converted(data)


def test_the_original_is_left_as_it_is():
    data = operation(parameters=[{"name": "a", "in": "body", "schema": {"type": "file"}}])
    before = repr(data)
    converted(data)
    assert repr(data) == before


def test_required_names_that_differ_in_case_only_are_matched():
    schema = {"required": ["id", "CustomerName", "lost"], "properties": {"Id": {}, "CustomerName": {}}}
    document = {"components": {"schemas": {"Order": schema}}}
    assert match_required_names(document) == ["/components/schemas/Order/required/0"]
    assert schema["required"] == ["Id", "CustomerName", "lost"]


def test_a_required_name_that_could_be_two_properties_is_left():
    schema = {"required": ["id"], "properties": {"Id": {}, "ID": {}}}
    assert match_required_names({"schemas": schema}) == []


def test_a_list_gets_the_names_of_the_schema_with_the_same_values():
    """Two versions of code quality were published with a property that is the list of its values."""
    good = {"title": "Counts", "allOf": [{"$ref": "#/Counts"}], "nullable": True}
    properties = {"security": ["Counts", [{"$ref": "#/Counts"}], True], "performance": good}
    assert restore_member_names({"properties": properties}) == ["/properties/security"]
    assert properties["security"] == good
    assert properties["security"]["allOf"] is not good["allOf"]


@pytest.mark.parametrize(
    "properties",
    [
        {"a": ["X", True]},
        {"a": ["X", True], "b": {"title": "X", "nullable": False}},
        {"a": ["X", True], "b": {"title": "X", "nullable": True}, "c": {"format": "X", "readOnly": True}},
    ],
)
def test_a_list_whose_names_are_not_certain_is_left(properties):
    assert restore_member_names({"properties": properties}) == []
    assert properties["a"] == ["X", True]


@pytest.mark.parametrize("version", ["01_2026-01-07", "02_2026-05-22"])
def test_the_malformed_versions_of_code_quality_are_repaired(shared, version):
    (file,) = (shared / "odc-history" / "code-quality-api-v1").glob(f"{version}_*.json")
    document, notes = read_original(file)
    place = "/components/schemas/CodeAnalysisCategories/properties/security"
    assert notes == (f"repaired by restore_member_names at {place}",)
    counts = document.data["components"]["schemas"]["CodeAnalysisCategories"]["properties"]
    assert counts["security"] == counts["performance"]


def test_what_no_repair_is_certain_about_is_refused_with_its_pointer(tmp_path):
    file = Path(tmp_path, "a.json")
    file.write_text(
        '{"openapi": "3.0.3", "info": {"title": "A", "version": "1"}, "paths": {},\n'
        '"components": {"schemas": {"A": {"properties": {\n'
        '"a": ["X", true]}}}}}'
    )
    with pytest.raises(DocumentError) as caught:
        read_original(file)
    assert (caught.value.pointer, caught.value.line) == ("/components/schemas/A/properties/a", 3)
