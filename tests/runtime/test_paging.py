"""Lists that come in pages, in all the ways in which ODC's APIs spell them."""

import itertools
import json

import pytest
from odc_runtime.errors.base import DecodeError
from odc_runtime.errors.course import PagingError
from odc_runtime.errors.status import BadRequest
from odc_runtime.kernel.operation import Operation, Paging

from tests.runtime.loopback import answer
from tests.runtime.sample import KEY, THING


def things(start, count):
    return [{**THING, "size": number} for number in range(start, start + count)]


def counted(total, step=2, **facts):
    """Serve `total` things, `step` to a page."""

    def handle(asked):
        query = dict(asked.query)
        offset = int(query.get("offset", 0))
        page = {"offset": offset, "nextPageOffset": offset + step if offset + step < total else None, **facts}
        return answer(200, {"results": things(offset, min(step, total - offset)), "page": page})

    return handle


async def collect(iterator):
    return [item async for item in iterator]


def sizes(found):
    return [thing.size for thing in found]


def warnings(caplog):
    return [record.getMessage() for record in caplog.records if record.levelname == "WARNING"]


def test_a_pager_follows_the_pages(lab):
    lab.server.handle = counted(5)
    assert sizes(lab.things(lambda t: t.list(name_contains="a").to_list())) == [0, 1, 2, 3, 4]
    assert [asked.query for asked in lab.server.asked] == [
        [("nameContains", "a")],
        [("nameContains", "a"), ("offset", "2")],
        [("nameContains", "a"), ("offset", "4")],
    ]


def test_a_pager_sends_nothing_before_it_is_iterated(lab):
    pagers = []
    lab.run(lambda client: pagers.append(client.things.list()))
    assert lab.server.asked == []
    assert repr(pagers[0]).endswith("Pager of lab.things.list>")


def test_a_pager_may_be_iterated_again(lab):
    lab.server.handle = counted(3)

    def act(t):
        pager = t.list()
        if lab.awaited:

            async def twice():
                return [await pager.to_list(), await pager.to_list()]

            return twice()
        return [pager.to_list(), pager.to_list()]

    first, second = lab.things(act)
    assert sizes(first) == sizes(second) == [0, 1, 2]
    assert len(lab.server.asked) == 4


def test_no_more_pages_are_loaded_than_are_consumed(lab):
    lab.server.handle = counted(1000)

    def act(t):
        if lab.awaited:

            async def some():
                found = []
                async for thing in t.list():
                    found.append(thing)
                    if len(found) == 4:
                        break
                return found

            return some()
        return list(itertools.islice(t.list(), 4))

    assert sizes(lab.things(act)) == [0, 1, 2, 3]
    assert len(lab.server.asked) == 2


def test_a_list_can_stop_and_resume_from_an_offset(lab):
    lab.server.handle = counted(7)
    page = lab.things(lambda t: t.list().page())
    assert page.next_offset == 2
    assert sizes(lab.things(lambda t: t.list(offset=page.next_offset).to_list())) == [2, 3, 4, 5, 6]


def test_a_page_tells_what_the_server_tells(lab):
    lab.server.handle = counted(5, totalResults=5, totalPages=3, count=2, limit=2)
    page = lab.things(lambda t: t.list(limit=2).page())
    assert (page.offset, page.limit, page.count, page.next_offset) == (0, 2, 2, 2)
    assert (page.total_results, page.total_pages, len(page), sizes(page)) == (5, 3, 2, [0, 1])
    assert page.response.status_code == 200
    assert repr(page) == "<Page of 2 items at offset 0, 5 in all>"


@pytest.mark.parametrize(
    "body",
    [
        {"results": [THING]},
        {"results": [THING], "page": None},
        {"results": [THING], "page": {}},
        {"results": [THING], "page": {"nextPageOffset": None}},
        {"results": [THING], "page": {"nextPageOffset": ""}},
        {"results": [THING], "page": []},
        {"results": [THING], "page": {"nextPageOffset": False}},
        [THING],
    ],
)
def test_a_list_without_a_next_offset_ends(lab, body):
    lab.server.then(answer(200, body))
    assert len(lab.things(lambda t: t.list().to_list())) == 1
    page = lab.server.then(answer(200, body)) and lab.things(lambda t: t.list().page())
    assert (page.total_results, page.total_pages, page.next_offset) == (None, None, None)


@pytest.mark.parametrize("body", [{"results": []}, {"results": None}, []])
def test_an_empty_list_is_empty(lab, body):
    lab.server.then(answer(200, body))
    assert lab.things(lambda t: t.list().to_list()) == []


NO_LISTS = [None, 5, "text", {}, {"name": "x"}, {"results": {}}, {"results": 1}, {"results": [None]}]


