"""Real servers on the loopback: Prism mocks a document, oidc-provider issues the tokens."""

import copy
import json
import queue
import re
import subprocess
import threading
import time
from pathlib import Path

import httpx

HERE = Path(__file__).resolve().parent
START = 60  # seconds; generous, since the machine may be busy with the rest of the tests


class Server:
    """A child process whose output is read line by line, as long as it lives."""

    def __init__(self, arguments):
        self.lines = []
        self._news = queue.SimpleQueue()
        self._process = subprocess.Popen(
            arguments, cwd=HERE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self):
        for raw in self._process.stdout:
            line = raw.decode("utf-8", "replace").rstrip()
            self.lines.append(line)
            self._news.put(line)
        self._news.put(None)

    def wait_for(self, pattern):
        """Return the match of the next line that contains `pattern`."""
        deadline = time.monotonic() + START
        while True:
            line = self._news.get(timeout=max(0.01, deadline - time.monotonic()))
            assert line is not None, f"the server ended: {self.lines[-5:]}"
            if match := re.search(pattern, line):
                return match

    def catch_up(self):
        """Wait until all that the server wrote about earlier requests is in `lines`."""
        marker = f"/marker-{len(self.lines)}"
        httpx.get(self.url + marker)  # no server knows it, but both log it
        self.wait_for(re.escape(marker))

    def stop(self):
        """End the process and wait for it."""
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait(10)
        self._reader.join(10)
        self._process.stdout.close()

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.stop()


class Prism(Server):
    """The mock of one OpenAPI document; `url` is its base URL."""

    def __init__(self, document):
        prism = HERE / "node_modules" / ".bin" / "prism"
        super().__init__([str(prism), "mock", "-h", "127.0.0.1", "-p", "0", "--errors=false", str(document)])
        try:
            self.url = self.wait_for(r"Prism is listening on (http://\S+)")[1]
        except BaseException:
            self.stop()
            raise

    def violations(self):
        """What Prism has said so far about requests and answers that do not fit the document."""
        self.catch_up()
        return [line.partition("Violation: ")[2] for line in self.lines if "Violation: " in line]


class OidcProvider(Server):
    """An OpenID provider below `url`/identity, which issues tokens for client credentials.

    Args:
        clients: Mapping client id -> (secret, client_secret_post or client_secret_basic).
        ttl: Life of a token in seconds.
        token_format: `opaque` or `jwt`.
    """

    def __init__(self, clients, ttl=43200, token_format="opaque"):
        options = {
            "ttl": ttl,
            "format": token_format,
            "clients": [
                {"id": name, "secret": secret, "method": method} for name, (secret, method) in clients.items()
            ],
        }
        super().__init__(["node", str(HERE / "oidc-server.mjs"), json.dumps(options)])
        try:
            self.issuer = self.wait_for(r'"issuer":"(http://[^"]+)"')[1]
        except BaseException:
            self.stop()
            raise
        self.url = self.issuer.removesuffix("/identity")

    def answers(self, path):
        """The status of each answer so far to a request for `path` (`token`, `.well-known/…`)."""
        self.catch_up()
        told = [json.loads(line) for line in self.lines if line.startswith('{"method"')]
        return [line["status"] for line in told if line["path"] == f"/identity/{path}"]


def mockable(document):
    """Return a copy of `document` in which every operation asks for a bearer token, as ODC's servers do.

    What else is changed is beyond Prism or any client: Prism reads each part of a form as text, even one of
    JSON; its sample of a list inside what the list holds ends in an object without required properties; and
    no query can carry a list of objects, which the overlays make a list of texts.
    """
    document = copy.deepcopy(document)
    schemas = document["components"]["schemas"]
    schemes = document["components"]["securitySchemes"]
    bearer = next(name for name, scheme in schemes.items() if scheme.get("scheme") == "bearer")
    document["security"] = [{bearer: []}]
    for operation in (value for item in document["paths"].values() for value in item.values()):
        if "responses" in operation:
            operation["security"] = [{bearer: []}]
            form = operation.get("requestBody", {}).get("content", {}).get("multipart/form-data", {})
            parts = form.get("schema", {}).get("properties", {})
            parts.update({name: {"type": "string"} for name, part in parts.items() if "$ref" in part})
            for parameter in operation.get("parameters", []):
                items = parameter.get("schema", {}).get("items", {})
                if schemas.get(items.get("$ref", "").rpartition("/")[2], {}).get("type") == "object":
                    parameter["schema"]["items"] = {"type": "string"}
    for name, schema in schemas.items():
        for inner in schema.get("properties", {}).values():
            if inner.get("items", {}).get("$ref") == f"#/components/schemas/{name}":
                inner["example"] = []
    return document
