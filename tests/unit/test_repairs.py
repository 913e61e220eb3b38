"""Named repairs: what comes out of each, what its warning says, and who decides whether it is done."""

import copy
import json
import re
from contextlib import suppress
from pathlib import Path

import pytest
from odcgen.doctor.fix import changes, fix
from odcgen.documents.load import load_document
from odcgen.documents.pointer import split
from odcgen.errors import ConfigError, DocumentError
from odcgen.overlay import apply, load_overlay
from odcgen.reading import make_sound
from odcgen.repairs import REPAIRS

from tests.rejects.documents import (
    ABSENT,
    GET,
    NAME,
    OK,
    PATH_PARAMETER,
    PET,
    POST,
    QUERY_PARAMETER,
    SCHEMAS,
    SOUND,
    broken,
    line_of,
    text_of,
)

ROOT = Path(__file__).resolve().parents[2]
VARIABLE = "/servers/0/variables/host"
FLOW = "/components/securitySchemes/bearer"
DANGLING = {"propertyName": "kind", "mapping": {"a": "Kind", "x": "Nope", "y": f"#{SCHEMAS}/Nope"}}


def in_path(name, **more):
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string"}} | more


def op(*parameters):
    return {"get": {"responses": {}, "parameters": list(parameters)}}


# rule -> cases of (what is wrong, where the warning points, what it says, what stands where afterwards)
CASES = {
    "path-with-fragment": [
        (
            {"/paths/~1pets#all": op()},
            "/paths/~1pets#all",
            '"/pets" is called',
            {"/paths/~1pets#all/x-odcgen-path": "/pets"},
        )
    ],
    "path-with-query": [
        (
            {"/paths/~1pets?beta=true": op()},
            "/paths/~1pets?beta=true",
            '"/pets?beta=true" is called',
            {"/paths/~1pets?beta=true/x-odcgen-path": "/pets?beta=true"},
        ),
        (
            {"/paths/~1pets?app={id}&v=1": op(in_path("id"))},
            "/paths/~1pets?app={id}&v=1",
            '"/pets?v=1" is called, the rest is parameters',
            {
                "/paths/~1pets?app={id}&v=1/x-odcgen-path": "/pets?v=1",
                "/paths/~1pets?app={id}&v=1/get/parameters": [in_path("app", **{"in": "query"})],
            },
        ),
    ],
    "undeclared-path-parameter": [
        (
            {PATH_PARAMETER: ABSENT},
            GET,
            "id is put into the path",
            {f"{GET}/parameters/1": in_path("id")},
        ),
        (
            {f"{PATH_PARAMETER}/in": "query", f"{PATH_PARAMETER}/schema": {"type": "integer"}},
            GET,
            "id is put into the path",
            {f"{GET}/parameters/1": in_path("id", schema={"type": "integer"})},
        ),
    ],
    "unused-path-parameter": [
        (
            {f"{POST}/parameters": [in_path("a")]},
            f"{POST}/parameters/0",
            "no place for it",
            {f"{POST}/parameters": []},
        )
    ],
    "optional-path-parameter": [
        (
            {f"{PATH_PARAMETER}/required": ABSENT},
            f"{PATH_PARAMETER}/required",
            "it is required",
            {f"{PATH_PARAMETER}/required": True},
        )
    ],
    "parameter-without-schema": [
        (
            {f"{QUERY_PARAMETER}/schema": ABSENT, f"{QUERY_PARAMETER}/type": "string"},
            QUERY_PARAMETER,
            'its type is "string"',
            {f"{QUERY_PARAMETER}/schema": {"type": "string"}},
        ),
        (
            {f"{QUERY_PARAMETER}/schema": ABSENT},
            QUERY_PARAMETER,
            "can be anything",
            {f"{QUERY_PARAMETER}/schema": {}},
        ),
    ],
    "parameter-twice": [
        (
            {f"{GET}/parameters/2": copy.deepcopy(SOUND["paths"]["/pets/{id}"]["get"]["parameters"][1])},
            f"{GET}/parameters/2",
            "the same",
            {f"{GET}/parameters": SOUND["paths"]["/pets/{id}"]["get"]["parameters"]},
        )
    ],
    "required-in-property": [
        ({f"{NAME}/required": True}, f"{NAME}/required", "left out", {f"{NAME}/required": None})
    ],
    "array-without-items": [
        ({NAME: {"type": "array"}}, f"{NAME}/items", "anything", {NAME: {"type": "array", "items": {}}})
    ],
    "empty-union": [
        (
            {f"{SCHEMAS}/None": {"oneOf": [], "discriminator": {"propertyName": "a"}}},
            f"{SCHEMAS}/None/oneOf",
            "names no schema",
            {f"{SCHEMAS}/None": {}},
        )
    ],
    "type-list": [
        (
            {NAME: {"type": ["string", "null"]}},
            f"{NAME}/type",
            '"string" or null',
            {NAME: {"type": "string", "nullable": True}},
        ),
        (
            {NAME: {"type": ["string", "array"], "items": {"type": "string"}}},
            f"{NAME}/type",
            "anyOf",
            {NAME: {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}},
        ),
    ],
    "null-as-type": [
        (
            {NAME: {"type": ["string", None]}, "/openapi": "3.1.0"},
            f"{NAME}/type",
            'read as "null"',
            {f"{NAME}/type": ["string", "null"]},
        )
    ],
    "tuple-items": [
        (
            {NAME: {"type": "array", "items": [{"type": "string"}, {"type": "integer"}, {"type": "string"}]}},
            f"{NAME}/items",
            "each item fits one",
            {f"{NAME}/items": {"anyOf": [{"type": "string"}, {"type": "integer"}]}},
        )
    ],
    "dangling-mapping": [
        (
            {f"{PET}/discriminator": DANGLING},
            f"{PET}/discriminator/mapping/x",
            "values with it stay as they come",
            {f"{PET}/discriminator/mapping": {"a": "Kind"}},
        )
    ],
    "default-of-another-type": [
        ({f"{NAME}/default": 5}, f"{NAME}/default", "the server has its own", {f"{NAME}/default": None}),
        (
            {NAME: {"type": "integer", "default": "null"}},
            f"{NAME}/default",
            "the server has its own",
            {NAME: {"type": "integer"}},
        ),
    ],
    "enum-value-of-another-type": [
        (
            {f"{SCHEMAS}/Kind/enum": ["cat", 5, True]},
            f"{SCHEMAS}/Kind/enum/1",
            'it is read as "5"',
            {f"{SCHEMAS}/Kind/enum": ["cat", "5", "true"]},
        ),
        (
            {NAME: {"type": "integer", "enum": ["1", 2, "2", "x"]}},
            f"{NAME}/enum/0",
            "it is read as 1",
            {f"{NAME}/enum": [1, 2]},
        ),
    ],
    "empty-enum": [
        ({f"{NAME}/enum": []}, f"{NAME}/enum", "any value of the type", {f"{NAME}/enum": None}),
    ],
    "null-text": [
        ({f"{NAME}/description": None}, f"{NAME}/description", "left out", {f"{NAME}/description": None}),
        (
            {FLOW: {"type": "oauth2", "flows": {"implicit": {"scopes": {"a": None}}}}},
            f"{FLOW}/flows/implicit/scopes/a",
            "the text is empty",
            {f"{FLOW}/flows/implicit/scopes": {"a": ""}},
        ),
    ],
    "number-as-text": [
        ({"/info/version": 1.0}, "/info/version", 'read as "1.0"', {"/info/version": "1.0"}),
        (
            {f"{VARIABLE}/default": 443},
            f"{VARIABLE}/default",
            'read as "443"',
            {f"{VARIABLE}/default": "443"},
        ),
    ],
    "list-of-examples": [
        (
            {f"{OK}/content/application~1json/examples": [1]},
            f"{OK}/content/application~1json/examples",
            "nothing is made of them",
            {f"{OK}/content/application~1json/examples": None},
        )
    ],
    "undeclared-security-scheme": [
        (
            {"/security": [{"nope": []}, {"bearer": []}]},
            "/security/0/nope",
            '"nope" is not sent',
            {"/security": [{"bearer": []}]},
        ),
        ({"/security": [{"nope": []}]}, "/security/0/nope", "is not sent", {"/security": [{}]}),
    ],
    "undeclared-server-variable": [
        (
            {"/servers/0/url": "https://{h}/"},
            "/servers/0/variables/h",
            "give the base URL",
            {"/servers/0/variables/h": {"default": "{h}"}},
        ),
        (
            {f"{GET}/servers": [{"url": "https://{host}/v2"}]},
            f"{GET}/servers/0/variables/host",
            'it is "example.invalid", as another server says',
            {f"{GET}/servers/0/variables/host/default": "example.invalid"},
        ),
    ],
    "missing-field": [
        ({"/info": ABSENT}, "/info", "it is empty", {"/info": {"title": "", "version": ""}}),
        ({f"{OK}/description": ABSENT}, f"{OK}/description", "it is empty", {f"{OK}/description": ""}),
        ({"/info/version": ABSENT}, "/info/version", "it is empty", {"/info/version": ""}),
        ({f"{GET}/responses": ABSENT}, f"{GET}/responses", "it is empty", {f"{GET}/responses": {}}),
    ],
    "status-in-lower-case": [
        (
            {f"{POST}/responses/4xx": {"description": "no"}},
            f"{POST}/responses/4xx",
            "read as 4XX",
            {f"{POST}/responses/4XX": {"description": "no"}},
        )
    ],
}
ALL = [(rule, *case) for rule, cases in CASES.items() for case in cases]
IDS = [f"{rule}-{index}" for rule, cases in CASES.items() for index in range(len(cases))]

