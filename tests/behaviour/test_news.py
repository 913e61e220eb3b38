"""What `odcgen generate` tells callers of a change, and the CHANGES.md that it writes."""

import json

import pytest
from odcgen.diff.news import with_entry
from odcgen.output.interface import FILE_NAME, read_interface

from tests.behaviour.conftest import contents
from tests.generating import document, endpoint, schemas

PET = schemas(
    "Pet: {type: object, required: [name], properties: {name: {type: string}, age: {type: integer}}}"
)
REF = {"$ref": "#/components/schemas/Pet"}


def shop(*paths, overlay=None, **members):
    """A document with an operation for each path."""
    content = {"paths": {}}
    for path in paths:
        content["paths"] |= endpoint(REF, path=path)["paths"]
    return document(content | PET | members)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "odcgen.toml").write_text(
        '[package]\nname = "odc_client"\nout = "."\n[[documents]]\nname = "shop"\npath = "specs/shop.json"\n'
    )
    (tmp_path / "specs").mkdir()
    put(tmp_path, shop("/pets", "/owners"))
    return tmp_path


def put(folder, data, fetched="2026-11-23T10:00:00Z"):
    (folder / "specs" / "shop.json").write_text(json.dumps(data))
    (folder / "specs" / "fetched.toml").write_text(f'[shop]\nfetched = "{fetched}"\n')


def pin(folder, *names):
    """Pin the names of operations by an overlay."""
    actions = [
        {"target": f"$.paths['/{path}'].get", "update": {"x-odcgen-name": name}} for path, name in names
    ]
    overlay = {"overlay": "1.0.0", "info": {"title": "Names", "version": "1"}, "actions": actions}
    (folder / "names.yaml").write_text(json.dumps(overlay))
    config = folder / "odcgen.toml"
    if "overlays" not in config.read_text():
        config.write_text(config.read_text() + 'overlays = ["names.yaml"]\n')


def changes(folder):
    return (folder / "odc_client" / "CHANGES.md").read_text()


def test_the_first_run_has_nothing_to_tell(folder, odcgen):
    done = odcgen("generate")
    assert done.status == 0
    assert "For callers" not in done.out
    assert not (folder / "odc_client" / "CHANGES.md").exists()


def test_a_new_method_and_a_vanished_one_are_told_with_the_calls_to_look_for(folder, odcgen):
    odcgen("generate")
    put(folder, shop("/pets", "/toys"))
    done = odcgen("generate")
    assert done.status == 0
    assert (
        "For callers of odc_client this is a major change. New: shop.toys.get. "
        "Gone, so look for `odc.shop.owners.get(`.\n"
    ) in done.out
    assert changes(folder) == (
        "# Changes of odc_client\n\nWritten by `odcgen generate`, newest first.\n\n"
        "## 2026-11-23: major change\n\n"
        "Gone; look for these calls:\n\n- `odc.shop.owners.get(`\n\n"
        "New:\n\n- `odc.shop.toys.get()`\n"
    )


def test_changed_arguments_and_types_are_told(folder, odcgen):
    odcgen("generate")
    data = shop("/pets", "/owners")
    data["paths"]["/pets"]["get"]["parameters"] = [
        {"name": "kind", "in": "query", "required": True, "schema": {"type": "string"}}
    ]
    data["components"]["schemas"]["Pet"]["properties"]["color"] = {"type": "string"}
    put(folder, data)
    out = odcgen("generate").out
    assert "Breaking: shop.pets.get(): new required parameter kind." in out
    assert "Harmless: shop.Pet: field color added." in out


def test_words_alone_are_no_change_for_callers(folder, odcgen):
    odcgen("generate")
    data = shop("/pets", "/owners")
    data["paths"]["/pets"]["get"]["summary"] = "Look at the pets."
    put(folder, data)
    done = odcgen("generate")
    assert "files written" in done.out
    assert "For callers" not in done.out
    assert not (folder / "odc_client" / "CHANGES.md").exists()


