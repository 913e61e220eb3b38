"""`odcgen generate`: what it writes, what it leaves alone, and what it says."""

import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from odcgen.output.write import finish as complete

from tests.behaviour.conftest import contents, finish, pets, start, times, write
from tests.generating import Package, as_sent


def test_a_first_run_writes_the_package_and_says_so(project, odcgen):
    run = odcgen("generate")
    assert run.status == 0
    assert "zoo: 2 APIs, 2 operations, 1 model" in run.out
    assert "0 deleted in made/zoo" in run.out
    assert "[1/2] " in run.err
    assert {"__init__.py", "py.typed", "hooks.py", "auth.py", "pets/models/pet.py"} <= contents(
        project / "made/zoo"
    ).keys()
    package = Package(project / "made" / "zoo")
    assert package.import_all() > 5
    assert package.root.ZooClient
    package.forget()


def test_nothing_but_the_package_is_left_behind(project, odcgen):
    before = set(project.iterdir())
    odcgen("generate")
    assert set(project.iterdir()) - before == {project / "made", project / ".cache"}
    assert [path.name for path in (project / "made").iterdir()] == ["zoo"]


def test_an_up_to_date_run_touches_nothing(project, odcgen):
    odcgen("generate")
    before = times(project / "made")
    run = odcgen("generate")
    assert run.status == 0
    assert "up to date" in run.out
    assert times(project / "made") == before


def test_a_run_without_cache_touches_nothing_either(project, odcgen):
    odcgen("generate")
    before = times(project / "made")
    shutil.rmtree(project / ".cache")
    assert odcgen("generate").status == 0
    assert times(project / "made") == before


def test_only_the_changed_document_is_parsed_and_only_its_files_are_written(project, odcgen):
    odcgen("generate")
    before = times(project / "made")
    write(project / "pets.json", pets("age"))
    report = json.loads(odcgen("generate", "--json").out)
    assert [(api["name"], api["parsed"]) for api in report["apis"]] == [("pets", True), ("shops", False)]
    assert report["written"] == [".odcgen-interface.jsonl", ".odcgen.json", "pets/models/pet.py"]
    changed = {
        path.name for path, at in times(project / "made").items() if before.get(path) != at and path.is_file()
    }
    assert changed == {".odcgen-interface.jsonl", ".odcgen.json", "CHANGES.md", "pet.py"}


def test_an_older_package_that_was_put_back_is_stale(project, odcgen):
    odcgen("generate")
    shutil.copytree(project / "made", project / "kept")
    write(project / "pets.json", pets("age"))
    odcgen("generate")
    shutil.rmtree(project / "made")
    (project / "kept").rename(project / "made")
    assert odcgen("generate", "--check").status == 1
    assert odcgen("generate").status == 0
    assert "age" in (project / "made/zoo/pets/models/pet.py").read_text()


@pytest.mark.parametrize("broken", [b"", b"{", b"[1, 2]", b'["Ref"]', b'["Api", 1]', b"\xff", b"null"])
def test_a_broken_cache_is_no_error(project, odcgen, broken):
    odcgen("generate")
    expected = contents(project / "made")
    for path in (project / ".cache").iterdir():
        path.write_bytes(broken)
    write(project / "shops.json", pets())
    write(project / "shops.json", json.loads((project / "shops.json").read_text()))
    assert odcgen("generate").status == 0
    assert contents(project / "made").keys() >= expected.keys() - {"zoo/shops/shops.py"}


def test_a_cache_that_cannot_be_written_is_no_error(project, odcgen, monkeypatch):
    (project / "file").write_text("")
    run = finish(start("generate", cwd=project, ODCGEN_CACHE_DIR=str(project / "file" / "x")))
    assert run.status == 0, run.err


def test_a_document_that_lost_a_model_loses_its_file(project, odcgen):
    write(project / "shops.json", pets())
    odcgen("generate")
    assert (project / "made/zoo/shops/models/pet.py").is_file()
    (project / "made/zoo/shops/models/__pycache__").mkdir()
    (project / "made/zoo/shops/models/__pycache__/pet.pyc").write_bytes(b"")
    document = pets()
    document["paths"]["/pets"]["get"]["responses"]["200"]["content"]["application/json"]["schema"] = {
        "type": "string"
    }
    write(project / "shops.json", document)
    run = odcgen("generate")
    assert "1 deleted" in run.out
    assert not (project / "made/zoo/shops/models/pet.py").exists()
    (project / "odcgen.toml").write_text(
        '[package]\nname = "zoo"\nout = "made"\n[[documents]]\nname = "pets"\npath = "pets.json"\n', "utf-8"
    )
    odcgen("generate")
    assert not (project / "made/zoo/shops").exists()


