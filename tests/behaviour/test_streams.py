"""Answers that come bit by bit, from a server on the loopback that sees when its client hangs up."""

import contextlib
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import anyio
import httpx
import pytest

from tests.generating import run, schemas

MODELS = schemas("Pet: {type: object, required: [name], properties: {name: {type: string}}}")
PET = {"$ref": "#/components/schemas/Pet"}
EVENTS, LINES, SEQ = "text/event-stream", "application/x-ndjson", "application/json-seq"


class Slow:
    """Sends the pieces of one answer and keeps the connection open until `let_go` or the client hangs up."""

    def __init__(self):
        self.media_type, self.pieces, self.ends, self.status = EVENTS, [], True, 200
        self.hung_up, self.let_go = threading.Event(), threading.Event()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                self.send_response(outer.status)
                self.send_header("content-type", outer.media_type)
                self.send_header("transfer-encoding", "chunked")
                self.end_headers()
                with contextlib.suppress(OSError):
                    for piece in outer.pieces:
                        self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
                        self.wfile.flush()
                    if outer.ends is True:
                        self.wfile.write(b"0\r\n\r\n")
                        return
                    if outer.ends == "breaks":
                        self.close_connection = True
                        return
                    self.connection.settimeout(30)
                    if not self.connection.recv(1):
                        outer.hung_up.set()
                self.close_connection = True

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server.server_port}"


@pytest.fixture
def slow():
    server = Slow()
    yield server
    server.server.shutdown()
    server.server.server_close()


def document(**types):
    answers = {"200": {"description": "", "content": {name: {"schema": one} for name, one in types.items()}}}
    return MODELS | {"paths": {"/things": {"get": {"responses": answers}}}}


@pytest.fixture(scope="module")
def shops(tmp_path_factory):
    from tests.generating import Generator

    make, made = Generator(tmp_path_factory.mktemp("streams")), {}

    def shop(**types):
        key = repr(types)
        if key not in made:
            made[key] = make(document(**types))
        return made[key]

    return shop


def client(shop, slow, **settings):
    return shop.root.ShopClient(
        base_urls={"api": slow.url}, credentials=shop.root.StaticToken("t"), **settings
    )


def twin(shop, slow, **settings):
    return shop.root.AsyncShopClient(
        base_urls={"api": slow.url}, credentials=shop.root.StaticToken("t"), **settings
    )


def taken(items, found):
    """Put items into a list as they come."""
    for item in items:
        found.append(item)


def both(shop, slow, **options):
    """All items of a stream, the same from both clients."""
    with client(shop, slow) as odc:
        found = list(odc.api.things.get(**options))

    async def collect():
        async with twin(shop, slow) as odc:
            return [item async for item in await odc.api.things.get(**options)]

    again = run(collect())
    assert [repr(one) for one in again] == [repr(one) for one in found]
    return found


def events(found):
    return [(one.event, one.data, one.id, one.retry) for one in found]


TEXT = {"type": "string"}
WHOLE = (
    b"\xef\xbb\xbf: a comment\n"
    b"data: one\n\n"
    b"event: add\r\ndata: two\r\ndata:  lines\r\nid: 7\r\n\r\n"
    b"retry: 500\rdata\rdata:\r\r"
    b"event: ping\n\n"
    b"id\ndata: last: one\nunknown: x\n\n"
)


@pytest.mark.parametrize("size", [1, 2, 3, 7, 10_000])
def test_events_are_read_as_the_standard_says_however_they_arrive(shops, slow, size):
    slow.pieces = [WHOLE[at : at + size] for at in range(0, len(WHOLE), size)]
    assert events(both(shops(**{EVENTS: TEXT}), slow)) == [
        ("message", "one", None, None),
        ("add", "two\n lines", "7", None),
        ("message", "\n", "7", 500),
        ("message", "last: one", None, None),
    ]


def test_an_event_that_is_not_finished_is_left_out_and_told(shops, slow, caplog):
    slow.pieces = [b"data: one\n\ndata: tw"]
    assert [one.data for one in both(shops(**{EVENTS: TEXT}), slow)] == ["one"]
    assert "api.things.get: the last event was not finished" in caplog.text


def test_the_data_of_events_has_the_type_of_their_schema(shops, slow):
    shop = shops(**{EVENTS: PET})
    slow.pieces = [b'data: {"name":\ndata: "Kitty"}\n\n', b"data: [DONE]\n\ndata: never\n\n"]
    (event,) = both(shop, slow)
    assert event.data == shop.models.Pet(name="Kitty")
    assert "def get(self, **options: Unpack[CallOptions]) -> Stream[Event[Pet]]" in shop.source(
        "api/things.py"
    )
    assert "def get(self, **options: Unpack[CallOptions]) -> AsyncStream[Event[Pet]]" in shop.source(
        "api/things.py"
    )


def test_the_end_that_a_server_names_closes_the_connection(shops, slow):
    slow.pieces, slow.ends = [b'data: {"name": "Kitty"}\n\ndata: [DONE]\n\n'], False
    assert len(both(shops(**{EVENTS: PET}), slow)) == 1
    assert slow.hung_up.wait(10)


