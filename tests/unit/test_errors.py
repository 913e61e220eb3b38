"""Errors say what is wrong, where, and what to do, in a form that is safe to print."""

import pickle

import pytest
from odcgen import errors
from odcgen.errors import DocumentError, DocumentErrors, OdcgenError, OverlayErrors, UsageError

CLASSES = [
    value for value in vars(errors).values() if isinstance(value, type) and issubclass(value, OdcgenError)
]


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ({}, "It is broken."),
        ({"file": "a.json"}, "It is broken (a.json)."),
        ({"file": "a.json", "line": 3}, "It is broken (a.json:3)."),
        ({"file": "a.json", "line": 3, "pointer": "/a/b"}, "It is broken (a.json:3, /a/b)."),
        ({"pointer": "/a"}, "It is broken (/a)."),
        ({"pointer": ""}, "It is broken (/ (the whole document))."),
        ({"line": 3}, "It is broken (line 3)."),
        ({"hint": "Mend it."}, "It is broken. Mend it."),
        ({"file": "a", "hint": "Mend it."}, "It is broken (a). Mend it."),
    ],
)
def test_an_error_reads_as_a_sentence_with_its_place_and_a_hint(place, expected):
    assert str(OdcgenError("It is broken", **place)) == expected


@pytest.mark.parametrize("char", ["\n", "\r", "\x1b", "\x00", "\u202e", "\u2028", "\ud800", "\x7f"])
@pytest.mark.parametrize("field", ["message", "file", "pointer", "hint"])
def test_text_of_a_document_cannot_write_to_the_terminal_by_itself(char, field):
    error = OdcgenError(**{"message": "a", field: f"x{char}y"})
    assert char not in str(error)
    assert str(error).isprintable()
    assert str(error).encode("utf-8")


def test_letters_of_any_language_stay_readable():
    assert str(OdcgenError("größer 値")) == "größer 値."


def test_a_very_long_pointer_is_shortened_in_print_only():
    error = OdcgenError("a", pointer="/x" * 5000)
    assert len(str(error)) < 1100
    assert error.pointer == "/x" * 5000


@pytest.mark.parametrize("group", [DocumentErrors, OverlayErrors])
def test_several_errors_stand_one_a_line_at_the_place_of_the_first(group):
    error = group([DocumentError("a", file="f", pointer="/a", line=1), DocumentError("b", file="f", line=2)])
    assert str(error) == "a (f:1, /a).\nb (f:2)."
    assert (error.file, error.pointer, error.line) == ("f", "/a", 1)
    assert [each.message for each in error.errors] == ["a", "b"]


def test_only_misuse_exits_with_2():
    assert {cls.__name__ for cls in CLASSES if cls.exit_code == 2} == {"UsageError", "ConfigError"}
    assert {cls.exit_code for cls in CLASSES} == {1, 2}


def test_an_error_survives_the_way_to_another_process():
    error = pickle.loads(pickle.dumps(UsageError("a", file="f", pointer="/p", line=3, hint="h")))
    assert str(error) == "a (f:3, /p). h"
    several = pickle.loads(pickle.dumps(DocumentErrors([DocumentError("a", line=1), DocumentError("b")])))
    assert str(several) == "a (line 1).\nb."
