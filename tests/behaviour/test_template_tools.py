"""`odcgen templates …` and the warnings of `generate`: eject, a built-in template changes, check, merge."""

import json
import shutil
import subprocess
import sys
import time

import pytest
from odcgen.kit import data

DOCUMENT = {
    "openapi": "3.0.3",
    "info": {"title": "A shop", "version": "1"},
    "servers": [{"url": "https://shop.example/v1"}],
    "paths": {"/things": {"get": {"summary": "Read it.", "responses": {"204": {"description": ""}}}}},
}
BODY = "package/api/body.jinja"


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A project with a folder of templates."""
    (tmp_path / "shop.json").write_text(json.dumps(DOCUMENT))
    (tmp_path / "odcgen.toml").write_text(
        '[package]\nname = "shop"\nout = "made"\ntemplates = ["ours"]\n'
        '[[documents]]\nname = "shop"\npath = "shop.json"\n[templates.vars]\nowner = "Acme"\n'
    )
    (tmp_path / "ours").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def builtin(tmp_path_factory, monkeypatch):
    """odcgen's own templates, as a copy that a test may change as a new version does."""
    folder = tmp_path_factory.mktemp("builtin") / "templates"
    shutil.copytree(data.templates(), folder)
    monkeypatch.setattr(data, "templates", lambda: folder)
    return folder


def test_list_names_files_nodes_and_blocks(here, odcgen):
    rows = {row["name"]: row for row in json.loads(odcgen("templates", "list", "--json").out)}
    resource = rows["package/api/resource.py.jinja"]
    assert resource["outputs"] == [
        {"for": "resource", "path": "{api.name}/{resource.name}.py", "once": False}
    ]
    wanted = "header imports constants class_head decorators signature docstring body class_tail"
    assert set(wanted.split()) <= set(resource["blocks"])
    models = rows["package/api/models/group.py.jinja"]["blocks"]
    assert {"bases", "fields", "decode", "encode"} <= set(models)
    assert "package/api/resource.py.jinja" in odcgen("templates", "list").out


def test_show_prints_a_template(here, odcgen):
    assert odcgen("templates", "show", BODY).out == (data.templates() / BODY).read_text()
    wrong = odcgen("templates", "show", "nope")
    assert (wrong.status, "nope" in wrong.err) == (2, True)


def test_context_is_what_a_template_gets(here, odcgen):
    plain = json.loads(odcgen("templates", "context", "shop.things.get", "--json").out)
    assert plain["vars"] == {"owner": "Acme"}
    assert plain["method"]["constant"].startswith("_")
    wrong = odcgen("templates", "context", "shop.nope")
    assert (wrong.status, "shop" in wrong.err) == (2, True)
    for name in ("", "shop", "shop.things"):
        assert odcgen("templates", "context", name).status == 0


def test_the_upgrade_story(here, builtin, odcgen):
    assert odcgen("templates", "eject", BODY).status == 0
    copy = here / "ours" / BODY
    copy.write_text(
        copy.read_text().replace("self._call", "self._call").replace("options,", "options,  # ours")
    )
    assert odcgen("generate").status == 0
    assert odcgen("templates", "check").status == 0

    new = builtin / BODY
    new.write_text("{# A line from the new version. #}\n" + new.read_text())
    ran = odcgen("generate")
    assert ran.status == 0
    assert f"builds on the template {BODY}, which changed" in ran.err

    examined = odcgen("doctor")
    assert examined.status == 1
    assert f"builds on the template {BODY}" in examined.out + examined.err

    told = odcgen("templates", "check")
    assert told.status == 1
    assert "+{# A line from the new version. #}" in told.out

    assert odcgen("templates", "merge").status == 0
    merged = copy.read_text()
    assert "A line from the new version" in merged
    assert "# ours" in merged
    assert odcgen("templates", "check").status == 0
    assert "changed" not in odcgen("generate").err


def test_a_conflict_is_marked_and_told(here, builtin, odcgen):
    odcgen("templates", "eject", BODY)
    copy, new = here / "ours" / BODY, builtin / BODY
    copy.write_text(copy.read_text().replace("self._pages", "self.ours"))
    before = new.read_text()
    for name in ("_pages", "_call"):
        copy.write_text(copy.read_text().replace(f'"{name}"', f'"{name}_ours"'))
        new.write_text(before.replace(f'"{name}"', f'"{name}_new"'))
    ran = odcgen("templates", "merge")
    assert ran.status == 1
    assert "conflict" in ran.out
    assert "<<<<<<< yours" in copy.read_text()


def test_a_template_that_extends_a_changed_one_is_told_too(here, builtin, odcgen):
    own = here / "ours" / "package" / "auth.py.jinja"
    own.parent.mkdir()
    own.write_text('{% extends "odcgen/package/auth.py.jinja" %}{% block header %}# ours{% endblock %}')
    assert odcgen("generate").status == 0
    assert odcgen("templates", "check").status == 0
    base = builtin / "package" / "auth.py.jinja"
    base.write_text(base.read_text() + "\n{# newer #}\n")
    told = odcgen("templates", "check")
    assert told.status == 1
    assert "package/auth.py.jinja" in told.out
    assert "changed since the last generation" in odcgen("generate").err
    assert odcgen("templates", "check").status == 0