# --check and --diff


def test_check_is_silent_about_a_current_package_and_fails_for_a_stale_one(project, odcgen):
    odcgen("generate")
    assert odcgen("generate", "--check").status == 0
    write(project / "pets.json", pets("age"))
    before = times(project / "made")
    run = odcgen("generate", "--check")
    assert run.status == 1
    assert "stale" in run.err
    assert "  pets/models/pet.py\n" in run.err
    assert times(project / "made") == before
    assert odcgen("generate", "--check", "--quiet").status == 1


def test_check_finds_an_edited_a_missing_and_a_new_file(project, odcgen):
    odcgen("generate")
    package = project / "made" / "zoo"
    for change in (
        lambda: (package / "auth.py").write_text("x = 1\n"),
        lambda: (package / "py.typed").unlink(),
        lambda: (package / "hooks.py").unlink(),
        lambda: (package / ".odcgen.json").unlink(),
    ):
        kept = contents(package)
        change()
        assert odcgen("generate", "--check").status == 1
        for path, content in kept.items():
            (package / path).write_bytes(content)
        assert odcgen("generate", "--check").status == 0


def test_check_of_a_package_that_is_not_there_fails(project, odcgen):
    assert odcgen("generate", "--check").status == 1
    assert not (project / "made").exists()


def test_diff_prints_what_would_change_and_writes_nothing(project, odcgen):
    odcgen("generate")
    assert odcgen("generate", "--diff").out.startswith(("", "made"))
    write(project / "pets.json", pets("age"))
    before = times(project / "made")
    run = odcgen("generate", "--diff")
    assert run.status == 0
    assert "--- a/zoo/pets/models/pet.py\n+++ b/zoo/pets/models/pet.py\n" in run.out
    assert "+    age: str | None = None\n" in run.out
    assert times(project / "made") == before
    assert odcgen("generate", "--diff", "--check").status == 1


# What is said


def test_json_is_one_object_on_stdout_and_nothing_else(project, odcgen):
    run = odcgen("generate", "--json")
    report = json.loads(run.out)
    assert run.err == ""
    assert report["status"] == "written"
    assert report["package"] == "zoo"
    assert report["apis"][0] == {"name": "pets", "operations": 1, "models": 1, "parsed": True}
    assert report["warnings"] == []
    assert json.loads(odcgen("generate", "--json").out)["status"] == "current"
    write(project / "pets.json", pets("age"))
    stale = odcgen("generate", "--json", "--check")
    assert stale.status == 1
    assert json.loads(stale.out)["status"] == "stale"


def test_quiet_says_nothing_of_a_run_that_went_well(project, odcgen):
    assert odcgen("generate", "--quiet") == (0, "", "")
    assert odcgen("generate", "--quiet") == (0, "", "")


def test_warnings_are_printed_without_control_characters(project, odcgen):
    data = pets()
    data["paths"]["/pets\x1b[31m\u202e"] = data["paths"].pop("/pets")
    data["paths"]["/pets\x1b[31m\u202e"]["get"]["x-odcgen-name"] = "a"
    write(project / "pets.json", data)
    run = odcgen("generate", "--quiet")
    assert run.status == 0
    assert run.err.startswith("warning: pets: /paths/~1pets\\x1b[31m\\u202e/get: ")
    assert "\x1b" not in run.err


# FILEs


def test_files_need_no_configuration(odcgen, tmp_path):
    write(tmp_path / "My Pets.v2.json", pets())
    run = odcgen("generate", "My Pets.v2.json")
    assert run.status == 0, run.err
    package = Package(tmp_path / "client")
    assert package.root.ClientClient if hasattr(package.root, "ClientClient") else package.root
    assert (tmp_path / "client" / "my_pets").is_dir()


def test_files_go_where_out_and_package_say(odcgen, tmp_path, project):
    run = odcgen("generate", project / "pets.json", "--out", tmp_path / "a" / "b", "--package", "pet_client")
    assert run.status == 0, run.err
    package = Package(tmp_path / "a" / "b" / "pet_client")
    assert package.root.PetClient
    package.forget()


