"""Reading JSON: everything that is not plain JSON data ends in one error with its line."""

import hashlib
import json
import os
from pathlib import Path

import pytest
from odcgen.documents.document import read_document
from odcgen.documents.json_text import MAX_DEPTH
from odcgen.documents.load import load_document
from odcgen.errors import DocumentError, UsageError

FILE = Path("some.json")
MINIMAL = {"openapi": "3.0.3", "info": {}}


def refused(text, file=FILE):
    with pytest.raises(DocumentError) as caught:
        read_document(file, text)
    return caught.value


def test_a_document_keeps_its_data_in_order_its_name_and_its_digest():
    text = b'{"b": [1, 2.5, true, null, "\\u00e9\\ud83d\\ude00"], "a": {}}'
    document = read_document(FILE, text)
    assert document.data == {"b": [1, 2.5, True, None, "é😀"], "a": {}}
    assert list(document.data) == ["b", "a"]
    assert document.path == "some.json"
    assert document.digest == hashlib.sha256(text).hexdigest()


def test_a_file_is_read_from_disk(tmp_path):
    (tmp_path / "a.json").write_text(json.dumps(MINIMAL), "utf-8")
    assert load_document(tmp_path / "a.json").data == MINIMAL


@pytest.mark.parametrize("text", [b'\xef\xbb\xbf{"a": 1}', b'{"a":\r\n 1}\r\n', b'\n\t {"a": 1}'])
def test_a_byte_order_mark_and_any_line_ends_are_accepted(text):
    assert read_document(FILE, text).data == {"a": 1}


@pytest.mark.parametrize(
    ("text", "pointer", "line", "words"),
    [
        (b"", None, 1, "empty"),
        (b" \n\t ", None, 1, "empty"),
        (b'"text"', "", 1, "an object, not a string"),
        (b"[1]", "", 1, "an object, not an array"),
        (b"null", "", 1, "an object, not null"),
        (b"5", "", 1, "an object, not an integer"),
        (b'{"a": 1', None, 1, "not valid JSON"),
        (b'{"a":\n 1,}', None, 2, "not valid JSON"),
        (b'{"a": 1} x', None, 1, "not valid JSON"),
        (b"{'a': 1}", None, 1, "not valid JSON"),
        (b'{"a": "b\nc"}', None, 1, "not valid JSON"),
        (b'{\n// why\n"a": 1}', None, 2, "no comments"),
        (b'/* why */ {"a": 1}', None, 1, "no comments"),
        (b'{"a": 1, "b": {"c": 1,\n"c": 2}}', "/b/c", 2, "twice"),
        (b'{"a": [{}, {"b": 1, "b": 2}]}', "/a/1/b", 1, "twice"),
        (b'{"a/b~": 1,\n\n"a\\u002fb~": 2}', "/a~1b~0", 3, "twice"),
        (b'{"a":\nNaN}', "/a", 2, "NaN"),
        (b'{"a": [1,\n-Infinity]}', "/a/1", 2, "-Infinity"),
        (b'{"a": 1e999}', "/a", 1, "too large"),
        (b'{"a": -1e999}', "/a", 1, "too large"),
        (b'{"a": ' + b"9" * 5000 + b"}", "/a", 1, "too large"),
        (b'{"a":\n "\\ud800"}', "/a", 2, "surrogate"),
        (b'{"a": ["x", "\\uDC00\\ud800"]}', "/a/1", 1, "surrogate"),
        (b'{"\\udfff": 1}', "", 1, "surrogate"),
        (b'{"a": "\xff"}', None, 1, "not UTF-8"),
        (b'{"a":\n"\xed\xa0\x80"}', None, 2, "not UTF-8"),
        ('{"a": 1}'.encode("utf-16"), None, 1, "not UTF-8"),
    ],
)
def test_what_is_not_json_is_one_error_with_its_line(text, pointer, line, words):
    error = refused(text)
    assert (error.pointer, error.line, error.file) == (pointer, line, "some.json")
    assert words in str(error)


@pytest.mark.parametrize("depth", [MAX_DEPTH + 1, 2_000, 200_000])
@pytest.mark.parametrize(("start", "end"), [("[", "]"), ('{"a":', "}"), ('[{"a":', "}]")])
def test_deep_nesting_is_an_error_and_not_a_crash(start, end, depth):
    error = refused(('{"x":' + start * depth + "1" + end * depth + "}").encode())
    assert "nests deeper" in str(error)
    assert error.line == 1


def test_nesting_up_to_the_limit_is_accepted():
    depth = MAX_DEPTH - 1
    assert read_document(FILE, ('{"x":' + "[" * depth + "]" * depth + "}").encode())


@pytest.mark.parametrize(
    ("data", "pointer", "words"),
    [
        ({}, "/openapi", "missing"),
        ({"openapi": "4.0.0"}, "/openapi", "3.0.x, 3.1.x"),
        ({"openapi": "3.3.0"}, "/openapi", "3.0.x, 3.1.x"),
        ({"openapi": "3.0"}, "/openapi", "3.0.x, 3.1.x"),
        ({"openapi": 3.0}, "/openapi", "3.0.x, 3.1.x"),
        ({"openapi": None}, "/openapi", "3.0.x, 3.1.x"),
        ({"openapi": "3.0.3\n"}, "/openapi", "3.0.x, 3.1.x"),
        ({"swagger": "2.0"}, "/swagger", "odcgen specs add"),
        ({"asyncapi": "3.0.0"}, "/asyncapi", "asyncapi"),
        ({"overlay": "1.0.0"}, "/overlay", "overlay"),
    ],
)
def test_what_is_not_openapi_3_is_refused_and_named(data, pointer, words):
    text = json.dumps({"a": 1, **data}, indent=1).encode()
    with pytest.raises(DocumentError) as caught:
        load_document(FILE, text)
    assert caught.value.pointer == pointer
    assert caught.value.line == (3 if data else 1)
    assert words in str(caught.value)


@pytest.mark.parametrize("version", ["3.0.0", "3.0.4", "3.1.0", "3.1.1", "3.0.0-rc2"])
def test_openapi_30_and_31_are_accepted(version):
    assert load_document(FILE, json.dumps({"openapi": version}).encode())


def test_a_value_has_a_line_or_that_of_its_closest_ancestor():
    document = read_document(FILE, b'{\n"a": {"b": [1,\n{"c/d": {}}]}\n,\n"e": 1}')
    expected = {"": 1, "/a": 2, "/a/b": 2, "/a/b/0": 2, "/a/b/1": 3, "/a/b/1/c~1d": 3, "/e": 5}
    assert {pointer: document.line(pointer) for pointer in expected} == expected
    assert document.line("/a/b/1/c~1d/x/y") == 3
    assert document.line("/nope") == 1


@pytest.mark.parametrize(
    ("name", "words"), [("nope.json", "no such file"), (".", "directory"), ("a\0b", "cannot be read")]
)
def test_a_file_that_cannot_be_read_is_misuse(tmp_path, name, words):
    with pytest.raises(UsageError, match=words) as caught:
        read_document(tmp_path / name)
    assert caught.value.exit_code == 2


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_permission_is_misuse(tmp_path):
    (tmp_path / "a.json").touch(mode=0)
    with pytest.raises(UsageError, match="Permission"):
        read_document(tmp_path / "a.json")