each = pytest.mark.parametrize(("rule", "wrong", "pointer", "words", "after"), ALL, ids=IDS)


def load(data):
    return load_document(Path("pets.json"), text_of(data))


def at(data, pointer):
    for name in split(pointer):
        data = data[int(name)] if isinstance(data, list) else data.get(name)
    return data


@each
def test_a_repair_mends_what_is_certain_and_says_so(rule, wrong, pointer, words, after):
    data = broken(wrong)
    document = load(data)
    warnings = make_sound(document)
    first = next(warning for warning in warnings if f", {pointer}): " in warning)
    assert words in first
    assert f"pets.json:{line_of(data, pointer)}, " in first
    assert all(warning.startswith("repaired: ") for warning in warnings)
    assert {warning.rpartition(" ")[2] for warning in warnings} == {f"[{rule}]"}
    for place, value in after.items():
        assert json.dumps(at(document.data, place)) == json.dumps(value)


ODD = ([{}], [[]], [{"$ref": "#"}], ["string", {"type": "null"}], [None], [5], {"a": []}, {}, None, 1.5, "x")


@pytest.mark.parametrize("odd", ODD, ids=json.dumps)
@each
def test_what_is_odder_than_a_repair_expects_is_refused_or_mended(rule, wrong, pointer, words, after, odd):
    """With any value where the repair looks: never an exception of Python."""
    document = load(broken(copy.deepcopy(wrong) | {pointer: odd}))
    with suppress(DocumentError):
        assert all(warning.startswith("repaired: ") for warning in make_sound(document))


