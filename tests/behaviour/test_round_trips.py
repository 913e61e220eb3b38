"""What comes in goes out: models decode any answer of their schema once, and write it as it came."""

import copy
import itertools
import json
import pickle
import sys

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.generating import endpoint, schemas

THING = {"$ref": "#/components/schemas/Thing"}
WAYS = {
    "answered": endpoint(THING),
    "sent and answered": endpoint(THING, method="put", sent=THING),
}
SCALARS = {
    "text": ({"type": "string"}, st.text(max_size=3)),
    "whole": ({"type": "integer"}, st.integers()),
    "number": ({"type": "number"}, st.integers() | st.floats(allow_nan=False, allow_infinity=False)),
    "flag": ({"type": "boolean"}, st.booleans()),
    "key": ({"type": "string", "format": "uuid"}, st.uuids().map(str)),
    "day": ({"type": "string", "format": "date"}, st.dates().map(str)),
    "moment": (
        {"type": "string", "format": "date-time"},
        st.sampled_from(["2026-01-31T10:00:00Z", "2026-01-31T10:00:00", "2026-01-31T10:00:00.1234567+02:00"]),
    ),
    "kind": ({"type": "string", "enum": ["a", "b"]}, st.sampled_from(["a", "b", "new"])),
    "anything": ({}, st.sampled_from([None, 1, "x", [None], {"a": {}}])),
    "object": (
        {"type": "object"},
        st.dictionaries(st.text(max_size=2), st.none() | st.integers(), max_size=2),
    ),
    "mixed": ({"enum": ["a", 1, None, True]}, st.sampled_from(["a", 1, None, True])),
}
KEYS = ["a", "b", "c", "_d", "class", "additional", "keys"]


@st.composite
def objects(draw, deep=2):
    """An object's schema, and a strategy for its instances."""
    names = draw(st.lists(st.sampled_from(KEYS), unique=True, max_size=5))
    properties, values, required = {}, {}, []
    for name in names:
        schema, value = draw(kinds(deep))
        if draw(st.booleans()):
            schema, value = {"allOf": [schema], "nullable": True} if schema else {}, st.none() | value
        properties[name], values[name] = schema, value
        if draw(st.booleans()):
            required.append(name)
    free = draw(st.sampled_from([None, True, {"type": "integer"}]))
    schema = {"type": "object", "properties": properties, "required": required}
    if free is not None:
        schema["additionalProperties"] = free
    extra = (
        st.integers() if free == {"type": "integer"} else st.sampled_from([None, 5, "x", [{}], {"a": None}])
    )
    known = st.fixed_dictionaries(
        {name: values[name] for name in required},
        optional={name: values[name] for name in names if name not in required},
    )
    more = st.dictionaries(st.sampled_from(["x-new", "y", "self", "b "]), extra, max_size=2)
    return schema, st.builds(lambda one, other: other | one, known, more)


def kinds(deep):
    """A schema of any kind, and a strategy for its instances."""
    scalar = st.sampled_from(list(SCALARS.values()))
    if deep == 0:
        return scalar
    inner = st.deferred(lambda: kinds(deep - 1))
    lists = inner.map(lambda one: ({"type": "array", "items": one[0]}, st.lists(one[1], max_size=2)))
    maps = inner.map(
        lambda one: (
            {"type": "object", "additionalProperties": one[0]},
            st.dictionaries(st.text(max_size=2), one[1], max_size=2),
        )
    )
    return st.one_of(scalar, scalar, lists, maps, objects(deep - 1), unions(deep))


@st.composite
def unions(draw, deep):
    """A union of some kinds, and a strategy for the instances of all."""
    members = draw(st.lists(kinds(deep - 1), min_size=2, max_size=3))
    return {"anyOf": [schema for schema, _ in members]}, st.one_of([value for _, value in members])


@pytest.mark.parametrize("way", WAYS)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_instance_of_any_schema_comes_back_as_it_was(generate, way, data):
    schema, instances = data.draw(objects())
    package = generate(WAYS[way] | {"components": {"schemas": {"Thing": schema}}})
    try:
        if not schema["properties"]:
            return  # no class
        for value in data.draw(st.lists(instances, min_size=3, max_size=3)):
            thing = package.models.Thing.decode(value)
            assert thing.encode() == value
            for same in (copy.copy(thing), copy.deepcopy(thing), pickle.loads(pickle.dumps(thing))):
                assert same == thing
                assert same.encode() == value
            assert attrs.evolve(thing).encode() == value
    finally:
        package.forget()