def test_entries_pile_up_and_words_of_the_user_stay(folder, odcgen):
    odcgen("generate")
    put(folder, shop("/pets"))
    odcgen("generate")
    mine = changes(folder).replace("newest first.", "newest first. We release on Fridays.")
    (folder / "odc_client" / "CHANGES.md").write_text(mine + "\n## 0.9\n\nBefore odcgen.\n")
    put(folder, shop("/pets", "/toys"), fetched="2026-12-01T10:00:00Z")
    assert odcgen("generate").status == 0
    text = changes(folder)
    headings = [line for line in text.splitlines() if line.startswith("## ")]
    assert headings == ["## 2026-12-01: minor change", "## 2026-11-23: major change", "## 0.9"]
    assert "We release on Fridays." in text
    assert text.endswith("Before odcgen.\n")


def test_the_entry_is_the_same_on_every_machine(folder, odcgen, tmp_path):
    """Its date is that of the documents: two who generate from them have no conflict."""
    odcgen("generate")
    before = contents(folder)
    put(folder, shop("/pets"))
    odcgen("generate")
    first = changes(folder)
    for path, content in before.items():
        if path.startswith("odc_client"):
            (folder / path).write_bytes(content)
    (folder / "odc_client" / "CHANGES.md").unlink()
    odcgen("generate")
    assert changes(folder) == first


def test_a_document_that_was_never_pulled_has_no_date(folder, odcgen):
    odcgen("generate")
    put(folder, shop("/pets"))
    (folder / "specs" / "fetched.toml").unlink()
    odcgen("generate")
    assert "\n## major change\n" in changes(folder)


def test_changes_md_makes_no_package_stale(folder, odcgen):
    odcgen("generate")
    put(folder, shop("/pets"))
    odcgen("generate")
    (folder / "odc_client" / "CHANGES.md").write_text("mine")
    assert odcgen("generate", "--check").status == 0
    assert odcgen("generate").status == 0
    assert changes(folder) == "mine"
    (folder / "odc_client" / "CHANGES.md").unlink()
    assert odcgen("generate", "--check").status == 0


def test_check_and_diff_tell_but_write_nothing(folder, odcgen):
    odcgen("generate")
    put(folder, shop("/pets"))
    before = contents(folder / "odc_client")
    done = odcgen("generate", "--check")
    assert done.status == 1
    assert "look for `odc.shop.owners.get(`" in done.err
    odcgen("generate", "--diff")
    assert contents(folder / "odc_client") == before


def test_json_has_it_as_data(folder, odcgen):
    odcgen("generate")
    put(folder, shop("/pets", "/toys"))
    report = json.loads(odcgen("generate", "--json").out)
    assert report["changes"].startswith("For callers of odc_client this is a major change.")
    news = report["news"]
    assert (news["python"], news["added"], news["removed"]) == (
        "major",
        ["shop.toys.get"],
        ["shop.owners.get"],
    )
    assert [finding["id"] for finding in news["findings"]] == [
        "python-resource-removed",
        "python-resource-added",
    ]


def test_a_new_method_without_a_pinned_name_is_told(folder, odcgen):
    pin(folder, ("pets", "pets.get"), ("owners", "owners.get"))
    odcgen("generate")
    put(folder, shop("/pets", "/owners", "/toys"))
    assert "No overlay pins the name of shop.toys.get." in odcgen("generate").out


def test_where_nothing_is_pinned_nothing_is_asked_for(folder, odcgen):
    odcgen("generate")
    put(folder, shop("/pets", "/owners", "/toys"))
    assert "pins" not in odcgen("generate").out


def test_a_pinned_operation_that_vanished_stops_the_run_and_says_what_to_look_for(folder, odcgen):
    pin(folder, ("pets", "pets.get"), ("owners", "owners.fetch"))
    odcgen("generate")
    put(folder, shop("/pets"))
    before = contents(folder / "odc_client")
    done = odcgen("generate")
    assert done.status == 1
    assert "matches nothing (" in done.err
    assert "look for `.owners.fetch(` in your code, then remove the action" in done.err
    assert contents(folder / "odc_client") == before


