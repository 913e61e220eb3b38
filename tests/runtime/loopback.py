"""A server on the loopback that answers what a test tells it to, and keeps what it was asked."""

from __future__ import annotations

import json
import threading
from collections import deque
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit


class Asked:
    """One request as it arrived."""

    def __init__(self, handler, body):
        self.method = handler.command
        self.target = handler.path
        self.path = urlsplit(handler.path).path
        self.query = parse_qsl(urlsplit(handler.path).query, keep_blank_values=True)
        self.headers = {name.lower(): value for name, value in handler.headers.items()}
        self.body = body

    @property
    def json(self):
        return json.loads(self.body)

    def __repr__(self):
        return f"{self.method} {self.target}"


def answer(status=200, body=None, **headers):
    """Return an answer: bytes as they are, None as no body, else JSON; `retry_after=1` is a header."""
    raw = b"" if body is None else body if isinstance(body, bytes) else json.dumps(body).encode()
    named = {name.replace("_", "-"): str(value) for name, value in headers.items()}
    if body is not None and not isinstance(body, bytes):
        named.setdefault("content-type", "application/json")
    return lambda handler: handler.send(status, raw, named)


def drop(handler):
    """Close the connection without an answer."""
    handler.close_connection = True
    handler.connection.close()


def problem(status, **members):
    return answer(status, {"status": status, **members}, content_type="application/problem+json")


class Loopback:
    """Answers from a queue, else by `self.handle(asked)`, else 200 with `{}`."""

    def __init__(self):
        self.asked: list[Asked] = []
        self.queue = deque()
        self.handle = lambda asked: answer(200, {})
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def serve(self):
                asked = Asked(self, self.read())
                outer.asked.append(asked)
                act = outer.queue.popleft() if outer.queue else outer.handle(asked)
                act(self)

            do_GET = do_PUT = do_POST = do_PATCH = do_DELETE = serve

            def read(self):
                if self.headers.get("transfer-encoding") == "chunked":
                    body = b""
                    while size := int(self.rfile.readline(), 16):
                        body += self.rfile.read(size)
                        self.rfile.readline()
                    self.rfile.readline()
                    return body
                return self.rfile.read(int(self.headers.get("content-length", 0)))

            def send(self, status, body, headers):
                self.send_response_only(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                if status != 204 and "content-length" not in {name.lower() for name in headers}:
                    self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args):
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, request, client_address):
                pass

        self.http = Server(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.http.server_port}"
        self.thread = threading.Thread(
            target=self.http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )

    def then(self, *answers):
        """Queue answers for the next requests."""
        self.queue.extend(answers)
        return self

    @property
    def last(self):
        return self.asked[-1]

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.http.shutdown()
        self.http.server_close()
        self.thread.join()