@pytest.mark.parametrize("body", NO_LISTS)
def test_what_is_no_list_is_a_decode_error(lab, body):
    lab.server.then(answer(200, body))
    if body is None:
        lab.server.queue.clear()
        lab.server.then(answer(200, b"null"))
    with pytest.raises(DecodeError):
        lab.things(lambda t: t.list().to_list())


@pytest.mark.parametrize("offset", [0, 2, "a"])
def test_a_server_that_repeats_an_offset_makes_no_endless_loop(lab, offset):
    lab.server.handle = lambda asked: answer(
        200, {"results": [THING], "page": {"offset": 0, "nextPageOffset": offset}}
    )
    with pytest.raises(PagingError, match="a second time"):
        lab.things(lambda t: t.list().to_list())
    assert len(lab.server.asked) <= 2


@pytest.mark.parametrize("offset", [True, {"a": 1}, [2], 2.5, 1e400, -1e400])
def test_a_next_offset_that_is_none_does_not_end_a_list_silently(lab, offset):
    """P63: an end is what the server calls an end."""
    body = json.dumps({"results": [THING], "page": {"nextPageOffset": offset}}).encode()
    for act in (lambda t: t.list().to_list(), lambda t: t.list().page()):
        lab.server.then(answer(200, body))
        with pytest.raises(DecodeError, match=r"\$\.page\.nextPageOffset"):
            lab.things(act)


@pytest.mark.parametrize("offset", [2, 2.0, "2"])
def test_an_offset_may_be_written_as_any_number(lab, offset):
    lab.server.then(
        answer(200, {"results": things(0, 2), "page": {"offset": 0.0, "nextPageOffset": offset}}),
        answer(200, {"results": things(2, 1), "page": {"offset": 2.0, "totalResults": 3.0}}),
    )
    assert sizes(lab.things(lambda t: t.list().to_list())) == [0, 1, 2]
    assert lab.server.last.query == [("offset", "2")]


def test_an_empty_page_that_names_a_next_one_is_no_end(lab):
    """P63: a server that filters after it has cut the pages sends empty ones in between."""
    lab.server.then(
        answer(200, {"results": [], "page": {"offset": 0, "nextPageOffset": 2}}),
        answer(200, {"results": None, "page": {"offset": 2, "nextPageOffset": 4}}),
        answer(200, {"results": things(4, 2), "page": {"offset": 4, "nextPageOffset": 6}}),
        answer(200, {"results": [], "page": {"offset": 6, "nextPageOffset": 8}}),
        answer(200, {"results": things(8, 1), "page": {"offset": 8, "nextPageOffset": None}}),
    )
    assert sizes(lab.things(lambda t: t.list().to_list())) == [4, 5, 8]


def test_empty_pages_for_ever_are_an_error(lab, monkeypatch):
    monkeypatch.setattr("odc_runtime.flows.walk.EMPTY_IN_A_ROW", 20)
    lab.server.handle = lambda asked: answer(
        200, {"results": [], "page": {"nextPageOffset": int(dict(asked.query).get("offset", 0)) + 1}}
    )
    with pytest.raises(PagingError, match="20 pages hold no items"):
        lab.things(lambda t: t.list().to_list())
    assert len(lab.server.asked) == 20


def test_empty_pages_end_where_all_items_were_read(lab, caplog):
    lab.server.handle = counted(3, totalResults=3, nextPageOffset=None)
    lab.server.then(
        answer(200, {"results": things(0, 3), "page": {"offset": 0, "nextPageOffset": 3, "totalResults": 3}}),
        answer(200, {"results": [], "page": {"offset": 3, "nextPageOffset": 6, "totalResults": 3}}),
    )
    assert sizes(lab.things(lambda t: t.list().to_list())) == [0, 1, 2]
    assert len(lab.server.asked) == 2
    assert warnings(caplog) == []


def test_a_circle_of_two_pages_is_an_error(lab):
    lab.server.then(
        answer(200, {"results": [THING], "page": {"nextPageOffset": "b"}}),
        answer(200, {"results": [THING], "page": {"nextPageOffset": "a"}}),
    )
    with pytest.raises(PagingError, match="'a' a second time"):
        lab.things(lambda t: t.list(offset="a").to_list())


@pytest.mark.parametrize(
    ("start", "total", "told"), [(None, 5, True), (0, 2, False), (3, 5, False), (3, 2, True)]
)
def test_an_end_that_contradicts_the_total_is_told_in_the_log(lab, caplog, start, total, told):
    """P63: a list that is shorter or longer than its server says is told, once."""
    lab.server.then(answer(200, {"results": things(0, 2), "page": {"totalResults": total}}))
    assert len(lab.things(lambda t: t.list(offset=start).to_list())) == 2
    assert [f"there are {total}" in message for message in warnings(caplog)] == [True] * told


def test_a_next_page_that_cannot_be_asked_for_is_told_in_the_log(lab, caplog):
    lab.server.then(answer(200, {"results": [THING], "page": {"nextPageOffset": 1}}))
    assert len(lab.things(lambda t: t.all().to_list())) == 1
    assert ["takes no offset" in message for message in warnings(caplog)] == [True]


