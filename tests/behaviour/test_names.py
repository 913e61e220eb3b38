"""Whatever a document calls its things, each value comes from and goes to the place that it names.

Every identifier of the templates and of what they print is given to a resource, a method, a parameter, a
header, a property and a schema; the package is compiled, imported and called, and what is sent is compared.
"""

import builtins
import io
import json
import keyword
import re
import subprocess
import sys
import tokenize
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from odcgen.kit import data
from odcgen.kit.namespace import DEVICES, fold
from odcgen.naming import reserved

from tests.generating import run
from tests.rich import RICH

MOMENT = "2026-01-31T12:00:00+00:00"
WIDE = str.maketrans({chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)})


def printed(package):
    """All identifiers in generated files, the runtime's left out, and in the templates."""
    texts = [text for path, text in package.files.items() if path.endswith(".py") and path[0] != "_"]
    found = {
        token.string
        for text in texts
        for token in tokenize.generate_tokens(io.StringIO(text).readline)
        if token.type == tokenize.NAME
    }
    for template in Path(data.templates()).rglob("*.jinja"):
        found |= set(re.findall(r"[A-Za-z_]\w*", template.read_text("utf-8")))
    return found | set(dir(builtins)) | set(keyword.kwlist) | DEVICES


def thing(name, ref=None):
    """A schema with a property of the name, and others of every kind whose code needs something."""
    shape = {
        name: {"type": "string"},
        f"{name}_key": {"type": "string", "format": "uuid"},
        f"{name}_at": {"type": "string", "format": "date-time"},
        f"{name}_list": {"type": "array", "items": {"type": "string", "format": "date"}},
        f"{name}_fixed": {"const": "x"},
        f"{name}_any": {},
        "zz status": {"type": "string"},
    }
    shape |= {"zz parent": {"$ref": f"#/components/schemas/{ref}"}} if ref else {}
    return {
        "type": "object",
        "required": [name],
        "properties": shape,
        "additionalProperties": {"type": "integer"},
    }


def value(name):
    """What fits the schema of `thing`."""
    return {
        name: f"value of {name}",
        f"{name}_key": "3f2504e0-4f89-11d3-9a0c-0305e82c3301",
        f"{name}_at": "2026-01-31T12:00:00Z",
        f"{name}_list": ["2026-01-31"],
        f"{name}_fixed": "x",
        f"{name}_any": {"a": [1]},
        "zz status": "Done",
        "zz more": 7,
    }


def operations(number, name, verb):
    """Two operations in a resource of the name, one of them with a companion, with parameters of the name."""
    named = f"{name}.{name}"
    content = {"content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}}
    answer = {"responses": {"200": {"description": ""} | content}}
    parameters = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}},
        {"name": name, "in": "query", "schema": {"type": "string"}},
        {"name": f"{name}x", "in": "query", "schema": {"type": "string", "format": "date-time"}},
        {"name": f"{name}y", "in": "query", "schema": {"type": "array", "items": {"type": "string"}}},
    ]
    if name.isascii():
        parameters.append({"name": name, "in": "cookie", "schema": {"type": "string"}})
    poll = {"x-odcgen-poll": {"method": f"wait_{name}", "status": "zz status", "done": ["Done"]}}
    return {
        f"/{number}/{{{name}}}": {
            "get": {"x-odcgen-name": named, "parameters": parameters} | answer | poll,
            verb: {"x-odcgen-name": f"{named}_poll", "parameters": parameters[:1]}
            | {"requestBody": {"required": True} | content}
            | answer,
        }
    }


def document_of(names, verb="post"):
    """A document that gives each name to all that can have one; a post takes its body as arguments."""
    paths, schemas = {}, {}
    for number, name in enumerate(names):
        paths |= operations(number, name, verb)
        schemas |= {name: thing(name, f"{name}_parent"), f"{name}_parent": thing(name, name)}
    return {"openapi": "3.1.0", "paths": paths, "components": {"schemas": schemas}}


def check(package, names, *, asynchronous=False):
    """Call every method, compare what is sent and what comes back, and return their number."""
    assert package.import_all()
    (api,) = package.ir.apis
    methods = list(api.methods())
    for resource, operation, signature in methods:
        number, _, placeholder = operation.path.text[1:].partition("/")
        name = names[int(number)]
        assert placeholder == f"{{{name}}}"
        answer = value(name) | {"zz parent": value(name)}
        client = (package.async_client if asynchronous else package.client)(answer)
        method = getattr(getattr(client.api, resource.name), signature.name)
        arguments = {
            argument: MOMENT if argument.wire.text == f"{name}x" else f"@{index}"
            for index, argument in enumerate(signature.arguments)
            if argument.place in ("path", "query", "cookie")
        }
        sent, body = _body(package, operation, signature, name)
        result = method(**{argument.name: text for argument, text in arguments.items()} | sent)
        result = run(result) if asynchronous else result
        (request,) = client.asked
        _check_request(request, number, name, arguments)
        assert (json.loads(request.content) if request.content else None) == body
        _check_result(api, operation, result, name, answer)
    return len(methods)


