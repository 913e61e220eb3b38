"""The floors of the runtime: a module imports from the floors above its own, and no two import each other.

Every import counts: relative or absolute, inside a function, and under TYPE_CHECKING.
"""

from pathlib import Path

import pytest

from tests.imports import circles, imports, modules

GENERATOR = Path(__file__).resolve().parents[2] / "generator"
RUNTIME = "odc_runtime"

# From the top down, as DESIGN names them.
FLOORS = ("kernel", "errors", "site", "policy", "wire", "auth", "call", "transport", "flows", "face")
# What a floor may import beside itself: all that is above it, but the credential hook also serves alone.
SEEN = {floor: FLOORS[:place] for place, floor in enumerate(FLOORS)} | {"auth": ("kernel", "errors", "site")}
# What stands beside the floors: `_http` is where a user's hooks.py takes the HTTP library from.
BESIDE = {"": (), "_http": ("kernel",)}
# Where a module is imported by a computed name, of things outside the runtime: the package's hooks.py, what
# ODC_CREDENTIALS names, and distributions that are optional.
COMPUTED = {f"{RUNTIME}.face.setup", f"{RUNTIME}.auth.sources.named", f"{RUNTIME}.auth.stores.extras"}
MOST_LINES = 250


def floor(name):
    """`odc_runtime.wire.codec.sparse` -> `wire`; the package itself is on none."""
    return name.split(".")[1] if "." in name else ""


def floor_violations(root):
    """Imports of the runtime from a floor below, or from beside the floors, or that a floor must not see."""
    for module, name, _, where in imports(root, RUNTIME):
        if name.split(".")[0] != RUNTIME:
            continue
        here, there = floor(module), floor(name)
        if here == there and here in FLOORS:
            continue
        if there not in SEEN.get(here, BESIDE.get(here, ())):
            yield f"{where}: {here or RUNTIME} imports {name}"


def strays(root):
    """Modules that stand on no floor."""
    return [name for name in modules(root, RUNTIME) if floor(name) not in {*FLOORS, *BESIDE}]


def busy_rooms(root):
    """Imports by an `__init__.py`: whatever imports a module of the room would import all that, too."""
    return [where for *_, where in imports(root, RUNTIME) if "/__init__.py:" in where]


def unnamed_imports(root):
    """The modules that import something by a name that is not written there."""
    return {module for module, name, _, _ in imports(root, RUNTIME) if name == "?"}


def long_modules(root):
    """Modules of more lines than anyone reads at once."""
    for name, path in modules(root, RUNTIME).items():
        if (lines := len(path.read_text("utf-8").splitlines())) > MOST_LINES:
            yield f"{name}: {lines} lines"


def test_each_floor_imports_from_the_floors_above_it():
    assert list(floor_violations(GENERATOR)) == []


def test_every_module_stands_on_a_floor_and_every_floor_is_used():
    assert strays(GENERATOR) == []
    assert {floor(name) for name in modules(GENERATOR, RUNTIME)} == {*FLOORS, *BESIDE}


def test_no_two_modules_import_each_other():
    assert circles(GENERATOR, RUNTIME) == []


def test_a_room_imports_nothing_of_its_own_accord():
    assert busy_rooms(GENERATOR) == []


def test_only_what_is_not_ours_is_imported_by_a_computed_name():
    assert unnamed_imports(GENERATOR) == COMPUTED


def test_no_module_is_longer_than_one_can_read():
    assert list(long_modules(GENERATOR)) == []


@pytest.fixture
def house(tmp_path):
    """A function that writes a sound small runtime with the given files in it, and returns its root."""

    def build(**files):
        sound = {f"{name}/__init__": '"""A floor."""' for name in FLOORS} | {
            "__init__": "",
            "_http": "from .kernel._http import httpx as httpx",
            "kernel/_http": "import httpx as httpx",
            "errors/base": "from ..kernel._http import httpx",
            "face/client": "from ..errors import base\nfrom ..auth.bearer import BearerAuth",
            "auth/bearer": "from ..kernel._http import httpx\nfrom .tokens import Token",
            "auth/tokens": "import json",
        }
        for name, text in (
            sound | {name.replace("__of__", "/"): text for name, text in files.items()}
        ).items():
            path = tmp_path / RUNTIME / f"{name}.py"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text + "\n", "utf-8")
        return tmp_path

    return build