def test_nothing_of_the_users_is_overwritten(here, odcgen):
    own = here / "ours" / BODY
    own.parent.mkdir(parents=True)
    own.write_text("mine")
    ran = odcgen("templates", "eject", BODY)
    assert (ran.status, own.read_text()) == (1, "mine")
    wrong = odcgen("templates", "eject", "package/api/bdy.jinja")
    assert wrong.status == 2
    assert f"Did you mean {BODY}?" in wrong.err


def test_templates_of_the_command_line_lie_above(here, odcgen):
    more = here / "more" / "package"
    more.mkdir(parents=True)
    (more / "module.py.jinja").write_text(
        '{% extends "odcgen/package/module.py.jinja" %}{% block header %}# {{ vars.owner }}{% endblock %}'
    )
    assert odcgen("generate", "--templates", "more").status == 0
    assert (here / "made" / "shop" / "auth.py").read_text().startswith("# Acme\n")
    wrong = odcgen("generate", "--templates", "pack:nope")
    assert (wrong.status, "no pack of templates 'nope'" in wrong.err) == (2, True)


def test_watch_generates_again_when_a_template_is_saved(here):
    target = here / "made" / "shop" / "auth.py"
    own = here / "ours" / "package" / "auth.py.jinja"
    own.parent.mkdir()
    running = subprocess.Popen(
        [sys.executable, "-c", "from odcgen.cli import main; main()", "generate", "--watch"],
        stderr=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    try:
        wait_for(target.exists)
        own.write_text('{% extends "odcgen/package/auth.py.jinja" %}{% block header %}# one{% endblock %}')
        wait_for(lambda: target.read_text().startswith("# one"))
        own.write_text("{{ broken")
        time.sleep(1)
        assert running.poll() is None
        own.write_text('{% extends "odcgen/package/auth.py.jinja" %}{% block header %}# two{% endblock %}')
        wait_for(lambda: target.read_text().startswith("# two"))
    finally:
        running.kill()
        running.wait()


def wait_for(holds):
    while not holds():
        time.sleep(0.1)


def test_a_pack_of_an_installed_package_lies_above_odcgens_own(here, odcgen, tmp_path_factory, monkeypatch):
    site = tmp_path_factory.mktemp("site")
    pack = site / "acme_pack" / "package"
    pack.mkdir(parents=True)
    (site / "acme_pack" / "__init__.py").write_text("raise SystemExit('a pack is no code to run')\n")
    (pack / "module.py.jinja").write_text(
        '{% extends "odcgen/package/module.py.jinja" %}{% block header %}# from the pack{% endblock %}'
    )
    info = site / "acme_pack-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-pack\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[odcgen.templates]\nacme = acme_pack\n")
    monkeypatch.syspath_prepend(str(site))
    toml = here / "odcgen.toml"
    toml.write_text(toml.read_text().replace('["ours"]', '["ours", "pack:acme"]'))
    own = here / "ours" / "package" / "module.py.jinja"
    own.parent.mkdir()
    own.write_text(
        '{% extends "odcgen/package/module.py.jinja" %}{% block header %}# ours\n{{ super() }}{% endblock %}'
    )
    assert odcgen("generate").status == 0
    assert (here / "made" / "shop" / "auth.py").read_text().startswith("# ours\n# from the pack\n")


def test_a_file_that_is_written_once_stays_the_users(here, odcgen):
    (here / "ours" / "base.jinja").write_text("X = 1\n")
    rows = here / "ours" / "outputs.toml"
    rows.write_text(
        '[[output]]\nfor = "api"\ntemplate = "base.jinja"\npath = "{api.name}/base.py"\nonce = true\n'
    )
    assert odcgen("generate").status == 0
    made = here / "made" / "shop" / "shop" / "base.py"
    assert made.read_text() == "X = 1\n"
    made.write_text("X = 2\n")
    (here / "ours" / "base.jinja").write_text("X = 3\n")
    assert odcgen("generate").status == 0
    assert odcgen("generate", "--check").status == 0
    rows.unlink()
    (here / "ours" / "base.jinja").unlink()
    assert odcgen("generate").status == 0
    assert made.read_text() == "X = 2\n"


def test_filters_that_change_are_seen_and_broken_ones_told(here, odcgen):
    toml = here / "odcgen.toml"
    toml.write_text(
        toml.read_text().replace("[templates.vars]", '[templates]\nmodule = "own.py"\n[templates.vars]')
    )
    own = here / "ours" / "package" / "module.py.jinja"
    own.parent.mkdir()
    own.write_text(
        '{% extends "odcgen/package/module.py.jinja" %}\n'
        "{% block header %}# {{ vars.owner | mine }}{% endblock %}"
    )
    target = here / "made" / "shop" / "auth.py"
    for said in ("one", "two"):
        (here / "own.py").write_text(f"FILTERS = {{'mine': lambda text: text + ' {said}'}}\n")
        assert odcgen("generate").status == 0
        assert target.read_text().startswith(f"# Acme {said}\n")
    for broken, why in (("1 / 0", "ZeroDivisionError"), ("x = 1", "no FILTERS")):
        (here / "own.py").write_text(broken + "\n")
        ran = odcgen("generate")
        assert (ran.status, why in ran.err, "own.py" in ran.err) == (1, True, True)
    (here / "own.py").unlink()
    ran = odcgen("generate")
    assert (ran.status, "own.py" in ran.err) == (2, True)