@each
def test_a_repair_is_done_once(rule, wrong, pointer, words, after):
    document = load(broken(wrong))
    make_sound(document)
    mended = copy.deepcopy(document.data)
    assert make_sound(document) == []
    assert document.data == mended


@each
def test_without_repairs_the_place_is_refused_and_the_repair_named(rule, wrong, pointer, words, after):
    document = load(broken(wrong))
    with pytest.raises(DocumentError) as caught:
        make_sound(document, ("none",))
    assert pointer in str(caught.value)
    assert document.data == broken(wrong)


@each
def test_only_the_repairs_that_are_named_are_done(rule, wrong, pointer, words, after):
    assert make_sound(load(broken(wrong)), (rule,))
    others = tuple(name for name in REPAIRS if name != rule)
    with pytest.raises(DocumentError):
        make_sound(load(broken(wrong)), others)


@each
def test_the_overlay_of_the_doctor_does_what_the_repair_does(rule, wrong, pointer, words, after, tmp_path):
    (tmp_path / "pets.json").write_bytes(text_of(broken(wrong)))
    found = fix(tmp_path / "pets.json")
    assert found.left == ()
    overlay = load_overlay(Path("o.yaml"), found.overlay.encode())
    document = load(apply(broken(wrong), overlay))
    assert make_sound(document) == []
    for place, value in after.items():
        assert at(document.data, place) == value


def test_each_repair_is_tested_and_documented():
    assert set(CASES) == set(REPAIRS)
    page = (ROOT / "docs" / "repairs.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| `([a-z-]+)` \| (.*) \|$", page, re.MULTILINE))
    assert rows == {rule: repair.meaning for rule, repair in REPAIRS.items()}
    assert list(rows) == sorted(rows)


