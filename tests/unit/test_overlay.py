"""What the actions of an overlay do, by the words of Overlay 1.0 and 1.1."""

import copy
import json
from pathlib import Path

import pytest
from odcgen.errors import OverlayError, OverlayErrors
from odcgen.overlay import apply, load_overlay

DOCUMENT = {
    "info": {"title": "Pets", "x-null": None},
    "tags": ["a", "b", "c"],
    "paths": {
        "/a": {
            "get": {"tags": ["x"], "parameters": [{"name": "p", "in": "query"}, {"name": "q", "in": "path"}]}
        },
        "/b": {"get": {"tags": ["x", "y"]}, "post": {"deprecated": True}},
    },
}


def overlay(actions, version="1.1.0"):
    content = {"overlay": version, "info": {"title": "t", "version": "1"}, "actions": actions}
    return load_overlay(Path("fix.json"), json.dumps(content, indent=1).encode())


def applied(actions, version="1.1.0", document=DOCUMENT, **options):
    return apply(document, overlay(actions, version), **options)


def changed(path, value):
    """The document with the value at a path of keys set, or taken away where it is `...`."""
    data = copy.deepcopy(DOCUMENT)
    holder = data
    for name in path[:-1]:
        holder = holder[name]
    if value is ...:
        del holder[path[-1]]
    else:
        holder[path[-1]] = value
    return data


BOTH = {
    "a new property": ({"target": "$.info", "update": {"x": 1}}, ("info", "x"), 1),
    "a primitive property": ({"target": "$.info", "update": {"title": "New"}}, ("info", "title"), "New"),
    "null by a primitive": ({"target": "$.info", "update": {"x-null": 5}}, ("info", "x-null"), 5),
    "a primitive by null": ({"target": "$.info", "update": {"title": None}}, ("info", "title"), None),
    "the root": ({"target": "$", "update": {"x": {"y": 1}}}, ("x",), {"y": 1}),
    "an object inside": (
        {"target": "$.paths", "update": {"/b": {"post": {"summary": "s"}}}},
        ("paths", "/b", "post", "summary"),
        "s",
    ),
    "an array inside an object": (
        {"target": "$", "update": {"tags": ["d"]}},
        ("tags",),
        ["a", "b", "c", "d"],
    ),
    "an array inside that is new": ({"target": "$.info", "update": {"x": [1]}}, ("info", "x"), [1]),
    "an empty object": ({"target": "$.info", "update": {}}, ("info", "title"), "Pets"),
    "an object to an array": (
        {"target": "$.paths['/a'].get.parameters[?@.name=='q']", "update": {"required": True}},
        ("paths", "/a", "get", "parameters", 1),
        {"name": "q", "in": "path", "required": True},
    ),
    "one item for an array": ({"target": "$.tags", "update": "d"}, ("tags",), ["a", "b", "c", "d"]),
    "an object for an array": (
        {"target": "$.tags", "update": {"n": 1}},
        ("tags",),
        ["a", "b", "c", {"n": 1}],
    ),
    "remove an object": ({"target": "$.paths['/a']", "remove": True}, ("paths", "/a"), ...),
    "remove an array": ({"target": "$.tags", "remove": True}, ("tags",), ...),
    "remove a primitive property": ({"target": "$.info.title", "remove": True}, ("info", "title"), ...),
    "remove an object from an array": (
        {"target": "$.paths['/a'].get.parameters[?@.name=='p']", "remove": True},
        ("paths", "/a", "get", "parameters"),
        [{"name": "q", "in": "path"}],
    ),
    "remove wins over update": (
        {"target": "$.tags", "remove": True, "update": "d"},
        ("tags",),
        ...,
    ),
    "update with remove: false": (
        {"target": "$.info", "remove": False, "update": {"x": 1}},
        ("info", "x"),
        1,
    ),
    "remove: false alone": ({"target": "$.info", "remove": False}, ("info", "title"), "Pets"),
}


@pytest.mark.parametrize("version", ["1.0.0", "1.0.1", "1.1.0"])
@pytest.mark.parametrize(("action", "path", "value"), BOTH.values(), ids=BOTH)
def test_both_versions(action, path, value, version):
    assert applied([action], version) == changed(path, value)


