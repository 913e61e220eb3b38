"""Lists in pages, of any document: recognised by their parameters, said by an extension, or left alone."""

import inspect

import httpx
import pytest
from odcgen import ir
from odcgen.errors import LostOperationError

from tests.generating import run, schemas

ITEM = {"$ref": "#/components/schemas/Item"}
ITEMS = {"type": "array", "items": ITEM}
MODELS = schemas("Item: {type: object, required: [id], properties: {id: {type: integer}}}")
TEXT, WHOLE, FLAG = {"type": "string"}, {"type": "integer"}, {"type": "boolean"}
NULLABLE = {"type": "string", "nullable": True}


def thing(**properties):
    return {"type": "object", "properties": properties}


def document(schema, *query, method="get", told=None, body=None, headers=None):
    answer = {"description": "", "content": {"application/json": {"schema": schema}}}
    if headers:
        answer["headers"] = headers
    operation = {
        "parameters": [{"name": name, "in": "query", "schema": WHOLE} for name in query],
        "responses": {"200": answer},
    }
    if told is not None:
        operation["x-odcgen-paging"] = told
    if body:
        operation["requestBody"] = {"content": {"application/json": {"schema": thing(**body)}}}
    return MODELS | {"paths": {"/things": {method: operation}}}


def method_of(client):
    ((_, method),) = [
        (name, one)
        for name, one in inspect.getmembers(client.api.things, inspect.ismethod)
        if not name.startswith("_")
    ]
    return method


def pages(shop, answers, *given, **options):
    """The ids of all items, the same from both clients, and what was asked: the queries or bodies."""
    client = shop.client(*answers)
    found = [item.id for item in method_of(client)(*given, **options)]
    twin = shop.async_client(*answers)

    async def collect():
        return [item.id async for item in method_of(twin)(*given, **options)]

    assert run(collect()) == found
    asked = [(dict(one.url.params), one.content.decode()) for one in client.asked]
    assert [(dict(one.url.params), one.content.decode()) for one in twin.asked] == asked
    return found, [query | ({"body": body} if body else {}) for query, body in asked]


def ids(*numbers):
    return [{"id": number} for number in numbers]


# Left alone


@pytest.mark.parametrize(
    "given",
    [
        document(thing(results=ITEMS), method="post"),
        document(thing(results=ITEMS), method="post", body={"ids": {"type": "array", "items": TEXT}}),
        document(thing(results=ITEMS)),
        document(thing(results=ITEMS), "limit"),
        document(thing(results=ITEMS, page=thing(nextPageOffset=WHOLE)), method="post"),
        document(thing(data=ITEMS, next_cursor=TEXT), "cursor", method="post"),
        document(thing(data=ITEMS, next_cursor=TEXT)),
        document(thing(data=ITEMS, next_cursor=TEXT, balance=WHOLE), "cursor"),
        document(thing(data=ITEMS, more=ITEMS, next_cursor=TEXT), "cursor"),
        document(thing(data=ITEMS, total=WHOLE), "limit", "offset"),
        document(ITEMS, "page", "per_page"),
        document(ITEMS, "per_page", method="post", headers={"Link": {"schema": TEXT}}),
    ],
)
def test_what_is_not_known_to_be_a_page_is_sent_when_it_is_called(generate, given):
    shop = generate(given)
    assert not shop.ir.apis[0].resources[0].operations[0].paging
    result = shop.ir.apis[0].resources[0].operations[0].result
    client = shop.client([] if isinstance(result, ir.ListOf) else {})
    method_of(client)()
    assert len(client.asked) == 1


# Recognised


def test_limit_and_offset_with_what_the_page_tells(generate):
    page = thing(nextPageOffset={"type": "integer", "nullable": True}, totalResults=WHOLE)
    shop = generate(document(thing(results=ITEMS, page=page), "limit", "offset"))
    answers = [
        {"results": ids(1, 2), "page": {"nextPageOffset": 2, "totalResults": 3}},
        {"results": ids(3), "page": {"nextPageOffset": None, "totalResults": 3}},
    ]
    assert pages(shop, answers, limit=2) == ([1, 2, 3], [{"limit": "2"}, {"limit": "2", "offset": "2"}])


def test_limit_and_offset_where_nobody_tells_the_next_go_on_to_an_empty_page(generate):
    shop = generate(document(thing(results=ITEMS), "limit", "offset"))
    answers = [{"results": ids(1, 2)}, {"results": ids(3)}, {"results": []}]
    assert pages(shop, answers) == ([1, 2, 3], [{}, {"offset": "2"}, {"offset": "3"}])
    assert pages(shop, answers, offset=7)[1] == [{"offset": "7"}, {"offset": "9"}, {"offset": "10"}]


