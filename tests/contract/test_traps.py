"""The traps of ODC's 14 documents: each is stepped into on purpose, in a small document and in upstream's."""

import inspect
import json
import re
import warnings
from collections import Counter
from pathlib import Path

import httpx
import pytest
from odcgen import ir
from odcgen.config import config_for_files
from odcgen.documents.walk import all_schemas, operations
from odcgen.errors import DocumentError
from odcgen.normalize import normalize
from odcgen.pipeline import parse_all
from odcgen.run.inputs import read_inputs

from tests.generating import endpoint, schemas

OPERATIONS = 163


@pytest.fixture(scope="module")
def upstream(shared):
    """Upstream's documents by the name of their file, as they were published."""
    return {
        path.stem: json.loads(path.read_text("utf-8")) for path in sorted(shared.glob("odc-specs/*.json"))
    }


@pytest.fixture(scope="module")
def package(generate, shared, tmp_path_factory):
    """One package of all upstream documents, without any overlay."""
    files = tuple(sorted(shared.glob("odc-specs/*.json")))
    built = generate.package(config_for_files(files, package="odc", out=tmp_path_factory.mktemp("upstream")))
    yield built
    built.forget()


@pytest.fixture(scope="module")
def ours(specs):
    """The IR of this project's own documents, without their overlays."""
    config = config_for_files(tuple(specs.values()), package="odc", out=Path())
    return {api.name: api for api in parse_all(config, read_inputs(config))}


def methods(ir_package):
    """(api, resource, operation) of all methods of a package."""
    return [
        (api, resource, operation)
        for api in ir_package.apis
        for resource in api.resources
        for operation in resource.operations
    ]


def small(**operation):
    return endpoint(None, status="204", **operation)


def test_trap_01_server_variables_with_braces(generate):
    variables = {"{odc-portal-domain}": {"default": "{odc-portal-domain}"}}
    document = small() | {
        "servers": [{"url": "https://{odc-portal-domain}/api/a/v1", "variables": variables}]
    }
    client = generate(document).client(204)
    client.api.things.get()
    assert str(client.asked[0].url) == "https://acme.test/api/a/v1/things"


def test_trap_01_in_upstream(package, upstream):
    braces = [
        document
        for document in upstream.values()
        if any(name.startswith("{") for server in document["servers"] for name in server.get("variables", {}))
    ]
    assert len(braces) == 5
    for api in package.ir.apis:
        assert re.fullmatch(r"/api/[a-z-]+/v[12]", api.base_path.text)


def test_trap_02_a_duplicate_operation_id_loses_nothing(generate):
    document = small(operationId="Domains_Get")
    document["paths"] |= endpoint(None, path="/others", status="204", operationId="Domains_Get")["paths"]
    assert len(methods(generate(document).ir)) == 2


def test_trap_02_163_operations_in_163_methods_out(package, upstream):
    ids = Counter(
        node.data.get("operationId") for document in upstream.values() for node in operations(document)
    )
    assert ids.total() == OPERATIONS
    assert ids["Domains_Get"] == 2
    found = methods(package.ir)
    assert len(found) == OPERATIONS
    assert (
        len({(api.name, resource.name, operation.name) for api, resource, operation in found}) == OPERATIONS
    )
    for api, resource, operation in found:
        module = package.module(f"{api.name}.{resource.name}")
        assert inspect.isfunction(getattr(getattr(module, resource.class_name), operation.name))
        assert inspect.isfunction(getattr(getattr(module, f"Async{resource.class_name}"), operation.name))


def test_trap_02_163_operations_of_our_own_documents(ours):
    assert sum(len(resource.operations) for api in ours.values() for resource in api.resources) == OPERATIONS


def test_every_module_of_upstreams_package_imports(package):
    assert package.import_all() > 250


