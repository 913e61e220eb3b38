"""`odcgen doctor`: traps, stale overlays, removals to come, and the environment."""

import json
import sys

import pytest
import yaml
from odcgen.config import load_config
from odcgen.doctor import examine
from odcgen.doctor.deprecations import deprecations
from odcgen.doctor.traps import TRAPS

from tests.runtime.loopback import Loopback, answer

VARIABLES = ("PORTAL_DOMAIN", "CREDENTIALS", "ACCESS_TOKEN", "CLIENT_ID", "CLIENT_SECRET")


@pytest.fixture(autouse=True)
def clean(monkeypatch):
    for name in VARIABLES:
        monkeypatch.delenv(f"ODC_{name}", raising=False)


@pytest.fixture
def own(tmp_path):
    """Write a project with one document and one overlay."""

    def write(document, *actions, **keys):
        head = {"openapi": "3.0.3", "info": {"title": "A", "version": "1"}, "paths": {}}
        (tmp_path / "a.json").write_text(json.dumps(head | document))
        overlay = {"overlay": "1.0.0", "info": {"title": "B", "version": "1"}, "actions": list(actions)}
        (tmp_path / "a.yaml").write_text(yaml.safe_dump(overlay))
        lines = ["[[documents]]", 'name = "a"', 'path = "a.json"']
        lines += ['overlays = ["a.yaml"]'] if actions else []
        lines += [f'{key} = "{value}"' for key, value in keys.items()]
        (tmp_path / "odcgen.toml").write_text("\n".join(lines) + "\n")

    return write


def test_the_project_s_own_documents_are_healthy(root, odcgen):
    done = odcgen("doctor", cwd=root)
    assert done.status == 0
    assert "0 of them stale" in done.out
    assert done.out.endswith("Nothing to do.\n")


def test_every_trap_of_the_documents_is_named(root, odcgen):
    """The numbers are those of the list of traps; 12 is that documents change."""
    report = json.loads(odcgen("doctor", "--json", cwd=root).out)
    traps = {trap["number"]: trap for trap in report["traps"]}
    assert sorted([*traps, 12]) == list(range(1, 15))
    counts = {number: sum(map(len, trap["places"].values())) for number, trap in traps.items()}
    assert {number: counts[number] for number in (2, 4, 5, 6, 8)} == {2: 1, 4: 43, 5: 1, 6: 8, 8: 299}
    assert all(counts.values())
    assert set(traps[3]["places"]) == {"code_quality", "native_mobile_builds"}
    assert set(traps[9]["places"]) >= {"code_quality"}
    assert set(traps[10]["places"]) >= {"external_libraries"}
    assert all(trap["treatment"] for trap in traps.values())
    assert not any(trap["left"] for trap in traps.values())
    assert report["fetched"].keys() == {
        document.name for document in load_config(root / "odcgen.toml").documents
    }


def test_a_trap_that_no_pass_removed_is_to_be_done(own, odcgen, monkeypatch):
    monkeypatch.setattr(sys.modules["odcgen.normalize"], "NORMALIZERS", ())
    operation = {"description": "Needs **Users > View**.", "responses": {"204": {"description": "ok"}}}
    own({"paths": {"/a": {"get": operation}}})
    done = odcgen("doctor")
    assert done.status == 1
    assert "a: operations that need permissions are left: /paths/~1a/get" in done.out


@pytest.mark.parametrize("trap", TRAPS, ids=lambda trap: str(trap.number))
def test_a_plain_document_has_no_traps(trap):
    data = {
        "openapi": "3.0.3",
        "security": [{"bearer": []}],
        "servers": [{"url": "https://{domain}", "variables": {"domain": {"default": "a"}}}],
        "paths": {"/a": {"get": {"tags": ["A"], "operationId": "a", "responses": {}}}},
        "components": {"schemas": {"A": {"required": ["a"], "properties": {"a": {"type": "string"}}}}},
    }
    assert list(trap.find(data)) == []


def test_actions_that_do_nothing_are_stale(own, odcgen):
    own(
        {},
        {"target": "$.info", "update": {"title": "A"}},
        {"target": "$.nix", "remove": True},
        {"target": "$.info", "update": {"title": "Better"}},
    )
    done = odcgen("doctor")
    assert done.status == 1
    assert "3 actions, 2 of them stale" in done.out
    assert "a.yaml:2: the action on $.info changes nothing; remove it" in done.out
    assert "the action on $.nix matches nothing; remove it" in done.out


DEPRECATED = {
    "paths": {
        "/a": {
            "get": {
                "deprecated": True,
                "x-odcgen-removal": "2027-01-08",
                "responses": {"204": {"description": "ok"}},
            },
            "put": {
                "parameters": [
                    {"name": "q", "in": "query", "deprecated": True, "schema": {"type": "string"}}
                ],
                "responses": {"204": {"description": "ok"}},
            },
        }
    }
}