def test_a_sound_document_stays_as_it_is():
    document = load(SOUND)
    assert make_sound(document) == []
    assert document.data == SOUND


def test_a_repair_that_does_not_exist_is_refused():
    with pytest.raises(ConfigError, match="nonsense"):
        make_sound(load(broken({f"{NAME}/default": 5})), ("nonsense",))


REFUSED = {
    "a fraction beside integer": ({NAME: {"type": "integer", "default": 1.5}}, f"{NAME}/default"),
    "a flag beside integer": ({NAME: {"type": "integer", "default": True}}, f"{NAME}/default"),
    "a fragment with a parameter": ({"/paths/~1a#{b}": op(in_path("b"))}, "/paths/~1a#{b}"),
    "an operationId that is a number": ({f"{GET}/operationId": 5}, f"{GET}/operationId"),
    "a document without a title": ({"/info/title": ABSENT}, "/info/title"),
    "a name that is null": ({f"{QUERY_PARAMETER}/name": None}, f"{QUERY_PARAMETER}/name"),
    "a type that is null": ({f"{NAME}/type": None}, f"{NAME}/type"),
    "two parameters that differ": (
        {f"{GET}/parameters/2": {"name": "limit", "in": "query", "schema": {}}},
        f"{GET}/parameters/2",
    ),
    "a reference that leads nowhere": ({f"{NAME}/$ref": f"#{SCHEMAS}/Nope"}, NAME),
    "a value of odcgen's own": ({f"{GET}/x-odcgen-name": None}, f"{GET}/x-odcgen-name"),
}


@pytest.mark.parametrize(("wrong", "pointer"), REFUSED.values(), ids=REFUSED)
def test_where_the_meaning_would_be_guessed_a_refusal_remains_that_names_the_place_for_an_overlay(
    wrong, pointer
):
    with pytest.raises(DocumentError) as caught:
        make_sound(load(broken(wrong)))
    assert caught.value.pointer == pointer
    assert "overlay" in str(caught.value) or caught.value.hint is not None


@pytest.mark.parametrize(("wrong", "pointer"), REFUSED.values(), ids=REFUSED)
def test_the_overlay_of_the_doctor_has_a_place_for_what_is_left(wrong, pointer, tmp_path):
    (tmp_path / "pets.json").write_bytes(text_of(broken(wrong)))
    found = fix(tmp_path / "pets.json")
    assert [error.pointer for error in found.left] == [pointer]
    overlay = load_overlay(Path("o.yaml"), found.overlay.encode())
    assert "To do" in found.overlay
    unmatched = []
    assert apply(broken(wrong), overlay, unmatched=unmatched) == broken(wrong)
    assert unmatched == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"a": 1}, {"a": True}),
        ({"a": 1}, {"a": 1.0}),
        ({"a": [1, 2]}, {"a": [1, 2, 3]}),
        ({"a": [1, 2]}, {"a": [2]}),
        ({"a": [{"b": 1}, [0]]}, {"a": [{"b": 2}, [1]]}),
        ({"a": {"b": 1}}, {"a": [1]}),
        ({"a": None}, {"a": {}}),
        ({'it\'s a "b"\n\\': {"c": 1}}, {'it\'s a "b"\n\\': {"d": "\x7f\u2028é😀"}}),
        ({}, {"": {"x": []}}),
    ],
)
def test_the_actions_between_two_values_make_one_of_the_other(before, after):
    actions = changes({"r": before}, {"r": after})
    text = json.dumps({"overlay": "1.1.0", "info": {"title": "", "version": ""}, "actions": actions})
    found = apply({"r": before}, load_overlay(Path("o.json"), text.encode()))
    assert json.dumps(found, sort_keys=True) == json.dumps({"r": after}, sort_keys=True)


def test_an_action_with_a_target_only_changes_nothing():
    text = {"overlay": "1.0.0", "info": {"title": "", "version": ""}, "actions": [{"target": "$.info"}]}
    assert apply(SOUND, load_overlay(Path("o.json"), json.dumps(text).encode())) == SOUND


def test_bytes_and_times_of_yaml_are_the_text_that_stands_there():
    document = load_document(
        Path("a.yaml"),
        b'openapi: "3.0.3"\nx: [!!binary aGk=, !!timestamp 2024-01-31]\n',
    )
    assert document.data["x"] == ["aGk=", "2024-01-31"]