def test_two_files_of_one_name_are_refused(odcgen, project):
    (project / "x").mkdir()
    write(project / "x" / "pets.json", pets())
    run = odcgen("generate", "pets.json", "x/pets.json")
    assert run.status == 2
    assert "pets" in run.err


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["nope.json"], 2, "nope.json"),
        (["made"], 2, "folder"),
        (["--package", "9"], 2, "9"),
        (["--package", "class"], 2, "class"),
        (["--nope"], 2, "--nope"),
        (["--api", "nope"], 2, "nope"),
        (["--operation", "pets.pets.nope"], 2, "pets.pets.nope"),
    ],
)
def test_misuse_ends_with_2_and_one_line(project, odcgen, arguments, status, said):
    (project / "made").mkdir()
    run = odcgen("generate", *arguments)
    assert run.status == status
    assert said in run.err
    assert "Traceback" not in run.err
    assert list((project / "made").iterdir()) == []


def test_without_a_configuration_it_tells_what_to_do(odcgen, tmp_path):
    run = odcgen("generate")
    assert run.status == 2
    assert "odcgen init" in run.err


@pytest.mark.parametrize("name", ["auth", "hooks", "class", "close", "upload", "errors", "_runtime"])
def test_an_api_of_any_name_works(odcgen, tmp_path, name):
    write(tmp_path / f"{name}.json", pets())
    run = odcgen("generate", f"{name}.json", "--package", "zoo")
    assert run.status == 0, run.err
    package = Package(tmp_path / "zoo")
    assert package.import_all() > 5
    with package.root.ZooClient("acme.test", credentials=package.root.StaticToken("x")) as client:
        assert client.close
    package.forget()


# A selection


def test_a_selection_on_the_command_line_replaces_that_of_the_file(project, odcgen):
    run = odcgen("generate", "--api", "shops")
    assert "1 API, 1 operation" in run.out
    assert not (project / "made/zoo/pets").exists()
    assert (project / "made/zoo/shops").exists()
    odcgen("generate", "--operation", "pets.pets.get", "--force")
    assert (project / "made/zoo/pets/pets.py").exists()
    assert not (project / "made/zoo/shops").exists()


# What is the user's


def test_hooks_belong_to_the_user(project, odcgen):
    odcgen("generate")
    hooks = project / "made/zoo/hooks.py"
    hooks.write_text("mine = 1\n")
    assert odcgen("generate", "--check").status == 0
    write(project / "pets.json", pets("age"))
    assert odcgen("generate").status == 0
    assert odcgen("generate", "--force").status == 0
    assert hooks.read_text() == "mine = 1\n"
    hooks.unlink()
    odcgen("generate")
    assert "def on_before_request" in hooks.read_text()


def test_other_files_in_the_package_are_left_alone(project, odcgen):
    odcgen("generate")
    mine = project / "made/zoo/pets/mine.py"
    mine.write_text("x = 1\n")
    write(project / "pets.json", pets("age"))
    assert odcgen("generate").status == 0
    assert mine.read_text() == "x = 1\n"


def test_an_edited_file_is_refused_and_overwritten_by_force(project, odcgen):
    odcgen("generate")
    edited = project / "made/zoo/pets/models/pet.py"
    edited.write_text("mine = 1\n")
    write(project / "pets.json", pets("age"))
    before = contents(project / "made")
    run = odcgen("generate")
    assert run.status == 1
    assert "pets/models/pet.py" in run.err
    assert "--force" in run.err
    assert contents(project / "made") == before
    assert odcgen("generate", "--force").status == 0
    assert "age" in edited.read_text()


def test_an_edited_file_is_refused_even_if_nothing_else_changed(project, odcgen):
    odcgen("generate")
    edited = project / "made/zoo/pets/models/pet.py"
    edited.write_text("mine = 1\n")
    assert odcgen("generate").status == 1
    assert edited.read_text() == "mine = 1\n"


def test_a_folder_that_odcgen_did_not_write_is_refused(project, odcgen):
    (project / "made" / "zoo").mkdir(parents=True)
    (project / "made" / "zoo" / "__init__.py").write_text("mine = 1\n")
    run = odcgen("generate")
    assert run.status == 1
    assert "__init__.py" in run.err
    assert contents(project / "made") == {"zoo/__init__.py": b"mine = 1\n"}


