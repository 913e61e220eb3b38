"""Fetching over HTTP: https only, bounded in size and time, nothing that is cut off."""

import contextlib
import functools
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest
from odcgen.errors import FetchError, UsageError
from odcgen.specs.http import Answer, Request, check_url, fetch

BODY = b'{"openapi": "3.0.3"}'


class Handler(BaseHTTPRequestHandler):
    """Answers by path; what a test needs to know of the requests is kept on the server."""

    def do_GET(self):
        self.server.seen.append((self.path, dict(self.headers)))
        getattr(self, "answer_" + self.path.strip("/").replace("-", "_"))()

    def reply(self, status=200, body=BODY, length=None, **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def answer_document(self):
        if self.headers.get("If-None-Match") == '"1"':
            self.reply(304, b"")
        else:
            self.reply(ETag='"1"', Last_Modified="Mon, 02 Nov 2026 10:00:00 GMT")

    def answer_latin(self):
        self.reply(ETag='"caf\xe9"', Last_Modified="Mo, 2 M\xe4rz")

    def answer_moved(self):
        self.reply(302, b"", Location="/document")

    def answer_elsewhere(self):
        self.reply(302, b"", Location="http://specs.example/document")

    def answer_circle(self):
        self.reply(302, b"", Location="/circle")

    def answer_missing(self):
        self.reply(404, b"no")

    def answer_cut_off(self):
        self.reply(length=len(BODY) + 100)
        self.close_connection = True

    def answer_large(self):
        self.send_response(200)
        self.end_headers()
        for _ in range(64):
            self.wfile.write(b" " * 65536)

    def answer_compressed(self):
        self.reply(Content_Encoding="gzip")

    def answer_slow(self):
        self.send_response(200)
        self.end_headers()
        for _ in range(100):
            self.wfile.write(b" ")
            self.wfile.flush()
            time.sleep(0.05)

    def log_message(self, *_):
        pass

    def handle(self):
        with contextlib.suppress(OSError):  # the client may have had enough
            super().handle()


@pytest.fixture
def server():
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listening:
        listening.seen = []
        listening.url = f"http://127.0.0.1:{listening.server_port}"
        thread = threading.Thread(target=listening.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield listening
        listening.shutdown()
        thread.join()


def get(server, path, conditions=None, **limits):
    request = Request(f"{server.url}/{path}", conditions or {}, loopback=True)
    (outcome,) = fetch([request], **limits)
    return outcome


def test_an_answer_brings_its_validators(server):
    assert get(server, "document") == Answer(BODY, '"1"', "Mon, 02 Nov 2026 10:00:00 GMT")


def test_a_conditional_request_brings_nothing_where_nothing_is_newer(server):
    assert get(server, "document", {"If-None-Match": '"1"'}) == Answer(None)
    assert server.seen[0][1]["If-None-Match"] == '"1"'


def test_several_are_fetched_and_told_one_by_one(server):
    told = []
    requests = [Request(f"{server.url}/{path}", loopback=True) for path in ("document", "missing", "moved")]
    outcomes = fetch(requests, lambda index, outcome: told.append(index))
    assert sorted(told) == [0, 1, 2]
    assert [isinstance(outcome, Answer) for outcome in outcomes] == [True, False, True]


@pytest.mark.parametrize(
    ("path", "limits", "message"),
    [
        ("missing", {}, "404 Not Found"),
        ("cut-off", {}, "peer closed connection"),
        ("large", {"max_bytes": 100_000}, r"larger than 0\.0953674 MiB"),
        ("compressed", {}, "compresses the answer"),
        ("slow", {"seconds": 0.3}, "not complete after 0.3 seconds"),
        ("elsewhere", {}, "redirects to http://specs.example/document, which is not https"),
        ("circle", {}, "redirects more than 5 times"),
    ],
)
def test_an_answer_that_cannot_be_trusted_is_an_error(server, path, limits, message):
    outcome = get(server, path, **limits)
    assert isinstance(outcome, FetchError)
    with pytest.raises(FetchError, match=message):
        raise outcome
    assert f"{server.url}/{path}" in str(outcome)


def test_nobody_listening_is_an_error():
    (outcome,) = fetch([Request("http://127.0.0.1:1/document", loopback=True)])
    assert "cannot be fetched" in str(outcome)


@pytest.mark.parametrize(
    "url", ["https://specs.example/a.json", "http://127.0.0.1:8000/a", "http://localhost/a"]
)
def test_https_and_the_loopback_are_fetched(url):
    check_url(url, loopback=True)


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("http://specs.example/a.json", "not https"),
        ("ftp://specs.example/a.json", "not https"),
        ("https://", "not https"),
        ("http://127.0.0.1.specs.example/a", "not https"),
        ("https://user:secret@specs.example/a", "user name"),
        ("https://specs.example:port/", "no URL"),
    ],
)
def test_any_other_url_is_refused(url, message):
    with pytest.raises(UsageError, match=message) as caught:
        check_url(url, loopback=True)
    assert "secret" not in str(caught.value)


