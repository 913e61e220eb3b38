"""Models: what a schema says is what the class does."""

import datetime as dt
import importlib
import inspect
from uuid import UUID

import pytest

from tests.generating import endpoint, schemas

KEY = "0f8fad5b-d9cb-469f-a165-70867728950e"
THING = {"$ref": "#/components/schemas/Thing"}
EVERYTHING = """
Thing:
  type: object
  required: [key, many]
  properties:
    key: {type: string, format: uuid}
    text: {type: string}
    whole: {type: integer, format: int64}
    fraction: {type: number}
    flag: {type: boolean}
    day: {type: string, format: date}
    moment: {type: string, format: date-time}
    anything: {}
    free: {type: object}
    many: {type: array, items: {type: string}}
    rows: {type: array, items: {type: array, items: {type: integer}}}
    keys: {type: array, items: {type: string, format: uuid}}
    counts: {type: object, additionalProperties: {type: integer}}
    parts: {type: object, additionalProperties: {$ref: '#/components/schemas/Part'}}
    part: {$ref: '#/components/schemas/Part'}
    all: {type: array, items: {$ref: '#/components/schemas/Part'}}
    holes: {type: array, items: {type: string, nullable: true}}
    either: {oneOf: [{type: integer}, {$ref: '#/components/schemas/Part'}]}
    kind: {$ref: '#/components/schemas/Kind'}
    kinds: {type: array, items: {$ref: '#/components/schemas/Kind'}}
    level: {type: integer, enum: [1, 2]}
    levels: {type: array, items: {type: integer, enum: [1, 2]}}
Part:
  type: object
  required: [name]
  properties:
    name: {type: string}
    inside: {$ref: '#/components/schemas/Part'}
Kind: {type: string, enum: [one, two]}
"""


def package(generate, document, properties, more="", **thing):
    """A package whose only operation deals with a Thing of these properties, given as YAML."""
    found = schemas(f"Thing:\n  type: object\n  properties: {properties}\n{more}")
    found["components"]["schemas"]["Thing"] |= thing
    return generate(document | found)


def answered(generate, properties, more="", **thing):
    return package(generate, endpoint(THING), properties, more, **thing).models


def sent(generate, properties, more="", **thing):
    return package(
        generate, endpoint(None, method="patch", sent=THING, status="204"), properties, more, **thing
    ).models


def both(generate, properties, more="", **thing):
    return package(generate, endpoint(THING, method="put", sent=THING), properties, more, **thing).models


@pytest.fixture(scope="module")
def shop(generate):
    return generate(endpoint(THING) | schemas(EVERYTHING))


@pytest.fixture(scope="module")
def twoway(generate):
    return generate(endpoint(THING, method="put", sent=THING) | schemas(EVERYTHING))


FITTING = {
    "text": ("x", "x"),
    "whole": (9007199254740993, 9007199254740993),
    "fraction": (1, 1.0),
    "flag": (False, False),
    "day": ("2026-01-31", dt.date(2026, 1, 31)),
    "moment": ("2026-01-31T10:00:00Z", dt.datetime(2026, 1, 31, 10, tzinfo=dt.UTC)),
    "anything": ([{"a": None}], [{"a": None}]),
    "free": ({"a": [1]}, {"a": [1]}),
    "rows": ([[1], []], [[1], []]),
    "keys": ([KEY], [UUID(KEY)]),
    "counts": ({"a": 1}, {"a": 1}),
    "holes": (["a", None], ["a", None]),
    "either": (5, 5),
}


@pytest.mark.parametrize("name", FITTING)
def test_a_value_of_an_answer_gets_its_python_type(shop, name):
    wire, value = FITTING[name]
    thing = shop.models.Thing.decode({"key": KEY, "many": [], name: wire})
    assert getattr(thing, name) == value
    assert type(getattr(thing, name)) is type(value)