def made(generate, content, way="sent and answered"):
    return generate(WAYS[way] | schemas(content))


NULLS = """
Thing:
  type: object
  required: [must]
  properties:
    must: {type: string, nullable: true}
    text: {type: string, nullable: true}
    plain: {type: string, format: uuid}
    anything: {}
    free: {type: object}
    mixed: {enum: [a, 1, null]}
    part: {$ref: '#/components/schemas/Part'}
Part: {type: object, properties: {a: {type: integer, nullable: true}}}
"""


def test_get_then_put_invents_no_null_and_loses_none(generate):
    package = made(generate, NULLS)
    names = ["text", "plain", "anything", "free", "mixed", "part"]
    for answer in (
        {"must": None},
        {},
        {"must": "x"} | dict.fromkeys(names),
        {"must": None, "part": {}, "new": None},
        {"must": None, "part": {"a": None}, "free": {"a": None}},
    ):
        client = package.client(answer, {})
        client.api.things.replace(client.api.things.replace({}))
        assert json.loads(client.asked[1].content) == answer


@pytest.mark.parametrize("name", ["text", "anything", "free", "mixed"])
def test_an_explicit_none_is_sent_as_null(generate, name):
    thing = made(generate, NULLS).models.Thing(must="x", **{name: None})
    assert thing.encode() == {"must": "x", name: None}


def test_a_model_of_answers_reads_none_for_absent_and_null_and_writes_what_it_was(generate):
    thing_class = made(generate, NULLS, "answered").models.Thing
    whole = {"must": "x"} | dict.fromkeys(["text", "plain", "anything", "free", "mixed", "part"])
    absent, null = thing_class.decode({"must": "x"}), thing_class.decode(whole)
    assert absent.text is null.text is absent.anything is None
    assert absent == null
    assert absent.encode() == {"must": "x"}
    assert null.encode() == whole
    absent.text = "set"
    assert absent.encode() == {"must": "x", "text": "set"}
    assert thing_class(must=None, text="t").encode() == {"must": None, "text": "t"}


@pytest.mark.parametrize("way", WAYS)
def test_keys_that_the_document_does_not_name_are_kept(generate, way):
    thing_class = made(generate, NULLS, way).models.Thing
    thing = thing_class.decode({"must": "x", "new": [1], "part": {"b": 2}})
    assert thing.additional == {"new": [1]}
    assert thing.part.additional == {"b": 2}
    assert attrs.asdict(thing)["additional"] == {"new": [1]}
    assert thing != thing_class.decode({"must": "x", "part": {"b": 2}})
    assert thing == thing_class.decode({"part": {"b": 2}, "new": [1], "must": "x"})
    thing.additional["more"] = 5
    assert thing.encode() == {"must": "x", "new": [1], "more": 5, "part": {"b": 2}}
    plain = thing_class.decode({"must": "x"})
    plain.additional = {"more": 5}
    assert plain.encode() == {"must": "x", "more": 5}
    assert thing_class(must="x", additional={"must": "y", "z": 1}).encode() == {"must": "x", "z": 1}


@pytest.mark.parametrize("way", WAYS)
def test_a_model_without_further_keys_shares_an_empty_dictionary_that_cannot_change(generate, way):
    package = made(generate, "Thing: {type: object, properties: {a: {type: integer}}}", way)
    thing_class = package.models.Thing
    one, other = thing_class.decode({"a": 1}), thing_class.decode({"a": 2})
    assert one.additional is other.additional
    for thing in (one, thing_class(a=1)):
        for change in (
            lambda more: more.update(b=1),
            lambda more: more.setdefault("b", 1),
            lambda more: more.__setitem__("b", 1),
            lambda more: more.__ior__({"b": 1}),
        ):
            with pytest.raises(TypeError, match="of its own"):
                change(thing.additional)
        assert copy.deepcopy(thing).additional is thing.additional
        assert pickle.loads(pickle.dumps(thing)).additional is thing.additional
        assert attrs.asdict(thing) == {"a": 1, "additional": {}}


