"""The template contract: docs/templates.md word for word, and what a template may not do."""

import ast
import re
from pathlib import Path

import pytest
from odcgen.errors import OdcgenError, RenderError
from odcgen.kit.stack import Stack

from tests.generating import endpoint, schemas

DOCS = Path(__file__).resolve().parents[2] / "docs" / "templates.md"
_FILE = re.compile(r"`templates/([^`]+)`[^\n]*(?:\n[^`\n]+)*:\n\n```\w+\n(.*?)```", re.DOTALL)
THINGS = endpoint(
    {"$ref": "#/components/schemas/Thing"},
    path="/things/{key}",
    summary="Get a thing.",
    parameters=[
        {
            "name": "key",
            "in": "path",
            "required": True,
            "description": "Which thing.",
            "schema": {"type": "string"},
        },
        {"name": "size", "in": "query", "schema": {"type": "integer"}},
    ],
) | schemas(
    """
    Thing:
      type: object
      required: [name]
      properties: {name: {type: string}, size: {type: integer}}
    """
)


def walkthroughs():
    """The sections of the page that have templates, by title: their files."""
    found = {}
    for section in DOCS.read_text("utf-8").split("\n## ")[1:]:
        title, _, body = section.partition("\n")
        if files := _FILE.findall(body):
            found[title] = files
    return found


def folder_of(tmp_path, files):
    for name, text in files:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return Stack((tmp_path,))


@pytest.fixture
def made(generate, tmp_path):
    """Generate with the templates of a walk-through; it must import whole."""

    def make(title):
        package = generate(THINGS, templates=folder_of(tmp_path, walkthroughs()[title]))
        package.import_all()
        return package

    return make


def resource(package):
    (path,) = [
        path for path in package.files if re.fullmatch(r"api/[a-z]+\.py", path) and "_" not in path[4:6]
    ]
    return package.files[path]


def test_the_page_has_nine_walkthroughs():
    assert len(walkthroughs()) == 9


def test_a_header_reaches_every_file(made):
    package = made("A header on every file")
    python = [text for path, text in package.files.items() if path.endswith(".py") and text.strip()]
    assert len(python) > 60
    assert all(text.startswith("# Copyright Acme Corp. Internal use only.\n") for text in python)
    assert package.client({"name": "x"}).api.things.get("k").name == "x"


def test_a_method_on_every_resource(made):
    client = made("A method on every resource").client({"name": "x"})
    assert client.api.things.describe() == "api.things"


def test_a_decorator_on_every_operation(made):
    text = resource(made("A decorator on every operation"))
    assert text.count("@final\n    def get(") == 1
    assert text.count("@final\n    async def get(") == 1
    assert "from typing import TYPE_CHECKING, final" in text


def test_docstrings_of_another_style(made):
    text = resource(made("Docstrings in NumPy's style"))
    assert "        Parameters\n        ----------\n        key : str\n            Which thing.\n" in text
    assert "Args:" not in text


def test_a_base_class_for_models(made):
    package = made("A base class for all models")
    assert [one.__name__ for one in package.module("api.models").Thing.__mro__[:2]] == ["Thing", "Base"]
    assert package.client({"name": "x"}).api.things.get("k").name == "x"


def test_a_file_for_each_api(made):
    names = made("A file for each API").module("api.names")
    assert (names.RESOURCES, names.TITLE) == (("things",), "A shop")


def test_a_file_for_each_operation(made):
    call = made("A file for each operation").module("calls.api_things_get")
    assert (call.METHOD, call.PATH, call.ARGUMENTS) == ("GET", "/things/{key}", ("key", "size", "options"))


def test_another_signature(made):
    client = made("Another signature").client({"name": "x"})
    client.api.things.get("k", trace="t1")
    assert client.asked[-1].headers["x-trace"] == "t1"


def test_models_of_pydantic(made):
    pytest.importorskip("pydantic")
    package = made("Models of pydantic")
    thing = package.module("api.models").Thing
    assert hasattr(thing, "__pydantic_fields__")
    assert package.client({"name": "x", "size": 3}).api.things.get("k").size == 3
    with pytest.raises(ValueError, match="size"):
        thing(name="x", size="many")


MODULE = '{% extends "odcgen/package/module.py.jinja" %}'
AUTH = '{% extends "odcgen/package/auth.py.jinja" %}'


def failing(generate, tmp_path, text, name="package/auth.py.jinja", content=THINGS, **more):
    stack = folder_of(tmp_path, [(name, text), *more.items()])
    with pytest.raises(OdcgenError) as caught:
        generate(content, templates=stack)
    return caught.value


