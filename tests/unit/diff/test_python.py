"""The Python verdict: what changes for callers, proved with a type checker on the generated package."""

import copy
import json

import attrs
import pytest
from odcgen import ir
from odcgen.adapter import adapt
from odcgen.config import config_for_files
from odcgen.diff.python.compare import diff_packages
from odcgen.documents.document import Document
from odcgen.naming import assign_names
from odcgen.normalize import normalize
from odcgen.output.compare import compare
from odcgen.output.write import write
from odcgen.pipeline import build
from odcgen.run.inputs import read_inputs

from benchmarks.changes import APIS, overlaid
from tests.generating import Package
from tests.unit.diff.callers import Caller, failing_names
from tests.unit.diff.history import versions

STRING, INTEGER = {"type": "string"}, {"type": "integer"}
NULLABLE = {"type": "string", "nullable": True}
ENUM = {"type": "string", "enum": ["Red", "Blue"]}
LEVEL = {"type": "integer", "enum": [1, 2]}
POLL = {"x-odcgen-poll": {"done": ["Done"]}}


def upload(method="upload"):
    return {"x-odcgen-upload": {"method": method, "url": "uploadUrl"}}


def query(name, schema, **more):
    return {"name": name, "in": "query", "schema": schema, **more}


def path_item(*parameters, method="get", schema=None, body=None, path=(), **more):
    """One operation: query parameters, the schema of its answer and of its body."""
    answer = {"description": ""}
    if schema is not None:
        answer["content"] = {"application/json": {"schema": schema}}
    types = {name: INTEGER if name == "number" else STRING for name in path}
    located = [{"name": name, "in": "path", "required": True, "schema": types[name]} for name in path]
    operation = {"parameters": [*located, *parameters], "responses": {"200": answer}, **more}
    if body is not None:
        operation["requestBody"] = {"required": True, "content": {"application/json": {"schema": body}}}
    return {method: operation}


def named(name):
    return {"$ref": f"#/components/schemas/{name}"}


def model(*required, **properties):
    return {"type": "object", "required": list(required), "properties": properties}


OLD = {
    "openapi": "3.0.3",
    "info": {"title": "A shop", "version": "1"},
    "paths": {
        "/apples": path_item(query("color", ENUM), query("size", INTEGER), schema=named("Apple")),
        "/pears": path_item(query("color", STRING), query("size", INTEGER, required=True)),
        "/plums": path_item(query("color", STRING)),
        "/figs": path_item(query("ids", {"type": "array", "items": STRING}), schema=STRING),
        "/dates/{dateId}": path_item(path=["dateId"], schema=named("Date")),
        "/limes/{bowl}/of/{number}": path_item(path=["bowl", "number"]),
        "/kiwis": path_item(method="post", body=named("KiwiCreate"), schema=named("Kiwi")),
        "/melons": path_item(method="post", body=named("MelonCreate")),
        "/nuts": path_item(schema=named("Nut")),
        "/oats": path_item(schema=named("Oat")),
        "/gone": path_item(),
        "/rows": path_item(schema={"type": "array", "items": named("Row")}),
        "/sacks": path_item(method="post", schema=named("Sack"), **upload()),
        "/tins": path_item(method="post", schema=named("Sack"), **upload()),
        "/teas": path_item(query("size", INTEGER), schema=named("Tea"), **POLL),
        "/ribs": path_item(schema=named("Rib"), **POLL),
        "/bags": path_item(method="put", body=named("Bag"), schema=named("Bag")),
    },
    "components": {
        "schemas": {
            "Apple": model("name", name=STRING, worm=STRING, seeds=INTEGER, color=ENUM, note=NULLABLE),
            "Date": model(ripe={"type": "boolean"}),
            "KiwiCreate": model("name", name=STRING, size=INTEGER, note=NULLABLE, code=INTEGER),
            "Kiwi": model(name=STRING),
            "MelonCreate": model(name=STRING, size=INTEGER),
            "Nut": model(name=STRING, kind=STRING, weight=INTEGER),
            "Oat": model(name=STRING),
            "Row": model(name=STRING),
            "Sack": model("uploadUrl", uploadUrl=STRING),
            "Tea": model("level", "status", level=INTEGER, status=STRING),
            "Rib": model("status", status=STRING),
            "Bag": {**model(name=STRING), "additionalProperties": STRING},
        }
    },
}


