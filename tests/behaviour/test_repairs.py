"""Broken documents on the command line and on the wire: repaired, refused, or mended by an overlay."""

import json

import pytest

from tests.generating import endpoint

ANSWER = {"responses": {"204": {"description": "done"}}}
HEAD = {"openapi": "3.0.3", "info": {"title": "A", "version": "1"}}
BROKEN = HEAD | {"paths": {"/a": {"get": ANSWER | {"description": None}}}}


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "a.json"
    path.write_text(json.dumps(BROKEN, indent=1))
    return path


def test_a_repair_is_a_warning_and_the_package_is_there(odcgen, file, tmp_path):
    done = odcgen("generate", str(file), "--out", "out", "--package", "shop", cwd=tmp_path)
    assert done.status == 0
    assert "warning: a: repaired: " in done.err
    assert "a.json:" in done.err
    assert "/paths/~1a/get/description" in done.err
    assert "[null-text]" in done.err
    assert (tmp_path / "out" / "shop" / "__init__.py").is_file()


def test_strict_refuses_what_a_repair_would_mend(odcgen, file, tmp_path):
    done = odcgen("generate", str(file), "--out", "out", "--package", "shop", "--strict", cwd=tmp_path)
    assert done.status == 1
    assert "null-text" in done.err
    assert not (tmp_path / "out").exists()


def test_a_repair_that_nobody_knows_is_an_error_of_the_configuration(odcgen, file, tmp_path):
    (tmp_path / "odcgen.toml").write_text(
        'repairs = ["nonsense"]\n[[documents]]\nname = "a"\npath = "a.json"\n'
    )
    done = odcgen("generate", cwd=tmp_path)
    assert done.status == 2
    assert "nonsense" in done.err
    assert "null-text" in done.err


def test_the_doctor_writes_the_overlay_that_makes_a_strict_run_pass(odcgen, file, tmp_path):
    done = odcgen("doctor", str(file), "--fix", "over.yaml", cwd=tmp_path)
    assert done.status == 0
    assert "1 mended, 0 left to you" in done.out
    (tmp_path / "odcgen.toml").write_text(
        'repairs = "none"\n[[documents]]\nname = "a"\npath = "a.json"\noverlays = ["over.yaml"]\n'
    )
    done = odcgen("generate", cwd=tmp_path)
    assert (done.status, done.err.count("warning")) == (0, 0), done.err


def test_the_doctor_overwrites_no_overlay_and_needs_a_file(odcgen, file, tmp_path):
    (tmp_path / "over.yaml").write_text("mine")
    assert odcgen("doctor", str(file), "--fix", "over.yaml", cwd=tmp_path).status == 2
    assert (tmp_path / "over.yaml").read_text() == "mine"
    assert odcgen("doctor", "--fix", "new.yaml", cwd=tmp_path).status == 2


def test_the_doctor_says_what_is_left_to_a_person(odcgen, tmp_path):
    (tmp_path / "a.json").write_text(json.dumps(BROKEN | {"info": {"version": "1"}}))
    done = odcgen("doctor", "a.json", "--fix", "over.yaml", cwd=tmp_path)
    assert done.status == 1
    assert "1 mended, 1 left to you" in done.out
    assert "To do" in (tmp_path / "over.yaml").read_text()


def test_the_doctor_has_nothing_to_write_for_a_sound_document(odcgen, tmp_path):
    (tmp_path / "a.json").write_text(json.dumps(HEAD | {"paths": {"/a": {"get": ANSWER}}}))
    done = odcgen("doctor", "a.json", "--fix", "over.yaml", cwd=tmp_path)
    assert done.status == 0
    assert not (tmp_path / "over.yaml").exists()


def test_the_fragment_of_a_path_is_cut_and_its_query_kept(generate):
    parameter = {"name": "a", "in": "query", "schema": {"type": "string"}}
    item = {"post": ANSWER | {"operationId": "beta", "parameters": [parameter]}}
    shop = generate(
        {
            "paths": {
                "/token": {"post": ANSWER | {"operationId": "token"}},
                "/token#refresh": {"post": ANSWER | {"operationId": "refresh"}},
                "/responses?beta=true": item,
                "/export?id={id}": {"post": ANSWER | {"operationId": "export"}},
            }
        }
    )
    methods = [f"{one.name}.{method.name}" for one in shop.ir.apis[0].resources for method in one.operations]
    assert len(methods) == 4
    client = shop.client(204)
    with client:
        for name in methods:
            resource, method = name.split(".")
            arguments = {"id": "x y"} if "export" in name else {"a": "1"} if "beta" in name else {}
            getattr(getattr(client.api, resource), method)(**arguments)
    assert sorted(request.url.raw_path.decode() for request in client.asked) == [
        "/api/shop/v1/export?id=x%20y",
        "/api/shop/v1/responses?beta=true&a=1",
        "/api/shop/v1/token",
        "/api/shop/v1/token",
    ]


def test_an_unknown_server_variable_lets_no_request_leave(generate):
    shop = generate({"servers": [{"url": "https://{h}.example.invalid/x"}]} | endpoint({"type": "string"}))
    resource = shop.ir.apis[0].resources[0]

    def call():
        with shop.client("a") as client:
            getattr(getattr(client.api, resource.name), resource.operations[0].name)()

    with pytest.raises(shop.root.ConfigurationError, match="placeholder"):
        call()


def test_swagger_is_generated_as_well(odcgen, tmp_path):
    swagger = {
        "swagger": "2.0",
        "info": {"title": "A", "version": "1"},
        "host": "example.invalid",
        "paths": {
            "/a": {
                "get": {
                    "produces": ["application/json"],
                    "responses": {"200": {"description": "", "schema": {"$ref": "#/definitions/A"}}},
                }
            }
        },
        "definitions": {"A": {"type": "object", "properties": {"b": {"type": ["string", "null"]}}}},
    }
    (tmp_path / "a.json").write_text(json.dumps(swagger))
    done = odcgen("generate", "a.json", "--out", "out", "--package", "shop", cwd=tmp_path)
    assert done.status == 0, done.err
    assert "[type-list]" in done.err
    assert "b: str | None" in next((tmp_path / "out" / "shop" / "a" / "models").glob("a*.py")).read_text()
