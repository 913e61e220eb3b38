"""`odcgen diff` of documents that odcgen.toml names with documents from anywhere."""

import json
import shutil

import pytest

from tests.behaviour.conftest import write
from tests.generating import document, endpoint

ACTIONS = [{"target": "$.paths['/pets'].get", "update": {"x-odcgen-name": "animals.fetch"}}]


@pytest.fixture
def corrected(project):
    """A project whose overlay gives one operation a name."""
    overlay = {"overlay": "1.0.0", "info": {"title": "Names", "version": "1"}, "actions": ACTIONS}
    write(project / "names.yaml", overlay)
    config = project / "odcgen.toml"
    text = config.read_text().replace('path = "pets.json"', 'path = "pets.json"\noverlays = ["names.yaml"]')
    config.write_text(text)
    return project


def told(odcgen, *arguments):
    """The report of a comparison as data."""
    return json.loads(odcgen("diff", *arguments, "--format", "json").out)


def test_a_file_that_is_the_same_has_no_differences(corrected, odcgen):
    shutil.copytree(corrected, corrected.parent / "copy", ignore=shutil.ignore_patterns("*.toml", "*.yaml"))
    copy = corrected.parent / "copy" / "pets.json"
    report = told(odcgen, copy)
    assert (report["wire"], report["python"], report["findings"]) == ("none", "none", [])


def test_a_folder_that_is_the_same_has_no_differences(corrected, odcgen, tmp_path):
    folder = tmp_path / "copies"
    folder.mkdir()
    for name in ("pets.json", "shops.json"):
        shutil.copy(corrected / name, folder)
    report = told(odcgen, folder)
    assert (report["wire"], report["python"], report["findings"]) == ("none", "none", [])


def test_what_differs_is_told_by_the_names_that_the_overlay_gives(corrected, odcgen, tmp_path):
    old = json.loads((corrected / "pets.json").read_text())
    old["paths"]["/pets"]["get"]["parameters"] = [
        {"name": "kind", "in": "query", "schema": {"type": "string"}}
    ]
    (tmp_path / "old").mkdir()
    write(tmp_path / "old" / "pets.json", old)
    report = told(odcgen, tmp_path / "old" / "pets.json")
    texts = [one["text"] for one in report["findings"] if one["verdict"] == "python"]
    assert texts == ["pets.animals.fetch(): parameter kind removed"]


def test_a_removed_upload_is_a_major_change(odcgen, tmp_path):
    answer = {"type": "object", "required": ["url"], "properties": {"url": {"type": "string"}}}
    extension = {"x-odcgen-upload": {"url": "url"}}
    write(tmp_path / "old.json", document(endpoint(answer, method="post", path="/files", **extension)))
    write(tmp_path / "new.json", document(endpoint(answer, method="post", path="/files")))
    report = told(odcgen, "old.json", "new.json")
    assert report["python"] == "major"
    texts = [one["text"] for one in report["findings"] if one["verdict"] == "python"]
    assert len(texts) == 1
    assert texts[0].endswith(".upload() removed")