@pytest.mark.parametrize(
    ("media_type", "body"),
    [
        (LINES, b'{"name": "a"}\n\n{"name": "b"}\r\n{"name": "\xc3\xa4"}'),
        ("application/jsonl", b'{"name": "a"}\n{"name": "b"}\n{"name": "\xc3\xa4"}\n'),
        (SEQ, b'\x1e{"name": "a"}\n\x1e{"name": "b"}\n\x1e{"name": "\xc3\xa4"}\n'),
    ],
)
@pytest.mark.parametrize("size", [1, 5, 10_000])
def test_each_line_of_json_is_an_item(shops, slow, media_type, body, size):
    shop = shops(**{media_type: PET})
    slow.media_type = media_type
    slow.pieces = [body[at : at + size] for at in range(0, len(body), size)]
    assert [pet.name for pet in both(shop, slow)] == ["a", "b", "ä"]
    assert "-> Stream[Pet]" in shop.source("api/things.py")


def test_an_array_describes_all_lines(shops, slow):
    shop = shops(**{LINES: {"type": "array", "items": PET}})
    slow.media_type, slow.pieces = LINES, [b'{"name": "a"}\n']
    assert both(shop, slow) == [shop.models.Pet(name="a")]


def test_items_come_while_the_answer_goes_on(shops, slow):
    slow.pieces, slow.ends = [b"data: one\n\n", b"data: two\n\n"], False
    with client(shops(**{EVENTS: TEXT}), slow) as odc:
        for event in odc.api.things.get():
            if event.data == "two":
                break
        assert slow.hung_up.wait(10)


@pytest.mark.parametrize("how", ["with", "close", "unread"])
def test_a_stream_that_is_left_closes_its_connection(shops, slow, how):
    slow.pieces, slow.ends = [b"data: one\n\n"], False
    with client(shops(**{EVENTS: TEXT}), slow) as odc:
        stream = odc.api.things.get()
        if how == "with":
            with stream:
                assert next(iter(stream)).data == "one"
        elif how == "close":
            stream.close()
        else:
            del stream
        assert slow.hung_up.wait(10)


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_an_async_stream_that_is_left_closes_its_connection(shops, slow, backend):
    pytest.importorskip(backend)
    slow.pieces, slow.ends = [b"data: one\n\n"], False

    async def take():
        async with twin(shops(**{EVENTS: TEXT}), slow) as odc:
            async with await odc.api.things.get() as stream:
                async for event in stream:
                    assert event.data == "one"
                    break
            assert await anyio.to_thread.run_sync(slow.hung_up.wait, 10)

    anyio.run(take, backend=backend)


def test_a_stream_is_iterated_over_once(shops, slow):
    slow.pieces = [b"data: one\n\n"]
    shop = shops(**{EVENTS: TEXT})
    with client(shop, slow) as odc:
        stream = odc.api.things.get()
        assert len(list(stream)) == 1
        with pytest.raises(shop.root.InvalidArgument, match="once"):
            list(stream)


def test_a_connection_that_breaks_is_an_error_after_the_items_before(shops, slow):
    shop = shops(**{EVENTS: TEXT})
    slow.pieces, slow.ends = [b"data: one\n\n"], "breaks"
    found = []
    with client(shop, slow) as odc, pytest.raises(shop.root.ConnectionFailed, match=r"api\.things\.get"):
        taken(odc.api.things.get(), found)
    assert [one.data for one in found] == ["one"]


@pytest.mark.parametrize("option", ["timeout", "budget"])
def test_time_is_limited_between_the_pieces_and_in_all(shops, slow, option):
    shop = shops(**{EVENTS: TEXT})
    slow.pieces, slow.ends = [b"data: one\n\n"], False
    with client(shop, slow) as odc, pytest.raises(shop.root.RequestTimeout):
        list(odc.api.things.get(**{option: 0.5}))

    async def take():
        async with twin(shop, slow) as odc:
            return [one async for one in await odc.api.things.get(**{option: 0.5})]

    with pytest.raises(shop.root.RequestTimeout):
        run(take())


@pytest.mark.parametrize(
    ("media_type", "body", "path"),
    [
        (LINES, b'{"name": "a"}\n{"name": 1}\n', r"\$\[1\]\.name"),
        (LINES, b'{"name": "a"}\n{"name": \n', r"\$\[1\].*JSON"),
        (EVENTS, b'data: {"name": "a"}\n\ndata: {}\n\n', r"\$\[1\]\.name"),
        (EVENTS, b'data: {"name": "a"}\n\ndata: \xff\n\n', r"\$\[1\].*UTF-8"),
    ],
)
def test_an_item_that_does_not_fit_says_which_and_closes_the_connection(shops, slow, media_type, body, path):
    shop = shops(**{media_type: PET})
    slow.media_type, slow.pieces, slow.ends = media_type, [body], False
    found = []
    with client(shop, slow) as odc:
        with pytest.raises(shop.root.DecodeError, match=path):
            taken(odc.api.things.get(), found)
        assert slow.hung_up.wait(10)
    assert len(found) == 1