def test_a_manifest_cannot_make_it_delete_what_lies_outside(project, odcgen):
    odcgen("generate")
    outside = project / "made" / "precious.txt"
    outside.write_text("precious")
    manifest = project / "made/zoo/.odcgen.json"
    data = json.loads(manifest.read_text())
    digest = hashlib.sha256(b"precious").hexdigest()
    data["files"] |= {"../precious.txt": digest, str(outside): digest}
    manifest.write_text(json.dumps(data))
    write(project / "pets.json", pets("age"))
    assert odcgen("generate").status == 0
    assert outside.read_text() == "precious"


# The same bytes


@pytest.fixture(scope="module")
def ours(tmp_path_factory, specs):
    """A project of some of this project's own documents, with their overlays."""
    folder = tmp_path_factory.mktemp("ours")
    names = ["organization", "portfolios", "deployments"]
    tables = "".join(f'\n[[documents]]\nname = "{name}"\n' for name in names)
    (folder / "odcgen.toml").write_text(f"[package]\n{tables}", "utf-8")
    return folder


def test_hash_seed_folder_and_number_of_workers_do_not_change_a_byte(ours, tmp_path):
    one = start("generate", "--out", tmp_path / "one", cwd=ours, PYTHONHASHSEED="1")
    (ours / "below").mkdir(exist_ok=True)
    two = start("generate", "--out", tmp_path / "two", cwd=ours / "below", PYTHONHASHSEED="2")
    serial = "import os; os.sched_getaffinity = lambda pid: {0}; from odcgen.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", serial, "generate", "--out", tmp_path / "three"],
        cwd=ours,
        env=os.environ | {"PYTHONHASHSEED": "3", "ODCGEN_CACHE_DIR": "", "LC_ALL": "C", "TZ": "Asia/Tokyo"},
        capture_output=True,
        check=False,
    )
    assert [finish(one).status, finish(two).status, done.returncode] == [0, 0, 0]
    assert contents(tmp_path / "one") == contents(tmp_path / "two") == contents(tmp_path / "three")
    assert len(contents(tmp_path / "one")) > 100


# Accidents


def without_changes(target):
    """The package without the file that remembers how often it changed."""
    return {path: content for path, content in contents(target).items() if path != "CHANGES.md"}


def test_a_killed_run_leaves_the_old_or_the_new_package(project, odcgen):
    """What a kill leaves is one of the two packages, after the next run at the latest, and nothing else."""
    odcgen("generate")
    target = project / "made" / "zoo"
    versions = []
    for properties in ((), ("age",)):
        write(project / "pets.json", pets(*properties))
        write(project / "shops.json", pets(*properties))
        odcgen("generate")
        versions.append(without_changes(target))
    generous = 0.6
    for attempt in range(30):
        new = attempt % 2
        write(project / "pets.json", pets(*(("age",) if new else ())))
        write(project / "shops.json", pets(*(("age",) if new else ())))
        process = start("generate", cwd=project)
        time.sleep(generous * (attempt + 1) / 30)
        process.send_signal(signal.SIGKILL)
        finish(process)
        if attempt % 3 == 0:
            complete(target)
            assert without_changes(target) in versions
        assert odcgen("generate").status == 0
        assert without_changes(target) == versions[new]
        assert [path.name for path in target.parent.iterdir()] == ["zoo"]


DYING = """
import os, sys
left = int(sys.argv.pop(1))
def dying(real):
    def step(*arguments, **more):
        global left
        left -= 1
        if not left:
            os._exit(9)
        return real(*arguments, **more)
    return step
for name in ("replace", "link", "mkdir"):
    setattr(os, name, dying(getattr(os, name)))
from odcgen.cli import main
main()
"""


@pytest.mark.parametrize("step", range(1, 30))
def test_a_run_that_dies_between_any_two_steps_is_finished_or_undone(project, odcgen, monkeypatch, step):
    odcgen("generate")
    target = project / "made" / "zoo"
    old = contents(target)
    data = pets("age")
    data["paths"]["/pets"]["get"]["responses"]["200"]["content"]["application/json"]["schema"] = {
        "type": "string"
    }
    write(project / "shops.json", data)
    write(project / "pets.json", data)
    done = subprocess.run(
        [sys.executable, "-c", DYING, str(step), "generate"],
        cwd=project,
        env=os.environ | {"ODCGEN_CACHE_DIR": ""},
        capture_output=True,
        check=False,
    )
    assert done.returncode in (0, 9), done.stderr
    left = contents(project / "made")
    odcgen("generate", "--check")
    odcgen("generate", "--diff")
    assert contents(project / "made") == left
    complete(target)
    between = contents(target)
    assert odcgen("generate").status == 0
    assert between in (old, contents(target))
    assert [path.name for path in target.parent.iterdir()] == ["zoo"]