def test_an_absent_or_null_field_of_an_answer_is_none(shop):
    bare = shop.models.Thing.decode({"key": KEY, "many": []})
    nulls = shop.models.Thing.decode({"key": KEY, "many": []} | dict.fromkeys(FITTING))
    for name in FITTING:
        assert getattr(bare, name) is None
        assert getattr(nulls, name) is None


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ({"many": []}, "key"),
        ({"key": None, "many": []}, "key"),
        ({"key": "no-uuid", "many": []}, "key"),
        ({"key": KEY}, "many"),
        ({"key": KEY, "many": {}}, "many"),
        ({"key": KEY, "many": ["a", 5]}, "many[1]"),
        ({"key": KEY, "many": [], "text": 5}, "text"),
        ({"key": KEY, "many": [], "whole": True}, "whole"),
        ({"key": KEY, "many": [], "whole": "5"}, "whole"),
        ({"key": KEY, "many": [], "fraction": "5"}, "fraction"),
        ({"key": KEY, "many": [], "flag": 0}, "flag"),
        ({"key": KEY, "many": [], "day": "2026-13-01"}, "day"),
        ({"key": KEY, "many": [], "moment": 5}, "moment"),
        ({"key": KEY, "many": [], "rows": [[1], ["a"]]}, "rows[1][0]"),
        ({"key": KEY, "many": [], "counts": {"a": "b"}}, "counts.a"),
        ({"key": KEY, "many": [], "part": {}}, "part.name"),
        ({"key": KEY, "many": [], "part": {"name": "a", "inside": {"name": 5}}}, "part.inside.name"),
        ({"key": KEY, "many": [], "all": [{"name": "a"}, 5]}, "all[1]"),
        ({"key": KEY, "many": [], "parts": {"x": {}}}, "parts.x.name"),
        ({"key": KEY, "many": [], "either": []}, "either"),
        ({"key": KEY, "many": [], "kind": 5}, "kind"),
        ({"key": KEY, "many": [], "level": "a"}, "level"),
        (None, ""),
        ([], ""),
        ("text", ""),
    ],
)
def test_what_does_not_fit_is_a_decode_error_with_its_place(shop, data, place):
    with pytest.raises(shop.root.DecodeError) as caught:
        shop.models.Thing.decode(data)
    assert place in str(caught.value)


def test_nested_models_are_decoded_at_every_depth(shop):
    part = {"name": "a", "inside": {"name": "b", "inside": {"name": "c"}}}
    thing = shop.models.Thing.decode(
        {"key": KEY, "many": [], "part": part, "all": [part], "parts": {"x": part}, "either": part}
    )
    for found in (thing.part, thing.all[0], thing.parts["x"], thing.either):
        assert type(found) is shop.models.Part
        assert found.inside.inside.name == "c"
        assert found.inside.inside.inside is None


def test_an_api_lists_its_models_for_completion(shop):
    api = importlib.import_module(shop.models.__name__.removesuffix(".models"))
    assert {"Thing", "Part", "Kind"} <= set(dir(api))
    assert all(getattr(api, name) is not None for name in dir(api))


def test_an_enum_is_open(shop):
    thing = shop.models.Thing.decode({"key": KEY, "many": [], "kind": "one", "kinds": ["two", "new"]})
    assert thing.kind is shop.models.Kind.ONE
    assert thing.kinds == [shop.models.Kind.TWO, "new"]
    assert type(thing.kinds[1]) is str


def test_an_enum_of_integers_is_open(shop):
    thing = shop.models.Thing.decode({"key": KEY, "many": [], "level": 2, "levels": [1, 99]})
    assert type(thing.level).__name__ == "ThingLevel"
    assert thing.level == 2
    assert thing.levels[1] == 99
    assert type(thing.levels[1]) is int


def test_models_are_keyword_only_and_have_slots(shop):
    part = shop.models.Part(name="x")
    with pytest.raises(TypeError):
        shop.models.Part("x")
    with pytest.raises(AttributeError):
        part.other = 1
    assert part == shop.models.Part(name="x")
    assert "name='x'" in repr(part)


