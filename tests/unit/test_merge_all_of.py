"""`allOf` merged by meaning: for each way two schemas can meet, what comes out, or what is said."""

import copy

import pytest
from odcgen.documents.walk import all_schemas
from odcgen.normalize import normalize
from odcgen.normalize.mark_nullable import mark_nullable
from odcgen.normalize.merge_all_of import merge_all_of
from odcgen.normalize.name_parts_of_all_of import name_parts_of_all_of

WRONG = "x-odcgen-contradiction"
STRING, INTEGER, NUMBER, OBJECT = ({"type": name} for name in ("string", "integer", "number", "object"))
BOOLEAN = {"type": "boolean"}


def ref(name):
    return {"$ref": f"#/components/schemas/{name}"}


def has(**properties):
    return {"type": "object", "properties": properties}


KNOWN = {
    "Kind": {"type": "string", "enum": ["a", "b"]},
    "Text": STRING,
    "Maybe": {"type": "object", "properties": {"m": STRING}, "nullable": True},
    "Base": has(id=INTEGER),
    "Heir": {"allOf": [ref("Base"), has(more=STRING)]},
    "Cat": has(meows=BOOLEAN),
    "Dog": has(barks=BOOLEAN),
    "Pet": {"oneOf": [ref("Cat"), ref("Dog")], "discriminator": {"propertyName": "kind"}},
    "Anything": {},
}


def merged(schema, version="3.1.0", **components):
    document = {"openapi": version, "components": {"schemas": {"X": schema} | KNOWN | components}}
    document = copy.deepcopy(document)
    mark_nullable(document)
    merge_all_of(document)
    assert not any("allOf" in found for _, found in all_schemas(document))
    return document["components"]["schemas"]


def both(one, other):
    return merged({"allOf": [one, other]})["X"]