@pytest.mark.parametrize(
    "expression",
    [
        "package.apis[0].title",
        "package.apis[0].title.text",
        "package.apis[0].title['text']",
        "package.apis[0].title | attr('text')",
        "[package.apis[0].title] | map(attribute='text') | list",
        "[package.apis[0].title]",
        "package.apis[0].title | string",
        "package.apis[0].title | pprint",
        "package.apis[0].title | tojson",
        "'%s' | format(package.apis[0].title)",
        "'%r' | format(package.apis[0].title)",
        "'%s' % package.apis[0].title",
        "'{0.text}'.format(package.apis[0].title)",
        "'{0!r}'.format(package.apis[0].title)",
        "'x' ~ package.apis[0].title",
        "package.apis[0].title | join",
        "(package.apis[0].title | literal)[1:-1]",
        "(package.apis[0].title | literal) | replace('\"', '')",
        "(package.apis[0].title | docstring)[1:]",
        "(package.apis[0].title | comment) | upper",
        "package.apis[0].title | literal | list",
        "package.apis[0].title.__class__",
        "package.apis[0].source",
        "package.apis[0].operations[0].pointer",
        "package.apis[0].title | docstring",
    ],
)
def test_text_of_a_document_never_becomes_code(generate, tmp_path, expression):
    """By no attribute, repr, format, filter or slice does it stand anywhere but in strings and comments."""
    content = THINGS | {"info": {"title": "KPWN(1)", "version": "1"}}
    stack = folder_of(
        tmp_path,
        [
            (
                "package/auth.py.jinja",
                AUTH + f"{{% block module_docstring %}}X = {{{{ {expression} }}}}{{% endblock %}}",
            )
        ],
    )
    try:
        package = generate(content, templates=stack)
    except RenderError:
        return
    names = [node.id for node in ast.walk(ast.parse(package.files["auth.py"])) if isinstance(node, ast.Name)]
    assert "KPWN" not in names


def test_text_in_a_comment_is_escaped_or_refused(generate, tmp_path):
    content = THINGS | {"info": {"title": "a\nKPWN(1)", "version": "1"}}
    text = MODULE + "{% block header %}# {{ package.apis[0].title | comment }}{% endblock %}"
    stack = folder_of(tmp_path, [("package/auth.py.jinja", text)])
    assert generate(content, templates=stack).files["auth.py"].startswith("# a KPWN(1)\n")


def test_what_is_escaped_can_be_escaped_for_another_place(generate, tmp_path):
    """An annotation or a literal that goes into a comment is the text that a reader sees, not its token."""
    content = THINGS | {"info": {"title": 'a "b"', "version": "1"}}
    text = MODULE + "{% block header %}# {{ package.apis[0].title | literal | comment }}{% endblock %}"
    stack = folder_of(tmp_path, [("package/auth.py.jinja", text)])
    assert generate(content, templates=stack).files["auth.py"].startswith('# "a \\"b\\""\n')


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ package.nam }}", "Package has no 'nam'; did you mean 'name'?"),
        ("{{ packge }}", "there is no 'packge'"),
        ("{{ 1 / 0 }}", "divides by zero"),
        ("{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}", "turns"),
        ('{{ "x" * 10 ** 9 }}', "repeated"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "without end"),
        ("{{ use }}", "without calling it"),
    ],
)
def test_a_failure_names_what_where_and_in_which_block(generate, tmp_path, text, said):
    error = failing(generate, tmp_path, AUTH + "\n{% block content %}\n" + text + "\n{% endblock %}\n")
    assert said in str(error)
    assert "in block 'content'" in str(error)
    assert error.file.endswith("package/auth.py.jinja")
    assert error.line == 3


def test_a_failure_names_the_node(generate, tmp_path):
    text = (
        '{% extends "odcgen/package/api/resource.py.jinja" %}\n'
        "{% block docstring %}{{ method.operation.sumary }}{% endblock %}"
    )
    error = failing(generate, tmp_path, text, "package/api/resource.py.jinja")
    assert "did you mean 'summary'?" in str(error)
    assert "for api.things.get" in str(error)


def test_a_template_that_extends_itself_is_one_sentence(generate, tmp_path):
    error = failing(generate, tmp_path, '{% extends "package/auth.py.jinja" %}')
    assert "without end" in str(error)