@pytest.mark.parametrize("security", [[{}], None, [{"bearerAuth": []}]])
def test_trap_03_the_token_is_sent_whatever_kind_of_security_is_declared(generate, security):
    scheme = {"securitySchemes": {"bearerAuth": {"type": "http", "scheme": "bearer"}}}
    document = small() | {"components": scheme} | ({"security": security} if security else {})
    client = generate(document).client(204)
    client.api.things.get()
    assert client.asked[0].headers["authorization"] == "Bearer a-token"


def test_trap_03_in_upstream(package, upstream):
    declared = {str(document.get("security")) for document in upstream.values()}
    assert declared == {"[{'bearerAuth': []}]", "[{}]", "None"}
    assert all(operation.secured for _, _, operation in methods(package.ir))


def test_trap_04_a_wildcard_is_no_content_type(generate):
    body = {
        media_type: {"schema": {"type": "object"}}
        for media_type in ("application/json", "application/*+json")
    }
    client = generate(small(requestBody={"content": body, "required": True})).client(204)
    client.api.things.get({"a": 1})
    assert client.asked[0].headers["content-type"] == "application/json"


def test_trap_04_in_upstream(package, upstream):
    wild = [
        node
        for document in upstream.values()
        for node in operations(document)
        if "application/*+json" in node.data.get("requestBody", {}).get("content", {})
    ]
    assert len(wild) == 43
    sent = [
        content.media_type.text
        for _, _, operation in methods(package.ir)
        if operation.body
        for content in operation.body.contents
    ]
    assert not [media_type for media_type in sent if "*" in media_type]


def test_trap_05_a_binary_schema_without_a_type(generate):
    body = {"application/octet-stream": {"schema": {"format": "binary"}}}
    client = generate(small(requestBody={"content": body, "required": True})).client(204)
    client.api.things.get(b"\x00")
    assert client.asked[0].content == b"\x00"


def test_trap_05_in_upstream(package):
    (create,) = [
        operation
        for api, _, operation in methods(package.ir)
        if (api.name, operation.method, operation.path.text) == ("asset_repository_api_v1", "POST", "/assets")
    ]
    kinds = {content.media_type.text: content.kind for content in create.body.contents}
    assert kinds["application/octet-stream"] == "binary"
    assert kinds["multipart/form-data"] == "multipart"


def test_trap_06_a_default_response_beside_a_success_is_not_the_result(generate):
    document = endpoint({"type": "object", "properties": {"id": {"type": "integer"}}})
    answers = document["paths"]["/things"]["get"]["responses"]
    answers["default"] = answers["200"]
    shop = generate(document)
    assert shop.client({"id": 5}).api.things.get().id == 5
    with pytest.raises(shop.root.NotFound):
        shop.client(lambda request: httpx.Response(404, json={"id": 5})).api.things.get()


def test_trap_06_in_upstream(upstream, package):
    odd = [
        node
        for node in operations(upstream["code-quality-api-v1"])
        if node.data["responses"].get("default", {}).get("content")
        == node.data["responses"]["200"].get("content")
    ]
    assert len(odd) == 8
    for api, _, operation in methods(package.ir):
        if api.name == "code_quality_api_v1":
            assert type(operation.result).__name__ != "UnionOf"


def test_trap_07_a_key_that_is_not_required_may_be_absent_and_may_be_null(generate):
    document = endpoint({"$ref": "#/components/schemas/Thing"}) | schemas(
        "Thing: {type: object, properties: {a: {type: string}, b: {type: array, items: {type: integer}}}}"
    )
    shop = generate(document)
    for answer in ({}, {"a": None, "b": None}, {"a": "x"}):
        thing = shop.client(answer).api.things.get()
        assert (thing.a, thing.b) == (answer.get("a"), None)