@pytest.mark.parametrize(
    ("parameter", "answer", "end"),
    [
        ("cursor", lambda value: {"next_cursor": value}, None),
        ("cursor", lambda value: {"next_cursor": value, "object": "list", "has_more": bool(value)}, ""),
        ("pageToken", lambda value: {"nextPageToken": value} if value else {}, None),
        ("cursor", lambda value: {"response_metadata": {"next_cursor": value}}, ""),
        ("next_token", lambda value: {"meta": {"next_token": value, "count": 2}}, None),
    ],
)
def test_a_cursor_is_taken_back(generate, parameter, answer, end):
    def schema(value):
        if isinstance(value, dict):
            return thing(**{name: schema(inner) for name, inner in value.items()})
        return FLAG if isinstance(value, bool) else WHOLE if isinstance(value, int) else NULLABLE

    shop = generate(document(thing(data=ITEMS, **schema(answer("x"))["properties"]), parameter, "limit"))
    answers = [
        {"data": ids(1), **answer("7")},
        {"data": [], **answer("8")},
        {"data": ids(2), **answer(end)},
    ]
    assert pages(shop, answers, limit=1) == (
        [1, 2],
        [{"limit": "1"}, {"limit": "1", parameter: "7"}, {"limit": "1", parameter: "8"}],
    )


def linked(items, link):
    return httpx.Response(200, json=items, headers={"link": link} if link else {})


def test_links_are_followed(generate):
    shop = generate(document(ITEMS, "page", "per_page", headers={"Link": {"schema": TEXT}}))
    answers = [
        lambda _: linked(
            ids(1), '<https://acme.test/api/shop/v1/things?page=2&per_page=1>; rel="next", <x>; rel="last"'
        ),
        lambda _: linked(ids(2), '</api/shop/v1/things?page=3>; rel="next"'),
        lambda _: linked(ids(3), '</api/shop/v1/things?page=1>; rel="first"'),
    ]
    assert pages(shop, answers, per_page=1) == (
        [1, 2, 3],
        [{"per_page": "1"}, {"page": "2", "per_page": "1"}, {"page": "3"}],
    )
    client = shop.client(*answers)
    list(method_of(client)())
    assert all(one.headers["authorization"] == "Bearer a-token" for one in client.asked)


@pytest.mark.parametrize(
    "link", ["https://evil.test/things", "//evil.test/", "http://acme.test/api/shop/v1/things"]
)
def test_a_link_to_another_host_is_not_followed(generate, link):
    shop = generate(document(ITEMS, "per_page", headers={"Link": {"schema": TEXT}}))
    client = shop.client(lambda _: linked(ids(1), f'<{link}>; rel="next"'))
    with pytest.raises(shop.root.PagingError, match="another host"):
        list(method_of(client)())
    assert len(client.asked) == 1


def test_links_that_lead_in_a_circle_are_an_error(generate):
    shop = generate(document(ITEMS, "per_page", headers={"Link": {"schema": TEXT}}))
    client = shop.client(lambda _: linked(ids(1), '</api/shop/v1/things?page=2>; rel="next"'))
    with pytest.raises(shop.root.PagingError, match="second time"):
        list(method_of(client)())


# Said


@pytest.mark.parametrize(
    ("schema", "query", "told", "answers", "asked"),
    [
        # A list of one page.
        (thing(data=ITEMS, x=TEXT), [], {}, [{"data": ids(1)}], [{}]),
        (thing(data=ITEMS, more=ITEMS), [], {"items": "data"}, [{"data": ids(1)}], [{}]),
        (ITEMS, [], {}, [ids(1)], [{}]),
        # Offsets.
        (
            thing(data=thing(list=ITEMS), total=WHOLE),
            ["skip"],
            {"items": "data.list", "offset": "skip", "total": "total"},
            [{"data": {"list": ids(1, 2)}, "total": 3}, {"data": {"list": ids(3)}, "total": 3}],
            [{}, {"skip": "2"}],
        ),
        # Numbers of pages.
        (
            thing(data=ITEMS),
            ["page"],
            {"page": "page"},
            [{"data": ids(1)}, {"data": ids(2)}, {"data": []}],
            [{}, {"page": "2"}, {"page": "3"}],
        ),
        (
            thing(data=ITEMS, meta=thing(pages=WHOLE)),
            ["p"],
            {"page": "p", "pages": "meta.pages", "first": 0},
            [{"data": ids(1), "meta": {"pages": 2}}, {"data": ids(2), "meta": {"pages": 2}}],
            [{}, {"p": "1"}],
        ),
        (
            thing(data=ITEMS, last=FLAG),
            ["page"],
            {"page": "page", "more": "has.more"},
            [{"data": ids(1), "has": {"more": True}}, {"data": ids(2), "has": {"more": False}}],
            [{}, {"page": "2"}],
        ),
        (
            thing(data=ITEMS, next_page={"type": "integer", "nullable": True}),
            ["page"],
            {"page": "page", "next": "next_page"},
            [{"data": ids(1), "next_page": 5}, {"data": ids(2), "next_page": None}],
            [{}, {"page": "5"}],
        ),
        # Cursors.
        (
            thing(data=ITEMS, has_more=FLAG),
            ["starting_after"],
            {"cursor": "starting_after", "next": "data.-1.id", "more": "has_more"},
            [{"data": ids(1, 7), "has_more": True}, {"data": ids(8), "has_more": False}],
            [{}, {"starting_after": "7"}],
        ),
        # Links in the answer.
        (
            thing(value=ITEMS, nextLink=TEXT),
            [],
            {"next": "nextLink"},
            [{"value": ids(1), "nextLink": "things?token=x%26y"}, {"value": ids(2)}],
            [{}, {"token": "x&y"}],
        ),
    ],
)
def test_what_an_extension_says(generate, schema, query, told, answers, asked):
    shop = generate(document(schema, *query, told=told))
    found, sent = pages(shop, answers)
    assert sent == asked
    assert found == [item["id"] for answer in answers for item in _items(answer)]


