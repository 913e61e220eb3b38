"""A portal on the loopback: discovery, token endpoint and an API, which misbehave as real ones do.

    with TokenServer() as server:
        server.fail(status(503), status(429, retry_after="2"))   # the next two token requests
        client = httpx.Client(auth=BearerAuth(server.url, ClientCredentials(*server.client)))

`server.tokens`, `server.discoveries` and `server.calls` hold what was asked, in order.
"""

from __future__ import annotations

import json
import threading
import time
from base64 import b64decode
from collections import deque
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote_plus

DISCOVERY = "/identity/.well-known/openid-configuration"
TOKEN = "/identity/connect/token"


class Asked:
    """One request as the server saw it."""

    def __init__(self, method, path, headers, body):
        self.method, self.path, self.headers, self.body = method, path, headers, body
        self.at = time.monotonic()

    @property
    def form(self):
        return {name: values[0] for name, values in parse_qs(self.body.decode()).items()}

    @property
    def bearer(self):
        kind, _, token = self.headers.get("authorization", "").partition(" ")
        return token if kind == "Bearer" else None

    def __repr__(self):
        return f"{self.method} {self.path}"


# Faults: each takes the handler and answers in place of the token endpoint; if it returns True, that goes on.


def status(code, body=b"", *, retry_after=None, content_type="text/plain"):
    """Answer with a status."""
    return lambda handler: handler.answer(
        code, body, {"content-type": content_type} | ({"retry-after": retry_after} if retry_after else {})
    )


def oauth_error(code, description="", http_status=400):
    """Refuse as RFC 6749, 5.2 has it."""
    return status(
        http_status,
        json.dumps({"error": code, "error_description": description}).encode(),
        content_type="application/json",
    )


def html(code=200):
    """Answer as a proxy or a maintenance page does."""
    return status(code, b"<!doctype html><h1>Back soon</h1>", content_type="text/html")


def body(content, code=200):
    """Answer with this JSON value, or these bytes."""
    content = content if isinstance(content, bytes) else json.dumps(content).encode()
    return status(code, content, content_type="application/json")


def redirect(url, code=302):
    """Point elsewhere."""
    return lambda handler: handler.answer(code, b"", {"location": url})


def drop(handler):
    """Close the connection without an answer."""
    handler.close_connection = True


def slow(seconds):
    """Answer rightly, but late."""

    def fault(handler):
        handler.owner.pause(seconds)
        return True

    return fault


def hang(handler):
    """Never answer (until the server stops)."""
    handler.owner.stopping.wait(60)
    handler.close_connection = True


def drip(handler):
    """Send a header, then a byte now and then, for ever."""
    handler.send_response(200)
    handler.send_header("content-length", "100000")
    handler.end_headers()
    handler.close_connection = True
    while not handler.owner.stopping.wait(0.05):
        try:
            handler.wfile.write(b" ")
        except OSError:
            return


