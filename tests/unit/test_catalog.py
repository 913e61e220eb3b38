"""The catalog, what is known of fetches, and the files that are replaced."""

import json
import stat
from pathlib import Path

import pytest
from odcgen.config import Config, DocumentConfig, load_config
from odcgen.documents.fetched import Record, load_record, save_record
from odcgen.errors import ConfigError, OutputError, UsageError
from odcgen.specs.catalog import load_catalog, originals
from odcgen.specs.files import replace_file

ENTRY = """
[upstream]
raw = "https://specs.example/apis"

[[documents]]
name = "shop"
title = "Shop API"
version = "v1"
source = "shop-api-v1.json"
"""


def config(tmp_path, *documents):
    return Config(root=tmp_path, package="odc_client", out=tmp_path, documents=documents)


def test_the_catalog_of_odcgen_names_each_of_its_documents(root, specs):
    catalog = load_catalog(root / "specs")
    assert catalog.keys() == specs.keys()
    for name, entry in catalog.items():
        info = json.loads(specs[name].read_bytes())["info"]
        assert (entry.title, entry.version) == (info["title"], info["version"])
        assert entry.url.startswith("https://")


def test_an_original_is_what_the_catalog_says(tmp_path):
    (tmp_path / "catalog.toml").write_text(ENTRY)
    path = tmp_path / "specs" / "shop.json"
    (found,) = originals(config(tmp_path, DocumentConfig("shop", path)), load_catalog(tmp_path))
    assert (found.url, found.file) == ("https://specs.example/apis/shop-api-v1.json", "shop-api-v1.json")
    assert (found.title, found.version, found.target, found.ours) == ("Shop API", "v1", path, False)


def test_the_source_of_odcgen_toml_wins_and_makes_the_document_the_users_own(tmp_path):
    (tmp_path / "catalog.toml").write_text(ENTRY)
    document = DocumentConfig("shop", tmp_path / "shop.json", source="https://acme.example/swagger.json")
    (found,) = originals(config(tmp_path, document), load_catalog(tmp_path))
    assert (found.url, found.title, found.ours) == ("https://acme.example/swagger.json", "", True)


def test_a_name_that_is_no_document_is_refused(tmp_path):
    with pytest.raises(UsageError, match="no document named nix"):
        originals(config(tmp_path, DocumentConfig("shop", tmp_path / "shop.json")), {}, ("nix",))


@pytest.mark.parametrize("text", ["[[documents]]\nname = 'shop'\n", "documents = [1]", "["])
def test_a_broken_catalog_is_refused(tmp_path, text):
    (tmp_path / "catalog.toml").write_text(text)
    with pytest.raises(ConfigError):
        load_catalog(tmp_path)


def test_a_document_without_a_path_is_the_pulled_one_if_there_is_one(tmp_path):
    (tmp_path / "odcgen.toml").write_text('[[documents]]\nname = "builds"\n')
    (brought,) = load_config(tmp_path / "odcgen.toml").documents
    assert brought.path != tmp_path / "specs" / "builds.json" == brought.home
    assert not brought.lenient
    (tmp_path / "specs").mkdir()
    (tmp_path / "specs" / "builds.json").write_text("{}")
    (pulled,) = load_config(tmp_path / "odcgen.toml").documents
    assert pulled.path == tmp_path / "specs" / "builds.json"
    assert (pulled.lenient, pulled.overlays) == (True, brought.overlays)
    (tmp_path / "specs" / "overlays").mkdir()
    (tmp_path / "specs" / "overlays" / "builds.yaml").write_text("")
    (own,) = load_config(tmp_path / "odcgen.toml").documents
    assert (own.lenient, own.overlays) == (False, (tmp_path / "specs" / "overlays" / "builds.yaml",))


@pytest.mark.parametrize(
    "line",
    [
        'base_url = "acme.outsystems.app"',
        'base_url = "https://user@acme.outsystems.app"',
        'base_url = "https://{domain}/"',
        'credentials = "odc shop"',
        'credentials = "ODC"',
        'overlays = "one.yaml"',
        "path = 1",
        "source = 1",
        'name = "shop"',
    ],
)
def test_a_document_with_an_impossible_value_is_refused(tmp_path, line):
    key = line.partition(" ")[0]
    keys = {"name": 'name = "shop"', "path": 'path = "shop.json"', key: line}
    table = "[[documents]]\n" + "\n".join(keys.values()) + "\n"
    (tmp_path / "odcgen.toml").write_text(table * 2 if key == "name" else table)
    with pytest.raises(ConfigError):
        load_config(tmp_path / "odcgen.toml")


def test_a_record_is_read_as_it_was_written_and_others_stay(tmp_path):
    one, other = (
        Record(upstream="1", etag='W/"ä\\\n\x01"'),
        Record(document="2", fetched="2026-11-23T10:00:00Z"),
    )
    save_record(tmp_path / "one.json", one)
    save_record(tmp_path / "other.json", other)
    assert load_record(tmp_path / "one.json") == one
    assert load_record(tmp_path / "other.json") == other
    assert load_record(tmp_path / "third.json") == Record()


@pytest.mark.parametrize("text", ["", "[", "one = 1", "[one]\netag = 1\nnew = 2"])
def test_a_broken_record_knows_nothing(tmp_path, text):
    (tmp_path / "fetched.toml").write_text(text)
    assert load_record(tmp_path / "one.json") == Record()


def test_only_what_was_made_of_the_same_url_is_asked_for_conditionally():
    record = Record(document="d", url="https://a", etag='"e"', last_modified="then")
    headers = {"If-None-Match": '"e"', "If-Modified-Since": "then"}
    assert record.conditions("https://a", "d", texts=False) == headers
    assert record.conditions("https://b", "d", texts=False) == {}
    assert record.conditions("https://a", "edited", texts=False) == {}
    assert record.conditions("https://a", "d", texts=True) == {}


def test_a_replaced_file_keeps_its_mode_and_leaves_nothing_behind(tmp_path):
    file = tmp_path / "deep" / "a.json"
    replace_file(file, b"old")
    file.chmod(0o640)
    replace_file(file, b"new")
    assert file.read_bytes() == b"new"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert [path.name for path in file.parent.iterdir()] == ["a.json"]


def test_a_link_is_written_through(tmp_path):
    (tmp_path / "real.json").write_text("old")
    (tmp_path / "link.json").symlink_to("real.json")
    replace_file(tmp_path / "link.json", b"new")
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "real.json").read_bytes() == b"new"


def test_a_failure_leaves_the_old_file(tmp_path, monkeypatch):
    replace_file(tmp_path / "a.json", b"old")

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OutputError, match="No space left on device"):
        replace_file(tmp_path / "a.json", b"new")
    assert (tmp_path / "a.json").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]