GOLDEN = {
    "integer is a number": (INTEGER, NUMBER, INTEGER),
    "the same type": (STRING, STRING, STRING),
    "an untyped side": ({}, STRING, STRING),
    "lists of types": ({"type": ["string", "integer"]}, {"type": ["integer", "boolean"]}, INTEGER),
    "null in both": ({"type": ["string", "null"]}, {"type": ["null", "string"]}, STRING | {"nullable": True}),
    "null in one": ({"type": ["string", "null"]}, STRING, STRING),
    "null beside an untyped side": (
        STRING | {"nullable": True},
        {"maxLength": 2},
        STRING | {"nullable": True, "maxLength": 2},
    ),
    "an enum forbids null": (STRING | {"nullable": True}, {"enum": ["a"]}, STRING | {"enum": ["a"]}),
    "the same format": (STRING | {"format": "uuid"}, {"format": "uuid"}, STRING | {"format": "uuid"}),
    "a format on one side": (STRING, STRING | {"format": "date"}, STRING | {"format": "date"}),
    "int32 in int64": (
        INTEGER | {"format": "int64"},
        INTEGER | {"format": "int32"},
        INTEGER | {"format": "int32"},
    ),
    "an integer is no double": (NUMBER | {"format": "double"}, INTEGER, INTEGER),
    "enums, in the order of the first": (
        {"enum": ["c", "a", "b"]},
        {"enum": ["a", "b", "c", "d"]},
        {"enum": ["c", "a", "b"]},
    ),
    "an enum with names": (
        {"enum": [1, 2, 3], "x-enum-varnames": ["A", "B", "C"]}, {"enum": [3, 1]},
        {"enum": [1, 3], "x-enum-varnames": ["A", "C"]},
    ),
    "an enum and a type": ({"enum": ["a", 1]}, INTEGER, INTEGER | {"enum": [1]}),
    "true is not 1": ({"enum": [True, 1]}, {"enum": [1]}, {"enum": [1]}),
    "a constant in an enum": ({"const": "a"}, {"enum": ["a", "b"]}, {"const": "a"}),
    "bounds": (
        INTEGER | {"minimum": 1, "maximum": 9}, {"minimum": 3, "maximum": 10},
        INTEGER | {"minimum": 3, "maximum": 9},
    ),
    "a bound of 3.0": (
        {"minimum": 1, "exclusiveMinimum": True},
        {"exclusiveMinimum": 2},
        {"exclusiveMinimum": 2},
    ),
    "patterns": ({"pattern": "a"}, {"pattern": "^b"}, {"pattern": r"(?=[\s\S]*(?:a))(?=[\s\S]*(?:^b))"}),
    "multiples": ({"multipleOf": 4}, {"multipleOf": 6}, {"multipleOf": 12}),
    "unique items": ({"uniqueItems": True}, {"maxItems": 3}, {"uniqueItems": True, "maxItems": 3}),
    "what neither may be": ({"not": STRING}, {"not": INTEGER}, {"not": {"anyOf": [STRING, INTEGER]}}),
    "required keys": (
        has(a={}) | {"required": ["a"]},
        {"required": ["b", "a"]},
        has(a={}) | {"required": ["a", "b"]},
    ),
    "properties": (has(a=STRING, b=NUMBER), has(b=INTEGER, c=STRING), has(a=STRING, b=INTEGER, c=STRING)),
    "a property that can be anything": (has(a={}), has(a=STRING), has(a=STRING)),
    "properties below properties": (
        has(a=has(b=STRING)),
        has(a=has(c=INTEGER)),
        has(a=has(b=STRING, c=INTEGER)),
    ),
    "a read-only side": (
        has(a=STRING | {"readOnly": True}),
        has(a=STRING),
        has(a=STRING | {"readOnly": True}),
    ),
    "a write-only and a deprecated side": (
        has(a=STRING | {"writeOnly": True}), has(a=STRING | {"deprecated": True}),
        has(a=STRING | {"writeOnly": True, "deprecated": True}),
    ),
    "items": ({"type": "array", "items": NUMBER}, {"items": INTEGER}, {"type": "array", "items": INTEGER}),
    "items of anything": (
        {"type": "array", "items": {}}, {"type": "array", "items": {"oneOf": [STRING, INTEGER]}},
        {"type": "array", "items": {"oneOf": [STRING, INTEGER]}},
    ),
    "two maps": (
        OBJECT | {"additionalProperties": NUMBER}, OBJECT | {"additionalProperties": INTEGER},
        OBJECT | {"additionalProperties": INTEGER},
    ),
    "a map and no free keys": (
        OBJECT | {"additionalProperties": NUMBER},
        {"additionalProperties": False},
        OBJECT | {"additionalProperties": False},
    ),
    "a map beside properties": (
        OBJECT | {"additionalProperties": STRING},
        has(a=INTEGER),
        has(a=INTEGER) | {"additionalProperties": STRING},
    ),
    "a union and one of its types": ({"oneOf": [STRING, INTEGER]}, STRING, STRING),
    "items say nothing of a string": (
        {"anyOf": [STRING, {"type": "array"}]}, {"items": INTEGER, "minItems": 1},
        {"anyOf": [STRING, {"type": "array", "items": INTEGER, "minItems": 1}]},
    ),
    "properties say nothing of a string": (
        {"oneOf": [STRING, has(a=STRING)]}, {"properties": {"b": INTEGER}},
        {"oneOf": [STRING, has(a=STRING, b=INTEGER)]},
    ),
    "free keys say nothing of a list": (
        {"oneOf": [{"type": "array", "items": STRING}, {"type": "object"}]}, {"additionalProperties": STRING},
        {"oneOf": [{"type": "array", "items": STRING}, {"type": "object", "additionalProperties": STRING}]},
    ),
    "an enum speaks of its type": (
        {"oneOf": [STRING, INTEGER]}, {"enum": ["a"]}, {"type": "string", "enum": ["a"]},
    ),
    "two unions": (
        {"oneOf": [STRING, INTEGER, BOOLEAN]},
        {"oneOf": [BOOLEAN, NUMBER]},
        {"oneOf": [INTEGER, BOOLEAN]},
    ),
    "the same union twice": (
        {"oneOf": [STRING, INTEGER]},
        {"oneOf": [STRING, INTEGER]},
        {"oneOf": [STRING, INTEGER]},
    ),
    "a union of what more there is": (
        has(a=STRING), {"oneOf": [has(b=STRING), has(c=STRING)]},
        {"oneOf": [has(a=STRING, b=STRING), has(a=STRING, c=STRING)]},
    ),
    "a union of limits": (
        has(a=STRING, b=STRING),
        {"anyOf": [{"required": ["a"]}, {"required": ["b"]}]},
        has(a=STRING, b=STRING),
    ),
    "a union whose members exclude a constant": (
        has(kind={"const": "cat"}) | {"required": ["kind"]},
        {"oneOf": [has(kind={"enum": ["cat"]}, a={}), has(kind={"enum": ["dog"]}, b={})]},
        has(kind={"const": "cat"}, a={}) | {"required": ["kind"]},
    ),
    "the same reference twice": (ref("Base"), ref("Base"), ref("Base")),
    "a reference and notes": (
        ref("Base"),
        {"description": "d", "x-a": 1},
        ref("Base") | {"description": "d", "x-a": 1},
    ),
    "a reference and its own type": (ref("Kind"), STRING, ref("Kind")),
    "a reference and its own enum": (ref("Kind"), STRING | {"enum": ["b", "a"]}, ref("Kind")),
    "a reference and a shorter enum": (ref("Kind"), {"enum": ["b"]}, STRING | {"enum": ["b"]}),
    "a reference and what only a validator reads": (ref("Text"), {"maxLength": 5}, ref("Text")),
    "a reference and no free keys": (ref("Base"), {"additionalProperties": False}, ref("Base")),
    "a reference and a required key": (
        ref("Base"),
        {"required": ["id"]},
        has(id=INTEGER) | {"required": ["id"]},
    ),
    "a base and its heir": (ref("Base"), ref("Heir"), ref("Heir")),
    "an heir and its base": (ref("Heir"), ref("Base"), ref("Heir")),
    "a property refined by an heir": (has(p=ref("Base")), has(p=ref("Heir")), has(p=ref("Heir"))),
    "a reference to anything": (ref("Anything"), ref("Text"), ref("Text")),
    "two references": (ref("Cat"), ref("Dog"), has(meows=BOOLEAN, barks=BOOLEAN)),
    "a reference to a union and its type": (ref("Pet"), OBJECT, ref("Pet")),
    "a union of references and more": (
        ref("Pet"), has(name=STRING),
        {"oneOf": [has(name=STRING, meows=BOOLEAN), has(name=STRING, barks=BOOLEAN)]},
    ),
    "parts of parts": (
        {"allOf": [{"allOf": [has(a=STRING)]}, has(b=STRING)]},
        has(c=STRING),
        has(a=STRING, b=STRING, c=STRING),
    ),
    "anything": (True, STRING, STRING),
}  # fmt: skip