def test_a_server_that_names_an_offset_for_ever_ends_at_its_first_empty_page(lab):
    """Log messages are read with a cursor that stays; an empty page says that there are no more."""
    lab.server.then(
        answer(200, {"results": [THING], "page": {"offset": "", "nextPageOffset": "c1"}}),
        answer(200, {"results": [], "page": {"offset": "c1", "nextPageOffset": "c1"}}),
    )
    assert len(lab.things(lambda t: t.list().to_list())) == 1


def test_string_offsets_are_passed_on_as_they_are(lab):
    lab.server.then(
        answer(200, {"results": [THING], "page": {"nextPageOffset": "a=b&c"}}),
        answer(200, {"results": [THING], "page": {"nextPageOffset": None}}),
    )
    assert len(lab.things(lambda t: t.list().to_list())) == 2
    assert lab.server.last.query == [("offset", "a=b&c")]


def test_other_spellings(lab):
    operation = Operation(
        "lab.findings.list",
        "GET",
        "/findings",
        paging=Paging(items="items", page="paging", limit="Limit", offset="Offset", cursor="next"),
    )
    lab.server.then(answer(200, {"items": [1], "paging": {"next": 9}}), answer(200, {"items": [2]}))
    found = lab.things(lambda t: t._pages(operation, (), {"Limit": 1, "Offset": None}, None, {}).to_list())
    assert found == [1, 2]
    assert lab.server.last.query == [("Limit", "1"), ("Offset", "9")]


@pytest.mark.parametrize("body", [None, {"elementType": "x", "offset": 0}])
def test_paging_may_happen_in_the_body(lab, body):
    lab.server.then(
        answer(200, {"results": [THING], "page": {"nextPageOffset": 1}}), answer(200, {"results": [THING]})
    )
    assert len(lab.things(lambda t: t.search(body).to_list())) == 2
    assert lab.server.last.json == {**(body or {}), "offset": 1}


def test_a_list_of_one_page_never_asks_for_a_second(lab):
    lab.server.then(answer(200, {"results": [THING], "page": {"nextPageOffset": 1}}))
    assert len(lab.things(lambda t: t.all().to_list())) == 1


def test_an_error_on_a_later_page_is_raised_there(lab):
    lab.server.then(answer(200, {"results": [THING], "page": {"nextPageOffset": 1}}), answer(400, {}))
    seen = []

    def act(t):
        if lab.awaited:

            async def read():
                async for thing in t.list():
                    seen.append(thing)

            return read()
        for thing in t.list():
            seen.append(thing)
        return None

    with pytest.raises(BadRequest):
        lab.things(act)
    assert len(seen) == 1


def test_pages_may_be_walked(lab):
    lab.server.handle = counted(3)
    pages = lab.things(lambda t: collect(t.list().pages()) if lab.awaited else list(t.list().pages()))
    assert [len(page) for page in pages] == [2, 1]


def test_the_raw_answer_of_a_list_is_its_first_page(lab):
    lab.server.handle = counted(3)
    raw = lab.run(lambda client: client.with_raw_response(client.things.list)(limit=2))
    assert raw.status_code == 200
    assert len(raw.parse()) == 2
    assert len(lab.server.asked) == 1


def test_the_raw_answer_of_a_call(lab):
    lab.server.then(answer(200, THING, x_mark="1"))
    raw = lab.run(lambda client: client.with_raw_response(client.things.get)(KEY, embed="x"))
    assert (raw.status_code, raw.headers["x-mark"], raw.parse().name) == (200, "1", "One")
    assert b"One" in raw.content
    assert "One" in raw.text
    assert repr(raw) == "<RawResponse [200]>"
    assert lab.server.last.query == [("embed", "x")]


def test_a_raw_answer_is_decoded_when_it_is_parsed(lab):
    lab.server.then(answer(200, b"<html>"))
    raw = lab.run(lambda client: client.with_raw_response(client.things.get)())
    with pytest.raises(DecodeError, match=r"lab\.things\.get"):
        raw.parse()


def test_raw_access_changes_nothing_for_others(lab):
    lab.server.handle = lambda asked: answer(200, THING)

    def act(client):
        raw = client.with_raw_response(client.things.get)
        assert raw is not client.things.get
        return client.things.get()

    assert lab.run(act).name == "One"


def test_an_error_is_raised_with_raw_access_too(lab):
    lab.server.then(answer(400, {}))
    with pytest.raises(BadRequest):
        lab.run(lambda client: client.with_raw_response(client.things.get)())


@pytest.mark.parametrize("method", [print, lambda: None, "text".upper])
def test_raw_access_takes_methods_of_resources_only(lab, method):
    with pytest.raises(TypeError, match="method of a resource"):
        lab.run(lambda client: client.with_raw_response(method))