def test_a_name_that_is_never_defined_is_told_with_its_line(generate, tmp_path):
    text = (
        '{% extends "odcgen/package/api/models/group.py.jinja" %}\n\n{% block bases %}(Base){% endblock %}\n'
    )
    error = failing(generate, tmp_path, text, "package/api/models/group.py.jinja")
    assert "the name 'Base', which is never defined" in str(error)
    assert "`class Thing(Base):`" in str(error)
    assert error.file.endswith("group.py.jinja")
    assert error.line == 3


def test_output_that_does_not_parse_is_shown_with_the_line_that_printed_it(generate, tmp_path):
    error = failing(generate, tmp_path, AUTH + "\n{% block content %}\nx = (\n{% endblock %}\n")
    assert "no valid Python" in str(error)
    assert error.file.endswith("package/auth.py.jinja")
    assert error.line in (2, 3)


def test_an_import_that_is_not_used_is_left_out(generate, tmp_path):
    text = AUTH + '{% block module_docstring %}{% set _ = use("os", "sep") %}{{ super() }}{% endblock %}'
    stack = folder_of(tmp_path, [("package/auth.py.jinja", text)])
    assert "import sep" not in generate(THINGS, templates=stack).files["auth.py"]


def test_two_imports_of_one_name_are_refused(generate, tmp_path):
    text = AUTH + '{% block content %}X = {{ use("os", "sep") }}, {{ use("sys", "sep") }}{% endblock %}'
    assert "two imports give the name 'sep'" in str(failing(generate, tmp_path, text))


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ('[[output]]\nfor = "api"\ntemplate = "x.jinja"', "lacks 'path'"),
        ('[[output]]\nfor = "apis"\ntemplate = "x.jinja"\npath = "x.py"', "no output for 'apis'"),
        ('[[output]]\nfor = "api"\ntemplate = "x.jinja"\npath = "../x.py"', "no path below the package"),
        ('[[output]]\nfor = "api"\ntemplate = "x.jinja"\npath = "{api.nam}.py"', "'api.nam'"),
        ('[[output]]\nfor = "api"\ntemplate = "x.jinja"\npath = ".odcgen.json"', "odcgen's own"),
        (
            '[[output]]\nfor = "resource"\ntemplate = "x.jinja"\npath = "{api.name}/things.py"',
            "two outputs",
        ),
        ('[[output]]\nfor = "api"\ntemplate = "nope.jinja"\npath = "x.py"', "no template 'nope.jinja'"),
        ("[[outputs]]", "no key 'outputs'"),
        ("version = 2", "version 2"),
        ("x = [", "cannot be read"),
    ],
)
def test_rows_that_cannot_be_are_told(generate, tmp_path, rows, said):
    stack = folder_of(tmp_path, [("outputs.toml", rows), ("x.jinja", "x = 1")])
    with pytest.raises(OdcgenError) as caught:
        generate(THINGS, templates=stack)
    assert said in str(caught.value)


def test_a_row_can_be_dropped(generate, tmp_path):
    stack = folder_of(
        tmp_path, [("outputs.toml", '[[output]]\npath = "{api.name}/models/__init__.py"\noff = true\n')]
    )
    assert "api/models/__init__.py" not in generate(THINGS, templates=stack).files


def test_folders_stack_and_each_keeps_what_lies_below(generate, tmp_path):
    low = folder_of(
        tmp_path / "low", [("package/module.py.jinja", MODULE + "{% block header %}# low{% endblock %}")]
    )
    top = folder_of(
        tmp_path / "top",
        [("package/module.py.jinja", MODULE + "{% block header %}# top\n{{ super() }}{% endblock %}")],
    )
    package = generate(THINGS, templates=Stack(top.folders + low.folders))
    assert package.files["auth.py"].startswith("# top\n# low\n")


def test_vars_filters_and_globals_reach_templates(generate, tmp_path):
    module = tmp_path / "own.py"
    module.write_text(
        "FILTERS = {'loud': lambda text: getattr(text, 'text', text).upper()}\nGLOBALS = {'year': 2026}\n"
    )
    text = MODULE + (
        "{% block header %}# {{ vars.owner }} {{ year }} {{ 'x' | loud }} "
        "{{ package.apis[0].title | loud | comment }}{% endblock %}"
    )
    stack = Stack((tmp_path,), {"owner": "Acme"}, module)
    folder_of(tmp_path, [("package/auth.py.jinja", text)])
    assert generate(THINGS, templates=stack).files["auth.py"].startswith("# Acme 2026 X A SHOP\n")
    folder_of(tmp_path, [("package/auth.py.jinja", text.replace(" | comment", ""))])
    with pytest.raises(RenderError, match="without escaping"):
        generate(THINGS, templates=stack)