def test_a_model_of_bodies_has_no_decode(generate):
    assert not hasattr(sent(generate, "{a: {type: string}}").Thing, "decode")


def test_in_a_body_unset_is_left_out_and_none_sends_null(generate):
    models = sent(generate, "{a: {type: string, nullable: true}, b: {type: string, nullable: true}}")
    assert models.Thing().encode() == {}
    assert models.Thing(a=None, b="x").encode() == {"a": None, "b": "x"}


def test_a_required_field_of_a_body_must_be_given(generate):
    models = sent(generate, "{a: {type: string}, b: {type: string, nullable: true}}", required=["a", "b"])
    with pytest.raises(TypeError, match="'a'"):
        models.Thing(b=None)
    assert models.Thing(a="x", b=None).encode() == {"a": "x", "b": None}


def test_what_is_sent_and_received_comes_back_as_it_was(twoway):
    models = twoway.models
    data = {
        "key": KEY,
        "many": ["a"],
        "day": "2026-01-31",
        "moment": "2026-01-31T10:00:00Z",
        "anything": {"a": [None]},
        "rows": [[1, 2]],
        "keys": [KEY],
        "counts": {"a": 1},
        "parts": {"x": {"name": "n"}},
        "part": {"name": "n", "inside": {"name": "m"}},
        "all": [{"name": "n"}],
        "holes": [None, "a"],
        "kind": "one",
        "kinds": ["two", "new"],
        "level": 1,
        "levels": [1, 99],
    }
    assert models.Thing.decode(data).encode() == data
    assert models.Thing.decode(data | {"either": {"name": "n"}}).encode()["either"] == {"name": "n"}
    assert models.Thing.decode(data | {"either": 3}).encode()["either"] == 3


def test_a_body_takes_values_as_python_has_them(twoway):
    models = twoway.models
    thing = models.Thing(
        key=UUID(KEY),
        many=("a", "b"),
        moment=dt.datetime(2026, 1, 31, 10, tzinfo=dt.UTC),
        kind=models.Kind.TWO,
    )
    assert thing.encode() == {
        "key": KEY,
        "many": ["a", "b"],
        "moment": "2026-01-31T10:00:00Z",
        "kind": "two",
    }


def test_what_only_the_server_sets_is_not_sent(generate):
    properties = "{id: {type: integer, readOnly: true}, name: {type: string}}"
    models = sent(generate, properties, required=["id"])
    assert list(inspect.signature(models.Thing).parameters) == ["name", "additional"]
    models = both(generate, properties, required=["id"])
    assert models.Thing(name="a").encode() == {"name": "a"}
    assert models.Thing.decode({"id": 5}).id == 5
    assert models.Thing.decode({"id": 5, "name": "a"}).encode() == {"name": "a"}


def test_what_only_the_client_sets_is_not_expected_in_answers(generate):
    properties = "{secret: {type: string, writeOnly: true}, name: {type: string}}"
    models = answered(generate, properties, required=["secret"])
    assert models.Thing.decode({"name": "a"}).name == "a"
    assert not hasattr(models.Thing, "secret")
    models = both(generate, properties, required=["secret"])
    assert models.Thing.decode({"name": "a"}).name == "a"
    assert models.Thing(secret="s").encode() == {"secret": "s"}


def test_typed_free_keys_are_kept_beside_the_named_ones(generate):
    models = both(generate, "{name: {type: string}}", additionalProperties={"type": "integer"})
    thing = models.Thing.decode({"name": "a", "b": 1, "additional": 2})
    assert thing.additional == {"b": 1, "additional": 2}
    assert thing.encode() == {"name": "a", "b": 1, "additional": 2}
    assert models.Thing(name="a").additional == {}


def test_all_of_several_objects_is_one_model_of_all_properties(generate):
    more = """
Base: {type: object, required: [id], properties: {id: {type: integer}, name: {type: string}}}
"""
    members = [
        {"$ref": "#/components/schemas/Base"},
        {"type": "object", "properties": {"size": {"type": "integer"}}},
    ]
    models = answered(generate, "{}", more, allOf=members)
    thing = models.Thing.decode({"id": 1, "name": "a", "size": 3})
    assert (thing.id, thing.name, thing.size) == (1, "a", 3)
    with pytest.raises(Exception, match="id"):
        models.Thing.decode({"size": 3})


