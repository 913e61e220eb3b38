"""What a call gives back, by the status and the media type of the answer: a table written by hand."""

import datetime as dt
import uuid

import httpx
import pytest

from tests.generating import run, schemas

KEY = "8a3fbc2e-64f8-4b5f-9d0c-1f6c3b2a7e55"
PET = {"$ref": "#/components/schemas/Pet"}
FAULT = {"$ref": "#/components/schemas/Fault"}
MODELS = schemas(
    """
    Pet: {type: object, required: [name], properties: {name: {type: string}}}
    Order: {type: object, required: [number], properties: {number: {type: integer}}}
    Fault: {type: object, required: [why], properties: {why: {type: string}}}
    Colour: {type: string, enum: [red, blue]}
    """
)
ORDER = {"$ref": "#/components/schemas/Order"}
COLOUR = {"$ref": "#/components/schemas/Colour"}
TEXT = {"type": "string"}
FILE = {"type": "string", "format": "binary"}
JSON, PLAIN, CSV, XML, PDF = (
    "application/json",
    "text/plain",
    "text/csv",
    "application/xml",
    "application/pdf",
)
BARE = {"description": ""}


def content(**types):
    return {
        "description": "",
        "content": {name: {} if schema is None else {"schema": schema} for name, schema in types.items()},
    }


def document(responses, method="get"):
    """One operation with these answers: for each status a mapping of media types to schemas, or none."""
    declared = {status: content(**types) if types else BARE for status, types in responses.items()}
    return MODELS | {"paths": {"/things": {method: {"responses": declared}}}}


def call(shop, *answers, **options):
    """What the only method gives back for an answer, the same from both clients."""
    ((resource, operation),) = [
        (resource, operation) for resource in shop.ir.apis[0].resources for operation in resource.operations
    ]
    with shop.client(*answers) as client:
        value = getattr(getattr(client.api, resource.name), operation.name)(**options)
    twin = shop.async_client(*answers)
    assert run(getattr(getattr(twin.api, resource.name), operation.name)(**options)) == value
    return value


def returned(shop, of="things.py"):
    """The annotation of what the method gives back."""
    source = shop.source(f"api/{of}")
    return source[source.index(") -> ", source.index("    def ")) + 5 :].partition(":\n")[0]


def answer(status, media_type="", body=b""):
    return lambda _: httpx.Response(
        status, headers={"content-type": media_type} if media_type else {}, content=body
    )


ALL = {
    "200": {JSON: PET, CSV: TEXT, XML: PET, PDF: FILE},
    "201": {JSON: ORDER},
    "202": {},
    "2XX": {PLAIN: TEXT},
}
KITTY, SEVEN = {"name": "Kitty"}, {"number": 7}


@pytest.mark.parametrize(
    ("status", "media_type", "body", "expected"),
    [
        (200, JSON, b'{"name": "Kitty"}', ("Pet", KITTY)),
        (200, "Application/JSON; charset=utf-8", b'{"name": "Kitty"}', ("Pet", KITTY)),
        (200, "", b'{"name": "Kitty"}', "of the documented answers"),
        (200, "application/vnd.pet+json", b'{"name": "Kitty"}', ("Pet", KITTY)),
        (200, CSV, b"name\nKitty\n", "name\nKitty\n"),
        (200, XML, b"<pet/>", "<pet/>"),
        (200, PDF, b"%PDF\xff", b"%PDF\xff"),
        (200, "image/png", b"\x89", "of the documented answers"),
        (201, JSON, b'{"number": 7}', ("Order", SEVEN)),
        (201, "", b'{"number": 7}', ("Order", SEVEN)),
        (201, JSON, b'{"name": "Kitty"}', "number"),
        (201, JSON, b"", "empty"),
        (202, "", b"", None),
        (202, JSON, b'{"name": "Kitty"}', None),
        (203, PLAIN, b"late", "late"),
        (203, JSON, b'"late"', '"late"'),
    ],
)
def test_status_and_media_type_choose(shops, status, media_type, body, expected):
    shop = shops(ALL)
    if isinstance(expected, str) and status != 203 and media_type not in (CSV, XML):
        with pytest.raises(shop.root.DecodeError, match=expected):
            call(shop, answer(status, media_type, body))
        return
    value = call(shop, answer(status, media_type, body))
    if isinstance(expected, tuple):
        name, fields = expected
        assert type(value).__name__ == name
        assert {field: getattr(value, field) for field in fields} == fields
    else:
        assert value == expected
        assert type(value) is type(expected)


