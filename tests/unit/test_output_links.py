"""Files of a package: no link is followed, and nobody's folder or file is taken for odcgen's."""

import contextlib
import json
import os
import shutil
import threading

import pytest
from odcgen.errors import OutputError
from odcgen.kit.digests import digest
from odcgen.output import folder, lock
from odcgen.output.compare import compare, refuse_collisions, refuse_foreign
from odcgen.output.folder import Folder
from odcgen.output.interface import read_interface
from odcgen.output.manifest import is_inside, is_untouched, manifest_text, read_manifest
from odcgen.output.stage import Stage
from odcgen.output.write import finish, write

pytestmark = pytest.mark.skipif(
    os.name == "nt", reason="links and pipes need privileges or are missing there"
)
OLD = {"a.py": "1", "in/b.py": "1", "in/deep/c.py": "1", "hooks.py": "1"}
NEW = {"a.py": "2", "in/b.py": "2", "new/d.py": "2", "hooks.py": "2"}


def package(files):
    return files | {".odcgen.json": manifest_text(files, frozenset({"hooks.py"}))}


def bring(target, files, *, force=False, between=lambda: None):
    changes = compare(target, files, {"hooks.py"})
    refuse_foreign(target, changes, force=force)
    between()
    write(target, files, changes)
    return changes


@pytest.fixture(params=["descriptors", "paths"])
def target(request, tmp_path, monkeypatch):
    """A package of an earlier run, on a system with descriptors of folders and on one without."""
    monkeypatch.setattr(folder, "_DESCRIPTORS", request.param == "descriptors")
    bring(tmp_path / "p", package(OLD))
    return tmp_path / "p"


@pytest.fixture
def victim(tmp_path):
    """A folder of the user's with files named like those of the package, and with their content."""
    place = tmp_path / "victim"
    for name, text in (OLD | NEW | {"v.txt": "mine"}).items():
        place.joinpath(name).parent.mkdir(parents=True, exist_ok=True)
        place.joinpath(name).write_text(text)
    return place


def snapshot(place):
    """Every file and link below a folder with its content."""
    return {
        path.relative_to(place).as_posix(): str(path.readlink()) if path.is_symlink() else path.read_text()
        for path in sorted(place.rglob("*"))
        if path.is_symlink() or path.is_file()
    }


def linked(place, to):
    """Put a link in the place of what is there."""
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    place.unlink(missing_ok=True)
    place.symlink_to(to)


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("name", ["in", "new", "in/deep", "."])
def test_a_link_in_place_of_a_folder_is_refused_and_not_followed(target, victim, name, force):
    linked(target if name == "." else target / name, victim / name)
    before = snapshot(victim)
    assert is_untouched(target) is (name == "new")
    with pytest.raises(OutputError, match="is a symbolic link"):
        bring(target, package(NEW), force=force)
    assert snapshot(victim) == before
    assert {path.name for path in target.parent.iterdir()} == {"p", "victim"}


@pytest.mark.parametrize("name", ["a.py", "in/b.py", "in/deep/c.py", "new/d.py", ".odcgen.json"])
def test_a_link_in_place_of_a_file_is_in_the_way_and_with_force_goes_itself(target, victim, name):
    if name == ".odcgen.json":
        (victim / name).write_bytes((target / name).read_bytes())
    (target / name).parent.mkdir(exist_ok=True)
    linked(target / name, victim / name)
    before = snapshot(victim)
    assert is_untouched(target) is (name == "new/d.py")
    with pytest.raises(OutputError, match="in the way"):
        bring(target, package(NEW))
    bring(target, package(NEW), force=True)
    assert snapshot(victim) == before
    assert not any(path.is_symlink() for path in target.rglob("*"))
    assert snapshot(target)["a.py"] == "2"


def test_hooks_may_be_a_link_of_the_users_even_one_that_leads_nowhere(target, tmp_path):
    linked(target / "hooks.py", "../shared_hooks.py")
    bring(target, package(NEW))
    assert str((target / "hooks.py").readlink()) == "../shared_hooks.py"
    assert not (tmp_path / "shared_hooks.py").exists()