def changed():
    """Return the document with one change at each of its operations."""
    new = copy.deepcopy(OLD)
    paths, schemas = new["paths"], new["components"]["schemas"]
    paths["/apples"] = path_item(query("size", INTEGER), query("taste", STRING), schema=named("Apple"))
    schemas["Apple"] = model(
        "name", "note", name=INTEGER, seeds=INTEGER, color={**ENUM, "enum": ["Red", "Green"]}, note=STRING
    )
    paths["/pears"] = path_item(query("color", STRING, required=True), query("size", INTEGER))
    paths["/plums"] = path_item(query("color", STRING), query("ripe", STRING, required=True), deprecated=True)
    paths["/figs"] = path_item(query("ids", STRING), schema=INTEGER)
    paths["/dates/{dateKey}"] = path_item(path=["dateKey"], schema=named("Date"))
    del paths["/dates/{dateId}"]
    paths["/limes/{number}/of/{bowl}"] = path_item(path=["number", "bowl"])
    del paths["/limes/{bowl}/of/{number}"]
    schemas["KiwiCreate"] = model(
        "name", "size", name=NULLABLE, size=INTEGER, note=STRING, code=STRING, extra=STRING
    )
    schemas["MelonCreate"] = model("size", name=STRING, size=INTEGER)
    schemas["Nut"] = model(name=STRING, kind={"type": "string", "format": "uuid"}, weight={"type": "number"})
    del paths["/gone"], schemas["Oat"]
    paths["/oats"] = path_item(schema=named("Porridge"))
    schemas["Porridge"] = model(name=STRING)
    paths["/rows"] = path_item(schema={"type": "array", "items": named("Row")}, summary="List them.")
    paths["/new"] = path_item()
    paths["/sacks"] = path_item(method="post", schema=named("Sack"))
    paths["/tins"] = path_item(method="post", schema=named("Sack"), **upload("put_file"))
    paths["/teas"] = path_item(query("size", {**INTEGER, "enum": [3, 4]}), schema=named("Tea"), **POLL)
    schemas["Tea"] = model("level", "status", level=LEVEL, status=STRING)
    paths["/ribs"] = path_item(schema=named("Rib"))
    schemas["Bag"] = {**model(name=STRING), "additionalProperties": INTEGER}
    return new


def package(document, name="shop"):
    """Return the IR of a document as a package."""
    data = normalize(copy.deepcopy(document))
    api = assign_names(adapt(Document("shop", data, ""), data, name=name))
    return ir.Package(name="odc_client", apis=(api,))


def found(old, new):
    """Return the level and text of each finding, and the bump."""
    findings, bump = diff_packages(package(old), package(new))
    assert {one.verdict for one in findings} <= {"python"}
    return {(one.level, one.text) for one in findings}, bump


ERRORS = {
    "shop.Bag: additional is dict[str, int], not dict[str, str]",
    "shop.Bag: field additional is dict[str, int], not dict[str, str]",
    "shop.ribs.wait() removed",
    "shop.sacks.upload() removed",
    "shop.tins.upload() removed",
    "shop.Apple: field worm removed",
    "shop.Apple: name is int, not str",
    "shop.GetApplesColor removed",
    "shop.KiwiCreate: field code is str | Unset, not int | Unset",
    "shop.KiwiCreate: field note is str | Unset, not str | None | Unset",
    "shop.KiwiCreate: field size is now required",
    "shop.MelonCreate: field size is now required",
    "shop.Nut: kind is UUID | None, not str | None",
    "shop.Nut: weight is float | None, not int | None",
    "shop.Oat removed",
    "shop.apples.get(): parameter color removed",
    "shop.dates.get(): parameter date_id is now called date_key",
    "shop.figs.get(): parameter ids is str | None, not Sequence[str] | None",
    "shop.figs.get(): returns int, not str",
    "shop.gone removed",
    "shop.kiwis.create(): parameter code is str | Unset, not int | Unset",
    "shop.kiwis.create(): parameter note is str | Unset, not str | None | Unset",
    "shop.kiwis.create(): parameter size is now required",
    "shop.melons.create(): parameter size is now required",
    "shop.oats.get(): returns Porridge, not Oat",
    "shop.of.get(): parameter bowl is in another place",
    "shop.of.get(): parameter number is in another place",
    "shop.pears.get(): parameter color is now required",
    "shop.plums.get(): new required parameter ripe",
}
NOTES = {
    "shop.GetTeasSize added",
    "shop.Tea: level is TeaLevel | int",
    "shop.TeaLevel added",
    "shop.teas.get(): parameter size is GetTeasSize | int | None",
    "shop.teas.wait(): parameter size is GetTeasSize | int | None",
    "shop.tins.put_file() added",
    "shop.Apple: color is AppleColor | str | None",
    "shop.Apple: note is str",
    "shop.AppleColor added",
    "shop.KiwiCreate: field name is str | None",
    "shop.KiwiCreate: new field extra",
    "shop.Porridge added",
    "shop.apples.get(): new parameter taste",
    "shop.kiwis.create(): new parameter extra",
    "shop.kiwis.create(): parameter name is str | None",
    "shop.new added",
    "shop.pears.get(): parameter size is now optional",
    "shop.plums.get(): deprecated",
}


def test_each_kind_of_change_is_told_by_its_public_name():
    """Methods, parameters, results, models and fields, in the words of a caller."""
    findings, bump = found(OLD, changed())
    assert bump == "major"
    assert {text for level, text in findings if level == "error"} == ERRORS
    assert {text for level, text in findings if level == "info"} == NOTES


