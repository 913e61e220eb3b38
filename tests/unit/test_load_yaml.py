"""Reading YAML: the same data as JSON, by the core schema of YAML 1.2, and the same errors."""

import re
import time
from pathlib import Path

import pytest
import yaml
from odcgen.documents import yaml_text as yamltext
from odcgen.documents.document import read_document
from odcgen.documents.json_text import MAX_DEPTH
from odcgen.errors import DocumentError

FILE = Path("some.yaml")


@pytest.fixture(autouse=True, params=["C", "Python"])
def _loader(request, monkeypatch):
    if request.param == "C" and not hasattr(yaml, "CSafeLoader"):
        pytest.skip("PyYAML has no libyaml here")
    monkeypatch.setattr(yamltext, "_LOADER", yaml.CSafeLoader if request.param == "C" else yaml.SafeLoader)


def read(text):
    return read_document(FILE, text.encode()).data


def refused(text):
    with pytest.raises(DocumentError) as caught:
        read(text)
    return caught.value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a", "a"),
        ("'1'", "1"),
        ("", None),
        ("~", None),
        ("null", None),
        ("true", True),
        ("FALSE", False),
        ("yes", "yes"),
        ("no", "no"),
        ("on", "on"),
        ("12", 12),
        ("-12", -12),
        ("010", 10),
        ("0o17", 15),
        ("0x1F", 31),
        ("1_000", "1_000"),
        ("12:30", "12:30"),
        ("12:30:45", "12:30:45"),
        ("1.5", 1.5),
        (".5", 0.5),
        ("5.", 5.0),
        ("-1.5e3", -1500.0),
        ("1e3", 1000.0),
        ("1.2.3", "1.2.3"),
        ("2024-01-31", "2024-01-31"),
        ("2024-01-31T10:00:00Z", "2024-01-31T10:00:00Z"),
        ("=", "="),
        ("!!str 12", "12"),
        ("! 12", "12"),
        ("!!int '12'", 12),
        ("!!float 12", 12.0),
        ("!!null ''", None),
        ("!!bool 'true'", True),
        ("!!map {}", {}),
        ("!!seq []", []),
        ("{b: [1, {c: d}]}", {"b": [1, {"c": "d"}]}),
        ("|-\n  x\n  y", "x\ny"),
        (">-\n  x\n  y", "x y"),
    ],
)
def test_a_scalar_is_what_yaml_12_says(text, value):
    result = read(f"a: {text}\n")["a"]
    assert result == value
    assert type(result) is type(value)


@pytest.mark.parametrize(
    ("text", "keys"), [("200: a", ["200"]), ("0200: a", ["0200"]), ("'a b': 1", ["a b"]), ("no: 1", ["no"])]
)
def test_a_key_is_a_string_as_it_is_written(text, keys):
    assert list(read(text)) == keys


@pytest.mark.parametrize(
    ("text", "pointer", "line", "words"),
    [
        ("", "", 1, "empty"),
        ("# nothing", "", 1, "empty"),
        ("- a", "", 1, "an object, not an array"),
        ("a: 1\nb: {a: 1,\n  a: 2}", "/b/a", 3, "twice"),
        ("a: {<<: {b: 1}, <<: {c: 1}}", "/a/<<", 1, "twice"),
        ("a:\n  - x: 1\n    true: 2", "/a/0", 3, "not a string"),
        ("~: 1", "", 1, "not a string"),
        ("1.5: 1", "", 1, "not a string"),
        ("? [a]\n: 1", "", 1, "cannot be a key"),
        ("? {a: 1}\n: 1", "", 1, "cannot be a key"),
        ("a: &x [1]\nb: {*x : 1}", "/b", 2, "not a string"),
        ("a: !!python/name:os.system", "/a", 1, "python/name"),
        ("a: !!python/object/apply:os.system [ls]", "/a", 1, "python/object"),
        ("a: !!set {b}", "/a", 1, "set"),
        ("a: !!int b", "/a", 1, "int"),
        ("a: !mine {}", "/a", 1, "!mine"),
        ("a: .nan", "/a", 1, ".nan"),
        ("a: [1, -.inf]", "/a/1", 1, "-.inf"),
        ("a: 1e999", "/a", 1, "1e999"),
        ("a: " + "9" * 5000, "/a", 1, "too large"),
        ("a: 0x" + "f" * 5000, "/a", 1, "too large"),
        ("a: *x", "/a", 1, "*x"),
        ("a: &x [*x]", "/a/0", 1, "*x"),
        ("a: &x {b: *x}", "/a/b", 1, "*x"),
        ("a: {<<: 5}", "/a/<<", 1, "merge key"),
        ("a: {<<: [{}, 5]}", "/a/<<", 1, "merge key"),
        ("a: 1\n---\nb: 2", "", 2, "more than one"),
        ("a: 1\n  b: 2", None, 2, "not valid YAML"),
        ("a: [1\nb: 2", None, 2, "not valid YAML"),
        ("a: 'b", None, None, "not valid YAML"),
        ("\ta: 1", None, 1, "not valid YAML"),
        ("a: 1\nb: \x01", None, 2, "U+0001"),
        ("é: é\nb: \x00", None, 2, "U+0000"),
    ],
)
def test_what_is_not_json_data_is_one_error_with_its_line(text, pointer, line, words):
    error = refused(text)
    assert words in str(error)
    assert error.file == "some.yaml"
    assert line is None or error.line == line
    assert pointer is None or error.pointer == pointer


