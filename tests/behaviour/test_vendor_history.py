"""A copy made from the oldest published documents, called, edited, and brought version by version to the newest."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from odcgen.diff.python.surface import surface
from odcgen.output.interface import read_interface

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
    """A repository with an odcgen.toml for the APIs whose history is known, and the oldest of their documents."""
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
    """Put the documents of a step into their places, the newest where an API has no more."""
    for name, api in APIS.items():
        known = versions(shared, name)
        (folder / "specs" / f"{api}.json").write_bytes(known[min(step, len(known) - 1)].read_bytes())


def code_for(package):
    """A module that uses every method, argument and field of a package, a line each."""
    lines = ["# ruff: noqa", "from typing import Any", "from client import OdcClient"]
    lines += [f"import client.{api.name}" for api in package.apis]
    lines.append("def use(odc: OdcClient, value: Any) -> None:")
    found = surface(package)
    for name, function in found.functions.items():
        given = ", ".join("value" for _ in function.positional)
        required = [f"{key}=value" for key, argument in function.keywords.items() if argument.required]
        lines.append(f"    odc.{name}({', '.join(filter(None, [given, *required]))})")
        for key, argument in function.keywords.items():
            if not argument.required:
                lines.append(f"    odc.{name}({', '.join(filter(None, [given, *required, f'{key}=value']))})")
    for name, class_ in found.classes.items():
        lines += [f"    client.{name}.{field}" for field in {**class_.attributes, **class_.arguments}]
    for name, enum in found.enums.items():
        lines += [f"    client.{name}.{member}" for member in enum.members]
    return "\n".join(lines) + "\n"


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
    return {int(line): text for line, text in found}


def test_every_name_that_went_was_found_in_the_code_before_and_nothing_else_broke(project, shared, odcgen):
    outcome = odcgen("vendor", "client", cwd=project)
    assert outcome.status == 0, outcome.err
    copy = project / "client"
    # The client class is named after the package.
    code = code_for(read_interface(copy).package).replace("OdcClient", read_interface(copy).package.client)
    (project / "app.py").write_text(code, "utf-8")
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
    gone = {
        line: text
        for line, text in mypy(project).items()
        if re.search(r"has no attribute|Unexpected keyword|Module has no|not defined", text)
    }
    assert gone.keys() <= told.keys()
    still = mypy(project).keys()
    assert {line for line in told if line not in still} == set(), "a name that was told stayed"
    final = odcgen("vendor", "status", "client", cwd=project)
    assert final.status == 1 and "edited by hand: asset_repository/assets.py" in final.out
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