ONLY_11 = {
    "a string": ({"target": "$.info.title", "update": "New"}, ("info", "title"), "New"),
    "a flag by null": (
        {"target": "$.paths['/b'].post.deprecated", "update": None},
        ("paths", "/b", "post", "deprecated"),
        None,
    ),
    "null by a string": ({"target": "$.info['x-null']", "update": "x"}, ("info", "x-null"), "x"),
    "an item of an array": ({"target": "$.tags[1]", "update": "B"}, ("tags",), ["a", "B", "c"]),
    "the last item": ({"target": "$.tags[-1]", "update": "C"}, ("tags",), ["a", "b", "C"]),
    "every item": ({"target": "$.tags[*]", "update": "z"}, ("tags",), ["z", "z", "z"]),
    "several items for an array": (
        {"target": "$.tags", "update": ["d", "e"]},
        ("tags",),
        ["a", "b", "c", "d", "e"],
    ),
    "no items for an array": ({"target": "$.tags", "update": []}, ("tags",), ["a", "b", "c"]),
    "remove items of an array": ({"target": "$.tags[?@ != 'b']", "remove": True}, ("tags",), ["b"]),
    "remove an item selected twice": ({"target": "$.tags[0,0,1]", "remove": True}, ("tags",), ["c"]),
    "copy an object": (
        {"target": "$.paths['/b'].post", "copy": "$.paths['/b'].get"},
        ("paths", "/b", "post"),
        {"deprecated": True, "tags": ["x", "y"]},
    ),
    "copy into two": (
        {"target": "$.paths.*.get.tags", "copy": "$.tags"},
        ("paths",),
        {
            "/a": {"get": {**DOCUMENT["paths"]["/a"]["get"], "tags": ["x", "a", "b", "c"]}},
            "/b": {"get": {"tags": ["x", "y", "a", "b", "c"]}, "post": {"deprecated": True}},
        },
    ),
    "copy into itself": ({"target": "$.tags", "copy": "$.tags"}, ("tags",), ["a", "b", "c", "a", "b", "c"]),
    "copy a string over another": (
        {"target": "$.tags[0]", "copy": "$.info.title"},
        ("tags",),
        ["Pets", "b", "c"],
    ),
    "copy a string into an array": (
        {"target": "$.tags", "copy": "$.info.title"},
        ("tags",),
        ["a", "b", "c", "Pets"],
    ),
    "remove wins over copy": ({"target": "$.tags", "remove": True, "copy": "$.nope"}, ("tags",), ...),
}


@pytest.mark.parametrize(("action", "path", "value"), ONLY_11.values(), ids=ONLY_11)
def test_version_11(action, path, value):
    assert applied([action]) == changed(path, value)


def test_version_10_appends_an_array_as_one_item():
    assert applied([{"target": "$.tags", "update": ["d"]}], "1.0.0")["tags"] == ["a", "b", "c", ["d"]]


ERRORS = {
    "an object by a string": ({"target": "$.info", "update": "x"}, "/update", "a string"),
    "an object by an array": ({"target": "$.info", "update": []}, "/update", "an array"),
    "a property of another shape": (
        {"target": "$", "update": {"paths": {"/a": {"get": {"tags": "x"}}}}},
        "/update/paths/~1a/get/tags",
        "an array where the update has a string",
    ),
    "an object where null is": ({"target": "$.info", "update": {"x-null": {}}}, "/update/x-null", "null"),
    "null where an object is": ({"target": "$", "update": {"info": None}}, "/update/info", "an object"),
    "the root removed": ({"target": "$", "remove": True}, "/remove", "root"),
}
ERRORS_11 = {
    "a string by an object": (
        {"target": "$.info.title", "update": {}},
        "/update",
        "an object cannot replace",
    ),
    "a string by an array": ({"target": "$.info.title", "update": []}, "/update", "an array cannot replace"),
    "a mix of targets": ({"target": "$.*", "update": {}}, "/update", "different types"),
    "copy of nothing": ({"target": "$.info", "copy": "$.nope"}, "/copy", "selects 0"),
    "copy of two": ({"target": "$.info", "copy": "$.paths.*"}, "/copy", "selects 2"),
    "copy of the wrong shape": ({"target": "$.info", "copy": "$.tags"}, "/copy", "an array"),
}
ERRORS_10 = {
    "a primitive updated": ({"target": "$.info.title", "update": "x"}, "/update", "Overlay 1.0"),
    "a primitive item removed": ({"target": "$.tags[0]", "remove": True}, "/remove", "Overlay 1.0"),
}