def test_the_loopback_is_refused_where_nobody_asked_for_it():
    with pytest.raises(UsageError, match="not https"):
        check_url("http://127.0.0.1:8000/a")


HERE = (
    "localhost",
    "LOCALHOST.",
    "a.localhost",
    "127.0.0.1",
    "127.1",
    "2130706433",
    "[::1]",
    "[::ffff:127.0.0.1]",
)


def redirected(monkeypatch, first, location):
    """The outcome of fetching a URL that redirects, and all URLs that were asked for."""
    asked = []

    def answer(request):
        asked.append(str(request.url))
        return (
            httpx.Response(302, headers={"Location": location})
            if len(asked) == 1
            else httpx.Response(200, content=BODY)
        )

    client = functools.partial(httpx.AsyncClient, transport=httpx.MockTransport(answer))
    monkeypatch.setattr("odcgen.specs.http.httpx.AsyncClient", client)
    (outcome,) = fetch([Request(first, loopback=True)])
    return outcome, asked


@pytest.mark.parametrize("host", [*HERE, "0.0.0.0", "specs.example"])
@pytest.mark.parametrize("scheme", ["http", "https", "ftp", "file"])
def test_a_redirect_from_https_leads_to_https_elsewhere_only(monkeypatch, host, scheme):
    location = f"{scheme}://{host}/admin"
    outcome, asked = redirected(monkeypatch, "https://specs.example/a.json", location)
    if (scheme, host) == ("https", "specs.example"):
        assert outcome == Answer(BODY)
    else:
        assert isinstance(outcome, FetchError)
        assert asked == ["https://specs.example/a.json"]


@pytest.mark.parametrize("location", ["https://user:secret@specs.example/a", "http://"])
def test_a_redirect_that_leads_nowhere_or_carries_a_password_is_refused(monkeypatch, location):
    outcome, asked = redirected(monkeypatch, "https://specs.example/a.json", location)
    assert isinstance(outcome, FetchError)
    assert "secret" not in outcome.message
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("location", "good"), [("/b", True), ("http://127.0.0.1:9/b", True), ("http://a.b/c", False)]
)
def test_this_machine_may_redirect_to_itself(monkeypatch, location, good):
    outcome, _ = redirected(monkeypatch, "http://localhost:8000/a.json", location)
    assert isinstance(outcome, Answer) is good


def test_once_https_a_chain_stays_so(monkeypatch):
    """From this machine to an https host, and from there back: the first leave is none for the last step."""
    outcome, asked = redirected(monkeypatch, "http://localhost:8000/a.json", "https://specs.example/b")
    assert outcome == Answer(BODY)
    assert asked[-1] == "https://specs.example/b"


def test_validators_that_cannot_be_sent_back_are_not_kept(server):
    assert get(server, "latin") == Answer(BODY)


@pytest.mark.parametrize("kept", ['"caf\xe9"', '"a\nb"', '"\0"', "\ud800"])
def test_validators_that_were_kept_and_cannot_be_sent_break_no_fetch(server, kept):
    conditions = {"If-None-Match": kept, "If-Modified-Since": "x"}
    assert get(server, "document", conditions).content == BODY
    assert "If-None-Match" not in server.seen[0][1]
    assert server.seen[0][1]["If-Modified-Since"] == "x"
