"""What a run reads and writes besides the package: a run that only looks leaves everything as it was."""

import json
import os

import pytest
from odcgen.kit.files import replace_file

from tests.behaviour.conftest import pets, write


def everything(folder):
    """All files and links below a folder but the cache, with their content."""
    return {
        path.relative_to(folder).as_posix(): str(path.readlink()) if path.is_symlink() else path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if ".cache" not in path.parts and (path.is_symlink() or path.is_file())
    }


LEFT = {
    ".zoo.odcgen": {"journal": "+ __init__.py\n- hooks.py\n", "new/__init__.py": "evil"},
    ".zoo.odcgen-01234567": {
        "made-by-odcgen": "zoo",
        "journal.json": '{"written": {}, "deleted": {"hooks.py": "0"}}',
    },
}


@pytest.mark.parametrize("name", LEFT)
@pytest.mark.parametrize("arguments", [["--check"], ["--diff"], ["--check", "--force"], ["--diff", "--json"]])
@pytest.mark.parametrize("changed", [False, True])
def test_a_run_that_only_looks_leaves_everything_as_it_was(project, odcgen, name, arguments, changed):
    odcgen("generate")
    for path, text in LEFT[name].items():
        file = project / "made" / name / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    if changed:
        write(project / "pets.json", pets("age"))
    before = everything(project)
    assert odcgen("generate", *arguments).status == (1 if changed and "--check" in arguments else 0)
    assert everything(project) == before
    assert odcgen("generate").status == 0
    assert (project / "made" / "zoo" / "hooks.py").is_file()


@pytest.mark.parametrize("arguments", [[], ["--check"], ["--diff"], ["--force"]])
def test_no_command_goes_through_a_link_in_the_package(project, odcgen, arguments):
    odcgen("generate")
    victim = project / "victim"
    victim.mkdir()
    (victim / "v.txt").write_text("mine")
    package = project / "made" / "zoo"
    (package / "up").symlink_to("../../victim")
    (package / "pets").rename(victim / "pets")
    (package / "pets").symlink_to("../../victim/pets")
    before = everything(project)
    run = odcgen("generate", *arguments)
    assert run.status == 1
    assert "'pets' is a symbolic link" in run.err
    assert everything(project) == before


def test_changes_that_are_a_link_are_not_written_through(project, odcgen):
    odcgen("generate")
    (project / "mine.md").write_text("mine")
    (project / "made" / "zoo" / "CHANGES.md").symlink_to("../../mine.md")
    write(project / "pets.json", pets("age"))
    run = odcgen("generate")
    assert (run.status, (project / "mine.md").read_text()) == (1, "mine")
    assert "CHANGES.md" in run.err


def test_files_of_the_users_beside_a_document_are_left_alone(tmp_path):
    names = [".a.json.notes.tmp", ".a.json.0123abcd.tmp.bak", ".a.json..tmp", ".aXjson.0123abcd.tmp"]
    for name in (*names, ".a.json.0123abcd.tmp"):
        (tmp_path / name).write_text("mine")
        os.utime(tmp_path / name, (0, 0))
    replace_file(tmp_path / "a.json", b"{}")
    assert {path.name for path in tmp_path.iterdir()} == {*names, "a.json"}


def test_a_cache_in_a_folder_of_the_users_forgets_only_its_own(project, odcgen, monkeypatch):
    folder = project / ".cache"
    folder.mkdir()
    for number in range(250):
        (folder / f"mine{number}.json").write_text(json.dumps(number))
    odcgen("generate")
    assert len(list(folder.glob("mine*.json"))) == 250
