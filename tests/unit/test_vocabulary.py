"""The lists of reserved names hold what the templates need and nothing else: derived from what they print."""

import ast
import builtins
import inspect
import re
from pathlib import Path, PurePosixPath

import pytest
from odc_runtime.policy.options import CALL_OPTIONS
from odcgen import ir
from odcgen.ir.sparse import to_sparse
from odcgen.kit import data
from odcgen.kit.namespace import DEVICES
from odcgen.naming import reserved
from odcgen.render.outputs import read_rows

from tests.rich import RICH


@pytest.fixture(scope="module")
def rich(generate):
    return generate(RICH)


def modules(package):
    """The syntax trees of all generated files but those of the runtime."""
    return [
        ast.parse(text)
        for path, text in package.files.items()
        if path.endswith(".py") and not path.startswith("_runtime/")
    ]


def classes(package):
    return [node for tree in modules(package) for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]


def in_sight_of_a_class(node):
    """The names that are looked up in the scope of a class: all but those in the bodies of its functions."""
    for part in ast.iter_child_nodes(node):
        if isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef):
            header = [*part.decorator_list, part.args, *([part.returns] if part.returns else [])]
            yield from (one for item in header for one in _read(item))
        else:
            yield from _read(part)


def _read(node):
    return (
        one.id
        for one in ast.walk(node)
        if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Load) and not one.id.startswith("_")
    )


def test_the_builtins_that_class_bodies_use_are_reserved(rich):
    used = {name for one in classes(rich) for name in in_sight_of_a_class(one)} & set(dir(builtins))
    # Not used today, but what a template of the user's is likely to: they cost nothing.
    assert used <= reserved.TYPES
    assert reserved.TYPES - used <= {"property", "tuple"}


def test_no_class_of_a_document_is_a_builtin():
    assert {name for name in dir(builtins) if name[0].isupper()} <= reserved.CLASSES
    assert not [name for name in reserved.CLASSES if not name[0].isupper()]


def test_the_reserved_fields_are_what_a_model_has_besides_its_fields(rich):
    found = set()
    for model in rich.ir.apis[0].models:
        class_ = getattr(rich.models, model.name)
        own = {name for name in dir(class_) if not name.startswith("_")}
        found |= own - {field.name for field in model.fields}
        first, *_ = inspect.signature(class_.__init__).parameters
        found.add(first)
    assert found == reserved.FIELDS - reserved.TYPES


def test_the_reserved_arguments_are_what_methods_have_besides_those_of_the_document(rich):
    names = {"self", "body"} | CALL_OPTIONS
    for _, operation, signature in rich.ir.apis[0].methods():
        own = {argument.name for argument in signature.arguments if argument.place == "option"}
        names |= own - ({"source"} if operation.upload else set())
    assert names == reserved.ARGUMENTS - reserved.TYPES


def test_the_reserved_modules_are_those_of_the_outputs():
    rows = [row.path for row in read_rows((data.templates(),)) if row.path.startswith("{api.name}/")]
    own = {PurePosixPath(path).parts[1].removesuffix(".py") for path in rows}
    own = {name for name in own if "{" not in name and not name.startswith("_")}
    assert own == reserved.MODULES - DEVICES


def test_what_templates_define_begins_with_an_underscore(rich):
    """All that a module defines besides classes, and all that a class does besides what a document names."""
    package = rich.ir
    (api,) = package.apis
    known = {node.name for node in (*api.models, *api.enums)} | {api.class_name, package.client}
    known |= {one.class_name for one in api.resources}
    known |= {f"Async{name}" for name in known} | {"OnBeforeRequest", "ApiCredentials"}
    assert {one.name for one in classes(rich)} <= known
    # In files where a document names nothing, or only what begins otherwise.
    alone = {"RATE_LIMITS", "BASE_PATHS", "SCHEMES", "SERVERS", "on_before_request", "on_after_response"}
    for tree in modules(rich):
        for node in tree.body:
            names = [node.name] if isinstance(node, ast.FunctionDef) else []
            targets = node.targets if isinstance(node, ast.Assign) else []
            targets = [node.target] if isinstance(node, ast.AnnAssign) else targets
            names += [target.id for target in targets if isinstance(target, ast.Name)]
            assert all(name.startswith("_") or name in alone for name in names), names


def test_the_rich_document_uses_every_part_of_the_templates(rich):
    """What it does not print cannot be seen by these tests."""
    text = "".join(text for path, text in rich.files.items() if not path.startswith("_runtime/"))
    printed = set(re.findall(r"\w+", text))
    for template in Path(data.templates(), "package").rglob("*.jinja"):
        source = re.sub(r"\{#.*?#\}", " ", template.read_text("utf-8"), flags=re.S)
        names = set(re.findall(r'(?:use|runtime)\("[^"]+", "(\w+)"', source))
        plain = re.sub(r"\{[{%].*?[%}]\}", " ", source, flags=re.S)
        names |= set(re.findall(r"^\s*(\w+)(?:=|\()", plain, flags=re.M))
        assert names <= printed, template.name


def test_the_kinds_of_types_are_all_in_the_rich_document(rich):
    kinds = set()

    def look(plain):
        if isinstance(plain, dict):
            kinds.add(plain["kind"] if plain.get("") == "Scalar" else plain.get("", ""))
        for part in plain.values() if isinstance(plain, dict) else plain if isinstance(plain, list) else ():
            look(part)

    look(to_sparse(rich.ir, frozenset()))
    wanted = {"str", "int", "float", "bool", "uuid", "date", "datetime", "bytes", "any"}
    wanted |= {kind.__name__ for kind in (ir.Ref, ir.Const, ir.ListOf, ir.MapOf, ir.Nullable, ir.UnionOf)}
    assert wanted <= kinds
