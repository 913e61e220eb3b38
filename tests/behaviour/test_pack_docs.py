"""The pack `docs`: a site that builds without a warning, examples that run, text that stays text."""

import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import httpx
import markdown
import pytest
from odcgen.config.packs import pack_folder
from odcgen.kit.stack import Stack

from tests.generating import as_sent, endpoint

ROOT = Path(__file__).resolve().parents[2]
DOCS = Stack((pack_folder("docs"),))
EXTENSIONS = ["admonition", "attr_list", "tables", "toc", "pymdownx.superfences", "pymdownx.highlight"]
HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[click](javascript:alert(1))",
    "![pixel](https://evil.example/p.png)",
    "https://evil.example/ and www.evil.example and <https://evil.example>",
    "a | b | c",
    "# no heading",
    "- no entry",
    "1. no entry",
    "`` ` `` and ` alone",
    "{ #id .class onclick=x }",
    "!!! warning\n    no admonition",
    "```\nno fence\n```",
    "[x]: https://evil.example 'reference'",
    "&lt;b&gt; &amp; &#60;i&#62;",
    "*[HTML]: x",
    "--- and === and ~~x~~ and ==y== and ^^z^^",
    "\u202egnp.exe",
]
SHOWN = {"\u202egnp.exe": "gnp.exe"}


class Seen(HTMLParser):
    """The tags of a page with what could do something, and its text."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.text, self.links = set(), "", []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.links += [value for name, value in attrs if name in ("href", "src")]
        assert not any(name.startswith("on") for name, _ in attrs)

    def handle_data(self, data):
        self.text += data


def pages(package):
    found = {path: text for path, text in package.files.items() if path.startswith("reference/docs/")}
    assert found
    return found


def examples(package):
    """The examples of all pages, by page."""
    for path, text in pages(package).items():
        for code in re.findall(r"^```python\n(.*?)^```$", text, re.DOTALL | re.MULTILINE):
            if code.startswith("from") and "..." not in code:
                yield path, code


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_a_document_stays_text_on_every_page(text, generate):
    package = generate(
        {
            "info": {"title": text, "version": text},
            "paths": {
                "/things": {
                    "get": {
                        "summary": text,
                        "parameters": [
                            {
                                "name": "size",
                                "in": "query",
                                "description": text,
                                "schema": {"type": "integer"},
                            }
                        ],
                        "responses": {
                            "200": {
                                "description": "",
                                "content": {
                                    "application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}
                                },
                            }
                        },
                    }
                }
            },
            "components": {
                "schemas": {
                    "Thing": {
                        "type": "object",
                        "description": text,
                        "properties": {"kind": {"enum": ["a", text], "type": "string", "description": text}},
                    }
                }
            },
        },
        templates=DOCS,
    )
    for path, page in pages(package).items():
        seen = Seen(markdown.markdown(page, extensions=EXTENSIONS))
        assert not seen.tags & {"script", "img", "iframe", "del", "mark", "abbr", "b", "i"}, path
        assert all(re.fullmatch(r"[#\w./-]+", link) for link in seen.links), (path, seen.links)
    index = Seen(markdown.markdown(pages(package)["reference/docs/index.md"], extensions=EXTENSIONS))
    wanted = " ".join(SHOWN.get(text, text).split())
    assert wanted.replace("`", "") in " ".join(index.text.split()).replace("`", "")


def test_every_example_of_an_awkward_document_runs_as_it_stands(generate, monkeypatch, tmp_path):
    """What an example gives is of the right type: the call goes out and reads what comes back."""
    package = generate(
        endpoint(
            {"type": "object", "properties": {"key": {"type": "string"}}},
            path="/things/{thing-key}/{kind}",
            method="post",
            sent={
                "type": "object",
                "required": ["name", "when", "kinds", "part", "any", "either"],
                "properties": {
                    "name": {"type": "string"},
                    "when": {"type": "string", "format": "date-time"},
                    "kinds": {"type": "array", "items": {"type": "string", "enum": ["A B", "C"]}},
                    "part": {
                        "type": "object",
                        "required": ["day"],
                        "properties": {"day": {"type": "string", "format": "date"}},
                    },
                    "any": {},
                    "either": {"oneOf": [{"type": "integer"}, {"type": "string"}]},
                },
            },
            parameters=[
                {
                    "name": "thing-key",
                    "in": "path",
                    "required": True,
                    "schema": {"type": "string", "format": "uuid"},
                },
                {
                    "name": "kind",
                    "in": "path",
                    "required": True,
                    "schema": {"enum": ["x", "y"], "type": "string"},
                },
                {"name": "X-Limit", "in": "header", "required": True, "schema": {"type": "integer"}},
            ],
        ),
        templates=DOCS,
    )
    requests = []

    def answer(request):
        requests.append(as_sent(request))
        return httpx.Response(200, json={"key": "k"})

    run(package, monkeypatch, answer)
    assert len(requests) == 1
    (request,) = requests
    assert request.url.path.endswith("/things/11111111-2222-4333-8444-555555555555/x")
    assert request.headers["x-limit"] == "1"
    assert sorted(json.loads(request.content)) == ["any", "either", "kinds", "name", "part", "when"]


def run(package, monkeypatch, answer):
    """Execute all examples of a package with clients of a transport that answers without a network."""
    root = package.root
    client = getattr(root, package.ir.client)

    def made():
        http = httpx.Client(transport=httpx.MockTransport(answer))
        return client("acme.example", credentials=root.StaticToken("t" * 30), http_client=http)

    monkeypatch.setitem(sys.modules, package.ir.name, root)
    for api in package.ir.apis:
        monkeypatch.setitem(sys.modules, f"{package.ir.name}.{api.name}", package.module(api.name))
    monkeypatch.setattr(root, package.ir.client, made, raising=False)
    for path, code in examples(package):
        exec(compile(code, path, "exec"), {})


def test_the_site_of_the_14_apis_builds_without_a_warning(odcgen, tmp_path):
    outcome = odcgen("generate", "--templates", "pack:docs", "--out", str(tmp_path), "-q", cwd=ROOT)
    assert outcome.status == 0, outcome.err
    folder = tmp_path / "odc_client" / "reference"
    built = subprocess.run(
        [
            str(Path(sys.executable).with_name("zensical")),
            "build",
            "--strict",
            "--config-file",
            "zensical.toml",
        ],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    page = (folder / "site" / "identity" / "users" / "index.html").read_text("utf-8")
    assert 'id="list_groups"' in page
    assert "odc.identity.users.list_groups(" in re.sub("<[^>]+>", "", page)
    assert (folder / "site" / "search.json").exists() or list((folder / "site").rglob("*search*"))
    assert "slate" in page
    hosts = set(re.findall(r"(?:src|href)=\"?https?://([^/\"\s]+)", page))
    assert hosts <= {"zensical.org"}, "a page asks nobody for anything"
