"""Overlay documents: what they may hold, and how a broken one is refused."""

import json
from pathlib import Path

import pytest
from odcgen.errors import OverlayError, UsageError
from odcgen.overlay import load_overlay

SOUND = """\
overlay: 1.1.0
info:
  title: Names
  version: "1"
  description: why
  x-note: 1
extends: ../pets.json
x-note: {}
actions:
  - target: $.info
    description: why
    update: {title: Pets}
    x-note: []
  - target: $.paths['/a'].get
    remove: true
"""
FILE = Path("fix.yaml")


def refused(text, file=FILE):
    with pytest.raises(OverlayError) as caught:
        load_overlay(file, text.encode())
    return caught.value


def test_an_overlay_may_be_yaml_or_json(tmp_path):
    (tmp_path / "a.yaml").write_text(SOUND, "utf-8")
    from_yaml = load_overlay(tmp_path / "a.yaml")
    from_json = load_overlay(Path("a.json"), json.dumps(from_yaml.document.data).encode())
    for overlay in (from_yaml, from_json):
        assert [action.target for action in overlay.actions] == ["$.info", "$.paths['/a'].get"]
        assert [action.remove for action in overlay.actions] == [False, True]
        assert not overlay.is_10


@pytest.mark.parametrize(
    ("old", "new", "pointer", "line", "words"),
    [
        ("overlay: 1.1.0\n", "", "/overlay", 1, "missing"),
        ("1.1.0", "1.2.0", "/overlay", 1, "1.0.x and 1.1.x"),
        ("1.1.0", "1.1", "/overlay", 1, "a number"),
        ("1.1.0", "'1.1'", "/overlay", 1, "not supported"),
        ("1.1.0", "openapi", "/overlay", 1, "not supported"),
        ("  title: Names\n", "", "/info/title", 2, "missing"),
        ('version: "1"', "version: 1", "/info/version", 4, "an integer"),
        ("description: why\n  x", "colour: red\n  x", "/info/colour", 5, "colour"),
        ("../pets.json", "[]", "/extends", 7, "an array"),
        ("x-note: {}", "note: {}", "/note", 8, "note"),
        ("  - target: $.info\n", "  - \n", "/actions/0/target", 11, "missing"),
        ("$.info", "info", "/actions/0/target", 10, "JSONPath"),
        ("$.info", "$.x-a", "/actions/0/target", 10, "brackets"),
        ("$.info", "$.a[?(", "/actions/0/target", 10, "JSONPath"),
        ("$.info", "$[?" + "(" * 5000, "/actions/0/target", 10, "JSONPath"),
        ("$.info", "5", "/actions/0/target", 10, "an integer"),
        (
            "    description: why\n    up",
            "    description: 5\n    up",
            "/actions/0/description",
            11,
            "an integer",
        ),
        ("update:", "updates:", "/actions/0/updates", 12, "updates"),
        ("remove: true", "remove: yes", "/actions/1/remove", 15, "a string"),
        ("remove: true", "copy: 5", "/actions/1/copy", 15, "an integer"),
        ("remove: true", "copy: paths", "/actions/1/copy", 15, "JSONPath"),
        ("remove: true", "copy: $.a\n    update: {}", "/actions/1", 14, "both"),
        ("  - target: $.paths['/a'].get\n    remove: true", "  - text", "/actions/1", 14, "a string"),
        ("info:", "info: &a [*a", "/info/0", 2, "*a"),
        ("title: Names", "title: Names\n  title: x", "/info/title", 4, "twice"),
    ],
)
def test_a_broken_overlay_is_one_error_with_its_line(old, new, pointer, line, words):
    assert old in SOUND
    error = refused(SOUND.replace(old, new, 1))
    assert (error.file, error.pointer, error.line) == ("fix.yaml", pointer, line)
    assert words in str(error)


@pytest.mark.parametrize("actions", ["[]", "{}", "null", "text"])
def test_an_overlay_needs_actions(actions):
    assert refused(SOUND[: SOUND.index("actions:")] + f"actions: {actions}").pointer == "/actions"


def test_version_10_has_no_copy():
    error = refused(SOUND.replace("1.1.0", "1.0.0").replace("remove: true", "copy: $.a"))
    assert error.pointer == "/actions/1/copy"
    assert "1.1.0" in str(error)


def test_a_document_that_is_no_data_is_refused_as_overlay():
    assert "not valid YAML" in str(refused("a: ["))
    assert "not valid JSON" in str(refused("{", Path("a.json")))


def test_an_overlay_that_is_not_there_is_misuse(tmp_path):
    with pytest.raises(UsageError):
        load_overlay(tmp_path / "nope.yaml")