def _body(package, operation, signature, name):
    """What a call gets for its body, whole or as arguments, and what is sent for that."""
    if operation.body is None:
        return {}, None
    (api,) = package.ir.apis
    (class_name,) = (model.name for model in api.models if model.key == operation.body.contents[0].type.key)
    given = getattr(package.models, class_name).decode(value(name))
    fields = [argument for argument in signature.arguments if argument.place == "field"]
    if not fields:
        return {"body": given}, value(name)
    sent = {one.name: getattr(given, one.name) for one in fields if one.wire.text in value(name)}
    return sent, {key: one for key, one in value(name).items() if key != "zz more"}


def _check_request(request, number, name, arguments):
    wanted = {place: [] for place in ("path", "query", "cookie")}
    for argument, text in arguments.items():
        text = "2026-01-31T12:00:00+00:00" if text == MOMENT else text
        wanted[argument.place].append((argument.wire.text, text))
    assert request.url.path.endswith(f"/{number}/{wanted['path'][0][1]}")
    assert sorted(request.url.params.multi_items()) == sorted(wanted["query"])
    assert request.headers.get("cookie", "") == "".join(f"{key}={text}" for key, text in wanted["cookie"])


def _check_result(api, operation, result, name, answer):
    (model,) = (model for model in api.models if model.key == operation.result.key)
    names = {field.wire.text: field.name for field in model.fields}
    for wire in (name, f"{name}_any", f"{name}_fixed", "zz status"):
        assert getattr(result, names[wire]) == answer[wire]
    assert result.additional == {"zz more": 7}
    assert result.encode() == answer


@pytest.fixture(scope="module")
def words(generate):
    """The identifiers, one of those that would get the same name in Python."""
    found = sorted(printed(generate(RICH)))
    return list({fold(word).replace("_", ""): word for word in found if word.strip("_")}.values())


@pytest.fixture(scope="module")
def package(generate, words):
    return generate(document_of(words))


@pytest.mark.parametrize("asynchronous", [False, True], ids=["sync", "async"])
def test_no_name_of_a_document_gets_in_the_way_of_a_template(package, words, asynchronous):
    assert len(words) > 300
    assert check(package, words, asynchronous=asynchronous) == 3 * len(words)


@pytest.mark.parametrize(
    "change",
    [
        str.upper,
        lambda word: word.translate(WIDE),
        lambda word: word.replace("i", "\u0131").replace("s", "\u017f"),
        lambda word: "".join(part.capitalize() for part in word.split("_")),
        lambda word: f"_{word}_",
    ],
    ids=["upper", "wide", "alike", "pascal", "underscored"],
)
def test_nor_does_one_that_is_only_like_it(generate, words, change):
    """Ten of them beside the name itself, in one resource and one document."""
    some = [word for word in words if word in ("Any", "models", "str", "filter", "cached_property", "field")]
    names = [*some, *(change(word) for word in some)]
    names = list(dict.fromkeys(names))
    assert len(names) > len(some)
    package = generate(document_of(names))
    assert check(package, names) == 3 * len(names)
    files = [path for path in package.files if not path.startswith("_runtime/")]
    assert len({fold(path) for path in files}) == len(files)


def test_a_package_with_the_names_of_types_and_imports_is_typed(generate, words, tmp_path):
    text = "\n".join(text for path, text in generate(RICH).files.items() if path[0] != "_" and ".py" in path)
    lines = re.findall(r"^ *(?:from|import) .*(?:\([^)]*\))?", text, flags=re.M)
    needed = (
        {fold(word) for word in re.findall(r"\w+", "\n".join(lines))} | reserved.FIELDS | reserved.ARGUMENTS
    )
    package = generate(document_of([word for word in words if fold(word) in needed], "put"))
    folder = tmp_path / "alike"
    for path, text in package.files.items():
        if not path.startswith(".") and not path.startswith("_runtime/auth/stores"):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, "utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "--config-file=", "-p", "alike"]
    command += ["--follow-imports=silent", "--ignore-missing-imports"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr


NAMES = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="{}/?#~\ufdd0\ufdd1"),
    min_size=1,
    max_size=9,
)


@settings(max_examples=12)
@given(st.lists(NAMES, min_size=1, max_size=4, unique=True))
def test_any_text_is_a_name(generate, names):
    package = generate(document_of(names))
    try:
        assert check(package, names) == 3 * len(names)
    finally:
        package.forget()
    for path in package.files:
        assert all(len(part.encode()) < 143 for part in path.split("/"))
        if not path.startswith("_runtime/"):
            assert unicodedata.is_normalized("NFKC", path)
