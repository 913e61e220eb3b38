"""`odcgen vendor`: a copy in the user's repository, what became of it, and renewing it with the edits."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
import tomllib
import zipfile
from pathlib import Path

import pytest
import yaml
from odcgen.vendoring.callers import find_calls
from odcgen.vendoring.gone import Gone

from tests.behaviour.conftest import start
from tests.generating import document, endpoint

FIRST = document(
    endpoint(
        {"type": "object", "properties": {"name": {"type": "string"}}},
        path="/things/{key}",
        parameters=[
            {"name": "key", "in": "path", "required": True, "schema": {"type": "string"}},
            {"name": "size", "in": "query", "schema": {"type": "integer"}},
        ],
    )
)


def changed(**operation):
    """The document with something else in its operation."""
    new = json.loads(json.dumps(FIRST))
    new["paths"]["/things/{key}"]["get"] |= operation
    return new


def with_path(path):
    new = json.loads(json.dumps(FIRST))
    new["paths"][path] = json.loads(json.dumps(new["paths"]["/things/{key}"]))
    return new


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A git repository with one document and its odcgen.toml."""
    folder = tmp_path / "project"
    folder.mkdir()
    write(folder, FIRST)
    (folder / "odcgen.toml").write_text('[[documents]]\nname = "shop"\npath = "shop.json"\n', "utf-8")
    git(folder, "init", "-q")
    git(folder, "config", "user.email", "a@example.com")
    git(folder, "config", "user.name", "A")
    return folder


def write(folder, content):
    (folder / "shop.json").write_text(json.dumps(content), "utf-8")


def git(folder, *arguments):
    return subprocess.run(
        ["git", "-C", folder, *arguments], check=True, capture_output=True, text=True
    ).stdout


def commit(folder):
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "x", "--allow-empty")


@pytest.fixture
def copy(project, odcgen):
    """A copy of the package in the repository, committed."""
    outcome = odcgen("vendor", "src/acme/_vendor/shop", cwd=project)
    assert outcome.status == 0, outcome.err
    commit(project)
    return project / "src" / "acme" / "_vendor" / "shop"


def snapshot(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def edit(path, before, after):
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")


# Placing


def test_a_copy_is_the_package_with_a_manifest_that_people_can_read(copy):
    raw = tomllib.loads((copy / ".odcgen.toml").read_text("utf-8"))
    assert (raw["format"], raw["package"], raw["config"]) == (1, "shop", "../../../../odcgen.toml")
    assert raw["documents"]["shop"]["path"] == "shop.json"
    assert raw["command"].startswith("odcgen vendor src/acme/_vendor/shop")
    assert set(raw["files"]) == set(snapshot(copy)) - {"hooks.py", ".odcgen.toml"}
    assert not (copy / ".odcgen.json").exists()


@pytest.mark.parametrize("how", ["nested", "renamed", "zipped"])
def test_it_works_wherever_it_stands(how, copy, tmp_path):
    home, name = tmp_path / "home", "acme.platform._vendor.shop"
    inner = home.joinpath(*name.split("."))
    if how == "renamed":
        inner, name = home / "other_name", "other_name"
    shutil.copytree(copy, inner, ignore=shutil.ignore_patterns("__pycache__"))
    place = home
    if how == "zipped":
        place = tmp_path / "home.zip"
        with zipfile.ZipFile(place, "w") as archive:
            for path in home.rglob("*"):
                archive.write(path, path.relative_to(home).as_posix())
        shutil.rmtree(home)
    code = (
        f"import sys; sys.path.insert(0, {str(place)!r})\n"
        f"from {name} import ShopClient, NotFound\n"
        "client = ShopClient('acme.example', credentials=lambda: None)\n"
        f"assert type(client.shop).__module__ == '{name}.shop'\n"
        "client.close()\nprint('works')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path)
    assert (done.returncode, done.stdout.strip()) == (0, "works"), done.stderr


def test_no_path_of_a_copy_breaks_on_windows(copy):
    reserved = {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))}
    for path in snapshot(copy):
        assert not set(path) & set('<>:"\\|?*'), path
        for part in path.split("/"):
            assert part.split(".")[0].lower() not in reserved, path
            assert not part.endswith((".", " ")), path


