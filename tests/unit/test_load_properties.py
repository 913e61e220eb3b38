"""Whatever bytes come, reading gives a document or one of our errors."""

import json
from pathlib import Path

import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from odcgen.documents.document import read_document
from odcgen.documents.pointer import join
from odcgen.errors import OdcgenError

TEXTS = st.text(st.characters(codec="utf-8"))
NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
SCALARS = st.none() | st.booleans() | NUMBERS | TEXTS
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner), max_leaves=8)
OBJECTS = st.dictionaries(TEXTS, VALUES)
SYNTAX = [*'{}[],:"\\ \n\t-&*!?|>#%@`<~0129.eE+', "null", "NaN", "a", "\\u", "d800", "<<", "&a ", "*a", "é"]
SOUP = st.lists(st.sampled_from(SYNTAX), max_size=40).map("".join)
NAMES = st.sampled_from(["a.json", "a.yaml", "a"])


def read_or_refuse(name, text):
    try:
        document = read_document(Path(name), text)
    except OdcgenError as error:
        str(error).encode("utf-8")
    else:
        json.dumps(document.data, allow_nan=False).encode("ascii")
        assert document.line("/a/b") is not None


@given(NAMES, st.binary(max_size=200))
@example("a.yaml", b"\xff\xfea\x00")
def test_any_bytes_give_a_document_or_our_error(name, text):
    read_or_refuse(name, text)


@given(NAMES, SOUP)
@example("a.json", "NaN-}{")
@example("a.json", '{"a": 1e999-}}')
def test_any_soup_of_syntax_gives_a_document_or_our_error(name, text):
    read_or_refuse(name, text.encode())


@given(OBJECTS, st.booleans())
def test_json_is_read_as_it_was_written(data, ascii_only):
    text = json.dumps(data, ensure_ascii=ascii_only, indent=1)
    assert read_document(Path("a.json"), text.encode()).data == data


@given(OBJECTS)
def test_yaml_is_read_as_it_was_written(data):
    text = yaml.dump(data, sort_keys=False, default_style='"')  # plain scalars mean other things in 1.1
    assert read_document(Path("a.yaml"), text.encode()).data == data


def lines_of(value, pointer):
    """Every pointer below `value` in the order of the text, for a text with each on a line of its own."""
    children = (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    )
    for name, child in children:
        at = join(pointer, name)
        yield at
        yield from lines_of(child, at)


@given(OBJECTS)
def test_every_value_of_json_has_its_line(data):
    text = json.dumps(data, indent=1)
    document = read_document(Path("a.json"), text.encode())
    found = [document.line(pointer) for pointer in lines_of(data, "")]
    assert found == sorted(set(found))
    assert all(line <= text.count("\n") + 1 for line in found)
