"""The layers that DESIGN names: cli -> pipeline -> stages -> ir, and what each may import from outside."""

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GENERATOR = ROOT / "generator"
GENERATED = ROOT / "generated"

# What runs stages: the pipeline with what it reads and the processes that it runs in, pulling, the doctor.
PIPELINE = {"comparing", "news", "revisions", "pipeline", "inputs", "workers", "specs", "doctor"}
STAGES = {
    "adapter", "config", "load", "naming", "normalize", "output", "overlay", "render", "select", "specdiff",
    "templating", "validate", "vendoring",
}  # fmt: skip
# Stages hand each other values; these are their types and what reads them.
VOCABULARY = ("odcgen.load.Document", "odcgen.normalize.walk")
# Every other module is below the stages: anyone may use it, and it may use no stage; these two use nothing.
LOWEST = {"errors", "ir"}

# Third-party package -> the only modules of the generator that may import it.
OWNERS = {
    "click": ("odcgen.cli",),
    "jinja2": ("odcgen.render",),
    "markupsafe": ("odcgen.render",),
    "openapi_python_client": ("odcgen.adapter",),
    "jsonpath_rfc9535": ("odcgen.overlay",),
    # odcgen.specs.http fetches documents; the runtime's kernel._http is what a generated client calls with.
    "httpx": ("odc_runtime.kernel._http", "odcgen.specs.http"),
    "httpx2": ("odc_runtime.kernel._http",),
}

# What the generated client may use beyond httpx and attrs, inside a function, when a user chose so.
EXTRAS = {"cryptography", "filelock", "keyring", "limits", "opentelemetry", "redis"}


class Import(ast.NodeVisitor):
    """Collects (imported name, whether it waits for a function call or a type checker, line) of one file."""

    def __init__(self, module, is_package):
        self.found = []
        self._package = module if is_package else module.rpartition(".")[0]
        self._depth = 0

    def visit_FunctionDef(self, node):
        self._depth += 1
        self.generic_visit(node)
        self._depth -= 1

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_If(self, node):
        if ast.unparse(node.test) == "TYPE_CHECKING":
            self.visit_FunctionDef(node)
        else:
            self.generic_visit(node)

    def visit_Import(self, node):
        self.found += [(alias.name, self._depth > 0, node.lineno) for alias in node.names]

    def visit_ImportFrom(self, node):
        base = node.module or ""
        if node.level:
            parts = self._package.split(".")
            parent = ".".join(parts[: len(parts) - node.level + 1])
            base = f"{parent}.{base}".strip(".")
        # `from package import module` imports the module as well; both names are tried against the rules.
        self.found += [(f"{base}.{alias.name}", self._depth > 0, node.lineno) for alias in node.names]


def modules(root, package):
    """Yield (dotted name, path) of each Python file of a package below `root`."""
    for path in sorted((root / package).rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


def imports(root, package):
    """Yield (importing module, imported name, whether inside a function, where)."""
    for module, path in modules(root, package):
        collector = Import(module, path.name == "__init__.py")
        collector.visit(ast.parse(path.read_bytes(), str(path)))
        for name, inside, line in collector.found:
            yield module, name, inside, f"{path.relative_to(root)}:{line}"


def inside_of(module, owner):
    return module == owner or module.startswith(owner + ".")


def stage(module):
    """`odcgen.render.plan` -> `render`."""
    return module.split(".")[1] if module.count(".") else ""


def may_import(source, name):
    """Whether a module of `source`, a stage or a module below or above them, may import `name`."""
    target = stage(name)
    if source in {target, "cli"} or target == "__version__":
        return True
    if source in PIPELINE:
        return target != "cli"
    if target in STAGES:
        return source in STAGES and any(inside_of(name, word) for word in VOCABULARY)
    return source not in LOWEST and target not in {"cli", *PIPELINE}


def layer_violations(root):
    """Imports inside odcgen that go up or sideways."""
    for module, name, _, where in imports(root, "odcgen"):
        if name.startswith("odcgen.") and not may_import(stage(module), name):
            yield f"{where}: {stage(module) or 'odcgen'} imports {name}"


def third_party_violations(root, package):
    """Imports of a package by a module that does not own it."""
    for module, name, _, where in imports(root, package):
        owners = OWNERS.get(name.split(".")[0])
        if owners and not any(inside_of(module, owner) for owner in owners):
            yield f"{where}: only {' and '.join(owners)} may import {name}"


def foreign_violations(root, package, allowed, extras=frozenset()):
    """Imports beyond the standard library, `allowed`, and inside functions `extras`."""
    for _, name, inside, where in imports(root, package):
        top = name.split(".")[0]
        if top in sys.stdlib_module_names or top == package or top in allowed or (inside and top in extras):
            continue
        yield f"{where}: imports {name}"


def relative_violations(root, package):
    """Imports of a package's own modules by their absolute name, which break a vendored copy."""
    for module, path in modules(root, package):
        for node in ast.walk(ast.parse(path.read_bytes(), str(path))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and not node.level:
                names = [node.module]
            for name in names:
                if inside_of(name, package):
                    yield f"{path.relative_to(root)}:{node.lineno}: {module} imports {name} absolutely"


def test_imports_go_down_the_layers_only():
    assert list(layer_violations(GENERATOR)) == []


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
        ("odcgen/render/plan.py", "def late():\n    import odcgen.adapter"),
        ("odcgen/render/plan.py", "from ..load import load_document"),
        ("odcgen/render/__init__.py", "from ..cli import main"),
        ("odcgen/pipeline.py", "from . import cli"),
        ("odcgen/ir/nodes.py", "from ..errors import OdcgenError"),
        ("odcgen/errors.py", "from odcgen import ir"),
        ("odcgen/pointer.py", "from .load import Document"),
    ],
)
def test_an_import_up_or_sideways_is_found(tmp_path, path, text):
    assert len(list(layer_violations(plant(tmp_path, path, text)))) == 1


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (
            "odcgen/render/plan.py",
            "from ..ir import Package\nfrom . import filters",
        ),
        ("odcgen/adapter/parse.py", "from ..load import Document"),
        ("odcgen/render/plan.py", "from .. import pointer"),
        ("odcgen/pointer.py", "from .errors import OdcgenError"),
        ("odcgen/pipeline.py", "from . import load, render"),
        ("odcgen/cli.py", "from .pipeline import run"),
    ],
)
def test_an_import_downwards_is_allowed(tmp_path, path, text):
    assert list(layer_violations(plant(tmp_path, path, text))) == []


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