def test_without_async_no_awaited_class_is_there(project, odcgen):
    assert odcgen("vendor", "lib/shop", "--no-async", cwd=project).status == 0
    copy = project / "lib" / "shop"
    own = [path for path in copy.rglob("*.py") if "_runtime" not in path.parts]
    assert own
    assert not any("class Async" in path.read_text("utf-8") for path in own)
    code = (
        "import shop; assert not any(name.startswith('Async') for name in shop.__all__); "
        "[getattr(shop, name) for name in shop.__all__]"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=project / "lib")


def test_a_selected_operation_brings_just_the_models_that_it_reaches(tmp_path, odcgen):
    outcome = odcgen("vendor", "odc", "--operation", "identity.users.get", cwd=tmp_path)
    assert outcome.status == 0, outcome.err
    assert [path.name for path in (tmp_path / "odc").iterdir() if (path / "models").is_dir()] == ["identity"]
    models = {path.stem for path in (tmp_path / "odc" / "identity" / "models").glob("*.py")}
    assert "user" in models
    assert "group" not in models


def test_a_header_and_a_bill_of_materials_come_on_request(project, odcgen):
    odcgen("vendor", "lib/shop", "--license", "Apache-2.0", "--sbom", cwd=project)
    for path in (project / "lib" / "shop").rglob("*.py"):
        assert path.read_text("utf-8").startswith("# SPDX-License-Identifier: Apache-2.0\n"), path
    bill = json.loads((project / "lib" / "shop" / "bom.cdx.json").read_text("utf-8"))
    assert (bill["bomFormat"], bill["metadata"]["component"]["name"]) == ("CycloneDX", "shop")
    assert {"httpx", "attrs", "shop.json"} <= {one["name"] for one in bill["components"]}


# What is in the way


@pytest.mark.parametrize(
    "there", ["a file", "a folder of the user's", "a copy", "a generated package", "a bad name"]
)
def test_what_is_in_the_way_is_one_sentence_and_nothing_is_touched(there, project, odcgen):
    name = {"a bad name": "no-name"}.get(there, "shop")
    target = project / "lib" / name
    target.parent.mkdir()
    if there == "a file":
        target.write_text("mine", "utf-8")
    elif there == "a folder of the user's":
        target.mkdir()
        (target / "mine.py").write_text("mine", "utf-8")
    elif there == "a copy":
        odcgen("vendor", f"lib/{name}", cwd=project)
    elif there == "a generated package":
        odcgen("generate", "--package", "shop", "--out", "lib", cwd=project)
    before = snapshot(project)
    outcome = odcgen("vendor", f"lib/{name}", cwd=project)
    assert outcome.status in (1, 2)
    assert outcome.err.startswith("error: ")
    assert outcome.err.count("\n") == 1
    assert snapshot(project) == before


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"format = 2\ngenerator = '9.9'\n", "a newer odcgen, 9.9"),
        (b"format = 1\n", "cannot be read"),
        (b"\xff\xfe", "cannot be read"),
        (b"format = 'x'\n", "cannot be read"),
        (b"a = [" + b"[" * 5000, "cannot be read"),
        (None, "no copy"),
    ],
)
@pytest.mark.parametrize("command", ["status", "update"])
def test_a_bad_manifest_is_one_sentence_and_nothing_is_touched(
    command, content, words, copy, project, odcgen
):
    manifest = copy / ".odcgen.toml"
    manifest.unlink() if content is None else manifest.write_bytes(content)
    commit(project)
    before = snapshot(project)
    outcome = odcgen("vendor", command, str(copy), cwd=project)
    assert outcome.status in (1, 2)
    assert words in outcome.err
    assert "Traceback" not in outcome.err
    assert snapshot(project) == before


@pytest.mark.parametrize("gone", ["shop.json", "odcgen.toml"])
def test_documents_that_are_gone_are_one_sentence(gone, copy, project, odcgen):
    (project / gone).unlink()
    commit(project)
    before = snapshot(project)
    for command in ("status", "update"):
        outcome = odcgen("vendor", command, str(copy), cwd=project)
        assert outcome.status in (1, 2)
        assert gone in outcome.err
    assert snapshot(project) == before


# Status


def test_a_fresh_copy_is_up_to_date(copy, project, odcgen):
    outcome = odcgen("vendor", "status", "src", cwd=project)
    assert (outcome.status, outcome.out) == (0, f"{copy}: up to date\n")