def test_stale_actions_may_be_allowed(folder, odcgen):
    pin(folder, ("pets", "pets.get"), ("owners", "owners.fetch"))
    odcgen("generate")
    put(folder, shop("/pets"))
    done = odcgen("generate", "--allow-stale")
    assert done.status == 0
    assert "warning: shop: stale overlay: The target $.paths['/owners'].get matches nothing" in done.err
    assert "Gone, so look for `odc.shop.owners.fetch(`." in done.out
    assert odcgen("generate", "--check").status == 1


@pytest.fixture
def selected(folder, odcgen):
    """A package of two selected operations."""
    config = folder / "odcgen.toml"
    config.write_text(config.read_text() + '[selection]\noperations = ["shop.pets.get", "shop.owners.get"]\n')
    assert odcgen("generate").status == 0
    return folder


def test_a_selected_method_that_vanished_is_deleted_not_a_mistake(selected, odcgen):
    put(selected, shop("/pets", "/toys"))
    done = odcgen("generate")
    assert done.status == 0
    assert "Selected, but deleted: shop.owners.get." in done.out
    assert "New:" not in done.out
    assert odcgen("generate", "--check").status == 0
    put(selected, shop("/pets", "/toys", "/birds"))
    assert "Selected, but deleted: shop.owners.get." in odcgen("generate").out


def test_a_selected_method_that_is_called_in_another_way_is_outdated(selected, odcgen):
    data = shop("/pets", "/owners")
    data["paths"]["/pets"]["get"]["parameters"] = [
        {"name": "kind", "in": "query", "schema": {"type": "string"}}
    ]
    put(selected, data)
    assert "Selected, and outdated: shop.pets.get." in odcgen("generate").out


def test_a_selection_of_what_never_was_is_a_mistake(selected, odcgen):
    done = odcgen("generate", "--operation", "shop.nix.get")
    assert done.status == 2
    assert "nothing is called shop.nix.get" in done.err


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]\n", '{"format": 2}\n', '{"format": 1}\n', '{"format":1,"package":{"":"Nix"},"gone":[]}\n',
     '{"format":1,"package":{"":"Package","name":"a","new":1},"gone":[]}\n', "\x00"],
)  # fmt: skip
def test_an_interface_that_cannot_be_read_is_unknown(folder, odcgen, text):
    odcgen("generate")
    (folder / "odc_client" / FILE_NAME).write_text(text)
    assert read_interface(folder / "odc_client") is None
    put(folder, shop("/pets"))
    done = odcgen("generate", "--force")
    assert done.status == 0
    assert "For callers" not in done.out


def test_the_interface_of_all_apis_is_read_as_it_was_written(root, tmp_path):
    """Compared with itself through the file, nothing has changed; texts of the documents are not in it."""
    from odcgen.config import load_config
    from odcgen.diff.python.compare import diff_packages
    from odcgen.ir import Package
    from odcgen.output.interface import interface_text
    from odcgen.pipeline import parse_all
    from odcgen.run.inputs import read_inputs

    config = load_config(root / "odcgen.toml")
    package = Package(name="odc_client", apis=tuple(parse_all(config, read_inputs(config))))
    text = interface_text(package, frozenset())
    assert len(text) < 400_000
    (tmp_path / FILE_NAME).write_text(text)
    assert diff_packages(read_interface(tmp_path).package, package)[0] == ()
    assert "e-mail" not in text


def test_the_same_entry_is_not_written_twice():
    new = "## 2026-11-23: minor change\n\nNew:\n\n- `odc.a.b.get()`\n"
    once = with_entry("", "odc_client", new)
    assert with_entry(once, "odc_client", new) == once
    older = with_entry("# Mine\n\nNo entries yet.", "odc_client", new)
    assert older == f"# Mine\n\nNo entries yet.\n\n{new}"