def test_all_of_can_make_a_property_required(generate):
    more = "Base: {type: object, properties: {id: {type: integer}}}"
    models = answered(
        generate, "{}", more, allOf=[{"$ref": "#/components/schemas/Base"}, {"required": ["id"]}]
    )
    with pytest.raises(Exception, match="id"):
        models.Thing.decode({})


@pytest.mark.parametrize(
    "wrapped",
    [
        "{allOf: [{$ref: '#/components/schemas/Kind'}]}",
        "{allOf: [{$ref: '#/components/schemas/Kind'}], nullable: true, description: Some}",
        "{allOf: [{$ref: '#/components/schemas/Kind'}], nullable: true, enum: [one, two]}",
        "{allOf: [{$ref: '#/components/schemas/Kind'}], type: string, enum: [one, two]}",
        "{allOf: [{$ref: '#/components/schemas/Kind'}, {description: Some}]}",
        "{oneOf: [{$ref: '#/components/schemas/Kind'}]}",
        "{anyOf: [{$ref: '#/components/schemas/Kind'}]}",
        "{$ref: '#/components/schemas/Alias'}",
    ],
)
def test_a_wrapper_around_one_reference_is_that_reference(generate, wrapped):
    more = "Kind: {type: string, enum: [one, two]}\nAlias: {$ref: '#/components/schemas/Kind'}"
    models = answered(generate, f"{{kind: {wrapped}}}", more)
    assert models.Thing.decode({"kind": "one"}).kind is models.Kind.ONE
    assert sorted(models.__all__) == ["Kind", "Thing"]


@pytest.mark.parametrize("members", ["[{type: string}]", "[{type: string}, {maxLength: 5}, {title: T}]"])
def test_all_of_plain_values_is_one_value(generate, members):
    models = answered(generate, f"{{a: {{allOf: {members}}}}}")
    assert models.Thing.decode({"a": "x"}).a == "x"
    with pytest.raises(Exception, match="string"):
        models.Thing.decode({"a": {}})


@pytest.mark.parametrize(
    "nullable",
    [
        "{type: string, nullable: true}",
        "{allOf: [{$ref: '#/components/schemas/Text'}], nullable: true}",
        "{$ref: '#/components/schemas/Nullable'}",
    ],
)
def test_null_is_accepted_where_the_document_allows_it(generate, nullable):
    more = "Text: {type: string}\nNullable: {type: string, nullable: true}"
    models = answered(generate, f"{{a: {nullable}}}", more, required=["a"])
    assert models.Thing.decode({"a": None}).a is None
    assert models.Thing.decode({"a": "x"}).a == "x"


@pytest.mark.parametrize(
    "nullable",
    [
        "{type: [string, 'null']}",
        "{anyOf: [{type: string}, {type: 'null'}]}",
        "{oneOf: [{type: 'null'}, {$ref: '#/components/schemas/Text'}]}",
        "{enum: [x, null]}",
    ],
)
def test_null_is_accepted_in_each_way_of_openapi_3_1(generate, nullable):
    document = endpoint(THING) | {"openapi": "3.1.0"}
    models = package(generate, document, f"{{a: {nullable}}}", "Text: {type: string}", required=["a"]).models
    assert models.Thing.decode({"a": None}).a is None
    assert models.Thing.decode({"a": "x"}).a == "x"
    with pytest.raises(Exception, match="a"):
        models.Thing.decode({"a": 5})


def test_a_list_of_types_is_a_union_with_the_keywords_of_each(generate):
    document = endpoint(THING) | {"openapi": "3.1.0"}
    listed = "{type: [string, array, 'null'], items: {type: integer}, format: uuid}"
    models = package(generate, document, f"{{a: {listed}}}").models
    assert models.Thing.decode({"a": [1]}).a == [1]
    assert models.Thing.decode({"a": KEY}).a == UUID(KEY)
    assert models.Thing.decode({"a": None}).a is None
    with pytest.raises(Exception, match="a"):
        models.Thing.decode({"a": ["x"]})