def test_a_formatted_copy_is_not_edited(copy, project, odcgen):
    for path in copy.rglob("*.py"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    subprocess.run(
        [Path(sys.executable).with_name("ruff"), "format", "-q", "--line-length", "60", copy], check=True
    )
    outcome = odcgen("vendor", "status", str(copy), "--json", cwd=project)
    (state,) = json.loads(outcome.out)
    assert (outcome.status, state["state"]) == (0, "up to date")
    assert set(state["edits"].values()) == {"formatted"}


def test_an_edit_is_named_and_a_word_in_a_comment_is_one(copy, project, odcgen):
    edit(copy / "shop" / "things.py", "import annotations\n", "import annotations\n\n# mine\n")
    (copy / "auth.py").unlink()
    outcome = odcgen("vendor", "status", str(copy), "--json", cwd=project)
    (state,) = json.loads(outcome.out)
    assert (outcome.status, state["state"]) == (1, "edited")
    assert state["edits"] == {"auth.py": "missing", "shop/things.py": "edited"}


def test_hooks_are_the_users(copy, project, odcgen):
    (copy / "hooks.py").write_text("def on_before_request(request): return None\n", "utf-8")
    (copy / "mine.py").write_text("x = 1\n", "utf-8")
    assert odcgen("vendor", "status", str(copy), cwd=project).status == 0


def test_behind_names_the_document_and_what_it_means_for_callers(copy, project, odcgen):
    write(project, with_path("/others/{key}"))
    outcome = odcgen("vendor", "status", "src/**", "--json", cwd=project)
    (state,) = json.loads(outcome.out)
    assert (outcome.status, state["state"], state["bump"]) == (1, "behind", "minor")
    assert state["documents"] == {"shop": "changed"}
    table = odcgen("vendor", "status", "src", "--markdown", cwd=project).out
    assert "| behind | minor | `shop` changed |" in table


def test_a_pinned_copy_may_be_behind(project, odcgen):
    odcgen("vendor", "lib/shop", "--pin", cwd=project)
    commit(project)
    write(project, with_path("/others/{key}"))
    commit(project)
    outcome = odcgen("vendor", "status", "lib", cwd=project)
    assert outcome.status == 0
    assert "pinned, and behind" in outcome.out
    assert odcgen("vendor", "update", "lib/shop", cwd=project).status == 2


def test_several_copies_are_told_in_one_call(copy, project, odcgen):
    odcgen("vendor", "lib/two", cwd=project)
    outcome = odcgen("vendor", "status", ".", "--json", cwd=project)
    assert [Path(state["copy"]).name for state in json.loads(outcome.out)] == ["two", "shop"]
    assert odcgen("vendor", "status", "nowhere", cwd=project).status == 2


# Update


def test_an_update_renews_what_was_not_touched_and_says_what_became_of_it(copy, project, odcgen):
    write(project, with_path("/others/{key}"))
    commit(project)
    outcome = odcgen("vendor", "update", "src/acme/_vendor/shop", cwd=project)
    assert outcome.status == 0, outcome.err
    assert (copy / "shop" / "others.py").is_file()
    assert "minor change" in outcome.out
    assert "others" in (copy / "CHANGES.md").read_text("utf-8")
    assert odcgen("vendor", "status", str(copy), cwd=project).status == 0
    commit(project)
    assert "is up to date" in odcgen("vendor", "update", str(copy), cwd=project).out


def test_a_dry_run_shows_the_same_and_writes_nothing(copy, project, odcgen):
    write(project, with_path("/others/{key}"))
    before = snapshot(copy)
    outcome = odcgen("vendor", "update", str(copy), "--dry-run", cwd=project)
    assert outcome.status == 0
    assert "would be renewed" in outcome.out
    assert snapshot(copy) == before


def test_edits_that_fit_are_merged_and_still_known_as_edits(copy, project, odcgen):
    things = copy / "shop" / "things.py"
    edit(things, '"""Things', '"""Mine: things')
    commit(project)
    write(project, changed(description="A text that comes later.", summary="Get it in another way."))
    commit(project)
    outcome = odcgen("vendor", "update", str(copy), "--json", cwd=project)
    assert outcome.status == 0, outcome.err
    assert json.loads(outcome.out)["merged"] == ["shop/things.py"]
    text = things.read_text("utf-8")
    assert "Mine: things" in text
    assert "Get it in another way." in text
    (state,) = json.loads(odcgen("vendor", "status", str(copy), "--json", cwd=project).out)
    assert (state["state"], state["edits"]) == ("edited", {"shop/things.py": "edited"})


def test_an_edit_that_does_not_fit_gets_markers_and_is_never_silent(copy, project, odcgen):
    things = copy / "shop" / "things.py"
    edit(things, '"/things/{key}"', '"/mine/{key}"')
    write(project, {**FIRST, "paths": {"/things/{key}/": FIRST["paths"]["/things/{key}"]}})
    commit(project)
    outcome = odcgen("vendor", "update", str(copy), cwd=project)
    assert outcome.status == 1
    assert "CONFLICT, look for the markers: shop/things.py" in outcome.out
    text = things.read_text("utf-8")
    assert "<<<<<<< your edit" in text
    assert '"/mine/{key}"' in text
    assert '"/things/{key}/"' in text


def test_what_is_no_longer_generated_goes_unless_it_was_edited(copy, project, odcgen):
    write(project, with_path("/others/{key}"))
    commit(project)
    odcgen("vendor", "update", str(copy), cwd=project)
    commit(project)
    edit(copy / "shop" / "others.py", "import annotations\n", "import annotations\n\n# mine\n")
    (copy / "shop" / "mine.py").write_text("mine = 1\n", "utf-8")
    write(project, FIRST)
    commit(project)
    outcome = odcgen("vendor", "update", str(copy), cwd=project)
    assert outcome.status == 1
    assert "no longer generated, but edited, so it is yours now: shop/others.py" in outcome.out
    assert (copy / "shop" / "others.py").is_file()
    assert (copy / "shop" / "mine.py").is_file()
    assert odcgen("vendor", "status", str(copy), cwd=project).status == 0


def test_a_file_of_the_users_in_the_way_stops_the_update(copy, project, odcgen):
    (copy / "shop" / "others.py").write_text("mine = 1\n", "utf-8")
    write(project, with_path("/others/{key}"))
    commit(project)
    before = snapshot(copy)
    outcome = odcgen("vendor", "update", str(copy), cwd=project)
    assert outcome.status == 1
    assert "'shop/others.py'" in outcome.err
    assert snapshot(copy) == before


def test_an_edited_file_with_windows_line_ends_keeps_them(copy, project, odcgen):
    things = copy / "shop" / "things.py"
    things.write_bytes(things.read_bytes().replace(b'"""Things', b'"""Mine').replace(b"\n", b"\r\n"))
    write(project, changed(summary="Get it in another way."))
    commit(project)
    assert odcgen("vendor", "update", str(copy), cwd=project).status == 0
    content = things.read_bytes()
    assert b"Mine" in content
    assert b"in another way" in content
    assert content.count(b"\r\n") == content.count(b"\n")


@pytest.mark.parametrize("where", ["in the copy", "elsewhere"])
def test_a_dirty_repository_is_refused(where, copy, project, odcgen):
    path = copy / "new.py" if where == "in the copy" else project / "odcgen.toml"
    path.write_text((path.read_text("utf-8") if path.exists() else "") + "\n# changed\n", "utf-8")
    outcome = odcgen("vendor", "update", str(copy), cwd=project)
    assert outcome.status == 1
    assert "not committed" in outcome.err
    assert path.name in outcome.err
    assert odcgen("vendor", "update", str(copy), "--force", cwd=project).status == 0


def test_the_choices_of_the_manifest_can_be_edited(project, odcgen):
    write(project, with_path("/others/{key}"))
    odcgen("vendor", "lib/shop", "--operation", "shop.things.get", cwd=project)
    commit(project)
    assert not (project / "lib" / "shop" / "shop" / "others.py").exists()
    edit(
        project / "lib" / "shop" / ".odcgen.toml",
        '    "shop.things.get",',
        '    "shop.things.get",\n    "shop.others.get",',
    )
    commit(project)
    assert odcgen("vendor", "update", "lib/shop", cwd=project).status == 0
    assert (project / "lib" / "shop" / "shop" / "others.py").is_file()


# Callers


def test_the_calls_of_what_goes_are_named_with_file_and_line(copy, project, odcgen):
    write(project, with_path("/others/{key}"))
    commit(project)
    odcgen("vendor", "update", str(copy), cwd=project)
    (project / "app.py").write_text(
        "from acme._vendor.shop import ShopClient\n"
        "with ShopClient() as client:\n"
        "    client.shop.others.get('k')\n"
        "    others = client.shop.others\n"
        "    others.get('k', size=3)\n"
        "    client.shop.things.get('k', size=3)\n"
        "    {}.get('k')\n",
        "utf-8",
    )
    new = json.loads(json.dumps(FIRST))
    new["paths"]["/things/{key}"]["get"]["parameters"].pop()
    write(project, new)
    commit(project)
    outcome = odcgen("vendor", "update", str(copy), "--dry-run", "--json", cwd=project)
    calls = [(call["file"], call["line"], call["name"]) for call in json.loads(outcome.out)["calls"]]
    assert calls == [
        ("app.py", 3, "shop.others.get"),
        ("app.py", 5, "shop.others.get"),
        ("app.py", 6, "shop.things.get(size)"),
    ]


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ("from acme.identity import User\nUser(name='x')\n", [1]),
        ("from acme.identity.models import User as U\n", [1]),
        ("import acme.identity\nacme.identity.User()\n", [2]),
        ("from other.module import User\n", []),
        ("odc.identity.users.list()\n", [1]),
        ("self.odc.identity.users.list(\n    status=1)\n", [1]),
        ("api = odc.identity\napi.users.list()\n", [2]),
        ("users = odc.identity.users\nlisted = users.list\n", [2]),
        ("users.list()\n", [1]),
        ("rows.list()\n", []),
        ("from acme.identity import Color\nColor.RED\n", [2]),
        ("Color.RED\n", []),
        ("from acme.identity import *\nColor.RED\n", [2]),
        ("odc.identity.users.get('k', embed=['x'])\n", [1]),
        ("other.get('k', embed=['x'])\n", []),
        ("user: acme.identity.Color = x\nuser.RED\n", [2]),
        ("user: acme.identity.Other = x\nuser.RED\n", []),
        (
            "from acme.identity import Color as C, Other\ndef f(a: Other, b: 'C | None'):\n a.RED\n b.RED",
            [4],
        ),
        ("from acme.identity import Color, Other\nColor(RED=1)\nOther(RED=1)\n", [2]),
        ("from acme.identity import Color\nmatch x:\n    case Color(RED=1): ...\n", [3]),
        ("from acme.identity import Color\n'x'.RED, self.RED\n", []),
        ("class A:\n    def f(self):\n        self.u = odc.identity.users\n        self.u.list()\n", [4]),
        ("if a:\n    u = odc.identity.users\nelse:\n    u = other.thing\nu.list()\n", [5]),
    ],
)
def test_calls_are_found_through_imports_and_variables(code, lines, tmp_path):
    (tmp_path / "code.py").write_text(code, "utf-8")
    gone = Gone(
        methods=frozenset({"identity.users.list"}),
        classes=frozenset({"identity.User"}),
        arguments=frozenset({("identity.users.get", "embed")}),
        fields=frozenset({("identity.Color", "RED")}),
        known=frozenset({"identity.User", "identity.Color", "identity.Other"}),
    )
    assert sorted({call.line for call in find_calls(tmp_path, tmp_path / "copy", gone).found}) == lines