@pytest.mark.parametrize("failing", range(6))
def test_an_error_of_the_disk_leaves_the_old_package(project, odcgen, monkeypatch, failing):
    odcgen("generate")
    old = contents(project / "made")
    write(project / "pets.json", pets("age"))
    write(project / "shops.json", pets("age"))
    real, calls = Path.replace, []

    def replace(self, target):
        calls.append(target)
        if len(calls) == failing + 1:
            raise OSError(28, "No space left on device")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    run = odcgen("generate")
    monkeypatch.undo()
    if run.status:
        assert "No space left" in run.err
        assert contents(project / "made") == old
    assert odcgen("generate").status == 0
    assert "age" in (project / "made/zoo/pets/models/pet.py").read_text()


def test_a_folder_that_cannot_be_written_is_an_error(project, odcgen):
    (project / "made").write_text("a file")
    run = odcgen("generate")
    assert run.status == 1
    assert run.err.splitlines()[-1].startswith("error: ")
    assert (project / "made").read_text() == "a file"


# Choices of odcgen.toml


def test_a_package_can_be_made_for_httpx2(project, odcgen):
    pytest.importorskip("httpx2")
    text = (project / "odcgen.toml").read_text().replace('out = "made"', 'out = "made"\nhttp = "httpx2"')
    (project / "odcgen.toml").write_text(text)
    assert odcgen("generate").status == 0
    package = Package(project / "made" / "zoo")
    import httpx2

    asked = []

    def answer(request):
        asked.append(as_sent(request))
        return httpx2.Response(200, json={"name": "Rex"})

    with httpx2.Client(transport=httpx2.MockTransport(answer)) as http:
        client = package.root.ZooClient(
            "acme.test", credentials=package.root.StaticToken("x"), http_client=http
        )
        assert client.pets.pets.get().name == "Rex"
    assert asked[0].headers["authorization"] == "Bearer x"
    loaded = [name for name in sys.modules if name.startswith(package.name)]
    for name in loaded:
        assert getattr(sys.modules[name], "httpx", httpx2) is httpx2
    package.forget()


def test_a_template_of_the_project_replaces_one_of_odcgen(project, odcgen):
    (project / "templates" / "package").mkdir(parents=True)
    (project / "templates" / "package" / "hooks.py.jinja").write_text('"""Ours for {{ package.name }}."""\n')
    text = (
        (project / "odcgen.toml").read_text().replace('out = "made"', 'out = "made"\ntemplates = "templates"')
    )
    (project / "odcgen.toml").write_text(text)
    assert odcgen("generate").status == 0
    assert (project / "made/zoo/hooks.py").read_text() == '"""Ours for zoo."""\n'
    assert (project / "made/zoo/auth.py").exists()


@pytest.mark.parametrize(("template", "said"), [("{{ package.nme }}", "nme"), ("{% if %}", "expression")])
def test_an_error_in_a_template_names_its_file_and_line(project, odcgen, template, said):
    (project / "templates" / "package").mkdir(parents=True)
    (project / "templates" / "package" / "hooks.py.jinja").write_text(f'"""Ours."""\n{template}\n')
    text = (project / "odcgen.toml").read_text()
    (project / "odcgen.toml").write_text(text.replace('out = "made"', 'templates = "templates"'))
    run = odcgen("generate")
    assert run.status == 1
    assert "templates/package/hooks.py.jinja:2" in run.err
    assert said in run.err


def test_raw_text_of_a_document_in_a_template_is_refused_with_its_place(project, odcgen):
    (project / "templates" / "package" / "api").mkdir(parents=True)
    mine = project / "templates" / "package" / "api" / "__init__.py.jinja"
    mine.write_text("# Ours.\nx = {{ api.title }}\n")
    text = (project / "odcgen.toml").read_text()
    (project / "odcgen.toml").write_text(text.replace('out = "made"', 'templates = "templates"'))
    run = odcgen("generate")
    assert run.status == 1
    assert "templates/package/api/__init__.py.jinja:2" in run.err
    assert "|literal" in run.err


