"""Writing a package: everything or nothing, only what differs, and nothing of the user's."""

import os

import pytest
from odcgen import ir
from odcgen.errors import OutputError
from odcgen.output.assemble import assemble, runtime_files
from odcgen.output.compare import compare, refuse_foreign
from odcgen.output.format import format_files
from odcgen.output.manifest import is_inside, is_untouched, manifest_text, read_manifest
from odcgen.output.write import write


def package(**files):
    """The files of a package with its manifest; `a__b` is `a/b.py`."""
    texts = {f"{name.replace('__', '/')}.py": text for name, text in files.items()}
    return texts | {".odcgen.json": manifest_text(texts, frozenset({"hooks.py"}))}


def bring(target, files, force=False):
    changes = compare(target, files, {"hooks.py"})
    refuse_foreign(target, changes, force=force)
    write(target, files, changes)
    return changes


def on_disk(target):
    return {
        path.relative_to(target).as_posix(): path.read_text() for path in target.rglob("*") if path.is_file()
    }


def test_only_what_differs_is_written(tmp_path):
    target = tmp_path / "p"
    assert bring(target, package(a="1", b="1", hooks="1")).written == (
        ".odcgen.json",
        "a.py",
        "b.py",
        "hooks.py",
    )
    assert bring(target, package(a="1", b="2", hooks="1")).written == (".odcgen.json", "b.py")
    assert not bring(target, package(a="1", b="2", hooks="1"))
    assert is_untouched(target)


def test_what_is_no_longer_wanted_goes_with_its_folder(tmp_path):
    target = tmp_path / "p"
    bring(target, package(a="1", x__y__b="1"))
    assert bring(target, package(a="1")).deleted == ("x/y/b.py",)
    assert sorted(path.name for path in target.iterdir()) == [".odcgen.json", "a.py"]


def test_a_folder_with_something_of_the_user_stays(tmp_path):
    target = tmp_path / "p"
    bring(target, package(a="1", x__b="1"))
    (target / "x" / "mine.txt").write_text("mine")
    bring(target, package(a="1"))
    assert (target / "x" / "mine.txt").read_text() == "mine"
    assert not (target / "x" / "b.py").exists()


def test_hooks_are_written_once(tmp_path):
    target = tmp_path / "p"
    bring(target, package(hooks="1"))
    (target / "hooks.py").write_text("mine")
    assert not bring(target, package(hooks="2"))
    assert is_untouched(target)
    (target / "hooks.py").unlink()
    assert not is_untouched(target)


def test_an_edited_file_is_refused(tmp_path):
    target = tmp_path / "p"
    bring(target, package(a="1"))
    (target / "a.py").write_text("edited")
    assert not is_untouched(target)
    with pytest.raises(OutputError, match=r"a\.py"):
        bring(target, package(a="2"))
    bring(target, package(a="2"), force=True)
    assert on_disk(target)["a.py"] == "2"


def test_an_edited_file_that_is_to_go_is_refused(tmp_path):
    target = tmp_path / "p"
    bring(target, package(a="1", b="1"))
    (target / "b.py").write_text("edited")
    with pytest.raises(OutputError, match=r"b\.py"):
        bring(target, package(a="1"))


@pytest.mark.parametrize("error", [OSError(28, "full"), KeyboardInterrupt()])
@pytest.mark.parametrize("failing", range(5))
def test_a_failure_on_the_way_puts_everything_back(tmp_path, monkeypatch, error, failing):
    target = tmp_path / "p"
    bring(target, package(a="1", b="1", old__c="1"))
    before = on_disk(target)
    real, calls = os.replace, []

    def replace(source, other, **within):
        calls.append(source)
        if len(calls) == failing + 1:
            raise error
        return real(source, other, **within)

    monkeypatch.setattr(os, "replace", replace)
    files = package(a="2", b="2", new__d="2")
    with pytest.raises((OutputError, KeyboardInterrupt)):
        bring(target, files)
    monkeypatch.undo()
    assert on_disk(target) == before
    assert [path.name for path in tmp_path.iterdir()] == ["p"]
    bring(target, files)
    assert on_disk(target) == files


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"files": 5}', '{"files": []}', "\x00"])
def test_a_broken_manifest_is_no_manifest(tmp_path, text):
    (tmp_path / ".odcgen.json").write_text(text)
    assert read_manifest(tmp_path) is None
    assert not is_untouched(tmp_path)


@pytest.mark.parametrize(
    ("path", "inside"),
    [
        ("a.py", True),
        ("a/b.py", True),
        ("../a", False),
        ("a/../../b", False),
        ("/a", False),
        ("", False),
        ("..", False),
    ],
)
def test_a_manifest_names_what_is_inside(path, inside):
    assert is_inside(path) is inside


def test_formatting_is_that_of_ruff_and_leaves_other_files_alone():
    files = format_files({"a/b.py": "x = {'a':1}\n", "py.typed": "", "c.md": "x  =  1"})
    assert files == {"a/b.py": 'x = {"a": 1}\n', "py.typed": "", "c.md": "x  =  1"}


def test_code_that_ruff_cannot_read_is_an_error():
    with pytest.raises(OutputError, match="ruff"):
        format_files({"a.py": "x = ("})


@pytest.mark.parametrize("http", ["httpx", "httpx2"])
def test_the_runtime_travels_with_the_chosen_http_library(http):
    package = ir.Package(name="shop", http=http)
    runtime = runtime_files(http)
    assert f"import {http} as httpx" in runtime["kernel/_http.py"]
    assert set(runtime) > {"face/client.py", "auth/bearer.py"}
    assert assemble({"a.py": "1"}, package, frozenset())["py.typed"] == ""