@pytest.mark.parametrize(
    "name", ["up/v.txt", "../victim/v.txt", "in/../../victim/v.txt", "{victim}/v.txt", "in//b.py", "c:v.txt"]
)
def test_a_manifest_deletes_nothing_outside(target, victim, name):
    (target / "up").symlink_to("../victim")
    manifest = json.loads((target / ".odcgen.json").read_text())
    manifest["files"][name.format(victim=victim)] = digest(b"mine")
    (target / ".odcgen.json").write_text(json.dumps(manifest))
    before = snapshot(victim)
    if name == "up/v.txt":
        with pytest.raises(OutputError, match="is a symbolic link"):
            bring(target, package(NEW))
    else:
        bring(target, package(NEW))
    assert snapshot(victim) == before


def test_a_manifest_that_names_the_users_hooks_does_not_delete_them(target):
    manifest = json.loads((target / ".odcgen.json").read_text())
    manifest["files"]["hooks.py"] = digest(b"1")
    (target / ".odcgen.json").write_text(json.dumps(manifest))
    files = package({"a.py": "2"})
    write(target, files, compare(target, files))
    assert (target / "hooks.py").read_text() == "1"


@pytest.mark.parametrize("name", [".odcgen.json", ".odcgen-interface.jsonl", "a.py", "in/b.py"])
def test_a_pipe_in_place_of_a_file_stops_nothing(target, name):
    (target / name).unlink(missing_ok=True)
    os.mkfifo(target / name)
    assert is_untouched(target) is (name == ".odcgen-interface.jsonl")
    assert read_interface(target) is None
    assert (read_manifest(target) is None) is (name == ".odcgen.json")
    files = package(NEW) | {".odcgen-interface.jsonl": "{}"}
    with pytest.raises(OutputError, match="in the way"):
        bring(target, files)
    bring(target, files, force=True)
    assert snapshot(target)[name] == files[name]


@pytest.mark.parametrize("name", ["/dev/zero", "/dev/full"])
def test_a_link_to_a_device_is_not_read(target, name):
    linked(target / ".odcgen.json", name)
    assert read_manifest(target) is None


def test_another_name_of_a_file_keeps_its_content(target, tmp_path):
    os.link(target / "a.py", tmp_path / "mine.py")
    bring(target, package(NEW))
    assert (tmp_path / "mine.py").read_text() == "1"
    assert (target / "a.py").read_text() == "2"


def test_a_file_becomes_a_folder_and_a_folder_a_file(target):
    bring(target, package({"a.py/x.py": "3", "in": "3"}))
    assert {"a.py/x.py": "3", "in": "3"}.items() <= snapshot(target).items()
    bring(target, package(OLD))
    assert snapshot(target) == package(OLD) | {"hooks.py": "1"}


@pytest.mark.parametrize("force", [False, True])
def test_a_folder_with_something_of_the_users_does_not_become_a_file(target, force):
    (target / "in" / "mine.txt").write_text("mine")
    before = snapshot(target)
    with pytest.raises(OutputError, match="'in' is a folder where a file has to be"):
        bring(target, package({"in": "3"}), force=force)
    assert snapshot(target) == before


def test_a_file_where_a_folder_has_to_be_is_told_and_stays(target):
    (target / "new").write_text("mine")
    before = snapshot(target)
    with pytest.raises(OutputError, match="'new' is a file where a folder has to be"):
        bring(target, package(NEW))
    assert snapshot(target) == before


@pytest.mark.parametrize("swap", ["edit", "link", "folder", "gone"])
def test_what_changes_between_the_look_and_the_write_is_left_alone(target, victim, swap):
    before = snapshot(victim)

    def between():
        if swap == "edit":
            (target / "a.py").write_text("edited")
        elif swap == "link":
            linked(target / "a.py", victim / "a.py")
        elif swap == "folder":
            linked(target / "in", victim / "in")
        else:
            shutil.rmtree(target)

    with pytest.raises(OutputError, match=r"has changed while|is a symbolic link"):
        bring(target, package(NEW), between=between)
    assert snapshot(victim) == before
    assert swap != "edit" or (target / "a.py").read_text() == "edited"
    assert {path.name for path in target.parent.iterdir()} - {"p", "victim"} == set()