def test_the_answer_decides_whether_it_is_a_stream(shops, slow):
    shop = shops(**{"application/json": PET, EVENTS: PET})
    slow.media_type, slow.pieces = "application/json", [b'{"name":', b'"Kitty"}']
    with client(shop, slow) as odc:
        assert odc.api.things.get() == shop.models.Pet(name="Kitty")
    slow.media_type, slow.pieces = EVENTS, [b'data: {"name": "Kitty"}\n\n']
    assert [event.data.name for event in both(shop, slow)] == ["Kitty"]
    assert "-> Pet | Stream[Event[Pet]]" in shop.source("api/things.py")


def test_an_error_instead_of_a_stream_is_an_error(shops, slow):
    shop = shops(**{EVENTS: TEXT})
    slow.status, slow.media_type, slow.pieces = 404, "application/json", [b'{"title": "no such thing"}']
    with client(shop, slow) as odc, pytest.raises(shop.root.NotFound, match="no such thing"):
        odc.api.things.get()


def test_hooks_see_a_stream_and_may_replace_it(shops, slow):
    shop = shops(**{EVENTS: TEXT})
    slow.pieces, seen = [b"data: one\n\n"], []

    class Hooks:
        @staticmethod
        def on_after_response(response):
            seen.append(response.is_stream_consumed)
            if len(seen) > 1:
                return httpx.Response(200, headers={"content-type": EVENTS}, content=b"data: mine\n\n")
            return None

    with client(shop, slow, hooks=Hooks) as odc:
        assert [one.data for one in odc.api.things.get()] == ["one"]
        assert [one.data for one in odc.api.things.get()] == ["mine"]
    assert seen == [False, False]


def test_a_raw_answer_is_parsed_to_a_stream(shops, slow):
    slow.pieces = [b"data: one\n\n"]
    with client(shops(**{EVENTS: TEXT}), slow) as odc:
        raw = odc.with_raw_response(odc.api.things.get)()
        assert raw.headers["content-type"] == EVENTS
        assert [one.data for one in raw.parse()] == ["one"]


# What the schema of a stream describes


def event(data, **more):
    return {"type": "object", "properties": {"event": TEXT, "data": data, **more}}


IN_JSON = {"type": "string", "contentMediaType": "application/json", "contentSchema": PET}


@pytest.mark.parametrize(
    ("version", "media_type", "described", "annotation"),
    [
        ("3.2.0", EVENTS, {"itemSchema": event(IN_JSON)}, "Stream[Event[Pet]]"),
        ("3.2.0", EVENTS, {"itemSchema": event(TEXT, id=TEXT)}, "Stream[Event[str]]"),
        ("3.2.0", EVENTS, {"itemSchema": event(PET)}, "Stream[Event[Pet]]"),
        ("3.2.0", LINES, {"itemSchema": PET}, "Stream[Pet]"),
        ("3.2.0", LINES, {"itemSchema": {"type": "array", "items": PET}}, "Stream[list[Pet]]"),
        ("3.2.0", SEQ, {"itemSchema": {"$ref": "#/components/schemas/Pet"}}, "Stream[Pet]"),
        ("3.1.0", EVENTS, {"schema": event(IN_JSON)}, "Stream[Event[Pet]]"),
        ("3.0.3", EVENTS, {"schema": {"type": "array", "items": PET}}, "Stream[Event[Pet]]"),
        (
            "3.0.3",
            EVENTS,
            {"schema": {"oneOf": [event(PET), event({"type": "integer"})]}},
            "Stream[Event[Pet | int]]",
        ),
        ("3.0.3", EVENTS, {"schema": {"oneOf": [event(TEXT), event(TEXT)]}}, "Stream[Event[str]]"),
        (
            "3.0.3",
            EVENTS,
            {"schema": {"type": "object", "properties": {"data": TEXT, "more": TEXT}}},
            "Stream[Event[GetThingsResult]]",
        ),
        ("3.0.3", EVENTS, {}, "Stream[Event[str]]"),
        ("3.0.3", LINES, {}, "Stream[Any]"),
        ("3.0.3", LINES, {"schema": TEXT}, "Stream[Any]"),
    ],
)
def test_a_schema_describes_the_items_or_the_data_of_events(
    generate, slow, version, media_type, described, annotation
):
    answers = {"200": {"description": "", "content": {media_type: described}}}
    shop = generate(MODELS | {"openapi": version, "paths": {"/things": {"get": {"responses": answers}}}})
    source = shop.source("api/things.py")
    assert f"-> {annotation}:" in source
    assert f"-> Async{annotation}:" in source
    if "Pet" in annotation and "list" not in annotation:
        line = b'{"name": "Kitty"}\n'
        slow.media_type, slow.pieces = (
            media_type,
            [b"event: a\ndata: " + line + b"\n" if media_type == EVENTS else line],
        )
        (item,) = both(shop, slow)
        assert getattr(item, "data", item) == shop.models.Pet(name="Kitty")
