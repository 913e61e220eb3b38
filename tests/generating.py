"""Small documents in, imported packages out: the real pipeline, without the command line in front of it."""

import asyncio
import functools
import importlib
import importlib.util
import itertools
import json
import pkgutil
import sys
from pathlib import Path

import attrs
import httpx
import yaml
from odcgen.config import config_for_files
from odcgen.output.compare import compare
from odcgen.output.write import write
from odcgen.pipeline import build
from odcgen.run.inputs import read_inputs

HEAD = {"openapi": "3.0.3", "info": {"title": "A shop", "version": "v1"}, "paths": {}}
SERVER = {
    "url": "https://{odc-portal-domain}/api/shop/v1",
    "variables": {"{odc-portal-domain}": {"default": "x"}},
}
_numbers = itertools.count()


def document(content="", **fields):
    """A whole document from some of its fields, given as YAML, as a mapping or by name."""
    given = (yaml.safe_load(content) or {}) if isinstance(content, str) else content
    return HEAD | {"servers": [SERVER]} | given | fields


def endpoint(schema, *, method="get", path="/things", sent=None, status="200", **operation):
    """A document of one operation that answers `schema`, or sends `sent`, both as JSON."""
    answer = {"description": ""}
    if schema is not None:
        answer["content"] = {"application/json": {"schema": schema}}
    operation = {"responses": {status: answer}} | operation
    if sent is not None:
        operation["requestBody"] = {"required": True, "content": {"application/json": {"schema": sent}}}
    return {"paths": {path: {method: operation}}}


def schemas(content):
    """The components of a document from the YAML of its schemas."""
    return {"components": {"schemas": yaml.safe_load(content)}}


class Generator:
    """Generates packages into a folder of the test run, each under a name of its own."""

    def __init__(self, folder):
        self._folder = folder

    def __call__(self, content="", overlay=None, api="api", package="shop", **choices):
        """Generate the package of one document; `choices` are fields of the configuration."""
        folder = self._folder / str(next(_numbers))
        folder.mkdir()
        source = folder / f"{api}.json"
        source.write_text(json.dumps(document(content)), "utf-8")
        config = config_for_files((source,), package=package, out=folder)
        if overlay is not None:
            over = folder / "overlay.yaml"
            over.write_text(overlay if isinstance(overlay, str) else yaml.safe_dump(overlay), "utf-8")
            config = attrs.evolve(config, documents=(attrs.evolve(config.documents[0], overlays=(over,)),))
        return self.package(attrs.evolve(config, **choices))

    def package(self, config):
        """Generate the package of a whole configuration."""
        built = build(config, read_inputs(config), str)
        files = {path: text for path, text in built.files.items() if not path.startswith("_runtime/")}
        write(config.target, files, compare(config.target, files, built.once))
        (config.target / "_runtime").symlink_to(self._runtime(config.http, built.files))
        return Package(config.target, built.files, built.package)

    def _runtime(self, http, files):
        """The runtime, which is the same in all packages: written and compiled once."""
        shared = self._folder / http
        if not shared.exists():
            for path, text in files.items():
                if path.startswith("_runtime/"):
                    (shared / path).parent.mkdir(parents=True, exist_ok=True)
                    (shared / path).write_text(text, "utf-8")
        return shared / "_runtime"


class Package:
    """A generated package: its files, its IR, and its modules under a name that no other package has."""

    def __init__(self, folder, files=None, ir=None):
        self.folder = Path(folder)
        self.files = files
        self.ir = ir
        self.name = f"{self.folder.name}_{next(_numbers)}"

    @functools.cached_property
    def root(self):
        """The package itself."""
        spec = importlib.util.spec_from_file_location(
            self.name, self.folder / "__init__.py", submodule_search_locations=[str(self.folder)]
        )
        module = sys.modules[self.name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    def module(self, name):
        """One of its modules, such as `api.models`."""
        return importlib.import_module(f"{self.root.__name__}.{name}")

    def import_all(self):
        """Import every module but the runtime's, load what they load lazily, and return their number."""
        names = [
            found.name
            for found in pkgutil.walk_packages(self.root.__path__, f"{self.name}.", onerror=_fail)
            if f"{self.name}._runtime" not in found.name
        ]
        for name in names:
            module = importlib.import_module(name)
            for public in getattr(module, "__all__", ()):
                getattr(module, public)
        return len(names)

    def forget(self):
        """Take the package out of the imported modules."""
        for name in [name for name in sys.modules if name == self.name or name.startswith(f"{self.name}.")]:
            del sys.modules[name]

    @property
    def models(self):
        """The models of the only API."""
        return self.module("api.models")

    def source(self, name):
        """The text of a file."""
        return (self.folder / name).read_text("utf-8")

    def client(self, *answers, **settings):
        """A client whose requests are kept in `.asked` and answered in turn, the last one for ever."""
        return self._client(self.ir.client, httpx.Client, answers, settings)

    def async_client(self, *answers, **settings):
        """Its asynchronous twin."""
        return self._client(f"Async{self.ir.client}", httpx.AsyncClient, answers, settings)

    def _client(self, name, http, answers, settings):
        server = Server(answers)
        settings = {
            "portal": "acme.test",
            "credentials": self.root.StaticToken("a-token"),
            "http_client": http(transport=httpx.MockTransport(server.handle)),
        } | settings
        client = getattr(self.root, name)(**settings)
        client.asked = server.asked
        return client


def as_sent(request):
    """A copy of a request as it is on the wire: afterwards the client takes its credential out."""
    return type(request)(request.method, request.url, headers=request.headers.raw, content=request.content)


class Server:
    """Answers requests without a network: JSON data as 200, a number as a status, or a whole response."""

    def __init__(self, answers):
        self.asked = []
        self._answers = list(answers) or [{}]

    def handle(self, request):
        request.read() if hasattr(request, "read") else None
        self.asked.append(as_sent(request))
        answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        if callable(answer):
            answer = answer(request)
        if isinstance(answer, httpx.Response):
            return answer
        if type(answer) is int:
            return httpx.Response(answer)
        return httpx.Response(200, json=answer)


def run(coroutine):
    """The result of a coroutine."""
    return asyncio.run(coroutine)


def _fail(name):
    raise ImportError(name)