def _items(answer):
    """The items of an answer: itself, its only list, or the one in an object of it."""
    if isinstance(answer, list):
        return answer
    inner = [_items(value) for value in answer.values() if isinstance(value, (list, dict))]
    return next(filter(None, inner), [])


def test_a_cursor_in_the_body(generate):
    told = {"cursor": "start_cursor", "next": "next_cursor"}
    schema = thing(results=ITEMS, next_cursor=NULLABLE)
    shop = generate(document(schema, method="post", told=told, body={"start_cursor": TEXT, "q": TEXT}))
    answers = [{"results": ids(1), "next_cursor": "c"}, {"results": ids(2), "next_cursor": None}]
    assert pages(shop, answers, shop.models.PostThingsBody(q="a")) == (
        [1, 2],
        [{"body": '{"q":"a"}'}, {"body": '{"q":"a","start_cursor":"c"}'}],
    )


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"items": "rows"}, "no list called 'rows'"),
        ({"cursor": "after", "next": "next"}, "no query parameter"),
        ({"cursor": "cursor"}, '"next" must say'),
        ({"cursor": "cursor", "page": "page", "next": "n"}, "cannot both"),
    ],
)
def test_what_an_extension_says_wrongly_is_refused(generate, told, words):
    with pytest.raises(LostOperationError, match=words):
        generate(document(thing(data=ITEMS, next_cursor=TEXT), "cursor", "page", told=told))


# Contradictions


def test_more_without_a_way_there_is_an_error(generate):
    told = {"cursor": "cursor", "next": "next_cursor", "more": "has_more"}
    shop = generate(document(thing(data=ITEMS, next_cursor=TEXT, has_more=FLAG), "cursor", told=told))
    client = shop.client({"data": ids(1), "has_more": True, "next_cursor": None})
    with pytest.raises(shop.root.PagingError, match="but not where"):
        list(method_of(client)())


@pytest.mark.parametrize("told", [{"page": "page"}, {"offset": "page"}])
def test_a_server_that_always_answers_the_same_page_is_an_error(generate, told):
    shop = generate(document(thing(data=ITEMS), "page", told=told))
    client = shop.client({"data": ids(1)})
    with pytest.raises(shop.root.PagingError, match="same page"):
        list(method_of(client)())


def test_a_cursor_that_comes_again_is_an_error(generate):
    shop = generate(document(thing(data=ITEMS, next_cursor=TEXT), "cursor"))
    client = shop.client({"data": ids(1), "next_cursor": "x"})
    with pytest.raises(shop.root.PagingError, match="second time"):
        list(method_of(client)())


@pytest.mark.parametrize("cursor", [{"a": 1}, 1.5, True])
def test_a_cursor_that_is_none_says_where_it_stands(generate, cursor):
    shop = generate(document(thing(data=ITEMS, meta=thing(next_cursor=TEXT)), "cursor"))
    client = shop.client({"data": ids(1), "meta": {"next_cursor": cursor}})
    with pytest.raises(shop.root.DecodeError, match=r"\$\.meta\.next_cursor"):
        list(method_of(client)())


def test_an_end_that_contradicts_the_total_is_told(generate, caplog):
    told = {"offset": "offset", "total": "total"}
    shop = generate(document(thing(data=ITEMS, total=WHOLE), "offset", told=told))
    pages(shop, [{"data": ids(1), "total": 5}, {"data": [], "total": 5}])
    assert "ended after 1 items" in caplog.text


def test_no_content_is_an_empty_page(generate):
    given = document(thing(data=ITEMS, next_cursor=TEXT), "cursor")
    given["paths"]["/things"]["get"]["responses"]["204"] = {"description": ""}
    assert pages(generate(given), [204]) == ([], [{}])


def test_a_page_tells_what_is_known(generate):
    told = {"page": "page", "pages": "meta.pages", "total": "meta.total"}
    shop = generate(document(thing(data=ITEMS, meta=thing(pages=WHOLE, total=WHOLE)), "page", told=told))
    client = shop.client({"data": ids(1, 2), "meta": {"pages": 3, "total": 6}})
    page = method_of(client)(page=2).page()
    assert (len(page), page.offset, page.next_offset, page.total_pages, page.total_results) == (2, 2, 3, 3, 6)
    raw = client.with_raw_response(method_of(client))(page=2)
    assert raw.parse().next_offset == 3
