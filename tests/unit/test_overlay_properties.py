"""Plain queries, answered without the JSONPath library, get its answers; overlays keep data."""

import copy
import json
from pathlib import Path

import jsonpath_rfc9535
from hypothesis import given
from hypothesis import strategies as st
from odcgen.errors import OverlayError
from odcgen.overlay import apply, load_overlay
from odcgen.overlay.jsonpath import parse

NAMES = st.sampled_from(["a", "b", "_c1", "a-b", "/x/{y}", "é", "", "0", "'", '"', "\\", "a.b", "$", " "])
LEAVES = st.none() | st.booleans() | st.integers(0, 3) | NAMES
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4)
)
OBJECTS = st.dictionaries(NAMES, VALUES, max_size=4)
SEGMENTS = st.one_of(
    NAMES.map(lambda name: f".{name}"),
    NAMES.map(lambda name: f"['{name}']"),
    NAMES.map(lambda name: f'["{name}"]'),
    NAMES.map(lambda name: f"[{json.dumps(name)}]"),
    st.builds(lambda key, name: f"[?@.{key}=='{name}']", st.sampled_from(["a", "b", "_c1", "é"]), NAMES),
    st.builds(lambda key, name: f"[?@.{key}=={json.dumps(name)}]", st.sampled_from(["a", "b"]), NAMES),
    st.sampled_from(
        ["[0]", "[-1]", ".*", "[*]", "..a", "..*", "[?@.a]", "[?@ == 'b']", "[0:2]", "['a','b']"]
    ),
)
QUERIES = st.lists(SEGMENTS, max_size=4).map(lambda segments: "$" + "".join(segments))


def library_answer(query, data):
    try:
        found = jsonpath_rfc9535.find(query, data)
    except jsonpath_rfc9535.JSONPathError:
        return None
    return [(node.value, node.location[-1] if node.location else "") for node in found]


@given(QUERIES, OBJECTS)
def test_every_query_selects_what_the_library_selects(query, data):
    try:
        found = [(match.value, match.key) for match in parse(query)(data)]
    except ValueError:
        found = None
    assert found == library_answer(query, data)


@given(QUERIES, OBJECTS)
def test_every_match_is_held_where_it_says(query, data):
    try:
        matches = parse(query)(data)
    except ValueError:
        return
    for match in matches:
        assert match.value is (data if match.holder is None else match.holder[match.key])


ACTIONS = st.fixed_dictionaries(
    {"target": QUERIES}, optional={"update": VALUES, "remove": st.booleans(), "copy": QUERIES}
)


@given(OBJECTS, st.lists(ACTIONS, min_size=1, max_size=3), st.sampled_from(["1.0.0", "1.1.0"]))
def test_any_overlay_gives_json_or_our_error_and_keeps_the_document(data, actions, version):
    content = {"overlay": version, "info": {"title": "", "version": ""}, "actions": actions}
    before = copy.deepcopy(data)
    try:
        result = apply(data, load_overlay(Path("a.json"), json.dumps(content).encode()), unmatched=[])
    except OverlayError as error:
        str(error).encode()
    else:
        json.dumps(result)
    assert data == before


@given(OBJECTS, OBJECTS)
def test_an_update_of_the_root_keeps_every_name(data, update):
    content = {
        "overlay": "1.1.0",
        "info": {"title": "", "version": ""},
        "actions": [{"target": "$", "update": update}],
    }
    try:
        result = apply(data, load_overlay(Path("a.json"), json.dumps(content).encode()))
    except OverlayError:
        return
    assert set(result) == data.keys() | update.keys()
    assert all(result[name] == data[name] for name in data.keys() - update.keys())