def test_a_model_that_declares_further_keys_has_a_dictionary_of_its_own(generate):
    package = made(
        generate,
        "Thing: {type: object, properties: {a: {type: integer}}, additionalProperties: {type: string}}",
    )
    thing_class = package.models.Thing
    for thing in (thing_class.decode({"a": 1}), thing_class(a=1)):
        thing.additional["b"] = "x"
        assert thing.encode() == {"a": 1, "b": "x"}
    with pytest.raises(package.root.DecodeError, match="b"):
        thing_class.decode({"a": 1, "b": 5})


def test_whole_numbers_stay_whole_and_keep_their_digits(generate):
    package = made(
        generate,
        "Thing: {type: object, properties: {n: {type: number}, i: {type: integer}, l: {type: array, items:"
        " {type: integer}}}}",
    )
    for value in (10**400, -(10**30) - 1, 2**53 + 1):
        answer = {"n": value, "i": value, "l": [value]}
        assert package.models.Thing.decode(answer).encode() == answer
    thing = package.models.Thing.decode({"n": 5, "i": 5.0, "l": [5.0]})
    assert [type(value) for value in (thing.n, thing.i, *thing.l)] == [float, int, int]


TREES = {
    "an absent key": ("{type: object, properties: {c: %s, label: {type: string}}}", {}),
    "an absent key and an unknown one": (
        "{type: object, properties: {c: %s, label: {type: string}}}",
        {"unknown": 1},
    ),
    "two children": ("{type: object, properties: {c: %s, d: %s, label: {type: string}}}", {"unknown": 1}),
    "a required key that is absent": (
        "{type: object, required: [label], properties: {c: %s, label: {type: string}}}",
        {},
    ),
    "a wrong leaf": ("{type: object, properties: {c: %s}}", {}),
    "a union": (
        """{oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}
A: {type: object, properties: {c: %s, a: {type: string}}}
B: {type: object, properties: {c: %s, b: {type: string}}}""",
        {"b": "x"},
    ),
    "free keys": (
        "{type: object, properties: {c: {type: object, additionalProperties: %s}, l: {type: string}}}",
        {},
    ),
}


def steps(decode, value):
    """How many functions are called, Python's and C's, while a value is decoded."""
    count = 0

    def seen(frame, event, argument):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(seen)
    try:
        decode(value)
    except Exception as error:
        if isinstance(error, RecursionError):
            raise
    finally:
        sys.setprofile(None)
    return count


def tree(depth, more, wrap, leaf):
    value = leaf
    for _ in range(depth):
        value = {"c": wrap(value), **more}
    return value


@pytest.mark.parametrize("what", TREES)
def test_decoding_takes_steps_in_proportion_to_the_depth(generate, what):
    schema, more = TREES[what]
    node = "{$ref: '#/components/schemas/Node'}"
    listed = "{type: array, items: %s}" % node if what != "free keys" else node  # noqa: UP031 - braces
    package = generate(
        endpoint({"$ref": "#/components/schemas/Root"})
        | schemas(
            f"Root: {{type: object, properties: {{node: {node}}}}}\nNode: {schema.replace('%s', listed)}"
        )
    )
    wrap = (lambda value: {"k": value}) if what == "free keys" else (lambda value: [value])
    leaf = 5 if what == "a wrong leaf" else {}
    decode = package.models.Root.decode
    steps(decode, {"node": {}})  # what is made once
    counts = [steps(decode, {"node": tree(depth, more, wrap, leaf)}) for depth in range(1, 201)]
    grown = [later - before for before, later in itertools.pairwise(counts)]
    assert max(grown[5:]) - min(grown[5:]) <= 2
    assert max(grown) < 150


def test_what_is_there_on_request_only_stays_absent_beside_free_keys(generate):
    package = made(
        generate,
        "Thing: {type: object, required: [a], properties: {a: {type: string}, _d: {type: string}},"
        " additionalProperties: {type: integer}}",
        "answered",
    )
    for answer in ({"a": "x"}, {"a": "x", "_d": None}, {"a": "x", "b": 1}, {"a": "x", "_d": "y", "b": 1}):
        assert package.models.Thing.decode(answer).encode() == answer