def test_trap_07_in_upstream(package, upstream):
    properties, required = 0, 0
    for document in upstream.values():
        for _, schema in all_schemas(document):
            properties += len(schema.get("properties", {}))
            required += len(schema.get("required", []))
    assert required < properties / 8
    for api in package.ir.apis:
        models = package.module(f"{api.name}.models")
        for model in api.models:
            cls = getattr(models, model.name)
            if hasattr(cls, "decode") and not any(field.required for field in model.fields):
                absent = None if model.direction is ir.Direction.RESPONSE else package.root.UNSET
                assert all(getattr(cls.decode({}), field.name) is absent for field in model.fields)


@pytest.mark.parametrize(
    "wrapper",
    [
        {"allOf": [{"$ref": "#/components/schemas/Kind"}]},
        {"allOf": [{"$ref": "#/components/schemas/Kind"}], "nullable": True},
        {"allOf": [{"$ref": "#/components/schemas/Kind"}], "nullable": True, "enum": ["a", "b"]},
    ],
)
def test_trap_08_all_of_around_one_reference_is_that_reference(generate, wrapper):
    document = endpoint({"type": "object", "properties": {"kind": wrapper}}) | schemas(
        "Kind: {type: string, enum: [a, b]}"
    )
    shop = generate(document)
    assert shop.client({"kind": "a"}).api.things.get().kind is shop.models.Kind.A
    assert shop.client({"kind": None}).api.things.get().kind is None
    assert len(shop.models.__all__) == 2


def test_trap_08_in_upstream(upstream):
    wrapped = 0
    for document in upstream.values():
        wrapped += sum(_is_wrapper(schema) for _, schema in all_schemas(document))
        normalized = normalize(json.loads(json.dumps(document)))
        assert not any(_is_wrapper(schema) for _, schema in all_schemas(normalized))
    assert wrapped >= 299


def _is_wrapper(schema):
    members = schema.get("allOf", [])
    return len(members) == 1 and "$ref" in members[0]


def test_trap_09_without_tags_and_with_ids_of_controllers(generate):
    package = generate(small(operationId="FindingsOverviewControllerV_GetAppsOverview"))
    assert package.client(204).api.things.get() is None


def test_trap_09_in_upstream(package, upstream):
    untagged = [
        name
        for name, document in upstream.items()
        if not any(node.data.get("tags") for node in operations(document))
    ]
    assert len(untagged) == 5
    for _, resource, operation in methods(package.ir):
        assert "controller" not in f"{resource.name}.{operation.name}"


def test_trap_10_a_namespace_is_no_part_of_a_name(generate):
    reference = {"$ref": "#/components/schemas/OutSystems.Library.Service.V1Beta1.Operation.Result"}
    found = {
        "OutSystems.Library.Service.V1Beta1.Operation.Result": {"type": "object", "properties": {"a": {}}}
    }
    package = generate(endpoint(reference) | {"components": {"schemas": found}})
    assert package.models.__all__ == ["Result"]


def test_trap_10_in_upstream(package, upstream):
    problems = {
        json.dumps(schema, sort_keys=True)
        for document in upstream.values()
        for name, schema in document["components"]["schemas"].items()
        if name.rpartition(".")[2] == "ProblemDetails"
    }
    assert len(problems) > 1
    names = [node.name for api in package.ir.apis for node in (*api.models, *api.enums)]
    assert not [name for name in names if "OutSystems" in name or "Microsoft" in name]
    # One API answers 200 with what went wrong inside; an error's own body is the runtime's matter.
    assert names.count("ProblemDetails") == 1


def test_trap_11_underscores_dots_and_repeated_keys(generate):
    parameters = [
        {"name": "metadata.urlPathContains", "in": "query", "schema": {"type": "string"}},
        {"name": "keys", "in": "query", "schema": {"type": "array", "items": {"type": "string"}}},
    ]
    answer = {"type": "object", "properties": {"_embedded": {"type": "string"}}}
    client = generate(endpoint(answer, parameters=parameters)).client({"_embedded": "x"})
    thing = client.api.things.get(metadata_url_path_contains="/a", keys=["x", "y"])
    assert thing.embedded == "x"
    assert client.asked[0].url.query == b"metadata.urlPathContains=%2Fa&keys=x&keys=y"