def test_the_type_says_what_may_come(shops):
    assert set(returned(shops(ALL)).split(" | ")) == {"Pet", "str", "bytes", "Order", "None"}


@pytest.mark.parametrize(
    ("responses", "annotation"),
    [
        ({"200": {JSON: PET}}, "Pet"),
        ({"200": {JSON: PET}, "204": {}}, "Pet | None"),
        ({"200": {JSON: PET}, "201": {JSON: PET}}, "Pet"),
        ({"200": {JSON: PET}, "202": {JSON: ORDER}}, "Pet | Order"),
        ({"204": {}}, "None"),
        ({"200": {PLAIN: TEXT}}, "str"),
        ({"200": {CSV: None}}, "str"),
        ({"200": {XML: PET}}, "str"),
        ({"200": {PDF: FILE}}, "bytes"),
        ({"200": {PDF: FILE}, "202": {}}, "bytes | None"),
        ({"200": {PLAIN: PET, JSON: PET, "text/json": PET}}, "Pet"),
        ({"200": {PLAIN: TEXT, JSON: TEXT, "text/json": TEXT}}, "str"),
        ({"200": {PLAIN: {"type": "string", "format": "uuid"}}}, "UUID"),
        ({"200": {PLAIN: COLOUR}}, "Colour | str"),
        ({"2XX": {JSON: PET}}, "Pet"),
        ({"default": {JSON: PET}}, "Pet"),
        ({"200": {JSON: PET}, "default": {JSON: FAULT}}, "Pet"),
        ({"200": {}, "default": {JSON: FAULT}}, "None"),
        ({"200": {JSON: {}}, "204": {}}, "Any"),
        ({"200": {JSON: {"type": "string", "nullable": True}}, "204": {}}, "str | None"),
    ],
)
def test_types_of_answers(shops, responses, annotation):
    assert returned(shops(responses)) == annotation


@pytest.mark.parametrize(
    ("schema", "media_type", "body", "expected"),
    [
        (TEXT, PLAIN, b"17", "17"),
        (TEXT, PLAIN, b"", ""),
        (TEXT, PLAIN, b'"quoted"', '"quoted"'),
        (TEXT, "text/html", b"<p>Hi", "<p>Hi"),
        ({"type": "string", "format": "uuid"}, PLAIN, KEY.encode(), uuid.UUID(KEY)),
        ({"type": "string", "format": "date"}, PLAIN, b"2026-01-31", dt.date(2026, 1, 31)),
        ({"type": "integer"}, PLAIN, b"17", 17),
        ({"type": "number"}, PLAIN, b"1.5", 1.5),
        ({"type": "boolean"}, PLAIN, b"true", True),
        ({"type": "array", "items": {"type": "integer"}}, PLAIN, b"[1, 2]", [1, 2]),
        (COLOUR, PLAIN, b"green", "green"),
        (TEXT, "*/*", b"text", "text"),
        (FILE, PLAIN, b"\xff", b"\xff"),
    ],
)
def test_texts_are_values(shops, schema, media_type, body, expected):
    sent = PLAIN if media_type == "*/*" else media_type
    value = call(shops({"200": {media_type: schema}}), answer(200, sent, body))
    assert value == expected
    assert type(value) is type(expected)


def test_an_answer_in_any_media_type_is_read_as_it_says(shops):
    shop = shops({"200": {"*/*": TEXT}})
    assert call(shop, answer(200, JSON, b'"hello"')) == "hello"
    assert call(shop, answer(200, PLAIN, b'"hello"')) == '"hello"'


def test_a_delete_that_answers_nothing_gives_none(shops):
    shop = shops({"200": {JSON: PET}, "204": {}}, "delete")
    assert call(shop, 204) is None
    assert call(shop, answer(200, JSON, b'{"name": "Kitty"}')).name == "Kitty"
    with pytest.raises(shop.root.DecodeError, match="empty"):
        call(shop, answer(200, JSON))


