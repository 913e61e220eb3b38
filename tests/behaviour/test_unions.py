"""Unions: the member is chosen by what names it, else by what is found, and nothing is lost by the choice."""

import pytest

from tests.generating import document, endpoint, schemas

THING = {"$ref": "#/components/schemas/Thing"}
CAT = "Cat: {type: object, properties: {kind: {type: string%s}, lives: {type: integer}}}"
DOG = (
    "Dog: {type: object, properties: {kind: {type: string%s}, tricks: {type: array, items: {type: string}}}}"
)
BOTH = "[{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]"


def union(generate, content, *, version="3.0.3"):
    """The package of a document that answers and takes a `Thing`, as these schemas say."""
    return generate(document(endpoint(THING, method="put", sent=THING) | schemas(content), openapi=version))


def reader(package):
    """What decodes the answer of the only operation."""
    return package.module("api.things")._REPLACE.decode


def names(package, *values):
    """The classes of decoded values; each is written back as it came."""
    found = [reader(package)(value) for value in values]
    for one, value in zip(found, values, strict=True):
        written = one.encode() if hasattr(one, "__attrs_attrs__") else one
        assert written == value
    return [type(one).__name__ for one in found]


MAPPED = f"""
{CAT % ""}
{DOG % ""}
Thing:
  oneOf: {BOTH}
  discriminator: {{propertyName: kind, mapping: {{feline: '#/components/schemas/Cat', canine: Dog}}}}
"""
UNMAPPED = f"""
{CAT % ""}
{DOG % ""}
Thing: {{oneOf: {BOTH}, discriminator: {{propertyName: kind}}}}
"""
LISTED = f"""
{CAT % ", enum: [cat, kitten]"}
{DOG % ", enum: [dog]"}
Thing: {{anyOf: {BOTH}, discriminator: {{propertyName: kind}}}}
"""
SINGLE = f"""
{CAT % ", enum: [cat]"}
{DOG % ", enum: [dog]"}
Thing: {{oneOf: {BOTH}}}
"""
TAGS = {
    "mapping": (MAPPED, "feline", "canine"),
    "names of schemas": (UNMAPPED, "Cat", "Dog"),
    "the members' own enums": (LISTED, "kitten", "dog"),
    "single values without a discriminator": (SINGLE, "cat", "dog"),
}


@pytest.mark.parametrize("how", TAGS)
def test_a_tag_names_the_member(generate, how):
    content, cat, dog = TAGS[how]
    package = union(generate, content)
    # The tag decides, also against what else there is.
    assert names(package, {"kind": cat, "tricks": ["sit"]}, {"kind": dog, "lives": 9}) == ["Cat", "Dog"]


@pytest.mark.parametrize("how", TAGS)
def test_an_unknown_tag_stays_as_it_came_and_goes_back(generate, how):
    package = union(generate, TAGS[how][0])
    bird = {"kind": "bird", "wings": [1, None, {"a": 2.5}]}
    assert names(package, bird) == ["dict"]
    client = package.client(bird)
    assert client.api.things.replace(client.api.things.replace(bird)) == bird
    assert client.asked[1].content == client.asked[0].content


@pytest.mark.parametrize("how", TAGS)
def test_without_its_tag_the_member_is_that_of_which_most_is_there(generate, how):
    package = union(generate, TAGS[how][0])
    assert names(package, {"tricks": ["sit"]}, {"lives": 9}, {}) == ["Dog", "Cat", "Cat"]
    assert names(package, {"kind": None, "tricks": ["sit"]}) == ["Dog"]


@pytest.mark.parametrize("how", TAGS)
def test_a_known_member_that_does_not_fit_is_an_error_with_its_place(generate, how):
    content, _, dog = TAGS[how]
    package = union(generate, content)
    for value, place in (
        ({"kind": dog, "tricks": ["sit", 5]}, "tricks[1]"),
        ({"kind": []}, "kind"),
        ("x", "$"),
    ):
        with pytest.raises(package.root.DecodeError) as caught:
            package.client(value).api.things.replace({})
        assert place in str(caught.value)


def test_a_member_that_is_a_constant_in_openapi_3_1_is_found_by_it(generate):
    content = f"""
{CAT % ", const: cat"}
{DOG % ", const: dog"}
Thing: {{oneOf: {BOTH}}}
"""
    assert names(union(generate, content, version="3.1.0"), {"kind": "dog"}, {"kind": "x"}) == ["Dog", "dict"]


FAMILY = """
Thing:
  type: object
  required: [kind]
  properties: {kind: {type: string}, name: {type: string}, next: {$ref: '#/components/schemas/Thing'}}
  discriminator: {propertyName: kind, mapping: {cat: '#/components/schemas/Cat'}}
Cat: {allOf: [{$ref: '#/components/schemas/Thing'}, {type: object, properties: {lives: {type: integer}}}]}
Wild: {allOf: [{$ref: '#/components/schemas/Cat'}, {type: object, properties: {roars: {type: boolean}}}]}
Zoo: {type: object, properties: {cat: {$ref: '#/components/schemas/Cat'}}}
"""


def test_a_model_with_a_discriminator_reads_as_the_one_that_extends_it(generate):
    package = union(generate, FAMILY)
    values = [
        {"kind": "cat", "name": "a", "lives": 9},
        {"kind": "Wild", "lives": 1, "roars": True, "next": {"kind": "cat", "lives": 2}},
        {"kind": "Thing", "name": "b"},
        {"kind": "unheard", "name": "c", "wings": 2},
    ]
    assert names(package, *values) == ["Cat", "Wild", "Thing", "Thing"]
    assert type(reader(package)(values[1]).next).__name__ == "Cat"
    cat = package.models.Cat(kind="cat", lives=3)
    client = package.client(values[1])
    assert type(client.api.things.replace(cat)).__name__ == "Wild"
    assert client.asked[0].content == b'{"kind":"cat","lives":3}'