def test_a_constant_is_that_value_and_no_other(generate):
    document = endpoint(THING, method="put", sent=THING) | {"openapi": "3.1.0"}
    models = package(
        generate, document, '{a: {const: v1}, b: {const: 5}, c: {const: true}, d: {type: string, const: "x"}}'
    ).models
    assert models.Thing.decode({"a": "v1", "b": 5, "c": True, "d": "x"}).encode() == {
        "a": "v1",
        "b": 5,
        "c": True,
        "d": "x",
    }
    for wrong in ({"a": "v2"}, {"b": True}, {"c": 1}, {"d": "y"}):
        with pytest.raises(Exception, match=next(iter(wrong))):
            models.Thing.decode(wrong)


def test_enum_members_are_named_after_hints_values_and_without_collisions(generate):
    more = """
Status: {type: string, enum: [Active, active, in progress, "1st", "", "*", none, "Nöte"]}
Code: {type: integer, enum: [0, 1, -1], x-enum-varnames: [Nothing, Some]}
"""
    models = answered(
        generate, "{a: {$ref: '#/components/schemas/Status'}, b: {$ref: '#/components/schemas/Code'}}", more
    )
    assert [member.value for member in models.Status] == [
        "Active", "active", "in progress", "1st", "", "*", "none", "Nöte",
    ]  # fmt: skip
    names = [member.name for member in models.Status]
    assert names[:3] == ["ACTIVE", "ACTIVE_2", "IN_PROGRESS"]
    assert len(set(names)) == len(names)
    assert all(name.isidentifier() and not name.startswith("_") for name in names)
    assert {member.name: member.value for member in models.Code} == {
        "NOTHING": 0,
        "SOME": 1,
        "VALUE_MINUS_1": -1,
    }


def test_enum_members_do_not_hide_what_an_enum_is_made_of(generate):
    values = ["name", "value", "mro", "__class__", "_member_map_", "encode", "title", "True", "None", "self"]
    models = answered(generate, "{a: {type: string, enum: [" + ", ".join(f"'{v}'" for v in values) + "]}}")
    assert [member.value for member in models.ThingA] == values
    assert models.ThingA("value").value == "value"
    assert models.Thing.decode({"a": "mro"}).a is models.ThingA("mro")


@pytest.mark.parametrize("direction", [answered, sent, both])
def test_any_property_name_becomes_a_field_of_its_own(generate, direction):
    names = [
        "class", "import", "match", "type", "self", "cls", "data", "body", "get", "v", "at", "dt", "decode",
        "encode", "additional", "list", "str", "id", "_embedded", "__init__", "__class__", "userName",
        "user_name", "user-name", "UserName", "1st", "", " ", "*", "metadata.urlPathContains", "Ünïcode",
        "名前", "x" * 300, "None", "UNSET", "UUID", "Any", "define", "DECODE_ERRORS", "encode_multipart",
        "int", "float", "bool",
    ]  # fmt: skip
    properties = {name: {"type": "string"} for name in names}
    document = {
        answered: endpoint(THING),
        sent: endpoint(None, method="patch", sent=THING, status="204"),
        both: endpoint(THING, method="put", sent=THING),
    }[direction]
    models = generate(
        document | {"components": {"schemas": {"Thing": {"type": "object", "properties": properties}}}}
    ).models
    *fields, free = [field.name for field in models.Thing.__attrs_attrs__]
    assert free == "additional"
    assert len(set(fields)) == len(names)
    assert "user_name" in fields
    data = {name: f"value {index}" for index, name in enumerate(names)}
    if direction is not sent:
        thing = models.Thing.decode(data)
        assert [getattr(thing, field) for field in fields] == list(data.values())
    if direction is not answered:
        assert models.Thing(**dict(zip(fields, data.values(), strict=True))).encode() == data


