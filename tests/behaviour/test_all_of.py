"""`allOf`: what the parts say together is what the class does."""

import pytest
from odcgen.errors import LostOperationError

from tests.generating import endpoint, schemas

THING = {"$ref": "#/components/schemas/Thing"}
MAP = "{type: object, additionalProperties: {type: string}}"


def models(generate, content):
    return generate(endpoint(THING, method="put", sent=THING) | schemas(content)).models


def test_a_list_of_anything_that_a_part_narrows(generate):
    found = models(generate, """
Thing:
  allOf:
  - {properties: {p: {type: array, items: {}}}}
  - {properties: {p: {type: array, items: {oneOf: [{type: string}, {type: integer}]}}}}
""")  # fmt: skip
    assert found.Thing.decode({"p": ["abc", 5]}).p == ["abc", 5]
    assert found.Thing.__annotations__["p"] == "list[str | int] | Unset | None"


def test_a_property_refined_by_an_heir_keeps_the_field_of_the_heir(generate):
    found = models(generate, """
A: {type: object, properties: {a: {type: string}}}
B: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {b: {type: integer}}}]}
Base: {type: object, properties: {p: {$ref: '#/components/schemas/A'}}}
Thing: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {p: {$ref: '#/components/schemas/B'}}}]}
""")  # fmt: skip
    thing = found.Thing.decode({"p": {"a": "x", "b": 5}})
    assert type(thing.p) is found.B
    assert (thing.p.a, thing.p.b) == ("x", 5)
    assert thing.encode() == {"p": {"a": "x", "b": 5}}


@pytest.mark.parametrize(
    ("one", "other", "value"),
    [
        (MAP, "{type: object, additionalProperties: {}}", {"k": "v"}),
        (MAP, "{type: object}", {"k": "v"}),
        ("{oneOf: [{type: string}, {type: integer}]}", "{type: string}", "abc"),
        ("{oneOf: [{type: string}, {type: integer}]}", "{oneOf: [{type: integer}, {type: boolean}]}", 5),
        ("{type: array, items: {$ref: '#/components/schemas/Part'}}", "{items: {}}", [{"a": "x"}]),
    ],
)  # fmt: skip
def test_two_definitions_of_a_property_are_both_heard(generate, one, other, value):
    for first, second in ((one, other), (other, one)):
        found = models(generate, f"""
Part: {{type: object, properties: {{a: {{type: string}}}}}}
Thing: {{allOf: [{{properties: {{p: {first}}}}}, {{properties: {{p: {second}}}}}]}}
""")  # fmt: skip
        thing = found.Thing.decode({"p": value})
        assert thing.encode() == {"p": value}
        with pytest.raises(Exception, match="p"):
            found.Thing.decode({"p": 1.5})


def test_a_part_without_a_type_limits_only_what_it_speaks_of(generate):
    found = models(generate, """
Thing:
  properties:
    p:
      allOf:
      - anyOf: [{type: string}, {type: array, items: {}}, {type: object, additionalProperties: {}}]
      - {items: {type: integer}}
""")  # fmt: skip
    for value in ("abc", [1, 2], {"k": "v"}):
        assert found.Thing.decode({"p": value}).encode() == {"p": value}
    for value in (["abc"], 1.5):
        with pytest.raises(Exception, match="p"):
            found.Thing.decode({"p": value})


def test_a_base_with_maps_unions_and_itself_is_extended(generate):
    found = models(generate, """
Thing: {allOf: [{$ref: '#/components/schemas/A'}], properties: {more: {type: boolean}}}
A:
  type: object
  properties:
    free: {type: object, additionalProperties: {type: string}}
    un: {oneOf: [{type: string}, {type: integer}]}
    x: {$ref: '#/components/schemas/A'}
""")  # fmt: skip
    data = {"more": True, "free": {"a": "b"}, "un": 5, "x": {"un": "s", "x": {"free": {}}}}
    thing = found.Thing.decode(data)
    assert type(thing.x.x) is found.A
    assert thing.encode() == data


def test_two_recursive_schemas_make_a_recursive_one(generate):
    found = models(generate, """
Thing: {allOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}
A: {type: object, properties: {a: {type: string}, next: {$ref: '#/components/schemas/A'}}}
B: {type: object, properties: {b: {type: string}, next: {$ref: '#/components/schemas/B'}}}
""")  # fmt: skip
    data = {"a": "1", "b": "2", "next": {"a": "3", "b": "4", "next": {"a": "5", "b": "6"}}}
    thing = found.Thing.decode(data)
    assert (thing.next.next.a, thing.next.next.b) == ("5", "6")
    assert thing.encode() == data


@pytest.mark.parametrize("place", ["{}", "{{type: array, items: {}}}"])
def test_a_property_that_narrows_what_it_belongs_to(generate, place):
    inner = "{allOf: [{allOf: [{additionalProperties: false}, {$ref: '#/components/schemas/Thing'}]}]}"
    found = models(generate, f"""
Thing: {{allOf: [{{properties: {{x: {place.format(inner)}}}, additionalProperties: {{type: integer}}}}]}}
""")  # fmt: skip
    data = {"x": {"x": {}}} if place == "{}" else {"x": [{"x": [{}]}]}
    assert found.Thing.decode(data).encode() == data


def test_one_of_several_beside_common_properties(generate):
    found = models(generate, """
Thing:
  type: object
  properties:
    pet:
      allOf:
      - {type: object, required: [name], properties: {name: {type: string}}}
      - oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
Cat: {type: object, required: [meows], properties: {meows: {type: boolean}}}
Dog: {type: object, required: [barks], properties: {barks: {type: boolean}}}
""")  # fmt: skip
    thing = found.Thing.decode({"pet": {"name": "Rex", "barks": True}})
    assert (thing.pet.name, thing.pet.barks) == ("Rex", True)


def test_a_reference_into_a_part_of_all_of(generate):
    found = models(generate, """
A: {allOf: [{description: note}, {type: object, properties: {x: {type: string}}}]}
Thing: {type: object, properties: {z: {$ref: '#/components/schemas/A/allOf/1/properties/x'}}}
""")  # fmt: skip
    assert found.Thing.decode({"z": "abc"}).z == "abc"


CONTRADICTORY = """
Odd: {allOf: [{properties: {x: {type: string}}}, {properties: {x: {type: integer}}}]}
Thing: {type: object, properties: {odd: {$ref: '#/components/schemas/Odd'}}}
"""


def test_a_contradiction_that_an_operation_reaches_is_refused(generate):
    with pytest.raises(LostOperationError, match="string and type integer") as caught:
        models(generate, CONTRADICTORY)
    assert "/components/schemas/Odd/properties/x" in str(caught.value)
    assert caught.value.pointer == "/paths/~1things/put"


def test_a_contradiction_that_no_operation_reaches_does_no_harm(generate):
    found = models(generate, CONTRADICTORY.replace("odd: {$ref: '#/components/schemas/Odd'}", "a: {}"))
    assert found.Thing.decode({"a": 1}).a == 1