def test_a_sound_house_passes(house):
    root = house()
    assert list(floor_violations(root)) == []
    assert strays(root) == circles(root, RUNTIME) == busy_rooms(root) == list(long_modules(root)) == []
    assert unnamed_imports(root) == set()


HIDDEN = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    "


@pytest.mark.parametrize(
    ("place", "text", "told"),
    [
        ("kernel/files", "from ..errors.base import OdcE", "kernel imports odc_runtime.errors.base.OdcE"),
        ("kernel/files", "from ..errors import base", "kernel imports odc_runtime.errors.base"),
        ("kernel/files", "from .. import errors", "kernel imports odc_runtime.errors"),
        ("wire/body", "def f():\n    from ..call import call", "wire imports odc_runtime.call.call"),
        ("wire/body", f"{HIDDEN}from ..face.raw import Raw", "wire imports odc_runtime.face.raw.Raw"),
        ("call/api", "import odc_runtime.transport.sync", "call imports odc_runtime.transport.sync"),
        ("site/urls", "from odc_runtime.policy import retry", "site imports odc_runtime.policy.retry"),
        ("call/api", "import importlib\nimportlib.import_module('odc_runtime.flows.paging')",
         "call imports odc_runtime.flows.paging"),
        ("call/api", "from importlib import import_module\nimport_module('..flows.paging', __package__)",
         "call imports odc_runtime.flows.paging"),
        # The hook knows neither the retry policy nor how values are written, though both are above it.
        ("auth/bearer", "from ..policy.retry import Retry", "auth imports odc_runtime.policy.retry.Retry"),
        ("auth/oauth/channel", "from ...wire import body", "auth imports odc_runtime.wire.body"),
        # What stands beside the floors is for the user's file only.
        ("wire/body", "from .._http import httpx", "wire imports odc_runtime._http.httpx"),
        ("_http", "from .face.client import SyncClient", "_http imports odc_runtime.face.client.SyncClient"),
        ("__init__", "from .errors import base", "odc_runtime imports odc_runtime.errors.base"),
    ],
)  # fmt: skip
def test_an_import_from_below_is_found(house, place, text, told):
    found = list(floor_violations(house(**{place: text})))
    assert [line.partition(": ")[2] for line in found] == [told]
    assert found[0].startswith(f"{RUNTIME}/{place}.py:")


def test_a_module_beside_the_floors_is_found(house):
    assert strays(house(helpers="import json", cellar__of__wine="import json")) == [
        f"{RUNTIME}.cellar.wine", f"{RUNTIME}.helpers",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "back",
    [
        "from .one import a",
        f"{HIDDEN}from .one import a",
        "def f():\n    from . import one",
        f"import {RUNTIME}.wire.one",
    ],
)
def test_a_circle_on_one_floor_is_found(house, back):
    root = house(
        wire__of__one="from .two import b", wire__of__two="from .three import c", wire__of__three=back
    )
    assert list(floor_violations(root)) == []
    assert circles(root, RUNTIME) == [tuple(f"{RUNTIME}.wire.{name}" for name in ("one", "three", "two"))]


def test_a_room_that_imports_is_found(house):
    assert busy_rooms(house(**{"errors/__init__": "from .base import httpx"})) == [
        f"{RUNTIME}/errors/__init__.py:1"
    ]


def test_an_import_by_a_computed_name_is_found(house):
    text = "from importlib import import_module\ndef f(name):\n    import_module(name)"
    assert unnamed_imports(house(policy__of__retry=text)) == {f"{RUNTIME}.policy.retry"}


def test_a_long_module_is_found(house):
    assert list(long_modules(house(wire__of__body="x = 1\n" * (MOST_LINES - 1) + "x = 2"))) == []
    assert list(long_modules(house(wire__of__body="x = 1\n" * MOST_LINES + "x = 2"))) == [
        f"{RUNTIME}.wire.body: {MOST_LINES + 1} lines"
    ]


def test_the_formatter_is_told_no_exceptions():
    """Neither the runtime nor what templates print asks ruff to leave a line as it is."""
    folders = [GENERATOR / RUNTIME, GENERATOR.parent / "templates", GENERATOR.parent / "generated"]
    files = [path for folder in folders for path in folder.rglob("*") if path.suffix in (".py", ".jinja")]
    assert len(files) > 100
    assert [path for path in files if "fmt: " in path.read_text("utf-8")] == []
