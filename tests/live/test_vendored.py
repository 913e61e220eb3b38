"""A vendored copy in a project of its own: an environment with httpx and attrs, and nothing else."""

import importlib.metadata
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.live.conftest import SECRET

NAME = "acme.platform._vendor.odc"
CALLER = f"""
from {NAME} import ClientCredentials, OdcClient
from {NAME}.identity import User


def first(portal: str, identity: str) -> User:
    credentials = ClientCredentials("posting", {SECRET!r})
    with OdcClient(portal, base_urls={{"identity": identity}}, credentials=credentials) as odc:
        return odc.identity.users.list().page().items[0]
"""


def installed(root):
    """A distribution and all that it needs."""
    found, wanted = {}, list(root)
    while wanted:
        name = re.split(r"[^\w.-]", wanted.pop())[0].lower().replace("_", "-")
        if name not in found:
            found[name] = importlib.metadata.distribution(name)
            needed = found[name].requires or ()
            wanted += [one for one in needed if "extra ==" not in one and "python_version <" not in one]
    return found.values()


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A project with a copy of the client, nested, and a fresh environment."""
    folder = tmp_path_factory.mktemp("project")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder / ".venv"], check=True)
    (site,) = (folder / ".venv").glob("lib/python*/site-packages")
    for distribution in installed(["httpx", "attrs"]):
        for file in distribution.files:
            if ".." not in file.parts and file.suffix != ".pyc":
                (site / file).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(distribution.locate_file(file), site / file)
    target = folder / "src" / Path(*NAME.split("."))
    code = "from odcgen.cli import main; main()"
    command = [sys.executable, "-c", code, "vendor", target]
    subprocess.run(command, check=True, cwd=folder, capture_output=True)
    for parent in target.relative_to(folder / "src").parents[:-1]:
        (folder / "src" / parent / "__init__.py").touch()
    (folder / "src" / "caller.py").write_text(CALLER, "utf-8")
    return folder


def test_the_environment_has_httpx_and_attrs_only(project):
    code = "import importlib.metadata as m; print(*sorted(d.name.lower() for d in m.distributions()))"
    done = run(project, "-c", code)
    assert {"httpx", "attrs"} <= set(done.stdout.split())
    assert not {"limits", "redis", "cryptography", "opentelemetry-api", "odcgen"} & set(done.stdout.split())


def test_mypy_is_content_in_the_new_home(project):
    python = project / ".venv" / "bin" / "python"
    options = ["--strict", "--python-executable", python, "--cache-dir", project / ".mypy_cache"]
    done = subprocess.run(
        [sys.executable, "-m", "mypy", *options, "src"], cwd=project, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout


def test_pyright_is_content_in_the_new_home(project, node_modules):
    settings = '{"typeCheckingMode": "strict", "include": ["src"], "venvPath": ".", "venv": ".venv"}'
    (project / "pyrightconfig.json").write_text(settings, "utf-8")
    pyright = node_modules / ".bin" / "pyright"
    done = subprocess.run([pyright, "-p", project], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-2000:]


def test_a_call_of_the_copy_ends_at_a_server_with_a_token_of_a_real_provider(project, prism, provider):
    mock = prism("identity")
    code = f"import caller; print(type(caller.first({provider.url!r}, {mock.url!r})).__module__)"
    done = run(project, "-c", code)
    assert done.stdout.startswith(f"{NAME}.identity.models."), done.stderr
    assert len(provider.answers("token")) >= 1


def run(project, *arguments):
    """Run the project's Python where its code is."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(
        [project / ".venv" / "bin" / "python", *arguments],
        cwd=project / "src",
        env=environment,
        capture_output=True,
        text=True,
    )