def test_code_that_cannot_be_read_is_named(tmp_path):
    (tmp_path / "old.py").write_text("print odc.identity.users.list()\n", "utf-8")
    (tmp_path / "other.py").write_text("print 1\n", "utf-8")
    calls = find_calls(tmp_path, tmp_path / "copy", Gone(methods=frozenset({"identity.users.list"})))
    assert [file for file, _ in calls.unread] == ["old.py"]
    assert calls.unread[0][1].startswith("line 1: ")


def test_an_api_that_goes_is_found_where_it_is_imported(tmp_path):
    code = "from acme.odc import identity\nimport acme.odc.identity\nfrom . import other\nimport identity\n"
    (tmp_path / "code.py").write_text(code, "utf-8")
    gone = Gone(apis=frozenset({"identity"}), package="odc")
    assert [call.line for call in find_calls(tmp_path, tmp_path / "copy", gone).found] == [1, 2]


def test_code_that_is_not_the_users_is_not_searched(tmp_path):
    for folder in ("copy", "venv", ".hidden", "node_modules", "own"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "code.py").write_text("odc.identity.users.list()\n", "utf-8")
    (tmp_path / "venv" / "pyvenv.cfg").touch()
    gone = Gone(methods=frozenset({"identity.users.list"}))
    assert [call.file for call in find_calls(tmp_path, tmp_path / "copy", gone).found] == ["own/code.py"]


