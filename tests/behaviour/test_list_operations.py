"""`odcgen operations`: every operation by its public name, for people, for machines and for the docs."""

import json

from tests.behaviour.conftest import write
from tests.generating import document, endpoint


def test_the_project_s_operations_are_listed(project, odcgen):
    assert odcgen("operations").out.splitlines() == [
        "pets.pets.get    GET    /api/shop/v1/pets",
        "shops.shops.get  GET    /api/shop/v1/shops",
    ]


def test_files_need_no_configuration(odcgen, tmp_path):
    write(tmp_path / "a.json", document(endpoint(None, status="204", summary="find it")))
    assert json.loads(odcgen("operations", "--json", "a.json").out) == [
        {
            "name": "a.things.get",
            "api": "a",
            "resource": "things",
            "operation": "get",
            "method": "GET",
            "path": "/api/shop/v1/things",
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
        "| `a.a_b.get` (deprecated) | GET | `/api/shop/v1/a\\|b` | A > B<br>A > C |"
    )


def test_nothing_of_a_document_controls_the_terminal(odcgen, tmp_path):
    write(tmp_path / "a.json", document(endpoint(None, path="/a\x1b[31m\u202e", status="204")))
    for option in ([], ["--markdown"], ["--json"]):
        out = odcgen("operations", "a.json", *option).out
        assert "\x1b" not in out
        assert "\u202e" not in out
