"""The check of rendered files: text that leaves its string is found, however a filter or template fails."""

import ast
import sys

import pytest
from odcgen.errors import RenderError
from odcgen.ir import SpecText
from odcgen.kit.stack import Stack
from odcgen.render import escape
from odcgen.render.check import check
from odcgen.render.escape import CLOSE, OPEN

from tests.generating import document

escaping = sys.modules["odcgen.render.escape"]


@pytest.mark.parametrize(
    "code",
    [
        'x = "<text>"',
        '"""<text>"""',
        '"""<text> and\n<more>\n"""',
        "x = 1  # <text>",
        "# <text>",
        "x = 1  # a <text>",
        'x = ["<text>", "<more>"]',
        '"""a<text>b"""',
    ],
)
def test_marked_text_in_strings_and_comments_is_fine(code):
    assert check("a.py", marked(code)) == code.replace("<", "").replace(">", "")


@pytest.mark.parametrize(
    "code",
    [
        "x = <text>",
        "<text> = 1",
        "def f(<text>): pass",
        'x = "<a" + b + "c>"',
        '"""<a"""\nb()\n"""c>"""',
        'x = "<a"  # c>',
        'x = "<text"',
        'x = "text>"',
        'x = "<a\\>"',
        '"""a<b">"""',
        "# <a\nb>",
        'x = "#" + <text>',
        "x = f'{<text>}'",
    ],
)
def test_marked_text_that_is_code_or_touches_it_is_an_error(code):
    with pytest.raises(RenderError):
        check("a.py", marked(code))


def test_a_file_that_is_no_python_is_an_error_with_its_line():
    with pytest.raises(RenderError) as caught:
        check("a.py", "x = 1\nx = = 2\n")
    assert caught.value.line == 2


def test_other_files_are_not_python():
    assert check("py.typed", f"{OPEN}a b{CLOSE}") == "a b"


def marked(code):
    return code.replace("<", OPEN).replace(">", CLOSE)


PAYLOADS = ['a"+KPWN(1)+"b', 'x """\nKPWN(2)\n""" y', "a\nKPWN(3)\nb", "ends in \\", 'ends in "', "a\\"]


def hostile(payload):
    """A document with the payload in every place where its text is printed."""
    schema = {
        "type": "object",
        "description": payload,
        "properties": {payload: {"type": "string", "description": payload}},
    }
    operation = {
        "summary": payload,
        "x-odcgen-permissions": [payload],
        "deprecated": True,
        "x-odcgen-removal": payload,
        "parameters": [
            {
                "name": payload,
                "in": "query",
                "description": payload,
                "schema": {"enum": [payload], "type": "string"},
            }
        ],
        "responses": {"200": {"description": "", "content": {"application/json": {"schema": schema}}}},
    }
    return document(
        paths={"/x": {"get": operation}},
        info={"title": payload, "version": payload},
        **{"x-odcgen-rate-limits": [{"path": payload, "per_minute": 5}]},
    )


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_hostile_document_generates_with_the_filters_as_they_are(generate, payload):
    package = generate(hostile(payload))
    assert package.import_all()
    assert package.client({}).api.x


def broken_docstring(value):
    return f"{OPEN}{value.text if isinstance(value, SpecText) else value}{CLOSE}"


MUTANTS = {
    "literal leaves quotes": ("_escape", lambda char: char if char == '"' else REAL_ESCAPE(char)),
    "literal leaves backslashes": ("_escape", lambda char: char if char == "\\" else REAL_ESCAPE(char)),
    "literal leaves line breaks": ("_escape", lambda char: char if char == "\n" else REAL_ESCAPE(char)),
}
REAL_ESCAPE = escape._escape


@pytest.mark.parametrize("mutant", MUTANTS)
def test_a_literal_filter_that_fails_is_caught(generate, monkeypatch, mutant):
    name, change = MUTANTS[mutant]
    monkeypatch.setattr(escaping, name, change)
    for payload in PAYLOADS:
        refused_or_harmless(generate, payload)
    assert any(is_refused(generate, payload) for payload in PAYLOADS)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_docstring_filter_that_fails_is_caught(generate, monkeypatch, payload):
    for module in [module for name, module in sys.modules.items() if name.startswith("odcgen.render")]:
        if hasattr(module, "docstring"):
            monkeypatch.setattr(module, "docstring", broken_docstring)
    refused_or_harmless(generate, payload)


def is_refused(generate, payload):
    try:
        generate(hostile(payload))
    except RenderError:
        return True
    return False


