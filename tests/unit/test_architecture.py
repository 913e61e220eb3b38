"""The law of the house: which room may import which, who owns a library, no circle, no large module.

Every import counts: at the top, inside functions, under TYPE_CHECKING, and by name (`import_module`).
"""

import ast
import sys
from pathlib import Path

import pytest

from tests.imports import circles, graph, imports, knots, modules

ROOT = Path(__file__).resolve().parents[2]
GENERATOR = ROOT / "generator"
GENERATED = ROOT / "generated"
LONGEST = 250

STAGES = {
    "swagger",
    "overlay",
    "repairs",
    "validate",
    "normalize",
    "adapter",
    "naming",
    "select",
    "render",
    "output",
}
BASE = {"kit", "errors"}
# Room of odcgen -> the rooms that it may import, itself aside. A new room takes its place here.
BELOW = {
    "kit": set(),
    "errors": {"kit"},
    "ir": set(),
    "documents": BASE,
    **dict.fromkeys(STAGES, {"ir", "documents"} | BASE),
    "config": BASE,
    "run": {"config", "ir"} | BASE,
}
BELOW["reading"] = set(BELOW)
BELOW["pipeline"] = set(BELOW)
BELOW["templating"] = set(BELOW)
BELOW["diff"] = set(BELOW)
BELOW["specs"] = set(BELOW)
BELOW["doctor"] = set(BELOW)
BELOW["vendoring"] = set(BELOW)
BELOW["cli"] = set(BELOW)
BELOW["__main__"] = set(BELOW)

# Third-party package -> the only modules of the generator that may import it.
OWNERS = {
    "click": ("odcgen.cli",),
    "jinja2": ("odcgen.render",),
    "markupsafe": ("odcgen.render",),
    "openapi_python_client": ("odcgen.adapter",),
    "jsonpath_rfc9535": ("odcgen.overlay",),
    "yaml": ("odcgen.documents", "odcgen.specs.text"),
    # odcgen.specs.http fetches documents; the runtime's kernel._http is what a generated client calls with.
    "httpx": ("odc_runtime.kernel._http", "odcgen.specs.http"),
    "httpx2": ("odc_runtime.kernel._http",),
    "rich": ("odcgen.cli",),
}

# What the generated client may use beyond httpx and attrs, inside a function, when a user chose so.
EXTRAS = {"anyio", "cryptography", "filelock", "keyring", "limits", "opentelemetry", "redis", "trio"}


def inside_of(module, owner):
    return module == owner or module.startswith(owner + ".")


def room(module):
    """`odcgen.render.plan` -> `render`; empty for odcgen itself, which holds its version and no more."""
    return module.split(".")[1] if "." in module else ""


def rooms(root):
    """The rooms that stand in a tree: folders and the modules beside them."""
    return {room(module) for module in modules(root, "odcgen")} - {""}


def layer_violations(root):
    """Imports of odcgen's own modules from a room that may not know them, or that hide what they import."""
    known = modules(root, "odcgen")
    for module, name, _, where in imports(root, "odcgen"):
        if name == "?":
            yield f"{where}: imports a module by a name that nobody can read here"
        elif inside_of(name, "odcgen"):
            target = room(name if name in known or name.count(".") > 1 or room(name) in BELOW else "odcgen")
            source = room(module)
            if target != source and (target or source == "ir") and target not in BELOW.get(source, set()):
                yield f"{where}: {source or 'odcgen'} imports {name}"


def long_modules(root, package):
    """Modules with too many lines."""
    for module, path in modules(root, package).items():
        lines = len(path.read_text("utf-8").splitlines())
        if lines > LONGEST:
            yield f"{module}: {lines} lines, {LONGEST} at most"


def third_party_violations(root, package):
    """Imports of a package by a module that does not own it."""
    for module, name, _, where in imports(root, package):
        owners = OWNERS.get(name.split(".")[0])
        if owners and not any(inside_of(module, owner) for owner in owners):
            yield f"{where}: only {' and '.join(owners)} may import {name}"