# Nothing in between


def test_an_update_that_is_killed_leaves_the_old_or_the_new_copy(copy, project, odcgen, tmp_path):
    """kill -9 at any moment: without a further run, each look finds one of the two states whole."""
    write(project, with_path("/others/{key}"))
    commit(project)
    old = snapshot(copy)
    reference = tmp_path / "reference"
    shutil.copytree(project, reference)
    target = reference / copy.relative_to(project)
    assert odcgen("vendor", "update", str(target), cwd=reference).status == 0
    new = snapshot(target)
    kept = tmp_path / "kept"
    shutil.copytree(copy, kept)
    seen = set()
    rounds = int(os.environ.get("ODCGEN_KILLS", "12"))
    chance = random.Random(7)
    for _ in range(rounds):
        process = start("vendor", "update", str(copy), "--force", cwd=project)
        wait_for_stage(copy.parent, process, chance)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        found = snapshot(copy)
        assert found in (old, new)
        seen.add(found == new)
        shutil.rmtree(copy)
        shutil.copytree(kept, copy)
    outcome = odcgen("vendor", "update", str(copy), "--force", cwd=project)
    assert outcome.status == 0
    assert snapshot(copy) == new
    assert [path.name for path in copy.parent.iterdir()] == ["shop"], "nothing is left of killed runs"


