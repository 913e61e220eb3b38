"""Whose odcgen.toml and templates are taken: those that nobody but the user and root can change."""

import os
import stat
from pathlib import Path

import pytest
from odcgen.config import find_config
from odcgen.config.trust import folders_above
from odcgen.errors import ConfigError, UsageError
from odcgen.kit import owners
from odcgen.run.memo import cache_folder

posix = pytest.mark.skipif(os.name == "nt", reason="Windows tells nothing by owner and mode")
STRANGER = 54321
COMMANDS = [
    ["generate"],
    ["generate", "--check"],
    ["generate", "--diff"],
    ["operations"],
    ["doctor"],
    ["diff", "pets.json"],
    ["specs", "list"],
    ["specs", "pull", "--from", "nowhere"],
    ["specs", "add", "more", "pets.json"],
    ["templates", "list"],
    ["templates", "show", "package/auth.py.jinja"],
    ["templates", "context"],
    ["templates", "check"],
    ["templates", "eject", "package/auth.py.jinja"],
    ["templates", "merge"],
]


@pytest.fixture
def ours(project):
    """The project with templates of its own, and a module of filters that tells when it runs."""
    (project / "ours" / "package").mkdir(parents=True)
    (project / "ours" / "package" / "hooks.py.jinja").write_text('"""Mine."""\n')
    (project / "ours" / "outputs.toml").write_text("")
    (project / "own").mkdir()
    (project / "own" / "filters.py").write_text(
        "import pathlib\npathlib.Path(__file__).parent.parent.joinpath('ran').touch()\nGLOBALS = {}\n"
    )
    config = (project / "odcgen.toml").read_text()
    config = config.replace("[package]", '[package]\ntemplates = "ours"')
    (project / "odcgen.toml").write_text(config + '\n[templates]\nmodule = "own/filters.py"\n')
    return project


def given_away(path, how, monkeypatch):
    """Let somebody else own or change what is at a path."""
    mode = stat.S_IMODE(path.stat().st_mode)
    if how == "everybody":
        path.chmod(mode | 0o002)
    elif how == "group":
        path.chmod(mode | 0o020)
        monkeypatch.setattr(owners, "_is_private", lambda group: False)
    elif os.geteuid() == 0:
        os.chown(path, STRANGER, -1)
    else:
        monkeypatch.setattr(os, "geteuid", lambda: STRANGER)


@posix
@pytest.mark.parametrize("how", ["owner", "everybody", "group"])
@pytest.mark.parametrize(
    "what",
    [
        "odcgen.toml",
        ".",
        "ours",
        "ours/package",
        "ours/package/hooks.py.jinja",
        "ours/outputs.toml",
        "own",
        "own/filters.py",
    ],
)
def test_what_others_can_change_is_not_taken(ours, odcgen, monkeypatch, what, how):
    with monkeypatch.context() as patch:
        given_away(ours / what, how, patch)
        run = odcgen("generate")
        assert (run.status, run.out) == (2, "")
        assert "is not taken" in run.err
        assert "--trust" in run.err
        assert not (ours / "ran").exists()
        assert not (ours / "made").exists()
        assert odcgen("generate", "--trust").status == 0
    assert (ours / "ran").exists()
    assert (ours / "made" / "zoo" / "hooks.py").read_text() == '"""Mine."""\n'


@posix
@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("what", ["odcgen.toml", "ours"])
def test_no_command_takes_it(ours, odcgen, arguments, what):
    (ours / what).chmod(0o777)
    run = odcgen(*arguments)
    assert run.status == 2
    assert f"{what!r} is not taken: everybody can write it" in run.err
    assert not (ours / "ran").exists()
    assert "is not taken" not in odcgen(*arguments, "--trust").err
    assert "is not taken" in odcgen(*arguments).err, "trust ends with the command"


@posix
@pytest.mark.parametrize("arguments", [["status", "copy"], ["update", "copy", "--force"]], ids=" ".join)
def test_a_copy_is_renewed_from_a_configuration_of_ones_own_only(ours, odcgen, arguments):
    """The manifest of a copy names the odcgen.toml that it was made from."""
    ours.joinpath("odcgen.toml").chmod(0o777)
    assert "'odcgen.toml' is not taken" in odcgen("vendor", "copy").err
    assert not (ours / "copy").exists()
    assert odcgen("vendor", "copy", "--trust").status == 0
    (ours / "ran").unlink()
    assert "'odcgen.toml' is not taken" in odcgen("vendor", *arguments).err
    assert not (ours / "ran").exists()
    assert "is not taken" not in odcgen("vendor", *arguments, "--trust").err


@posix
def test_templates_of_the_command_line_are_no_exception(project, odcgen):
    (project / "t").mkdir()
    (project / "t").chmod(0o777)
    assert "'t' is not taken" in odcgen("generate", "--templates", "t").err
    assert odcgen("generate", "--templates", "t", "--trust").status == 0


@posix
@pytest.mark.parametrize("which", ["odcgen.toml", "ours/package/hooks.py.jinja", "own/filters.py"])
@pytest.mark.parametrize("what", ["file", "folder"])
def test_behind_a_link_the_same_holds(ours, odcgen, tmp_path_factory, which, what):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    real = elsewhere / "real"
    (ours / which).rename(real)
    (ours / which).symlink_to(real)
    assert odcgen("generate").status == 0
    (real if what == "file" else elsewhere).chmod(0o777)
    assert "is not taken" in odcgen("generate").err