def test_enum_members_and_whole_apis_are_told_by_name():
    """The parts of something that came or went as a whole are not told once more."""
    old, new = copy.deepcopy(OLD), copy.deepcopy(OLD)
    for document, value in ((old, "Red"), (new, "Blue")):
        document["paths"] = {"/x": path_item(schema=named("Color"))}
        document["components"]["schemas"] = {"Color": {**STRING, "enum": [value]}}
    assert found(old, new)[0] == {("error", "shop.Color.RED removed"), ("info", "shop.Color.BLUE added")}
    one = package(old)
    both = attrs.evolve(one, apis=(*one.apis, attrs.evolve(one.apis[0], name="other")))
    assert [finding.text for finding in diff_packages(both, one)[0]] == ["other removed"]
    assert [finding.text for finding in diff_packages(one, both)[0]] == ["other added"]


@pytest.mark.parametrize(
    ("change", "bump"),
    [
        (lambda new: None, "none"),
        (lambda new: new["info"].update(description="Words."), "none"),
        (lambda new: new["paths"].update({"/new": path_item()}), "minor"),
        (lambda new: new["paths"]["/plums"]["get"].update(deprecated=True), "minor"),
        (lambda new: new["paths"]["/gone"]["get"]["responses"].update({"404": {"description": ""}}), "patch"),
        (lambda new: new["paths"].pop("/gone"), "major"),
        (lambda new: new["paths"]["/sacks"]["post"].pop("x-odcgen-upload"), "major"),
        (lambda new: new["paths"]["/sacks"]["post"].update(upload("put_file")), "major"),
        (lambda new: new["paths"]["/pears"]["get"]["parameters"][1].update(schema=LEVEL), "minor"),
        (lambda new: new["components"]["schemas"]["Nut"]["properties"].update(weight=LEVEL), "minor"),
    ],
)
def test_the_bump_follows_from_the_gravest_finding(change, bump):
    new = copy.deepcopy(OLD)
    change(new)
    assert found(OLD, new)[1] == bump


@pytest.fixture(scope="module")
def generated(shared, tmp_path_factory):
    """One generated package with an API for each version of the history, and for the two documents above."""
    folder = tmp_path_factory.mktemp("history")
    documents = {"shop_old": OLD, "shop_new": changed()} | dict(published(shared))
    files = []
    for name, document in documents.items():
        files.append(folder / f"{name}.json")
        files[-1].write_text(json.dumps(document), "utf-8")
    config = config_for_files(tuple(files), package="history", out=folder)
    made = build(config, read_inputs(config), str)
    write(config.target, made.files, compare(config.target, made.files))
    imported = Package(config.target, made.files, made.package)
    yield folder, imported
    imported.forget()


def published(shared):
    """Yield (API and number, document) of the history, distilled and with the names that the overlays pin."""
    for folder, known in versions(shared):
        for number, path in known:
            if (document := overlaid(path, APIS[folder])) is not None:
                yield f"{APIS[folder]}_{number}", document


def pairs_of(package):
    """Yield (old, new) of the APIs that are consecutive versions of one document."""
    for old, new in zip(package.apis, package.apis[1:], strict=False):
        if old.name.rpartition("_")[0] == new.name.rpartition("_")[0]:
            yield old, new


def alone(package, api, name):
    """Return a package of this API only, under the name that all of its versions share."""
    return attrs.evolve(package, apis=(attrs.evolve(api, name=name),))


def test_each_finding_is_proved_on_the_generated_code(generated):
    """A program that uses all of the old API passes the type checker with the old code.

    With the new code it fails where a finding of level error says so, and nowhere else.
    """
    folder, package = generated
    programs, expected = {}, {}
    for old, new in pairs_of(package.ir):
        name = old.name.rpartition("_")[0]
        packages = [alone(package.ir, api, name) for api in (old, new)]
        caller = Caller(package, old.name, name)
        errors = [one for one in diff_packages(*packages)[0] if one.level == "error"]
        programs[f"{old.name}_itself"] = caller, old.name
        programs[f"{old.name}_to_{new.name}"] = caller, new.name
        expected[f"{old.name}_itself"] = set()
        expected[f"{old.name}_to_{new.name}"] = {told(one) for one in errors}
    failing = failing_names(programs, folder)
    for program, names in expected.items():
        wrong = {used: lines for used, lines in failing[program].items() if not within(used, names)}
        assert wrong == {}, f"{program}: the type checker sees what no finding tells"
        unproved = {name for name in names if not any(within(used, {name}) for used in failing[program])}
        assert unproved == set(), f"{program}: a finding breaks nothing"


def told(finding):
    """Return the public name that a finding is about."""
    return finding.text.partition(":")[0].partition(" ")[0].removesuffix("()")


def within(used, names):
    """Tell whether a public name is one of these or inside one of these."""
    return any(used == name or used.startswith(f"{name}.") for name in names)


def test_an_enum_of_integers_that_becomes_an_integer_breaks_its_readers():
    """Its class is gone, though whoever reads the value gets what they got."""
    old, new = copy.deepcopy(OLD), copy.deepcopy(OLD)
    old["components"]["schemas"]["Tea"] = model("level", "status", level=LEVEL, status=STRING)
    texts, bump = found(old, new)
    assert bump == "major"
    assert texts == {
        ("error", "shop.TeaLevel removed"),
        ("info", "shop.Tea: level is int"),
    }