def test_a_template_that_replaces_none_is_misuse(project, odcgen):
    (project / "templates" / "package").mkdir(parents=True)
    (project / "templates" / "package" / "part.jinja").write_text("to include")
    (project / "templates" / "package" / "hook.py.jinja").write_text("misspelled")
    text = (project / "odcgen.toml").read_text()
    (project / "odcgen.toml").write_text(text.replace('out = "made"', 'templates = "templates"'))
    run = odcgen("generate")
    assert run.status == 2
    assert "package/hook.py.jinja" in run.err


def test_overlays_of_the_project_lie_over_the_documents_that_odcgen_brings(tmp_path, odcgen):
    (tmp_path / "ours.yaml").write_text(
        "overlay: 1.0.0\ninfo: {title: Ours, version: '1'}\n"
        "actions: [{target: $.info, update: {title: Portfolios as we know them}}]\n"
    )
    (tmp_path / "odcgen.toml").write_text("[[documents]]\nname = 'portfolios_v1'\noverlays = ['ours.yaml']\n")
    assert odcgen("generate").status == 0
    package = tmp_path / "generated" / "odc_client" / "portfolios_v1"
    assert "Portfolios as we know them" in (package / "__init__.py").read_text()
    assert (package / "environments.py").exists(), "named by odcgen's own overlay"


def test_a_changed_template_makes_the_package_stale(project, odcgen):
    (project / "templates" / "package").mkdir(parents=True)
    text = (
        (project / "odcgen.toml").read_text().replace('out = "made"', 'out = "made"\ntemplates = "templates"')
    )
    (project / "odcgen.toml").write_text(text)
    odcgen("generate")
    assert odcgen("generate", "--check").status == 0
    (project / "templates" / "package" / "auth.py.jinja").write_text(
        '"""Other."""\nOnBeforeRequest = BASE_PATHS = None\n'
    )
    assert odcgen("generate", "--check").status == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nope = 1", "nope"),
        ("[package]\nnope = 1", "nope"),
        ("[package]\nhttp = 'requests'", "httpx"),
        ("[package]\nname = 'a-b'", "a-b"),
        ("[package]\nname = 'class'", "class"),
        ("[package\n", "odcgen.toml"),
        ("[[documents]]\npath = 'pets.json'", "name"),
        ("[[documents]]\nname = 'a b'\npath = 'pets.json'", "a b"),
        ("[[documents]]\nname = 'class'\npath = 'pets.json'", "class"),
        ("[[documents]]\nname = 'nope'", "nope"),
        ("[[documents]]\nname = 'a'\npath = 5", "path"),
        (
            "[[documents]]\nname = 'a'\npath = 'pets.json'\n[[documents]]\nname = 'a'\npath = 'shops.json'",
            "a",
        ),
        ("[[documents]]\nname = 'a'\npath = 'pets.json'\noverlays = 'x'", "overlays"),
        ("documents = 5", "documents"),
        ("package = 5", "package"),
        ("[package]\nname = 5", "name"),
        ("[package]\nout = 5", "out"),
        ("[selection]\napis = 'a'", "apis"),
        ("[ignore]\noperations = [5]", "operations"),
        ("[ignore]\noperations = ['a GET /a']\n[[documents]]\nname = 'b'\npath = 'pets.json'", "a GET /a"),
        ("[ignore]\noperations = ['b /a']\n[[documents]]\nname = 'b'\npath = 'pets.json'", "METHOD"),
        ("[ignore]\noperations = ['b GET /a']\n[[documents]]\nname = 'b'\npath = 'pets.json'", "b GET /a"),
        ("[package]\ntemplates = 'nowhere'\n[[documents]]\nname = 'b'\npath = 'pets.json'", "nowhere"),
        ("[[documents]]\nname = 'portfolios_v1'\noverlays = ['nowhere.yaml']", "nowhere.yaml"),
    ],
)
def test_a_configuration_that_cannot_work_is_misuse(project, odcgen, text, said):
    (project / "odcgen.toml").write_text(text)
    run = odcgen("generate")
    assert run.status == 2, run.err
    assert run.err.startswith("error: ")
    message, *lines = run.err.splitlines()
    assert said in message
    assert all(re.match(r"  [> ] +\d* ?\|| +\|", line) for line in lines)