def test_head_has_no_content(shops):
    shop = shops({"200": {JSON: PET}}, "head")
    assert returned(shop) == "None"
    assert call(shop, 200) is None


def test_answers_of_several_versions_are_told_apart(shops):
    one, two = f"{JSON};version=1", f"{JSON}; version=2"
    shop = shops({"200": {one: PET, two: ORDER}})
    assert (
        type(call(shop, answer(200, f"{JSON}; charset=utf-8; version=2", b'{"number": 7}'))).__name__
        == "Order"
    )
    assert type(call(shop, answer(200, one, b'{"name": "Kitty"}'))).__name__ == "Pet"
    with pytest.raises(shop.root.DecodeError, match="documented answers"):
        call(shop, answer(200, JSON, b'{"name": "Kitty"}'))


def test_models_of_answers_that_stand_in_place_are_named_by_their_status(shops):
    first, second = ({"type": "object", "properties": {name: TEXT}} for name in "ab")
    shop = shops({"400": {JSON: second}, "207": {JSON: second}, "200": {JSON: first}})
    assert returned(shop) == "GetThingsResult | GetThingsResult207"
    value = call(shop, answer(207, JSON, b'{"b": "x"}'))
    assert (type(value).__name__, value.b) == ("GetThingsResult207", "x")


# Encodings


@pytest.mark.parametrize(
    ("media_type", "body", "expected"),
    [
        (PLAIN, "Grüße".encode(), "Grüße"),
        (f"{PLAIN}; charset=iso-8859-1", "Grüße".encode("latin-1"), "Grüße"),
        (f'{PLAIN}; Charset="windows-1252"', "€ 5".encode("cp1252"), "€ 5"),
        (f"{PLAIN}; charset=utf-16", "Grüße".encode("utf-16"), "Grüße"),
        (f"{PLAIN}; charset=utf-8", b"\xef\xbb\xbfname", "name"),
        (f"{PLAIN}; charset=iso-8859-1", "GrÃ¼ÃŸe".encode("cp1252"), "GrÃ¼Ã\x9fe"),
    ],
)
def test_texts_are_in_the_encoding_that_the_answer_names(shops, media_type, body, expected):
    assert call(shops({"200": {PLAIN: TEXT}}), answer(200, media_type, body)) == expected


def test_xml_names_its_encoding_itself(shops):
    text = '<?xml version="1.0" encoding="ISO-8859-1"?><a>Grüße</a>'
    assert call(shops({"200": {XML: None}}), answer(200, XML, text.encode("latin-1"))) == text


@pytest.mark.parametrize("media_type", [PLAIN, f"{PLAIN}; charset=utf-8", f"{PLAIN}; charset=klingon"])
def test_a_text_in_another_encoding_is_never_guessed(shops, media_type):
    shop = shops({"200": {PLAIN: TEXT}})
    with pytest.raises(shop.root.DecodeError, match="no text in its encoding"):
        call(shop, answer(200, media_type, "Grüße".encode("latin-1")))


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("", "utf-8"),
        ("utf-8", "utf-8"),
        ("utf-8", "utf-8-sig"),
        ("iso-8859-1", "latin-1"),
        ("utf-16", "utf-16"),
        ("Windows-1252", "cp1252"),
        ("", "utf-16-le"),
        ("shift_jis", "shift_jis"),
        ("iso-2022-jp", "iso2022_jp"),
    ],
)
def test_json_is_in_the_encoding_that_the_answer_names(shops, charset, encoding):
    name = "猫" if "jis" in encoding or "jp" in encoding else "Käthe"
    body = f'{{"name": "{name}"}}'.encode(encoding)
    for responses in ({"200": {JSON: PET}}, {"200": {JSON: PET}, "204": {}}):
        media_type = f"{JSON}; charset={charset}" if charset else JSON
        assert call(shops(responses), answer(200, media_type, body)).name == name


def test_json_that_looks_like_another_encoding_is_read_as_declared(shops):
    body = '{"name": "Ã¼"}'.encode("latin-1")  # which in UTF-8 would be an ü
    assert call(shops({"200": {JSON: PET}}), answer(200, f"{JSON}; charset=latin1", body)).name == "Ã¼"


# Errors