@pytest.mark.parametrize(("one", "other", "expected"), GOLDEN.values(), ids=GOLDEN)
def test_two_schemas_meet(one, other, expected):
    found = both(one, other)
    assert found == expected
    if "enum" in expected:
        assert found["enum"] == expected["enum"]
    if "properties" in expected:
        assert list(found["properties"]) == list(expected["properties"])


@pytest.mark.parametrize(
    ("one", "other", "sides"),
    [
        (STRING, INTEGER, ("string", "integer")),
        (STRING, has(a={}), ("string", "object")),
        (STRING | {"format": "date"}, STRING | {"format": "date-time"}, ("date", "date-time")),
        ({"enum": ["a"]}, {"enum": ["b"]}, ("a", "b")),
        ({"const": 1}, {"const": 2}, ("1", "2")),
        ({"enum": ["a"]}, INTEGER, ("a", "integer")),
        ({"oneOf": [STRING, INTEGER]}, BOOLEAN, ("oneOf",)),
        (ref("Kind"), INTEGER, ("string", "integer")),
        (False, STRING, ("false",)),
        ({"type": "null"}, STRING, ("null",)),
    ],
)
def test_what_contradicts_itself_says_so_in_its_place(one, other, sides):
    for first, second in ((one, other), (other, one)):
        found = both(first, second)
        assert set(found) == {WRONG}
        assert all(side in found[WRONG] for side in sides)


def test_a_contradiction_stands_where_the_two_sides_meet():
    found = both(has(size=INTEGER, a=STRING), has(size=BOOLEAN))
    assert found["properties"]["a"] == STRING
    assert set(found["properties"]["size"]) == {WRONG}


@pytest.mark.parametrize(
    ("outer", "expected"),
    [
        ({"allOf": [ref("Base")], "nullable": True}, ref("Base") | {"nullable": True}),
        (
            {"allOf": [ref("Base")], "description": "d", "default": {}},
            ref("Base") | {"description": "d", "default": {}},
        ),
        (
            {"allOf": [{"description": "in"}, {"title": "t", "description": "later"}], "title": "out"},
            {"title": "out", "description": "in"},
        ),
        ({"allOf": [has(b=STRING)], "properties": {"a": STRING}}, has(a=STRING, b=STRING)),
        ({"allOf": [STRING | {"default": "a"}], "default": "b"}, STRING | {"default": "b"}),
        ({"allOf": [ref("Maybe")]}, ref("Maybe")),
        ({"allOf": [ref("Maybe")], "required": ["m"]}, has(m=STRING) | {"required": ["m"], "nullable": True}),
        ({"allOf": [ref("Maybe")], "type": "object"}, has(m=STRING)),
        ({"allOf": [ref("Base")], "anyOf": [{}]}, ref("Base")),
        ({"anyOf": [ref("Base"), {"type": "null"}]}, ref("Base") | {"nullable": True}),
    ],
)  # fmt: skip
def test_what_stands_around_the_parts_counts_first(outer, expected):
    assert merged(outer)["X"] == expected