@pytest.mark.parametrize(
    ("version", "action", "at", "words"),
    [
        *(("1.0.0", *case) for case in (ERRORS | ERRORS_10).values()),
        *(("1.1.0", *case) for case in (ERRORS | ERRORS_11).values()),
    ],
)
def test_what_does_not_fit_is_one_error_at_its_place(version, action, at, words):
    with pytest.raises(OverlayError, match=words) as caught:
        applied([{"target": "$.info", "update": {}}, action], version)
    assert caught.value.file == "fix.json"
    assert caught.value.pointer == f"/actions/1{at}"
    assert caught.value.line > 10
    assert caught.value.exit_code == 1


def test_actions_are_applied_in_order_to_the_result_so_far():
    moved = applied(
        [
            {"target": "$.paths", "update": {"/new": {}}},
            {"target": "$.paths['/new']", "copy": "$.paths['/a']"},
            {"target": "$.paths['/a']", "remove": True},
            {"target": "$.paths['/new'].get", "update": {"summary": "moved"}},
            {"target": "$.tags", "remove": True},
            {"target": "$", "update": {"tags": ["z"]}},
        ]
    )
    assert list(moved["paths"]) == ["/b", "/new"]
    assert moved["paths"]["/new"]["get"] == {**DOCUMENT["paths"]["/a"]["get"], "summary": "moved"}
    assert moved["tags"] == ["z"]


def test_the_document_and_the_overlay_stay_as_they_are():
    document = copy.deepcopy(DOCUMENT)
    fix = overlay(
        [
            {"target": "$.paths.*", "update": {"shared": {"list": []}}},
            {"target": "$.paths['/a'].shared.list", "update": 1},
        ]
    )
    first = apply(document, fix)
    assert document == DOCUMENT
    assert first["paths"]["/a"]["shared"] == {"list": [1]}
    assert first["paths"]["/b"]["shared"] == {"list": []}
    assert apply(document, fix) == first


def test_objects_that_two_places_of_the_document_share_are_told_apart():
    shared = {"tags": []}
    result = applied([{"target": "$.a.tags", "update": "x"}], document={"a": shared, "b": shared})
    assert result == {"a": {"tags": ["x"]}, "b": {"tags": []}}


def test_every_action_that_matches_nothing_is_told():
    actions = [
        {"target": "$.nope", "update": {}},
        {"target": "$.info", "update": {"x": 1}},
        {"target": "$.paths[?@.nope]", "remove": True},
    ]
    with pytest.raises(OverlayErrors) as caught:
        applied(actions)
    assert [(error.pointer, error.line) for error in caught.value.errors] == [
        ("/actions/0", 8),
        ("/actions/2", 18),
    ]
    assert "$.paths[?@.nope] matches nothing" in str(caught.value)
    with pytest.raises(OverlayError, match=r"\$\.nope matches nothing"):
        applied(actions[:2])


def test_actions_that_match_nothing_can_be_collected_instead():
    unmatched = []
    result = applied(
        [{"target": "$.nope", "remove": True}, {"target": "$.info", "update": {"x": 1}}], unmatched=unmatched
    )
    assert result == changed(("info", "x"), 1)
    assert [error.pointer for error in unmatched] == ["/actions/0"]


def test_descendants_that_contain_each_other_can_be_removed_together():
    document = {"a": {"x": {"x": 1}}, "b": [{"x": 2}]}
    assert applied([{"target": "$..x", "remove": True}], document=document) == {"a": {}, "b": [{}]}


def test_a_query_that_gives_up_is_an_error_and_not_a_traceback():
    deep = {"a": 1}
    for _ in range(450):
        deep = {"a": deep}
    with pytest.raises(OverlayError, match="query fails") as caught:
        applied([{"target": "$..nope", "remove": True}], document=deep)
    assert caught.value.pointer == "/actions/0/target"
