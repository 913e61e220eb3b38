"""A copy of the oldest published documents, called, edited, and brought version by version to the newest."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from odcgen.diff.python.surface import surface
from odcgen.output.interface import read_interface
from odcgen.specs import distill, dump
from odcgen.specs.pull import read_original

APIS = {
    "asset-repository-api-v1": "asset_repository",
    "code-quality-api-v1": "code_quality",
    "dependency-management-api-v1": "dependency_management",
    "deployments-api-v1": "deployments",
    "native-application-orchestration-service-api-v1": "native_mobile_builds",
    "subscription-api-v1": "subscription",
}


@pytest.fixture
def project(shared, tmp_path):
    """A repository for the APIs whose history is known, with the oldest of their documents."""
    folder = tmp_path / "project"
    (folder / "specs").mkdir(parents=True)
    tables = "".join(f'[[documents]]\nname = "{api}"\n' for api in APIS.values())
    (folder / "odcgen.toml").write_text(tables, "utf-8")
    subprocess.run(["git", "init", "-q", folder], check=True)
    bring(folder, shared, 0)
    return folder


def versions(shared, name):
    return sorted((shared / "odc-history" / name).glob("*.json"))


def bring(folder, shared, step):
    """Put the documents of a step into their places as `specs pull` does; at the end the newest stays."""
    for name, api in APIS.items():
        known = versions(shared, name)
        published, _ = read_original(known[min(step, len(known) - 1)])
        (folder / "specs" / f"{api}.json").write_text(dump(distill(published.data)), "utf-8")


def code_for(package):
    """A module that uses every method, argument, field and member of a package, a line each."""
    lines = ["from typing import Any", f"from client import {package.client}"]
    lines += [f"import client.{api.name}" for api in package.apis]
    lines.append(f"def use(odc: {package.client}, value: Any) -> None:")
    found = surface(package)
    for name, function in found.functions.items():
        given = ["value" for _ in function.positional]
        lines += [f"    odc.{name}({call})" for call in calls(given, function.keywords)]
    for number, (name, class_) in enumerate(found.classes.items()):
        lines.append(f"    v{number}: client.{name} = value")
        lines += [f"    v{number}.{field}" for field in class_.attributes]
        if class_.arguments:
            lines += [f"    client.{name}({call})" for call in calls([], class_.arguments)]
    for name, enum in found.enums.items():
        lines += [f"    client.{name}.{member}" for member in enum.members]
    return "\n".join(lines) + "\n"


def calls(given, arguments):
    """The arguments of a call with what it must have, and of one for each that it may have."""
    needed = [*given, *(f"{key}=value" for key, argument in arguments.items() if argument.required)]
    more = [f"{key}=value" for key, argument in arguments.items() if not argument.required]
    return [", ".join(needed), *(", ".join([*needed, one]) for one in more)]


def names(package):
    """All names of a package as they are told: methods, their arguments, classes, fields and members."""
    found = surface(package)
    owned = [(name, one.attributes | one.arguments) for name, one in found.classes.items()]
    owned += [(name, enum.members) for name, enum in found.enums.items()]
    return {
        *found.functions,
        *(f"{name}({one})" for name, function in found.functions.items() for one in function.arguments),
        *(name for name, _ in owned),
        *(f"{name}.{member}" for name, members in owned for member in members),
    }


def mypy(folder):
    """The lines of the module that mypy finds fault with, and what it says."""
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "mypy",
            "--no-error-summary",
            "--no-incremental",
            "--check-untyped-defs",
            "app.py",
        ],
        cwd=folder,
        capture_output=True,
        text=True,
        env={"MYPYPATH": str(folder), "PATH": ""},
    )
    found = re.findall(r"^app\.py:(\d+): error: (.*)$", done.stdout, re.MULTILINE)
    # An attribute of a class that is gone is told where the class is named.
    return {int(line): text for line, text in found if "? has no attribute" not in text}


def test_every_name_that_went_was_found_in_the_code_before_and_nothing_else_broke(project, shared, odcgen):
    outcome = odcgen("vendor", "client", cwd=project)
    assert outcome.status == 0, outcome.err
    copy = project / "client"
    (project / "app.py").write_text(code_for(read_interface(copy).package), "utf-8")
    assert mypy(project) == {}
    edited = copy / "asset_repository" / "assets.py"
    edited.write_text(edited.read_text("utf-8").replace('"""Assets', '"""Mine: assets'), "utf-8")
    told = {}
    for step in range(1, max(len(versions(shared, name)) for name in APIS)):
        bring(project, shared, step)
        outcome = odcgen("vendor", "update", "client", "--force", "--json", cwd=project)
        assert outcome.status == 0, (step, outcome.err, outcome.out[-500:])
        plan = json.loads(outcome.out)
        told |= {call["line"]: call["name"] for call in plan["calls"]}
        assert "Mine: assets" in edited.read_text("utf-8")
    assert told, "the history has names that went"
    broken = mypy(project)
    assert broken.keys() <= told.keys()
    came_back = {line for line, name in told.items() if name in names(read_interface(copy).package)}
    assert told.keys() - came_back <= broken.keys(), "a name that was told stayed"
    final = odcgen("vendor", "status", "client", cwd=project)
    assert final.status == 1
    assert "edited by hand: asset_repository/assets.py" in final.out
    assert final.out.count("edited by hand") == 1


def test_the_newest_copy_is_the_one_that_a_fresh_run_makes(project, shared, odcgen):
    odcgen("vendor", "client", cwd=project)
    for step in range(1, 12):
        bring(project, shared, step)
        assert odcgen("vendor", "update", "client", "--force", cwd=project).status == 0
    odcgen("vendor", "fresh/client", cwd=project)
    old, new = (
        {p.relative_to(f).as_posix(): p.read_bytes() for p in sorted(f.rglob("*.py"))}
        for f in (project / "client", project / "fresh" / "client")
    )
    assert old == new
    assert Path(project / "client" / "CHANGES.md").read_text("utf-8").count("\n## ") > 1
