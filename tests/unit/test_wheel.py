"""A wheel holds all that odcgen needs outside the checkout."""

import os
import subprocess
import sys
from zipfile import ZipFile

import pytest


@pytest.fixture(scope="module")
def wheel(root, tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(root)]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def files(root, folder):
    names = {path.relative_to(root / folder) for path in (root / folder).rglob("*.*") if path.is_file()}
    return {name.as_posix() for name in names if not any(part.startswith(".") for part in name.parts)}


@pytest.mark.parametrize("folder", ["templates", "specs"])
def test_it_carries_the_data(wheel, root, folder):
    prefix = f"odcgen/_data/{folder}/"
    carried = {name.removeprefix(prefix) for name in ZipFile(wheel).namelist() if name.startswith(prefix)}
    assert carried == files(root, folder)
    assert carried


def test_it_carries_both_packages_and_nothing_else(wheel):
    tops = {name.partition("/")[0] for name in ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"odcgen", "odc_runtime"}


def test_it_generates_outside_the_checkout(wheel, tmp_path):
    target, work = tmp_path / "installed", tmp_path / "work"
    work.mkdir()
    install = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "-qq",
        "--no-deps",
        "--target",
        str(target),
        str(wheel),
    ]
    subprocess.run(install, check=True)
    spec = target / "odcgen" / "_data" / "specs" / "subscription.json"
    code = "import odcgen.cli; print(odcgen.__file__); odcgen.cli.main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "generate", str(spec), "--out", "out", "--package", "acme_client"],
        cwd=work,
        env=os.environ | {"PYTHONPATH": str(target)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(str(target))
    assert (work / "out" / "acme_client" / "_runtime" / "kernel" / "operation.py").is_file()