def wait_for_stage(folder, process, chance):
    """Wait until a run has begun to write, and a moment more."""
    while process.poll() is None and not any(
        path.name.startswith(".shop.odcgen-") for path in folder.iterdir()
    ):
        time.sleep(0.001)
    time.sleep(chance.random() * 0.03)


def test_two_copies_in_one_process_do_not_touch_each_other(copy, project, odcgen):
    write(project, with_path("/others/{key}"))
    odcgen("vendor", "src/two/shop", cwd=project)
    code = (
        "from acme._vendor import shop as one\nfrom two import shop as two\n"
        "assert one.ShopClient is not two.ShopClient and one.NotFound is not two.NotFound\n"
        "assert not issubclass(one.NotFound, two.OdcError)\n"
        "a, b = (x.ShopClient('acme.example', credentials=lambda: None) for x in (one, two))\n"
        "assert not hasattr(a.shop, 'others') and b.shop.others\n"
        "import logging\n"
        "assert {'acme._vendor.shop', 'two.shop'} <= logging.root.manager.loggerDict.keys()\n"
        "assert 'odc_client' not in logging.root.manager.loggerDict\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=project / "src")


# A project of its own


def test_a_project_of_its_own_builds_a_wheel(project, odcgen, tmp_path):
    outcome = odcgen("vendor", "publish-ready", "acme-shop", "--license", "MIT", cwd=project)
    assert outcome.status == 0, outcome.err
    folder = project / "acme-shop"
    raw = tomllib.loads((folder / "pyproject.toml").read_text("utf-8"))
    assert raw["project"]["name"] == "acme-shop"
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", tmp_path, folder],
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert {"acme_shop/py.typed", "acme_shop/__init__.py", "acme_shop/_runtime/face/client.py"} <= set(names)
    assert odcgen("vendor", "status", "acme-shop", cwd=project).status == 0


def test_the_workflows_of_the_page_are_yaml():
    page = (Path(__file__).resolve().parents[2] / "docs" / "vendoring.md").read_text("utf-8")
    blocks = [block.split("```")[0] for block in page.split("```yaml\n")[1:]]
    assert len(blocks) == 2
    assert all(isinstance(yaml.safe_load(block), dict) for block in blocks)
    assert all("odcgen vendor status" in block and "odcgen vendor update" in block for block in blocks)