def test_trap_11_in_upstream(package):
    fields = [field for api in package.ir.apis for model in api.models for field in model.fields]
    assert {field.name for field in fields if field.wire.text == "_embedded"} == {"embedded"}
    parameters = [item for _, _, operation in methods(package.ir) for item in operation.parameters]
    dotted = {item.name for item in parameters if "." in item.wire.text}
    assert "metadata_url_path_contains" in dotted


@pytest.mark.parametrize("change", ["operation", "parameter", "value"])
def test_trap_12_a_document_that_grew_changes_what_grew_and_no_other_name(generate, change):
    def shape(more):
        values = ["a", "b"] if more == "value" else ["a"]
        names = ["x", "y"] if more == "parameter" else ["x"]
        document = endpoint(
            {"type": "string", "enum": values},
            parameters=[{"name": name, "in": "query", "schema": {"type": "string"}} for name in names],
        )
        if more == "operation":
            document["paths"] |= small()["paths"] | endpoint(None, path="/a/things", status="204")["paths"]
            document["paths"]["/things"] = endpoint({"type": "string", "enum": values})["paths"]["/things"]
        return generate(document)

    before, after = shape(None), shape(change)
    old, new = ([f"{r.name}.{o.name}" for _, r, o in methods(package.ir)] for package in (before, after))
    assert set(old) <= set(new)


def test_trap_12_every_published_version_generates(shared):
    files = sorted(shared.glob("odc-history/*/*.json"))
    refused = 0
    for file in files:
        config = config_for_files((file,), package="old", out=Path())
        try:
            (api,) = parse_all(config, read_inputs(config))
        except DocumentError:  # tests/rejects tells which and where
            refused += 1
            continue
        document = json.loads(file.read_text("utf-8"))
        assert sum(len(resource.operations) for resource in api.resources) == len(list(operations(document)))
    assert len(files) > 20
    assert refused == 2


def test_trap_13_permissions_in_sentences_reach_the_docstring_and_the_403(generate):
    sentence = "It needs **User management > View members** or\n**User management > Manage users**."
    shop = generate(small(description=sentence, summary="Get a thing"))
    doc = shop.client().api.things.get.__doc__
    assert "View members" in doc
    assert "Manage users" in doc
    with pytest.raises(shop.root.PermissionDenied, match="User management > View members"):
        shop.client(403).api.things.get()


def test_trap_13_in_upstream(package, upstream, ours):
    stated = [
        node
        for document in upstream.values()
        for node in operations(document)
        if re.search(r"\*\*[^*\n]+>[^*\n]+\*\*", str(node.data.get("description")))
    ]
    assert len(stated) > 120
    assert sum(bool(operation.permissions) for _, _, operation in methods(package.ir)) == len(stated)
    found = [
        operation for api in ours.values() for resource in api.resources for operation in resource.operations
    ]
    assert sum(bool(operation.permissions) for operation in found) == len(stated)


def test_trap_14_a_deprecated_operation_warns_with_the_date(generate):
    shop = generate(small(deprecated=True, description="To be removed on 2027-01-08."))
    with pytest.warns(DeprecationWarning, match="2027-01-08"):
        shop.client(204).api.things.get()


def test_trap_14_in_upstream(package):
    deprecated = {api.base_path.text for api, _, operation in methods(package.ir) if operation.deprecated}
    assert deprecated == {"/api/portfolios/v1"}
    (api,) = [api for api in package.ir.apis if api.base_path.text == "/api/portfolios/v1"]
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        resource = api.resources[0]
        client = package.client({})
        getattr(getattr(getattr(client, api.name), resource.name), resource.operations[0].name)(
            *["x"] * len(resource.operations[0].located("path"))
        )
    assert any(issubclass(warning.category, DeprecationWarning) for warning in caught)