def refused_or_harmless(generate, payload):
    """A broken filter ends in an error, or its payload happens to be no harm in its place."""
    try:
        package = generate(hostile(payload))
    except RenderError:
        return
    assert package.import_all()
    for path in package.folder.rglob("*.py"):
        names = [node.id for node in ast.walk(ast.parse(path.read_bytes())) if isinstance(node, ast.Name)]
        assert "KPWN" not in names


def test_a_template_that_prints_text_raw_fails(generate, tmp_path):
    template = tmp_path / "package" / "auth.py.jinja"
    template.parent.mkdir()
    template.write_text("BASE = {{ package.apis[0].title }}\n", "utf-8")
    with pytest.raises(RenderError, match="without escaping") as caught:
        generate(hostile("x"), templates=Stack((tmp_path,)))
    assert "|literal" in caught.value.hint


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("{{ package.nope }}", "nope"),
        ("{% if %}", "expression"),
        ('{{ "a" ~ package.apis[0].title }}', "literal"),
        ("{{ package.apis[0].title | upper }}", "literal"),
        ("{{ 5 | docstring | nope }}", "nope"),
        ("x = (", "Python"),
    ],
)
def test_a_template_that_fails_is_an_error_with_its_file(generate, tmp_path, text, why):
    template = tmp_path / "package" / "auth.py.jinja"
    template.parent.mkdir()
    template.write_text(text + "\n", "utf-8")
    with pytest.raises(RenderError, match=why) as caught:
        generate(hostile("x"), templates=Stack((tmp_path,)))
    assert "auth.py" in caught.value.file


@pytest.mark.parametrize(
    "code",
    [
        "def f(a, a): pass",
        "return 1",
        "class A: pass\nclass A: pass",
        "class A:\n    def f(self): pass\n    def f(self): pass",
        "class A:\n    f: int\n    def f(self): pass",
        "class A:\n    f: int\n    f: str",
        "def f(): pass\nf = 1",
    ],
)
def test_what_python_cannot_compile_or_what_hides_another_is_an_error(code):
    with pytest.raises(RenderError):
        check("a.py", code)


@pytest.mark.parametrize(
    "code",
    [
        "x = 1\nx = 2",
        "@overload\ndef f(a: int): ...\n@overload\ndef f(a: str): ...\ndef f(a): pass",
        "class A:\n    @property\n    def f(self): pass\n    @f.setter\n    def f(self, v): pass",
        "class A:\n    def f(self): pass\nclass B:\n    def f(self): pass",
    ],
)
def test_what_is_meant_to_share_a_name_may(code):
    assert check("a.py", "from typing import overload\n" + code)


def test_a_method_of_a_template_does_not_take_the_place_of_an_operation(generate, tmp_path):
    folder = tmp_path / "ours"
    part = folder / "package" / "api" / "resource.py.jinja"
    part.parent.mkdir(parents=True)
    part.write_text(
        '{% extends "odcgen/package/api/resource.py.jinja" %}\n{% block class_tail %}\n'
        '    def describe(self) -> str:\n        return ""\n{% endblock %}\n',
        "utf-8",
    )
    paths = {"/a": {"get": {"x-odcgen-name": "a.describe", "responses": {"204": {"description": ""}}}}}
    with pytest.raises(RenderError, match="defines 'describe' twice"):
        generate({"paths": paths}, templates=Stack((folder,)))


def test_a_hash_between_texts_of_a_docstring_is_no_comment(generate):
    operation = {
        "x-odcgen-permissions": ["Tickets > Close #1", "Users > View # all"],
        "summary": "Return # one",
        "responses": {"200": {"description": ""}},
    }
    assert generate({"paths": {"/a": {"get": operation}}}).import_all()


LOST = {"x-shared": {"$ref": "nowhere.yaml#/a"}, "x-note": {"$ref": "#/nowhere"}}


def test_a_constant_of_free_keys_and_references_in_extensions_are_fine(generate):
    shape = {
        "type": "object",
        "properties": {"a": {"type": "string"}},
        "additionalProperties": {"const": 'x"'},
    }
    shape |= LOST
    content = {"application/json": {"schema": shape} | LOST}
    answer = {"200": {"description": "", "content": content} | LOST} | LOST
    parameter = {"name": "p", "in": "query", "schema": {"type": "string"} | LOST} | LOST
    paths = {
        "/a": {"get": {"responses": answer, "parameters": [parameter]} | LOST} | LOST,
        "x-list": [{"$ref": "#/paths/~1a"}],
    } | LOST
    whole = {"openapi": "3.1.0", "paths": paths, "components": {"schemas": {"A": shape}} | LOST} | LOST
    package = generate(whole)
    result = package.client({"a": "b", "k": 'x"'}).api.a.get()
    assert result.additional == {"k": 'x"'}
