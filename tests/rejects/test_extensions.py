"""odcgen's own extensions: a wrong form is an error with its place, wherever it was written."""

import pytest
from odcgen.errors import DocumentError

from tests.generating import endpoint

OPERATION = "/paths/~1things/get"


@pytest.mark.parametrize(
    ("extension", "value", "pointer"),
    [
        ("x-odcgen-name", 5, ""),
        ("x-odcgen-removal", 2027, ""),
        ("x-odcgen-permissions", "Users > View", ""),
        ("x-odcgen-permissions", ["Users > View", 5], "/1"),
        ("x-odcgen-poll", [], ""),
        ("x-odcgen-poll", {}, "/done"),
        ("x-odcgen-poll", {"done": "Finished"}, "/done"),
        ("x-odcgen-poll", {"done": [5]}, "/done/0"),
        ("x-odcgen-poll", {"done": [], "failed": [None]}, "/failed/0"),
        ("x-odcgen-poll", {"done": [], "missing_ok": "yes"}, "/missing_ok"),
        ("x-odcgen-poll", {"done": [], "method": 5}, "/method"),
        ("x-odcgen-upload", {}, "/url"),
        ("x-odcgen-upload", {"url": 5}, "/url"),
        ("x-odcgen-paging", {"items": []}, "/items"),
    ],
)
def test_an_extension_of_an_operation(generate, extension, value, pointer):
    with pytest.raises(DocumentError) as caught:
        generate(endpoint(None, status="204", **{extension: value}))
    assert caught.value.pointer == f"{OPERATION}/{extension}{pointer}"


@pytest.mark.parametrize(
    ("value", "pointer"),
    [
        ({}, ""),
        ([5], "/0"),
        ([{}], "/0/per_minute"),
        ([{"per_minute": "5"}], "/0/per_minute"),
        ([{"per_minute": 0}], "/0/per_minute"),
        ([{"per_minute": True}], "/0/per_minute"),
        ([{"per_minute": 5, "method": 5}], "/0/method"),
        ([{"per_minute": 5, "path": None}], "/0/path"),
    ],
)
def test_the_rate_limits_of_a_document(generate, value, pointer):
    with pytest.raises(DocumentError) as caught:
        generate(endpoint(None, status="204") | {"x-odcgen-rate-limits": value})
    assert caught.value.pointer == f"/x-odcgen-rate-limits{pointer}"


def test_the_name_of_a_parameter_or_schema(generate):
    parameter = {"name": "a", "in": "query", "schema": {"type": "string"}, "x-odcgen-name": 5}
    with pytest.raises(DocumentError) as caught:
        generate(endpoint(None, status="204", parameters=[parameter]))
    assert caught.value.pointer == f"{OPERATION}/parameters/0/x-odcgen-name"
    with pytest.raises(DocumentError) as caught:
        generate(endpoint({"type": "object", "properties": {"a": {"x-odcgen-name": []}}}))
    assert caught.value.pointer.endswith("/schema/properties/a/x-odcgen-name")


@pytest.mark.parametrize("method", ["wait(self): pass\n    import os", "class", "_call", "", "get", "1"])
def test_the_name_of_a_waiting_method_cannot_become_code(generate, method):
    answer = {"type": "object", "properties": {"status": {"type": "string"}}}
    package = generate(endpoint(answer, **{"x-odcgen-poll": {"method": method, "done": ["Done"]}}))
    things = package.client({"status": "Done"}).api.things
    own = {name for name in vars(type(things)) if not name.startswith("__")}
    (name,) = own - {"get"}
    assert getattr(things, name)().status == "Done"


@pytest.mark.parametrize(
    ("keyword", "value"), [("x-odcgen-poll", {"done": ["Done"]}), ("x-odcgen-upload", {"url": "url"})]
)
def test_what_calls_without_a_body_cannot_be_made_of_an_operation_that_requires_one(generate, keyword, value):
    answer = {"type": "object", "properties": {"url": {"type": "string"}}}
    with pytest.raises(DocumentError, match="requires one") as caught:
        generate(endpoint(answer, method="post", sent=answer, **{keyword: value}))
    assert caught.value.pointer == f"/paths/~1things/post/{keyword}"


def test_a_parameter_named_source_does_not_hide_what_is_uploaded(generate):
    answer = {"type": "object", "properties": {"url": {"type": "string"}}}
    parameter = {"name": "source", "in": "query", "schema": {"type": "string"}}
    package = generate(
        endpoint(answer, method="post", parameters=[parameter], **{"x-odcgen-upload": {"url": "url"}})
    )
    (resource,) = package.ir.apis[0].resources
    assert [one.name for one in resource.operations[0].signature("upload").arguments] == [
        "source",
        "source_",
        "on_progress",
        "options",
    ]