@pytest.mark.parametrize(("today", "days"), [("2026-11-23", 46), ("2027-01-08", 0), ("2027-02-01", -24)])
def test_days_to_a_removal_are_counted(today, days):
    from datetime import date

    found = list(deprecations("a", DEPRECATED, date.fromisoformat(today)))
    assert [(one.what, one.removal, one.days) for one in found] == [
        ("GET /a", "2027-01-08", days),
        ("PUT /a (parameters/0)", "", None),
    ]


@pytest.mark.parametrize(("within", "status"), [(None, 0), ("45", 0), ("46", 1), ("400", 1)])
def test_a_removal_that_is_due_fails(root, monkeypatch, within, status, odcgen):
    """Portfolio v1 may go on 2027-01-08."""
    from datetime import datetime

    from odcgen.cli import doctor

    class Clock(datetime):
        @classmethod
        def now(cls, tz=None):
            return cls(2026, 11, 23, tzinfo=tz)

    monkeypatch.setattr(doctor, "datetime", Clock)
    done = odcgen("doctor", *(["--within", within] if within else []), cwd=root)
    assert done.status == status
    assert "portfolios_v1: GET /environments may be removed from 2027-01-08, in 46 days" in done.out


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({}, "--  credentials: none of ODC_CREDENTIALS, ODC_ACCESS_TOKEN"),
        ({"ODC_CREDENTIALS": "command:x"}, "ok  credentials: ODC_CREDENTIALS names their source"),
        ({"ODC_ACCESS_TOKEN": "x-secret"}, "ok  credentials: ODC_ACCESS_TOKEN holds a token"),
        (
            {"ODC_CLIENT_ID": "x", "ODC_CLIENT_SECRET": "x-secret"},
            "ok  credentials: ODC_CLIENT_ID and ODC_CLIENT_SECRET are set",
        ),
        ({"ODC_CLIENT_ID": "x-secret"}, "--  credentials: ODC_CLIENT_ID is set, its other half is not"),
        ({"ODC_CLIENT_SECRET": " "}, "--  credentials: none of"),
        ({"ODC_PORTAL_DOMAIN": "acme"}, "ok  portal: ODC_PORTAL_DOMAIN is set"),
        ({"ODC_A_ACCESS_TOKEN": "x-secret"}, "ok  credentials of a: ODC_A_ACCESS_TOKEN holds a token"),
        ({"ODC_A_USERNAME": "x"}, "--  credentials of a: neither ODC_A_ACCESS_TOKEN nor ODC_A_USERNAME"),
    ],
)
def test_the_environment_is_told_by_names_never_by_values(own, odcgen, monkeypatch, variables, said):
    own({}, credentials="ODC_A")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    done = odcgen("doctor")
    assert done.status == 0
    assert said in done.out
    assert "x-secret" not in done.out + odcgen("doctor", "--json").out


@pytest.fixture
def portal(monkeypatch):
    with Loopback() as server:
        monkeypatch.setenv("ODC_PORTAL_DOMAIN", server.url)
        yield server


def test_only_online_asks_the_portal_and_sends_nothing_secret(own, odcgen, portal, monkeypatch):
    own({})
    monkeypatch.setenv("ODC_ACCESS_TOKEN", "x-secret")
    assert odcgen("doctor").status == 0
    assert portal.asked == []
    portal.handle = lambda asked: answer(200, {"token_endpoint": "https://acme.example/token"})
    done = odcgen("doctor", "--online")
    assert done.status == 0
    assert "ok  portal answers: tokens come from https://acme.example/token" in done.out
    (asked,) = portal.asked
    assert asked.path == "/identity/.well-known/openid-configuration"
    assert "authorization" not in asked.headers


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (answer(503), "the server answers 503"),
        (answer(200, b"<html>"), "is no OpenID configuration"),
        (answer(302, location="http://acme.example/"), "which is not https"),
    ],
)
def test_a_portal_that_does_not_answer_is_to_be_done(own, odcgen, portal, reply, said):
    own({})
    portal.handle = lambda asked: reply
    done = odcgen("doctor", "--online")
    assert done.status == 1
    assert "the portal does not answer: " in done.out
    assert said in done.out


def test_without_a_portal_online_has_nobody_to_ask(own, odcgen):
    own({})
    done = odcgen("doctor", "--online")
    assert done.status == 1
    assert "ODC_PORTAL_DOMAIN is not set, so the portal was not asked" in done.out
    assert "does not answer" not in done.out


def test_a_newcomer_may_ask_before_there_is_a_configuration(odcgen):
    done = odcgen("doctor")
    assert done.status == 0
    environment, traps = done.out.index("Environment"), done.out.index("Known traps")
    assert environment < traps
    assert "all taken care of (--traps lists them)" in done.out


def test_a_broken_document_is_told_with_its_place(own, odcgen):
    own({"paths": {"/a": []}})
    done = odcgen("doctor")
    assert (done.status, done.out) == (1, "")
    assert done.err.startswith("error: ")
    assert "/paths/~1a" in done.err


def test_a_library_may_examine_as_well(root):
    from datetime import date

    examination = examine(load_config(root / "odcgen.toml"), today=date(2026, 11, 23))
    assert len(examination.due(60)) == 2
    assert examination.due(10) == ()