def test_annotations_tell_what_may_be_given(shop, twoway):
    received = shop.models.Thing.__annotations__
    exchanged = twoway.models.Thing.__annotations__
    assert received["key"] == exchanged["key"] == "UUID"
    assert received["text"] == "str | None"
    assert exchanged["text"] == "str | Unset | None"
    assert received["kind"] == "Kind | str | None"
    assert received["levels"] == "list[ThingLevelsItem | int] | None"
    assert received["rows"] == "list[list[int]] | None"
    assert received["parts"] == "dict[str, Part] | None"
    assert received["either"] == "int | Part | None"
    assert received["anything"] == "Any"


def test_a_recursive_list_or_map_is_any_json(generate):
    more = """
Json:
  anyOf:
  - {type: string}
  - {type: array, items: {$ref: '#/components/schemas/Json'}}
  - {type: object, additionalProperties: {$ref: '#/components/schemas/Json'}}
"""
    models = answered(generate, "{a: {$ref: '#/components/schemas/Json'}}", more)
    assert models.Thing.decode({"a": [{"b": ["c"]}]}).a == [{"b": ["c"]}]


def test_models_that_need_each_other_load(generate):
    more = """
Left: {type: object, properties: {right: {$ref: '#/components/schemas/Right'}}}
Right:
  type: object
  properties:
    left: {$ref: '#/components/schemas/Left'}
    deep: {type: array, items: {$ref: '#/components/schemas/Thing'}}
"""
    models = answered(generate, "{left: {$ref: '#/components/schemas/Left'}}", more)
    thing = models.Thing.decode({"left": {"right": {"left": {}, "deep": [{}]}}})
    assert type(thing.left.right.left) is models.Left
    assert type(thing.left.right.deep[0]) is models.Thing


def test_a_discriminator_chooses_the_member_of_a_union(generate):
    more = """
Cat: {type: object, properties: {kind: {type: string}, meows: {type: boolean}}}
Dog: {type: object, properties: {kind: {type: string}, barks: {type: boolean}}}
Pet:
  oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
  discriminator: {propertyName: kind, mapping: {feline: '#/components/schemas/Cat'}}
"""
    pet = "{$ref: '#/components/schemas/Pet'}"
    models = both(generate, f"{{pet: {pet}, pets: {{type: array, items: {pet}}}}}", more)
    assert models.Thing.decode({"pet": {"kind": "feline", "meows": True}}).pet.meows is True
    thing = models.Thing.decode(
        {"pet": {"kind": "Dog", "barks": True}, "pets": [{"kind": "Dog", "barks": False}]}
    )
    assert type(thing.pet) is models.Dog
    assert thing.pets[0].barks is False
    assert thing.encode()["pet"] == {"kind": "Dog", "barks": True}
    bird = {"kind": "bird", "sings": True}
    assert models.Thing.decode({"pet": bird, "pets": [bird]}).encode() == {"pet": bird, "pets": [bird]}
    with pytest.raises(Exception, match="barks"):
        models.Thing.decode({"pet": {"kind": "Dog", "barks": "loudly"}})


@pytest.mark.parametrize(
    "again",
    [
        "{const: k}",
        "{enum: [k]}",
        "{oneOf: [{const: k}, {type: integer}]}",
        "{type: array, items: {const: k}}",
    ],
)
def test_a_property_that_a_part_defines_again_has_the_narrower_type(generate, again):
    document = endpoint(THING) | {"openapi": "3.1.0"}
    for parts in (
        "[{properties: {a: {}}}, {properties: {a: %s}}]",
        "[{properties: {a: %s}}, {properties: {a: {}}}]",
    ):
        models = generate(document | schemas(f"Thing: {{allOf: {parts % again}}}")).models
        value = ["k"] if "items" in again else "k"
        assert models.Thing.decode({"a": value}).a == value
        with pytest.raises(Exception, match="a"):
            models.Thing.decode({"a": {}})