def test_a_folder_swapped_for_a_link_again_and_again_leads_nobody_out(target, victim):
    """Whatever the moment of the swap: a step is taken from the folder before it."""
    if not folder._DESCRIPTORS:
        pytest.skip("without descriptors the moment between a look and a step remains")
    before, stop = snapshot(victim), threading.Event()
    aside = target.parent / "aside"

    def swapping():
        while not stop.is_set():
            with contextlib.suppress(OSError):
                (target / "in").rename(aside)
                (target / "in").symlink_to(victim / "in")
                (target / "in").unlink()
                aside.rename(target / "in")

    thread = threading.Thread(target=swapping)
    thread.start()
    try:
        with Folder(target) as inside:
            for _ in range(300):
                for path, content in (("in/b.py", "evil"), ("in/deep/c.py", "evil")):
                    source = target.parent / "source"
                    source.write_text(content)
                    with contextlib.suppress(OutputError, OSError):
                        inside.put(path, source)
    finally:
        stop.set()
        thread.join()
    assert snapshot(victim) == before


@pytest.mark.parametrize(
    "name",
    [".p.odcgen", ".p.odcgen-mine", ".p.odcgen-0123abcd", ".p.odcgen-0123ABCD", ".p.odcgen-00000000.bak"],
)
def test_a_folder_of_the_users_that_is_named_like_ours_is_left_alone(target, name):
    mine = target.parent / name
    (mine / "new").mkdir(parents=True)
    (mine / "new" / "a.py").write_text("mine")
    (mine / "journal").write_text("+ a.py\n- hooks.py\n")
    (mine / "journal.json").write_text(json.dumps({"written": {}, "deleted": {"hooks.py": digest(b"1")}}))
    before = snapshot(mine)
    finish(target)
    bring(target, package(NEW))
    assert snapshot(mine) == before
    assert (target / "hooks.py").read_text() == "1"


def left(target, journal, **new):
    """Leave what a killed run leaves: a sealed folder that nobody has locked."""
    stage = Stage.make(target)
    for path, text in new.items():
        stage.add(f"{path}.py", text)
    (stage.folder / "journal.json").write_text(json.dumps(journal))
    os.close(stage._lock)
    return stage.folder


@pytest.mark.parametrize(
    "journal",
    [
        {"written": {"a.py": [digest(b"other"), digest(b"evil")]}, "deleted": {}},
        {"written": {"a.py": [digest(b"1"), digest(b"another text")]}, "deleted": {}},
        {"written": {"../victim/v.txt": ["", digest(b"evil")]}, "deleted": {}},
        {"written": {}, "deleted": {"hooks.py": digest(b"1")}},
        {"written": {}, "deleted": {"../victim/v.txt": digest(b"mine")}},
        {"written": {}, "deleted": {"in/b.py": digest(b"other")}},
        {"written": [], "deleted": {}},
        {"deleted": {}},
        [],
    ],
    ids=str,
)
def test_a_journal_moves_only_what_its_run_had_seen(target, victim, journal):
    place, before, others = left(target, journal, a="evil"), snapshot(target), snapshot(victim)
    finish(target)
    assert (snapshot(target), snapshot(victim)) == (before, others)
    assert not place.exists()


def test_a_sealed_run_is_finished(target):
    journal = {
        "written": {"a.py": [digest(b"1"), digest(b"2")]},
        "deleted": {"in/deep/c.py": digest(b"1")},
    }
    left(target, journal, a="2")
    finish(target)
    assert (target / "a.py").read_text() == "2"
    assert not (target / "in" / "deep").exists()


def test_the_folder_of_a_run_that_is_at_work_is_left_alone(target):
    """Its lock ends with its process; here it is the same process, with a lock of its own."""
    if not lock.CAN_LOCK:
        pytest.skip("nothing can be locked here")
    stage = Stage.make(target)
    finish(target)
    assert stage.folder.is_dir()
    stage.remove()
    assert not stage.folder.exists()


@pytest.mark.parametrize(
    ("one", "other"), [("Users.py", "users.py"), ("In/a.py", "in/b.py"), ("café.py", "cafe\u0301.py")]
)
def test_two_paths_that_are_one_elsewhere_are_refused(one, other):
    with pytest.raises(OutputError, match="one file on Windows"):
        refuse_collisions([one, other])


def test_a_file_renamed_in_case_only_is_written_anew(target):
    """Where both cases are one, deleting the old name would take the new file along."""
    bring(target, package({"Shop.py": "1"}))
    assert "shop.py" in bring(target, package({"shop.py": "1"})).written
    assert snapshot(target)["shop.py"] == "1"


@pytest.mark.parametrize(
    "path", ["a\\b", "C:\\x", "c:x", "a/./b", "a//b", "a/", "./a", "a\0b", "/a", "..", ""]
)
def test_a_path_is_one_below_the_package_on_every_system(path):
    assert not is_inside(path)
