"""What the overlays correct in the documents, and the facts that they add."""

import json
import re
import tomllib
from functools import cache
from pathlib import Path

import pytest
from odcgen.overlay import apply, load_overlay

SPECS = Path(__file__).resolve().parents[2] / "specs"
APIS = sorted(path.stem for path in SPECS.glob("*.json"))


@cache
def overlaid(api):
    data = json.loads((SPECS / f"{api}.json").read_text("utf-8"))
    return apply(data, load_overlay(SPECS / "overlays" / f"{api}.yaml"))


def operations(api):
    for path, item in overlaid(api)["paths"].items():
        for method, operation in item.items():
            yield f"{method.upper()} {path}", operation


@pytest.mark.parametrize("api", APIS)
def test_trap_2_operation_ids_are_unique(api):
    ids = [operation["operationId"] for _, operation in operations(api)]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("api", APIS)
def test_trap_3_the_token_is_needed_everywhere(api):
    assert overlaid(api)["security"] == [{"bearerAuth": []}]
    for name, operation in operations(api):
        assert operation.get("security", [{"bearerAuth": []}]) == [{"bearerAuth": []}], name


def test_trap_5_the_binary_body_has_a_type():
    content = overlaid("asset_repository")["paths"]["/assets"]["post"]["requestBody"]["content"]
    assert content["application/octet-stream"]["schema"] == {"type": "string", "format": "binary"}


def test_trap_6_unexpected_answers_are_problems():
    found = [operation["responses"]["default"] for _, operation in operations("code_quality")]
    assert len(found) == 10
    for response in found:
        for media_type in response["content"].values():
            assert media_type["schema"] == {"$ref": "#/components/schemas/ProblemDetails"}


@pytest.mark.parametrize(
    ("api", "model", "key"),
    [
        ("identity", "UserProfileApiResponse", "key"),
        ("identity", "GroupApiResponse", "key"),
        ("builds", "BuildDetails", "buildKey"),
        ("builds", "BuildResponse", "buildKey"),
        ("deployments", "DeploymentOperationResponse", "key"),
        ("dependency_management", "ReferenceKeyResponse", "analysisKey"),
        ("native_mobile_builds", "BuildOperationResult", "key"),
        ("portfolios", "Environment", "key"),
        ("portfolios", "DeployedAsset", "key"),
    ],
)
def test_trap_7_identifiers_are_always_there(api, model, key):
    schema = overlaid(api)["components"]["schemas"][model]
    assert key in schema["required"]
    assert not schema["properties"][key].get("nullable")


def reached(data, start):
    """Return the names of the schemas that a part of a document refers to, directly or through others."""
    found, texts = set(), [json.dumps(start)]
    while texts:
        for name in set(re.findall(r'"#/components/schemas/([^"]+)"', texts.pop())) - found:
            found.add(name)
            texts.append(json.dumps(data["components"]["schemas"][name]))
    return found


@pytest.mark.parametrize("api", APIS)
def test_only_identifiers_of_answers_are_declared_required(api):
    """What else ODC always sends is not known, and a wrong guess would refuse a good answer."""
    before = json.loads((SPECS / f"{api}.json").read_text("utf-8"))["components"]["schemas"]
    data = overlaid(api)
    answers = reached(data, [operation["responses"] for _, operation in operations(api)])
    assert len(answers) > 1
    for name in answers:
        added = set(data["components"]["schemas"][name].get("required", ()))
        added -= set(before[name].get("required", ()))
        assert all(prop == "id" or prop.lower().endswith("key") for prop in added), name


def test_a_request_needs_what_it_is_about():
    def needed(api, schema):
        return set(overlaid(api)["components"]["schemas"][schema]["required"])

    assert needed("builds", "BuildOperationDetails") == {"assetKey", "assetRevision"}
    assert needed("deployments", "PublishOperationRequest") == {"assetKey", "environmentKey", "revision"}
    assert needed("identity", "GroupCreateRequest") == {"name", "environmentKey"}


def test_keys_in_paths_are_guids_in_every_api():
    guids = {"assetKey", "environmentKey", "agentKey", "applicationKey", "operationKey"}
    for api in APIS:
        for name, operation in operations(api):
            for parameter in operation.get("parameters", ()):
                if parameter["in"] == "path" and parameter["name"] in guids:
                    assert parameter["schema"]["format"] == "uuid", f"{api} {name} {parameter['name']}"


def test_lists_in_one_value_are_lists():
    """Upstream declares texts where it wants values separated by commas."""
    found = [
        f"{name} {parameter['name']}"
        for api in APIS
        for name, operation in operations(api)
        for parameter in operation.get("parameters", ())
        if parameter.get("explode") is False
    ]
    assert "GET /users userKeys" in found
    assert "GET /deployed-assets environmentKey" in found
    assert len(found) == 19
    libraries = overlaid("portfolios")["paths"]["/libraries"]["get"]["parameters"]
    assert [item["schema"]["items"] for item in libraries if item["name"] == "sort"] == [{"type": "string"}]


RATE_LIMITS = {
    "identity": {("*", "*"): 100, ("POST", "/users/bulk"): 5},
    "portfolios": {("*", "*"): 100},
    "portfolios_v1": {("*", "*"): 100},
    "asset_configurations": {("*", "*"): 100},
    "dependency_management": {("*", "*"): 100},
    "subscription": {("*", "*"): 100},
    "builds": {("*", "*"): 100, ("POST", "*"): 10},
    "deployments": {("*", "*"): 100, ("POST", "*"): 10},
    "external_libraries": {("*", "*"): 100, ("POST", "*"): 10},
    "asset_repository": {("*", "*"): 100, ("POST", "/assets"): 10},
    "code_quality": {("*", "*"): 100, ("POST", "/code-analyses"): 10},
    "environment_configurations": {("*", "*"): 10},
    "native_mobile_builds": {("*", "*"): 100, ("POST", "*"): 5, ("PATCH", "*"): 10},
    "organization": {},
}


@pytest.mark.parametrize("api", APIS)
def test_the_documented_rate_limits_are_recorded(api):
    limits = overlaid(api).get("x-odcgen-rate-limits", [])
    assert {(limit["method"], limit["path"]): limit["per_minute"] for limit in limits} == RATE_LIMITS[api]
    for limit in limits:
        assert limit["path"] == "*" or f"{limit['method']} {limit['path']}" in dict(operations(api))


def test_the_catalog_lists_every_document():
    entries = tomllib.loads((SPECS / "catalog.toml").read_text("utf-8"))["documents"]
    assert [entry["name"] for entry in entries] == APIS
    for entry in entries:
        assert json.loads((SPECS / entry["file"]).read_text("utf-8"))["info"]["title"] == entry["title"]
        assert (SPECS / entry["overlay"]).is_file()
    assert len({entry["source"] for entry in entries}) == 14
