"""What was renamed or moved only: it is told as such, and as gravely as the wire takes it."""

import copy

import pytest
from odcgen.diff.wire.diff import diff_documents

from tests.unit.diff.documents import (
    document,
    header_parameter,
    parameter,
    request_body,
    response_body,
    with_property,
)

STRING = {"type": "string"}


def found(old, new):
    """Return the wire verdict and (verdict, id, level) of the findings that are no remark about prose."""
    report = diff_documents(old, new)
    return report.wire, {
        (one.verdict, one.id, one.level) for one in report.findings if one.id != "documentation-changed"
    }


def servers(*urls):
    return [{"url": url} for url in urls]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (("https://x.example", "/api/v1/things"), ("https://x.example/api/v1", "/things")),
        (("https://x.example/api", "/v1/things"), ("https://x.example/api/v1/", "/things")),
        (("https://x.example/api/v1", "/things"), ("/", "/api/v1/things")),
        (("https://{host}", "/api/things/{id}"), ("https://{host}/api", "/things/{key}")),
    ],
)
def test_a_path_prefix_that_moved_into_servers_is_no_change_on_the_wire(old, new):
    """What a client calls is server and path together."""
    documents = [document(path=path, servers=servers(url)) for url, path in (old, new)]
    report = diff_documents(*documents)
    moved = [one for one in report.findings if one.id == "path-prefix-moved"]
    assert report.wire == "none"
    assert [(one.verdict, one.level) for one in moved] == [("renamed", "info")]
    assert "1 operation keeps the same address" in moved[0].text


def test_a_moved_prefix_is_told_once_for_all_operations():
    old = document(path="/api/a", servers=servers("/"))
    old["paths"]["/api/b"] = copy.deepcopy(old["paths"]["/api/a"])
    new = {**old, "servers": servers("/api")}
    new["paths"] = {path.removeprefix("/api"): item for path, item in old["paths"].items()}
    report = diff_documents(old, new)
    assert [one.text for one in report.of("renamed")] == [
        "/api moved between paths and servers (now /api): 2 operations keep the same address"
    ]


def test_servers_that_move_without_the_paths_move_every_operation():
    old, new = (document(servers=servers(f"https://x.example/{version}")) for version in ("v1", "v2"))
    assert found(old, new) == ("breaking", {("wire", "api-server-base-path-changed", "error")})


def test_a_server_elsewhere_or_one_more_keeps_the_operations():
    old, new = (
        document(servers=servers("https://a.example/v1")),
        document(servers=servers("https://b.example/v1")),
    )
    assert found(old, new) == ("compatible", {("wire", "api-server-changed", "info")})


def test_a_path_that_lost_its_prefix_without_a_server_is_gone():
    assert found(document(path="/api/things"), document(path="/things"))[0] == "breaking"


def test_a_schema_renamed_is_no_change_on_the_wire():
    """The finding belongs to the verdict on names; nothing else is found, in neither direction."""
    old = response_body({"$ref": "#/components/schemas/Old"})
    new = response_body({"$ref": "#/components/schemas/New"})
    inner = {"type": "object", "properties": {"self": {"$ref": "#/components/schemas/Old"}}}
    old["components"]["schemas"]["Old"] = inner
    new["components"]["schemas"]["New"] = {
        "type": "object",
        "properties": {"self": {"$ref": "#/components/schemas/New"}},
    }
    assert found(old, new) == ("none", {("renamed", "schema-renamed", "info")})
    assert found(new, old) == ("none", {("renamed", "schema-renamed", "info")})


def test_a_schema_renamed_and_changed_is_told_as_both():
    old, new = (response_body({"$ref": f"#/components/schemas/{name}"}) for name in ("Old", "New"))
    old["components"]["schemas"]["Old"] = {"type": "object", "properties": {"x": STRING}}
    new["components"]["schemas"]["New"] = {"type": "object", "properties": {"x": {"type": "integer"}}}
    assert found(old, new) == (
        "breaking",
        {("renamed", "schema-renamed", "info"), ("wire", "response-property-type-changed", "error")},
    )


def test_a_reference_to_another_schema_is_no_renaming():
    old, new = (response_body({"$ref": f"#/components/schemas/{name}"}) for name in "AB")
    assert {verdict for verdict, _, _ in found(old, new)[1]} == {"wire"}


def test_unused_schemas_are_renamed_when_they_are_equal_and_removed_when_not():
    old = document(schemas={"Old": {"type": "object", "properties": {"x": STRING}}, "Gone": STRING})
    new = document(schemas={"New": {"type": "object", "properties": {"x": STRING}}})
    assert found(old, new) == (
        "compatible",
        {("renamed", "schema-renamed", "info"), ("wire", "api-schema-removed", "info")},
    )


def test_a_path_parameter_renamed_is_no_change_on_the_wire():
    def at(name):
        template = {"name": name, "in": "path", "required": True, "schema": STRING}
        return document({"parameters": [template]}, path=f"/things/{{{name}}}")

    assert found(at("id"), at("key")) == ("none", {("renamed", "path-parameter-renamed", "info")})
    assert found(at("id"), at("Id")) == ("none", {("renamed", "path-parameter-renamed", "info")})


def test_a_change_of_case_is_told_as_one_and_as_gravely_as_the_protocol_takes_it():
    """URLs and JSON keys are case-sensitive by their standards; header names are not."""
    assert found(document(path="/Things"), document(path="/things")) == (
        "risky",
        {("renamed", "path-case-changed", "warning")},
    )
    old, new = parameter(STRING), parameter(STRING)
    new["paths"]["/things"]["get"]["parameters"][0]["name"] = "Thing"
    assert found(old, new) == ("risky", {("renamed", "request-parameter-case-changed", "warning")})
    old, new = header_parameter(STRING), header_parameter(STRING)
    new["paths"]["/things"]["get"]["parameters"][0]["name"] = "THING"
    assert found(old, new)[1] == set()


@pytest.mark.parametrize(
    ("put", "rule"),
    [(request_body, "request-property-case-changed"), (response_body, "response-property-case-changed")],
)
def test_a_property_whose_case_changed_is_as_grave_as_its_loss(put, rule):
    """To a JSON parser it is another property: lost if it was optional, broken if it was required."""
    for required, level, verdict in ((False, "warning", "risky"), (True, "error", "breaking")):
        old = with_property(put, required=required)(STRING)
        new = put(
            {"type": "object", "properties": {"P": STRING}, **({"required": ["P"]} if required else {})}
        )
        assert found(old, new) == (verdict, {("renamed", rule, level)})


def test_a_security_scheme_renamed_is_no_change():
    def secured(name, **more):
        made = document(security=[{name: []}])
        made["components"]["securitySchemes"] = {name: {"type": "http", "scheme": "bearer", **more}}
        return made

    assert found(secured("bearerAuth"), secured("Bearer", description="Words.")) == (
        "none",
        {("renamed", "security-scheme-renamed", "info")},
    )