ERRORS = {
    "200": {JSON: PET},
    "404": {JSON: FAULT},
    "409": {},
    "410": {JSON: ORDER, PLAIN: TEXT},
    "4XX": {JSON: ORDER},
    "default": {JSON: FAULT},
}


@pytest.mark.parametrize(
    ("status", "media_type", "body", "expected"),
    [
        (404, JSON, b'{"why": "gone"}', "Fault"),
        (404, JSON, b'{"because": "gone"}', {"because": "gone"}),
        (404, JSON, b"[1]", [1]),
        (404, JSON, b"{", "{"),
        (404, "text/html", b"<p>no", "<p>no"),
        (404, "", b"", None),
        (409, JSON, b'{"why": "gone"}', {"why": "gone"}),
        (410, JSON, b'{"number": 7}', "Order"),
        (422, "application/problem+json", b'{"number": 7}', "Order"),
        (500, JSON, b'{"why": "broken"}', "Fault"),
    ],
)
def test_the_body_of_an_error_is_its_model(shops, status, media_type, body, expected):
    shop = shops(ERRORS)
    with pytest.raises(shop.root.StatusError) as caught:
        call(shop, answer(status, media_type, body), retry=False)
    found = caught.value.body
    if expected in ("Fault", "Order"):
        assert type(found) is getattr(shop.models, expected)
    else:
        assert found == expected


def test_an_error_with_a_model_can_be_pickled(shops):
    import pickle

    shop = shops(ERRORS)
    with pytest.raises(shop.root.NotFound) as caught:
        call(shop, answer(404, JSON, b'{"why": "gone"}'))
    assert pickle.loads(pickle.dumps(caught.value)).body.why == "gone"


def test_problem_details_need_no_model(generate):
    problem = schemas("Problem: {type: object, properties: {title: {type: string}, status: {type: integer}}}")
    responses = {
        "200": content(**{JSON: TEXT}),
        "400": content(**{JSON: {"$ref": "#/components/schemas/Problem"}}),
    }
    shop = generate(problem | {"paths": {"/things": {"get": {"responses": responses}}}})
    assert not shop.ir.apis[0].models


# Numbers


def test_numbers_are_exact_on_request(generate):
    shop = generate(
        schemas(
            """
            Bill:
              type: object
              properties:
                total: {type: number, format: decimal}
                lines: {type: array, items: {type: number}}
                count: {type: integer}
                more: {}
            """
        )
        | {
            "paths": {
                "/things": {
                    "get": {"responses": {"200": content(**{JSON: {"$ref": "#/components/schemas/Bill"}})}}
                }
            }
        }
    )
    from decimal import Decimal

    text = b'{"total": 1234567890123456789.01, "lines": [0.1, 5, 1e400], "count": 3, "more": {"a": 0.10}}'
    with shop.client(answer(200, JSON, text), exact_numbers=True) as client:
        bill = client.api.things.get()
    assert (bill.total, bill.lines, bill.count) == (
        Decimal("1234567890123456789.01"),
        [Decimal("0.1"), Decimal(5), Decimal("1e400")],
        3,
    )
    assert [type(one) for one in (bill.total, *bill.lines, bill.count)] == [Decimal] * 4 + [int]
    assert str(bill.more["a"]) == "0.10"
    with shop.client(answer(200, JSON, b'{"total": 5, "lines": [0.5, 9007199254740993]}')) as client:
        bill = client.api.things.get()
    assert (bill.total, type(bill.total)) == (5.0, float)
    assert bill.lines == [0.5, 9007199254740993]


def test_a_whole_number_that_no_double_holds_keeps_its_digits(generate):
    schema = {"type": "array", "items": {"type": "number"}}
    shop = generate({"paths": {"/things": {"get": {"responses": {"200": content(**{JSON: schema})}}}}})
    with shop.client(answer(200, JSON, b"[1" + b"0" * 400 + b"]")) as client:
        assert client.api.things.list() == [10**400]


@pytest.fixture(scope="session")
def shops(tmp_path_factory):
    """Makes packages of one operation, each once."""
    import json

    from tests.generating import Generator

    make, made = Generator(tmp_path_factory.mktemp("answers")), {}

    def shop(responses, method="get"):
        key = json.dumps([responses, method])
        if key not in made:
            made[key] = make(document(responses, method))
        return made[key]

    return shop