def test_one_that_extends_and_is_extended_reads_as_its_own_heirs_only(generate):
    zoo = {"$ref": "#/components/schemas/Zoo"}
    package = generate(endpoint(zoo) | schemas(FAMILY))
    decode = package.models.Zoo.decode
    assert type(decode({"cat": {"kind": "Wild", "roars": True}}).cat).__name__ == "Wild"
    assert type(decode({"cat": {"kind": "Thing", "lives": 3}}).cat).__name__ == "Cat"


LOOSE = {
    "the larger of two": (
        """
Small: {type: object, required: [id], properties: {id: {type: integer}}}
Large: {type: object, required: [id], properties: {id: {type: integer}, more: {type: string}}}
Thing: {oneOf: [{$ref: '#/components/schemas/Small'}, {$ref: '#/components/schemas/Large'}]}
""",
        [({"id": 1}, "Small"), ({"id": 1, "more": "x"}, "Large"), ({"id": 1, "new": 2}, "Small")],
    ),
    "by the types of properties": (
        """
Numbered: {type: object, properties: {id: {type: integer}}}
Named: {type: object, properties: {id: {type: string}}}
Dated: {type: object, properties: {id: {type: array, items: {type: string, format: date}}}}
Thing: {anyOf: [{$ref: '#/components/schemas/Numbered'}, {$ref: '#/components/schemas/Named'},
                {$ref: '#/components/schemas/Dated'}]}
""",
        [
            ({"id": 1}, "Numbered"),
            ({"id": "x"}, "Named"),
            ({"id": ["2026-01-31"]}, "Dated"),
            ({}, "Numbered"),
        ],
    ),
    "by what is inside": (
        """
A: {type: object, required: [a], properties: {a: {type: integer}}}
B: {type: object, required: [b], properties: {b: {type: integer}}}
HoldsA: {type: object, properties: {items: {type: array, items: {$ref: '#/components/schemas/A'}}}}
HoldsB: {type: object, properties: {items: {type: array, items: {$ref: '#/components/schemas/B'}}}}
Thing: {oneOf: [{$ref: '#/components/schemas/HoldsA'}, {$ref: '#/components/schemas/HoldsB'}]}
""",
        [({"items": [{"b": 1}]}, "HoldsB"), ({"items": [{"a": 1}]}, "HoldsA"), ({"items": []}, "HoldsA")],
    ),
    "a model or free keys": (
        """
Part: {type: object, required: [name], properties: {name: {type: string}}}
Thing: {oneOf: [{type: object, additionalProperties: {type: string}}, {$ref: '#/components/schemas/Part'}]}
""",
        [({"name": "x"}, "Part"), ({"a": "b"}, "dict"), ({"name": "x", "n": 5}, "Part")],
    ),
    "none of several": (
        """
A: {type: object, required: [a], properties: {a: {type: integer}}}
B: {type: object, required: [b], properties: {b: {type: integer}}}
Thing: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}
""",
        [({"c": 1}, "dict"), ({"b": 1, "c": 1}, "B")],
    ),
}


@pytest.mark.parametrize("what", LOOSE)
def test_without_tags_the_member_is_that_of_which_most_is_there(generate, what):
    content, cases = LOOSE[what]
    package = union(generate, content)
    assert names(package, *(value for value, _ in cases)) == [name for _, name in cases]


@pytest.mark.parametrize(
    ("members", "values"),
    [
        ("[{type: number}, {type: integer}]", [5, 5.5, 2**60 + 1]),
        ("[{type: string, format: uuid}, {enum: [auto]}]", ["auto", "0f8fad5b-d9cb-469f-a165-70867728950e"]),
        ("[{enum: [a]}, {enum: [b]}, {type: integer}]", ["a", "b", 5]),
        ("[{type: string, format: date-time}, {type: boolean}]", ["2026-01-31T10:00:00Z", True]),
        ("[{type: array, items: {type: integer}}, {type: array, items: {type: string}}]", [[1], ["a"], []]),
        ("[{type: array, items: {type: string}}, {type: string}]", [["a"], "a"]),
        ("[{type: object, additionalProperties: {type: integer}}, {type: integer}]", [{"a": 1}, 1]),
    ],
)
def test_a_union_of_values_that_are_no_models_gives_them_back(generate, members, values):
    package = union(generate, f"Thing: {{type: object, properties: {{a: {{oneOf: {members}}}}}}}")
    for value in values:
        written = package.models.Thing.decode({"a": value}).encode()["a"]
        assert (written, type(written) is type(value) or isinstance(value, str)) == (value, True)
    with pytest.raises(package.root.DecodeError, match="a"):
        package.models.Thing.decode({"a": [[]]})


def test_a_union_of_one_model_and_others_tells_what_is_wrong_inside(generate):
    content = """
Part: {type: object, required: [name], properties: {name: {type: string}}}
Thing: {type: object, properties: {a: {oneOf: [{type: integer}, {$ref: '#/components/schemas/Part'}]}}}
"""
    package = union(generate, content)
    for value, place in (({}, "$.a.name"), ({"name": 5}, "$.a.name"), ([], "$.a")):
        with pytest.raises(package.root.DecodeError) as caught:
            package.models.Thing.decode({"a": value})
        assert caught.value.path == place