def test_half_of_a_surrogate_pair_is_refused():
    assert refused('a: "\\ud800"').line == 1


def test_merge_keys_give_what_the_mapping_does_not_say_itself():
    data = read("""
base: &base {a: 1, b: 2}
other: &other {b: 3, c: 4}
one: {<<: *base, b: 5}
two: {<<: [*base, *other], d: 6}
none: {"<<": 7}
""")
    assert data["one"] == {"a": 1, "b": 5}
    assert data["two"] == {"a": 1, "b": 2, "c": 4, "d": 6}
    assert data["none"] == {"<<": 7}


def test_aliases_give_copies_of_their_own():
    data = read("a: &x {b: [1]}\nc: *x\nd: &s text\ne: *s\n*s : key")
    data["a"]["b"].append(2)
    assert data["c"] == {"b": [1]}
    assert data["text"] == "key"


def test_an_alias_means_the_anchor_written_last():
    assert read("a: &x 1\nb: &x [2]\nc: *x")["c"] == [2]


def bomb(width, levels):
    lines = ["a0: &a0 [" + ",".join(["x"] * width) + "]"]
    lines += [f"a{i}: &a{i} [" + ",".join([f"*a{i - 1}"] * width) + "]" for i in range(1, levels)]
    return "\n".join(lines)


def test_a_document_that_multiplies_itself_is_refused_soon():
    start = time.monotonic()
    error = refused(bomb(9, 10))
    assert "limit 'values'" in str(error)
    assert re.match("/a[0-9]", error.pointer)
    assert "nests deeper" in str(refused(bomb(1, 300)))
    assert time.monotonic() - start < 5


def test_aliases_within_reason_are_accepted():
    assert read(bomb(9, 4))["a3"][8][8][8][8] == "x"


@pytest.mark.parametrize("depth", [MAX_DEPTH, 100_000])
@pytest.mark.parametrize("start", ["[", "{a: ", "- ", "? "])
def test_deep_nesting_is_an_error_and_not_a_crash(start, depth):
    start_time = time.monotonic()
    text = "a: " + start * depth if start in "[{a: " else start * depth
    assert refused(text)
    assert time.monotonic() - start_time < 5


def test_a_value_has_the_line_of_its_key():
    document = read_document(FILE, b"a:\n  b:\n    - 1\n    - c:\n        d: 2\ne: &x {f:\n  1}\ng: *x")
    expected = {
        "": 1,
        "/a": 1,
        "/a/b": 2,
        "/a/b/0": 3,
        "/a/b/1": 4,
        "/a/b/1/c": 4,
        "/a/b/1/c/d": 5,
        "/e/f": 6,
    }
    assert {pointer: document.line(pointer) for pointer in expected} == expected
    assert (document.line("/e/f"), document.line("/g/f")) == (6, 8)


@pytest.mark.parametrize(
    ("name", "text", "data"),
    [
        ("a.yml", b"a: no", {"a": "no"}),
        ("a.YAML", b"{a: no}", {"a": "no"}),
        ("a", b'{"a": "\\ud83d\\ude00"}', {"a": "😀"}),
        ("a.txt", b"a: [1]", {"a": [1]}),
        ("a.oas", b' {"a": 1}', {"a": 1}),
    ],
)
def test_the_name_tells_the_format_or_else_the_first_character(name, text, data):
    assert read_document(Path(name), text).data == data
