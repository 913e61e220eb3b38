"""`odcgen operations`: every operation by its public name, for people, for machines and for the docs."""

import json

from tests.behaviour.conftest import write
from tests.generating import document, endpoint

OPTIONS = {
    "name": "options",
    "kind": "options",
    "in": "option",
    "wire": None,
    "type": "Unpack[CallOptions]",
    "required": False,
    "default": None,
    "doc": "",
}


def test_the_project_s_operations_are_listed(project, odcgen):
    assert odcgen("operations").out.splitlines() == [
        "pets.pets.get(**options: Unpack[CallOptions]) -> Pet",
        "    GET /api/shop/v1/pets",
        "shops.shops.get(**options: Unpack[CallOptions]) -> str",
        "    GET /api/shop/v1/shops",
    ]


def test_files_need_no_configuration(odcgen, tmp_path):
    write(tmp_path / "a.json", document(endpoint(None, status="204", summary="find it")))
    assert json.loads(odcgen("operations", "--json", "a.json").out) == [
        {
            "name": "a.things.get",
            "api": "a",
            "resource": "things",
            "operation": "get",
            "role": "call",
            "method": "GET",
            "path": "/api/shop/v1/things",
            "arguments": [OPTIONS],
            "returns": {"form": "none", "type": "None", "async": "None"},
            "permissions": [],
            "summary": "find it",
            "deprecated": False,
        }
    ]


def test_the_markdown_is_a_table(odcgen, tmp_path):
    data = endpoint(
        None, path="/a|b", status="204", deprecated=True, **{"x-odcgen-permissions": ["A > B", "A > C"]}
    )
    write(tmp_path / "a.json", document(data))
    assert odcgen("operations", "--markdown", "a.json").out.splitlines()[-1] == (
        "| `a_b.get` (deprecated) |  | `None` | `GET /api/shop/v1/a\\|b` | A > B<br>A > C |"
    )


def test_nothing_of_a_document_controls_the_terminal(odcgen, tmp_path):
    write(tmp_path / "a.json", document(endpoint(None, path="/a\x1b[31m\u202e", status="204")))
    for option in ([], ["--markdown"], ["--json"]):
        out = odcgen("operations", "a.json", *option).out
        assert "\x1b" not in out
        assert "\u202e" not in out


def test_arguments_types_and_companions_are_listed(odcgen, tmp_path):
    parameters = [
        {"name": "size", "in": "query", "schema": {"type": "integer"}, "description": "how large"},
        {"name": "thingKey", "in": "path", "required": True, "schema": {"type": "string", "format": "uuid"}},
        {"name": "kind", "in": "query", "required": True, "schema": {"type": "string"}},
    ]
    data = endpoint(
        {"type": "array", "items": {"type": "string"}},
        path="/things/{thingKey}",
        parameters=parameters,
        **{"x-odcgen-poll": {"done": ["Done"]}},
    )
    write(tmp_path / "a.json", document(data))
    lines = odcgen("operations", "a.json").out.splitlines()
    given = "(thing_key: UUID | str, *, kind: str, size: int | None = None, "
    waiting = "timeout: float = 900.0, on_progress: Callable[[list[str]], object] | None = None, "
    assert lines[::2] == [
        f"a.things.get{given}**options: Unpack[CallOptions]) -> list[str]",
        f"a.things.wait{given}{waiting}**options: Unpack[PollOptions]) -> list[str]",
    ]
    call, wait = json.loads(odcgen("operations", "--json", "a.json").out)
    assert (call["role"], call["name"]) == ("call", "a.things.get")
    assert (wait["role"], wait["name"], wait["operation"]) == ("wait", "a.things.wait", "get")
    assert call["arguments"][2] == {
        "name": "size",
        "kind": "keyword",
        "in": "query",
        "wire": "size",
        "type": "int | None",
        "required": False,
        "default": "None",
        "doc": "how large",
    }
    assert (
        "*, kind: str, size: int \\| None = None, timeout" in odcgen("operations", "--markdown", "a.json").out
    )