def drip_headers(handler):
    """Send a status line, then a header letter by letter, for ever."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    handler.close_connection = True
    while not handler.owner.stopping.wait(0.05):
        try:
            handler.wfile.write(b"z")
        except OSError:
            return


class TokenServer:
    """See the module.

    Attributes:
        clients: The clients that get tokens: id -> secret.
        expires_in: What a grant says, as it is put into the JSON; None leaves it out.
        extra: More members of a grant, which also replace the usual ones.
        delay: Seconds before each answer of the token endpoint.
        issuer, token_endpoint: What discovery says; by default the truth.
        methods: `token_endpoint_auth_methods_supported`, or None.
        revoked: Access tokens that the API answers with 401; `reject_all` does so with each.
        refusal: The body of the 401.
        api: Answers an API request with an accepted token: handler, Asked -> None.
        on_token: Called with each token request before it is answered.
    """

    def __init__(self, prefix="token"):
        self.client = ("client", "s3cret-of-the-client")
        self.clients = dict([self.client])
        self.prefix = prefix
        self.expires_in = 43200
        self.extra = {}
        self.delay = 0.0
        self.issuer = self.token_endpoint = self.methods = None
        self.revoked = set()
        self.reject_all = False
        self.refusal = b""
        self.api = lambda handler, asked: handler.json({"ok": True})
        self.on_token = lambda asked: None
        self.tokens, self.discoveries, self.calls = [], [], []
        self.issued = []
        self.discovery_faults = deque()
        self.stopping = threading.Event()
        self._faults = deque()
        self._lock = threading.Lock()
        self._http = None

    def fail(self, *faults):
        """Let the next token requests fail, one fault each."""
        self._faults.extend(faults)

    def pause(self, seconds):
        self.stopping.wait(seconds)

    @property
    def url(self):
        """The portal's origin."""
        return f"http://127.0.0.1:{self._http.server_port}"

    @property
    def token_url(self):
        return self.url + TOKEN

    def __enter__(self):
        handler = type("Handler", (_Handler,), {"owner": self})
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._http.daemon_threads = True
        self._http.block_on_close = False
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_):
        self.stopping.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    def discover(self, handler, asked):
        self.discoveries.append(asked)
        if self.discovery_faults and not self.discovery_faults.popleft()(handler):
            return
        facts = {
            "issuer": self.issuer or self.url + "/identity",
            "token_endpoint": self.token_endpoint or self.token_url,
        }
        if self.methods is not None:
            facts["token_endpoint_auth_methods_supported"] = self.methods
        handler.json(facts)

    def grant(self, handler, asked):
        with self._lock:
            self.tokens.append(asked)
            fault = self._faults.popleft() if self._faults else None
        self.on_token(asked)
        if fault is not None and not fault(handler):
            return
        if self.delay:
            self.pause(self.delay)
        client_id, secret = _credentials(asked)
        if self.clients.get(client_id) != secret:
            handler.json({"error": "invalid_client", "error_description": "unknown client or secret"}, 401)
            return
        with self._lock:
            token = f"{self.prefix}-{len(self.issued) + 1}"
            self.issued.append(token)
        grant = {"access_token": token, "token_type": "Bearer", "expires_in": self.expires_in} | self.extra
        handler.json({name: value for name, value in grant.items() if value is not None})

    def call(self, handler, asked):
        with self._lock:
            self.calls.append(asked)
        if asked.bearer is None or self.reject_all or asked.bearer in self.revoked:
            handler.answer(401, self.refusal, {"www-authenticate": "Bearer"})
        else:
            self.api(handler, asked)


def _credentials(asked):
    kind, _, pair = asked.headers.get("authorization", "").partition(" ")
    if kind == "Basic":
        client_id, _, secret = b64decode(pair).decode().partition(":")
        return unquote_plus(client_id), unquote_plus(secret)
    return asked.form.get("client_id"), asked.form.get("client_secret")


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    owner: TokenServer

    def do_GET(self):
        asked = Asked(self.command, self.path, {k.lower(): v for k, v in self.headers.items()}, self._body())
        path = self.path.partition("?")[0]
        if path == DISCOVERY:
            self.owner.discover(self, asked)
        elif path == TOKEN:
            self.owner.grant(self, asked)
        else:
            self.owner.call(self, asked)

    do_POST = do_PUT = do_PATCH = do_DELETE = do_GET

    def _body(self):
        if self.headers.get("transfer-encoding") == "chunked":
            content = b""
            while size := int(self.rfile.readline(), 16):
                content += self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()
            return content
        return self.rfile.read(int(self.headers.get("content-length") or 0))

    def json(self, data, code=200):
        self.answer(code, json.dumps(data).encode(), {"content-type": "application/json"})

    def answer(self, code, content, headers):
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def handle(self):
        try:
            super().handle()
        except OSError:
            self.close_connection = True  # the client has gone away

    def log_message(self, *_):
        pass