def foreign_violations(root, package, allowed, extras=frozenset()):
    """Imports beyond the standard library, `allowed`, and inside functions `extras`."""
    for _, name, inside, where in imports(root, package):
        if name == "?":  # an entry point of the user, named at run time
            continue
        top = name.split(".")[0]
        if top in sys.stdlib_module_names or top == package or top in allowed or (inside and top in extras):
            continue
        yield f"{where}: imports {name}"


def relative_violations(root, package):
    """Imports of a package's own modules by their absolute name, which break a vendored copy."""
    for module, path in modules(root, package).items():
        for node in ast.walk(ast.parse(path.read_bytes(), str(path))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and not node.level:
                names = [node.module]
            for name in names:
                if inside_of(name, package):
                    yield f"{path.relative_to(root)}:{node.lineno}: {module} imports {name} absolutely"


def test_imports_go_down_the_layers_only():
    assert list(layer_violations(GENERATOR)) == []


def test_each_room_has_its_place():
    assert rooms(GENERATOR) == set(BELOW)


def test_no_name_of_the_law_is_without_its_module():
    known = modules(GENERATOR, "odcgen") | modules(GENERATOR, "odc_runtime")
    owners = {owner for owners in OWNERS.values() for owner in owners}
    assert owners <= set(known)


def test_no_modules_of_the_tool_import_each_other_in_a_circle():
    assert circles(GENERATOR, "odcgen") == []


def test_no_rooms_of_the_tool_import_each_other_in_a_circle():
    edges = {name: set() for name in rooms(GENERATOR) | {""}}
    for module, targets in graph(GENERATOR, "odcgen").items():
        edges[room(module)] |= {room(target) for target in targets} - {room(module)}
    assert knots(edges) == []


def test_no_module_of_the_tool_is_too_long():
    assert list(long_modules(GENERATOR, "odcgen")) == []


def test_ir_needs_only_attrs_and_the_standard_library():
    found = [
        line for line in foreign_violations(GENERATOR, "odcgen", {"attrs", "attr"}) if "odcgen/ir/" in line
    ]
    assert found == []


def test_each_library_is_imported_by_its_owner_only():
    assert list(third_party_violations(GENERATOR, "odcgen")) == []


def test_the_runtime_needs_only_the_standard_library_httpx_and_attrs():
    assert list(foreign_violations(GENERATOR, "odc_runtime", {"httpx", "attrs"}, EXTRAS)) == []
    assert list(relative_violations(GENERATOR, "odc_runtime")) == []


def test_the_runtime_takes_httpx_from_one_module():
    assert list(third_party_violations(GENERATOR, "odc_runtime")) == []


def test_the_generated_package_needs_only_the_standard_library_httpx_and_attrs():
    assert list(foreign_violations(GENERATED, "odc_client", {"httpx", "attrs"}, EXTRAS)) == []
    assert list(relative_violations(GENERATED, "odc_client")) == []


def plant(root, path, text):
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return root


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("odcgen/render/plan.py", "from ..output import write"),
        ("odcgen/render/plan.py", "from odcgen import output"),
        ("odcgen/render/plan.py", "def late():\n    import odcgen.adapter"),
        ("odcgen/render/plan.py", "if TYPE_CHECKING:\n    from odcgen.run.inputs import Source"),
        ("odcgen/render/plan.py", "if 1:\n    pass\nelse:\n    from odcgen.config import Config"),
        ("odcgen/render/__init__.py", "from ..cli import main"),
        ("odcgen/run/workers.py", "import_module('odcgen.render')"),
        ("odcgen/run/workers.py", "importlib.import_module('..render', __package__)"),
        ("odcgen/run/workers.py", "import_module(f'odcgen.{stage}')"),
        ("odcgen/run/workers.py", "__import__(stage)"),
        ("odcgen/run/cache.py", "from odcgen.documents.load import load_document"),
        ("odcgen/pipeline.py", "from . import cli"),
        ("odcgen/diff/news.py", "from odcgen.specs.pull import pull"),
        ("odcgen/ir/nodes.py", "from ..errors import OdcgenError"),
        ("odcgen/ir/nodes.py", "from odcgen import __version__"),
        ("odcgen/errors.py", "from odcgen import ir"),
        ("odcgen/kit/words.py", "from odcgen.errors import OdcgenError"),
        ("odcgen/documents/walk.py", "from odcgen.normalize import normalize"),
        ("odcgen/__init__.py", "from .pipeline import build"),
        ("odcgen/nowhere.py", "from .errors import OdcgenError"),
    ],
)
def test_an_import_up_or_sideways_is_found(tmp_path, path, text):
    assert len(list(layer_violations(plant(tmp_path, path, text)))) == 1


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("odcgen/render/plan.py", "from ..ir import Package\nfrom . import filters"),
        ("odcgen/adapter/parse.py", "from odcgen.documents.document import Document"),
        ("odcgen/run/inputs.py", "from odcgen import __version__\nfrom odcgen.config import Config"),
        ("odcgen/pipeline.py", "from . import render\nfrom .documents import load"),
        ("odcgen/cli/main.py", "from odcgen.pipeline import run\nimport_module('odcgen.render')"),
    ],
)
def test_an_import_downwards_is_allowed(tmp_path, path, text):
    assert list(layer_violations(plant(tmp_path, path, text))) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("from . import b", "from . import a"),
        ("from .b import x", "def late():\n    from .a import x"),
        ("if typing.TYPE_CHECKING:\n    from .b import x", "import odcgen.a"),
        ("import_module('.b', __package__)", "from odcgen import c"),
    ],
)
def test_a_circle_is_found(tmp_path, one, other):
    plant(tmp_path, "odcgen/a.py", one)
    plant(tmp_path, "odcgen/c.py", "from . import a")
    root = plant(tmp_path, "odcgen/b.py", other)
    assert [set(circle) >= {"odcgen.a", "odcgen.b"} for circle in circles(root, "odcgen")] == [True]