@posix
def test_files_of_the_command_line_need_no_configuration(project, odcgen):
    project.chmod(0o777)
    assert odcgen("generate", "pets.json", "--package", "p", "--out", "o").status == 0


@posix
def test_a_folder_above_that_others_can_change_is_told(ours, odcgen):
    (ours / "deep").mkdir()
    ours.chmod(0o777)
    run = odcgen("generate", cwd=ours / "deep")
    assert run.status == 2
    assert "'odcgen.toml' is not taken" in run.err


@pytest.mark.parametrize("mark", [".git", ".hg", ".jj", ".svn"])
@pytest.mark.parametrize("kind", ["folder", "file"])
def test_the_search_ends_at_the_root_of_the_repository(tmp_path, mark, kind):
    (tmp_path / "odcgen.toml").touch()
    deep = tmp_path / "repository" / "a" / "b"
    deep.mkdir(parents=True)
    assert find_config(deep) == tmp_path / "odcgen.toml"
    root = tmp_path / "repository"
    root.joinpath(mark).mkdir() if kind == "folder" else root.joinpath(mark).touch()
    with pytest.raises(UsageError, match=r"no odcgen\.toml"):
        find_config(deep)
    (root / "odcgen.toml").touch()
    assert find_config(deep) == root / "odcgen.toml"
    assert list(folders_above(root)) == [root]


def test_on_windows_the_search_stays_at_home(tmp_path, monkeypatch):
    monkeypatch.setattr("odcgen.config.trust._ON_WINDOWS", True)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    deep = tmp_path / "a" / "b"
    assert list(folders_above(deep)) == [deep, tmp_path / "a", tmp_path]
    assert list(folders_above(tmp_path.parent)) == [tmp_path.parent]


@posix
@pytest.mark.parametrize(
    ("me", "names", "group", "members", "private"),
    [
        (1000, {1000: "eve"}, (1000, "eve"), [], True),
        (1000, {1000: "eve"}, (1000, "eve"), ["eve"], True),
        (1000, {1000: "eve"}, (1000, "eve"), ["eve", "bob"], False),
        (1000, {1000: "eve"}, (20, "staff"), [], False),
        (1000, {1000: "eve"}, (0, "root"), [], True),
        (1000, {}, (1000, ""), [], True),
        (1000, {}, (20, ""), [], False),
    ],
)
def test_a_group_of_ones_own_is_nobody_else(monkeypatch, me, names, group, members, private):
    monkeypatch.setattr(os, "geteuid", lambda: me)
    monkeypatch.setattr(owners, "_user", lambda number: names.get(number, ""))
    monkeypatch.setattr(owners, "_group", lambda number: (group[1], set(members)))
    assert owners._is_private(group[0]) is private


@posix
def test_under_sudo_the_callers_files_are_taken(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setenv("SUDO_UID", str(STRANGER))
    assert owners._trusted() == {0, STRANGER}
    monkeypatch.setattr(os, "geteuid", lambda: 77)
    assert owners._trusted() == {0, 77}, "a variable is no proof for anyone but root"


@posix
def test_a_cache_that_others_can_write_is_not_used(tmp_path, monkeypatch):
    """What is in it becomes code."""
    monkeypatch.setenv("ODCGEN_CACHE_DIR", str(tmp_path))
    assert cache_folder() == tmp_path
    tmp_path.chmod(0o777)
    assert cache_folder() is None
    monkeypatch.setenv("ODCGEN_CACHE_DIR", str(tmp_path / "new"))
    assert cache_folder() == tmp_path / "new"


TEMPLATES = [
    '{{ cycler.__init__.__globals__.os.system("touch ran_as") }}',
    "{{ lipsum.__globals__ }}",
    '{{ "".__class__.__mro__ }}',
    "{{ use.__globals__ }}",
    "{{ package.__class__.__init__.__globals__ }}",
    "{{ imports.__self__ }}",
    '{{ "a"|attr("__class__") }}',
    '{{ "{0.__class__}".format(1) }}',
    '{{ ["a"]|map("attr", "__class__")|list }}',
    "{{ namespace().__init__.__globals__ }}",
    "{% for i in range(1000000000) %}x{% endfor %}",
    '{{ "x" * 10000000000 }}',
    "{{ 1 / 0 }}",
    "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
]


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("arguments", [[], ["--check"]])
def test_a_template_runs_no_code_of_its_own(ours, odcgen, template, arguments):
    file = ours / "ours" / "package" / "hooks.py.jinja"
    file.write_text(template)
    run = odcgen("generate", *arguments)
    assert run.status == 1
    assert f"{file}:1" in run.err or "is stale" in run.err
    assert not (ours / "ran_as").exists()


def test_a_document_that_would_break_the_configuration_is_not_added(project, odcgen):
    """Its server is `/a b`; from a URL that becomes a base URL which odcgen.toml cannot have."""
    from odcgen.config import load_config
    from odcgen.documents.fetched import Record
    from odcgen.specs.add import Addition, put

    before = (project / "odcgen.toml").read_text()
    table = {"name": "shop", "path": "specs/shop.json", "base_url": "http://a.example/a b"}
    addition = Addition(project / "specs" / "shop.json", b"{}", table, "", 1, Record(), ())
    with pytest.raises(ConfigError, match="base_url of shop must be"):
        put(load_config(project / "odcgen.toml"), addition)
    assert (project / "odcgen.toml").read_text() == before
    assert not (project / "specs").exists()
