"""How the command line speaks: errors with their lines, suggestions, questions, colour, exit codes."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.behaviour.conftest import contents, pets, write

MANY = ["pets", "shops"]


# Errors show the lines


def test_an_error_shows_the_line_with_the_place_marked(odcgen, tmp_path):
    (tmp_path / "shop.json").write_text('{\n  "openapi": "3.0.3",\n  "paths" {}\n}\n')
    run = odcgen("generate", "shop.json", "--package", "shop")
    assert run.status == 1
    message, before, line, mark, after = run.err.splitlines()
    assert message.startswith("error: ")
    assert "(shop.json:3:11)" in message
    assert before.endswith('| \u0020 "openapi": "3.0.3",')
    assert line.endswith('3 |   "paths" {}')
    assert mark.index("^") == line.index("{")
    assert after.endswith("4 | }")


@pytest.mark.parametrize("suffix", ["json", "yaml"])
def test_an_error_in_the_meaning_shows_the_value_that_a_pointer_names(odcgen, tmp_path, suffix):
    text = json.dumps(
        {"openapi": "3.0.3", "info": {"title": "a", "version": "1"}, "paths": {"/a": []}}, indent=2
    )
    (tmp_path / f"shop.{suffix}").write_text(text)
    run = odcgen("generate", f"shop.{suffix}", "--package", "shop")
    assert run.status == 1
    number = next(n for n, line in enumerate(text.splitlines(), 1) if '"/a"' in line)
    column = text.splitlines()[number - 1].index('"/a"') + 1
    assert f"shop.{suffix}:{number}:{column}, /paths/~1a" in run.err
    lines = run.err.splitlines()
    marked = next(index for index, line in enumerate(lines) if line.strip().startswith(">"))
    assert lines[marked + 1].index("^") == lines[marked].index('"/a"')


def test_of_a_document_in_one_long_line_the_place_is_shown(odcgen, tmp_path):
    document = {
        "openapi": "3.0.3",
        "info": {"title": "x" * 5000, "version": "1"},
        "paths": {"/a": []},
        "x-end": "y" * 5000,
    }
    (tmp_path / "shop.json").write_text(json.dumps(document))
    run = odcgen("generate", "shop.json", "--package", "shop")
    line, mark = [line for line in run.err.splitlines() if "|" in line][:2]
    assert len(line) < 120
    assert line[mark.index("^") :].startswith('"/a"')


def test_a_line_of_the_document_cannot_write_to_the_terminal(odcgen, tmp_path):
    (tmp_path / "shop.json").write_text('{"a": "\\u001b[31m",\n"b\u202ered" 1}')
    run = odcgen("generate", "shop.json", "--package", "shop")
    assert run.status == 1
    assert run.err.replace("\n", "").isprintable()


def test_a_mistake_in_the_configuration_is_shown_where_it_stands(project, odcgen):
    config = project / "odcgen.toml"
    config.write_text(config.read_text() + '[selection]\napi = ["pets"]\n')
    run = odcgen("generate")
    assert run.status == 2
    number = config.read_text().splitlines().index('api = ["pets"]') + 1
    assert f"(odcgen.toml:{number}:1, /selection/api). Did you mean apis?" in run.err
    assert f'> {number} | api = ["pets"]' in run.err


def test_with_json_an_error_is_data_and_nothing_else(odcgen, tmp_path):
    (tmp_path / "shop.json").write_text('{"openapi" "3.0.3"}')
    run = odcgen("generate", "shop.json", "--package", "shop", "--json")
    assert (run.status, run.err) == (1, "")
    told = json.loads(run.out)
    assert told["exit_code"] == 1
    (error,) = told["errors"]
    assert (error["file"], error["line"], error["column"]) == ("shop.json", 1, 12)
    assert error["message"].startswith("The text is not valid JSON")


def test_with_json_misuse_is_data_too(odcgen):
    run = odcgen("generate", "--chekc", "--json")
    assert run.status == 2
    assert "Did you mean --check?" in json.loads(run.out)["errors"][0]["hint"]


# Whatever fails: no traceback


@pytest.mark.skipif(os.geteuid() == 0 and not Path("/dev/full").exists(), reason="needs a full device")
def test_what_the_system_refuses_is_one_sentence(odcgen, tmp_path, monkeypatch):
    def full(*_, **__):
        raise OSError(28, "No space left on device", str(tmp_path / "odcgen.toml"))

    monkeypatch.setattr("odcgen.cli.init.replace_file", full)
    run = odcgen("init")
    assert run.status == 1
    assert run.err.startswith("error: odcgen.toml cannot be written: No space left on device")
    assert "Traceback" not in run.err


def test_a_mistake_of_odcgen_itself_is_a_sentence_and_a_report(odcgen, monkeypatch, tmp_path):
    def broken(*_):
        raise RuntimeError("oops")

    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    monkeypatch.setattr("odcgen.cli.init.replace_file", broken)
    run = odcgen("init")
    assert run.status == 1
    assert run.err.startswith("error: odcgen itself failed: RuntimeError: oops. Please report it")
    (report,) = tmp_path.glob("odcgen-*.log")
    assert str(report) in run.err
    assert "Traceback" in report.read_text()
    assert stat.S_IMODE(report.stat().st_mode) == 0o600


def test_stopping_it_is_said_and_is_no_error(odcgen, monkeypatch):
    def stopped(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("odcgen.cli.init.replace_file", stopped)
    run = odcgen("init")
    assert (run.status, run.err) == (130, "\nstopped\n")


# Suggestions


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (["generat"], "generate"),
        (["doctr"], "doctor"),
        (["specs", "pul"], "pull"),
        (["templates", "ejct"], "eject"),
        (["generate", "--chekc"], "--check"),
        (["generate", "--api", "shop"], "shops"),
        (["generate", "--operation", "pets.pets.gte"], "pets.pets.get"),
        (["specs", "pull", "pet"], "pets"),
        (["templates", "show", "package/api/resource.py.jinj"], "package/api/resource.py.jinja"),
        (
            ["templates", "eject", "package/api/resurce.py.jinja", "--to", "ours"],
            "package/api/resource.py.jinja",
        ),
        (["generate", "--templates", "pack:dcs"], "docs"),
        (["completion", "bsh"], "bash"),
    ],
)
def test_a_mistyped_name_is_answered_with_the_one_that_was_meant(project, odcgen, arguments, meant):
    run = odcgen(*arguments)
    assert run.status == 2
    (told,) = [line for line in run.err.splitlines() if line.startswith("error: ")]
    assert f"Did you mean {meant}?" in told


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("[pakage]", "package"),
        ("[package]\nnme = 'a'", "name"),
        ("[package]\nhttp = 'htpx'", "httpx"),
        ("[selection]\noperation = []", "operations"),
        ("[[documents]]\nname = 'identiti'", "identity"),
        ("[[documents]]\nname = 'identity'\noverlay = []", "overlays"),
    ],
)
def test_a_mistyped_key_of_the_configuration_is_answered_so_too(odcgen, tmp_path, line, meant):
    (tmp_path / "odcgen.toml").write_text(line)
    run = odcgen("generate")
    assert run.status == 2
    assert f"Did you mean {meant}?" in run.err


@pytest.mark.parametrize(
    ("arguments", "text", "said"),
    [
        (["generate", "a.json", "--package", "class"], "", "Python keeps the word for itself"),
        (["generate"], "[[documents]]\npath = 'a.json'", "a [[documents]] table has no name"),
        (["generate"], "[[documents]]\nname = 'a-b'\npath = 'a.json'", "such as a_b."),
        (["diff", "HEAD"], "", "this folder is in no git repository"),
    ],
)
def test_a_message_says_what_to_do(odcgen, tmp_path, arguments, text, said):
    if text:
        (tmp_path / "odcgen.toml").write_text(text)
    run = odcgen(*arguments)
    assert run.status == 2
    assert said in run.err


def test_a_package_that_is_not_there_is_not_called_stale(project, odcgen):
    run = odcgen("generate", "--check")
    assert run.status == 1
    assert run.err.splitlines()[-1] == (
        "error: there is no package in made/zoo yet. `odcgen generate` makes it."
    )


# A selection is no replacement


@pytest.mark.parametrize(
    "selection", [("--api", "shops"), ("--operation", "shops.shops.get")], ids=["api", "operation"]
)
def test_a_selection_does_not_replace_a_fuller_package(project, odcgen, selection):
    odcgen("generate")
    before = contents(project / "made")
    run = odcgen("generate", *selection)
    assert run.status == 2
    assert "would be deleted, and nothing was" in run.err
    assert "--package NAME" in run.err
    assert contents(project / "made") == before
    assert odcgen("generate", *selection, "--package", "few").status == 0
    assert contents(project / "made/zoo") == {
        path.removeprefix("zoo/"): text for path, text in before.items() if path.startswith("zoo/")
    }
    assert odcgen("generate", *selection, "--force").status == 0
    assert not (project / "made/zoo/pets").exists()


def test_a_run_that_deletes_more_than_it_writes_needs_to_be_told_to(project, odcgen):
    odcgen("generate")
    config = project / "odcgen.toml"
    config.write_text(
        config.read_text().partition("[[documents]]")[0] + "[[documents]]\nname='pets'\npath='pets.json'\n"
    )
    before = contents(project / "made")
    run = odcgen("generate")
    if "would be deleted" in run.err:
        assert run.status == 2
        assert contents(project / "made") == before
        run = odcgen("generate", "--force")
    assert run.status == 0
    assert not (project / "made/zoo/shops").exists()


def test_a_change_of_a_document_asks_nothing(project, odcgen):
    odcgen("generate")
    write(project / "pets.json", pets("age"))
    assert odcgen("generate").status == 0


# Colour, versions, completion


def test_where_nobody_looks_there_is_no_colour(project, odcgen):
    for arguments in (["generate"], ["specs", "list"], ["doctor"], ["nope"]):
        run = odcgen(*arguments)
        assert "\x1b" not in run.out + run.err


@pytest.mark.parametrize("option", ["-V", "--version"])
def test_the_version_is_told(odcgen, option):
    from odcgen import __version__

    assert odcgen(option).out == f"odcgen, version {__version__}\n"


def test_it_runs_as_a_module_too(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "odcgen", "--version"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=True,
    )
    assert done.stdout.startswith("odcgen, version ")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_gets_its_completion(odcgen, shell):
    run = odcgen("completion", shell)
    assert run.status == 0
    assert "_ODCGEN_COMPLETE" in run.out


def test_completion_names_commands(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "odcgen"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=True,
        env=os.environ | {"_ODCGEN_COMPLETE": "bash_complete", "COMP_WORDS": "odcgen gen", "COMP_CWORD": "1"},
    )
    assert done.stdout.splitlines() == ["plain,generate"]


def test_help_tells_exit_codes_and_examples(odcgen):
    said = odcgen("--help").out
    assert "Exit codes:" in said
    for code in ("0  done", "1  a finding", "2  misuse"):
        assert code in said
    for command in ("generate", "diff", "doctor", "init", "operations", "completion"):
        assert "Example" in odcgen(command, "--help").out, command


def test_a_configuration_can_be_named(project, odcgen, tmp_path):
    other = tmp_path / "elsewhere"
    other.mkdir()
    (project / "odcgen.toml").rename(project / "zoo.toml")
    run = odcgen("generate", "--config", "../zoo.toml", cwd=other)
    assert run.status == 0
    assert (project / "made/zoo/pets").is_dir()
    assert odcgen("operations", "--config", "../zoo.toml", cwd=other).out.count("->") == 2
    run = odcgen("generate", "--config", "nowhere.toml", cwd=other)
    assert run.status == 2
    assert "nowhere.toml" in run.err
