"""Fetching over HTTP: https only, bounded in size and time, nothing that is cut off."""

import contextlib
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

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