def test_beside_a_reference_31_has_limits_and_30_has_notes():
    beside = ref("Base") | {"properties": {"a": STRING}, "description": "d"}
    assert merged(beside)["X"] == has(a=STRING, id=INTEGER) | {"description": "d"}
    assert merged(beside, "3.0.3")["X"] == beside
    assert merged(ref("Base") | OBJECT)["X"] == ref("Base")


def test_what_is_referred_to_stays_as_it_is():
    found = merged({"allOf": [ref("Base"), has(id=NUMBER, more=STRING)]})
    assert found["Base"] == KNOWN["Base"]
    assert found["Heir"] == has(id=INTEGER, more=STRING)
    assert found["X"] == has(id=INTEGER, more=STRING)


def test_a_part_that_refers_back_makes_no_loop():
    node = {"allOf": [ref("Base"), has(next=ref("Node"))]}
    assert merged(ref("Node"), Node=node)["Node"] == has(id=INTEGER, next=ref("Node"))
    found = merged({"allOf": [ref("A")]}, A={"allOf": [ref("B")]}, B={"allOf": [ref("A")]})
    assert (found["X"], found["A"], found["B"]) == (ref("A"), {}, ref("A"))


def test_two_that_refer_to_themselves_make_one_that_does():
    found = merged(
        {"allOf": [ref("A"), ref("B")]}, A=has(next=ref("A"), a=STRING), B=has(next=ref("B"), b=STRING)
    )
    assert found["X"] == has(next=ref("A B"), a=STRING, b=STRING)
    assert found["A B"] == found["X"]


def test_a_refined_recursion_keeps_the_heir():
    base = has(next=ref("A"))
    heir = {"allOf": [ref("A"), has(next=ref("B"), b=STRING)]}
    assert merged(ref("B"), A=base, B=heir)["B"] == has(next=ref("B"), b=STRING)


def test_unions_that_make_too_many_pairs_are_refused():
    def union(start):
        return {"oneOf": [has(**{f"p{start + number}": STRING}) for number in range(20)]}

    assert "400 combinations" in both(union(0), union(50))[WRONG]


def test_a_reference_into_a_part_still_leads_there():
    document = {
        "components": {
            "schemas": {
                "A": {"allOf": [{"description": "d"}, has(x=STRING)]},
                "B": has(z=ref("A/allOf/1/properties/x")),
            }
        }
    }
    document = copy.deepcopy(document)
    name_parts_of_all_of(document)
    merge_all_of(document)
    found = document["components"]["schemas"]
    assert found["B"] == has(z=ref("A x"))
    assert found["A x"] == STRING


def test_a_wide_family_is_merged_once_each():
    family = {f"C{n}": {"allOf": [ref(f"C{n - 1}"), has(**{f"p{n}": STRING})]} for n in range(1, 60)}
    found = merged(ref("C59"), C0=has(p0=STRING), **family)
    assert len(found["C59"]["properties"]) == 60


def test_names_inside_parts_are_those_of_the_base():
    document = {
        "components": {
            "schemas": {
                "Base": has(kind={"type": "string", "enum": ["a"]}),
                "Heir": {"allOf": [ref("Base"), has(part=has(a=STRING))]},
            }
        }
    }
    found = normalize(document)["components"]["schemas"]
    assert found["Heir"]["properties"] == {"kind": ref("Base kind"), "part": ref("Heir part")}


def test_a_union_that_comes_back_to_what_is_merged_limits_nothing():
    members = {"A": {"oneOf": [ref("X"), ref("B")]}, "B": has(b=STRING)}
    assert merged({"allOf": [has(a=STRING), ref("A")]}, **members)["X"] == has(a=STRING)
    looping = {"A": {"oneOf": [ref("C"), ref("A")]}, "C": {"oneOf": [ref("A"), ref("X")]}}
    assert merged({"allOf": [has(a=STRING), ref("A")]}, **looping)["X"] == has(a=STRING)


def test_an_heir_of_a_base_that_lists_its_heirs_has_the_fields_of_both():
    base = has(kind=STRING) | {"oneOf": [ref("Cat"), ref("Dog")]}
    heirs = {name: {"allOf": [ref("Pet"), has(**{name.lower(): STRING})]} for name in ("Cat", "Dog")}
    found = merged(ref("Pet"), Pet=base, **heirs)
    assert found["Cat"] == has(kind=STRING, cat=STRING)
    assert found["Dog"] == has(kind=STRING, dog=STRING)
    assert found["Pet"] == base


def test_a_reference_alone_stays_although_it_leads_back():
    maybe = {"allOf": [ref("X")], "nullable": True}
    assert merged({"allOf": [has(a=STRING), ref("Maybe")]}, Maybe=maybe)["Maybe"] == ref("X") | {
        "nullable": True
    }
