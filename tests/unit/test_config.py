"""The configuration: where it is found, what it holds, and what the command line changes."""

from pathlib import Path

import pytest
from odcgen.config import config_for_files, find_config, load_config, package_name
from odcgen.config.names import api_name_of
from odcgen.errors import ConfigError, UsageError


def test_the_nearest_file_upwards_is_found(tmp_path):
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    with pytest.raises(UsageError):
        find_config(below)
    (tmp_path / "odcgen.toml").write_text("")
    assert find_config(below) == tmp_path / "odcgen.toml"
    (tmp_path / "a" / "odcgen.toml").write_text("")
    assert find_config(below) == tmp_path / "a" / "odcgen.toml"


def test_everything_that_a_file_can_say(tmp_path):
    (tmp_path / "t").mkdir()
    (tmp_path / "shop.json").write_text("{}")
    (tmp_path / "o.yaml").write_text("")
    (tmp_path / "odcgen.toml").write_text(
        """
        [package]
        name = "shop_client"
        out = "made/here"
        http = "httpx2"
        templates = "t"
        [[documents]]
        name = "shop"
        path = "shop.json"
        overlays = ["o.yaml"]
        [selection]
        apis = ["shop"]
        operations = ["shop.carts.list"]
        [ignore]
        operations = ["shop GET /x"]
        """
    )
    config = load_config(tmp_path / "odcgen.toml")
    assert config.target == tmp_path / "made" / "here" / "shop_client"
    assert (config.http, config.templates.folders) == ("httpx2", (tmp_path / "t",))
    (document,) = config.documents
    assert (document.name, document.path, document.overlays) == (
        "shop",
        tmp_path / "shop.json",
        (tmp_path / "o.yaml",),
    )
    assert (config.apis, config.operations) == (frozenset({"shop"}), frozenset({"shop.carts.list"}))
    assert config.ignored == frozenset({"shop GET /x"})


def test_what_a_file_leaves_out(tmp_path):
    (tmp_path / "odcgen.toml").write_text("")
    config = load_config(tmp_path / "odcgen.toml")
    assert config.target == tmp_path / "generated" / "odc_client"
    assert (config.http, config.templates.folders, config.documents) == ("httpx", (), ())


def test_the_command_line_replaces_the_selection_as_a_whole(tmp_path):
    (tmp_path / "odcgen.toml").write_text('[selection]\napis = ["a"]\noperations = ["b.c.d"]\n')
    config = load_config(tmp_path / "odcgen.toml")
    assert config.select(apis=(), operations=()) == config
    assert config.select(apis=("x",), operations=()).operations == frozenset()


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("pets.json", "pets"),
        ("My Pets.v2.yaml", "my_pets"),
        ("user-access-management-api-v1.json", "user_access_management_api_v1"),
        ("class.json", "class_"),
        ("auth.json", "auth_api"),
        ("close.yaml", "close_api"),
        ("1.json", "api_1"),
        (".json", "api"),
        ("__.json", "api"),
        ("Ünï.json", "ünï"),
    ],
)
def test_an_api_is_named_after_its_file(file, name):
    assert api_name_of(Path(file)) == name


@pytest.mark.parametrize("name", ["a-b", "", "1a", "_a", "class", "a.b", "ä", "a b", "../a"])
def test_a_package_needs_a_name_that_python_imports(name):
    with pytest.raises(ConfigError):
        package_name(name)


def test_files_of_one_name_are_refused(tmp_path):
    with pytest.raises(UsageError, match="pets"):
        config_for_files((tmp_path / "pets.json", tmp_path / "pets.yaml"), package="a", out=tmp_path)


def written(folder, text):
    (folder / "pets.json").write_text("{}")
    (folder / "odcgen.toml").write_text(text + '[[documents]]\nname = "pets"\npath = "pets.json"\n')
    return folder / "odcgen.toml"


@pytest.mark.parametrize(
    ("text", "repairs"),
    [
        ("", ("safe",)),
        ('repairs = "none"\n', ("none",)),
        ('repairs = ["null-text", "empty-enum"]\n', ("empty-enum", "null-text")),
    ],
)
def test_the_repairs_are_safe_ones_none_or_those_that_are_named(tmp_path, text, repairs):
    config = load_config(written(tmp_path, text))
    assert config.documents[0].repairs == repairs
    assert config.strict().documents[0].repairs == ("none",)
    assert set(repairs) <= set(config.documents[0].choices)


def test_a_document_has_repairs_of_its_own(tmp_path):
    file = written(tmp_path, 'repairs = "none"\n')
    file.write_text(file.read_text() + 'repairs = ["null-text"]\n')
    assert load_config(file).documents[0].repairs == ("null-text",)


@pytest.mark.parametrize("value", ["5", "[5]", "{a = 1}"])
def test_repairs_that_are_no_names_are_refused(tmp_path, value):
    with pytest.raises(ConfigError, match="repairs must be"):
        load_config(written(tmp_path, f"repairs = {value}\n"))