def test_a_package_that_takes_from_its_modules_is_no_circle(tmp_path):
    plant(tmp_path, "odcgen/a.py", "from .b import x")
    plant(tmp_path, "odcgen/b.py", "x = 1")
    assert circles(plant(tmp_path, "odcgen/__init__.py", "from .a import x"), "odcgen") == []


@pytest.mark.parametrize(("lines", "found"), [(LONGEST, 0), (LONGEST + 1, 1)])
def test_a_module_that_is_too_long_is_found(tmp_path, lines, found):
    assert len(list(long_modules(plant(tmp_path, "odcgen/a.py", "x = 1\n" * lines), "odcgen"))) == found


@pytest.mark.parametrize("library", sorted(OWNERS))
def test_a_library_outside_its_owner_is_found(tmp_path, library):
    root = plant(tmp_path, "odcgen/naming.py", f"if 1:\n    from {library} import anything")
    assert len(list(third_party_violations(root, "odcgen"))) == 1


@pytest.mark.parametrize("text", ["import odcgen.ir", "import pydantic", "from redis import Redis"])
def test_a_foreign_import_in_a_package_is_found(tmp_path, text):
    root = plant(tmp_path, "odc_client/users.py", text)
    assert len(list(foreign_violations(root, "odc_client", {"httpx", "attrs"}, EXTRAS))) == 1


def test_an_extra_is_allowed_inside_a_function(tmp_path):
    root = plant(tmp_path, "odc_client/cache.py", "async def store():\n    from redis.asyncio import Redis")
    assert list(foreign_violations(root, "odc_client", {"httpx", "attrs"}, EXTRAS)) == []


@pytest.mark.parametrize("text", ["import odc_client.auth", "from odc_client.auth import x"])
def test_an_absolute_import_of_the_package_itself_is_found(tmp_path, text):
    assert len(list(relative_violations(plant(tmp_path, "odc_client/users.py", text), "odc_client"))) == 1


def test_only_the_pipeline_and_the_errors_stand_above_the_rooms():
    loose = {path.name for path in (GENERATOR / "odcgen").glob("*.py")}
    assert loose == {"__init__.py", "__main__.py", "errors.py", "pipeline.py"}


def test_the_pipeline_is_read_on_one_page():
    assert len((GENERATOR / "odcgen" / "pipeline.py").read_text("utf-8").splitlines()) <= 100
