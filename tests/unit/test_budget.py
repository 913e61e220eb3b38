"""One budget for the work on a document: each limit is refused by name, and work grows with the text."""

import json
import re
import sys
from pathlib import Path

import attrs
import pytest
from odcgen import ir, pipeline
from odcgen.config import DocumentConfig, load_config
from odcgen.diff.wire.diff import diff_documents
from odcgen.documents.budget import Budget, LimitError
from odcgen.documents.document import read_document
from odcgen.documents.walk import free_name
from odcgen.errors import ConfigError, OdcgenError
from odcgen.kit.limits import NAMES, Limits
from odcgen.kit.namespace import Namespace, fold
from odcgen.kit.stack import Stack
from odcgen.overlay import apply_all
from odcgen.reading import read_any
from odcgen.run.inputs import Source

from tests.growing import FAMILIES, document, get, ref

ROOT = Path(__file__).resolve().parents[2]


def parse(data, **limits):
    """Run all stages but rendering for a document."""
    budget = Budget(Limits(**limits), "api.json")
    source = Source(
        DocumentConfig("api", Path("api.json"), shown="api.json"), json.dumps(data).encode(), (), ""
    )
    return pipeline.parse(source, budget), budget


def generated(data, **limits):
    """Return the files of a document's API, and what is left of its budget."""
    from odcgen.kit import data as places
    from odcgen.render import render_api

    api, budget = parse(data, **limits)
    stack = Stack().over(places.templates())
    return render_api(ir.Package(name="shop"), api, stack, budget).files, budget


def spent(budget, limit):
    return getattr(budget.limits, limit) - budget._left[limit]


def refused(limit, work, *args, **choices):
    with pytest.raises(LimitError) as caught:
        work(*args, **choices)
    error = caught.value
    assert error.limit == limit
    assert f"{limit!r}" in error.message
    assert f"higher {limit} under [limits]" in (error.hint or "")
    return error


TEXT = {"type": "string"}
WIDE = document({"A": {"type": "object", "properties": {f"p{i}": TEXT for i in range(50)}}})


def test_a_file_beyond_its_limit_is_not_read_to_the_end(tmp_path):
    (tmp_path / "a.json").write_bytes(b'{"a": "' + b"x" * 100 + b'"}')
    budget = Budget(Limits(file_bytes=50), "a.json")
    error = refused("file_bytes", read_document, tmp_path / "a.json", None, budget)
    assert error.file == "a.json"


def test_more_values_than_the_limit_are_refused_before_they_are_made():
    error = refused("values", parse, WIDE, values=60)
    assert error.file == "api.json"
    text = b"[" + b"[]," * 1000 + b"[]]"
    refused("values", read_document, Path("a.json"), b'{"a": ' + text + b"}", Budget(Limits(values=500)))
    prose = json.dumps({"a": ", " * 1000}).encode()
    assert read_document(Path("a.json"), prose, Budget(Limits(values=500)))


def test_aliases_of_a_long_text_count_its_characters():
    text = "a: &a " + "x" * 1000 + "\n" + "".join(f"b{i}: *a\n" for i in range(50))
    error = refused(
        "characters", read_document, Path("a.yaml"), text.encode(), Budget(Limits(characters=9999))
    )
    assert error.pointer == "/b9"


def test_an_overlay_that_doubles_the_document_is_refused_at_its_action(tmp_path):
    actions = [{"target": "$.x", "update": {f"n{i}": {}}} for i in range(1)]
    actions += [{"target": f"$.x.n{i}", "copy": "$.x"} for i in range(1)]
    actions += [{"target": "$.x.n0", "update": {"more": {}}}] + [
        step
        for i in range(40)
        for step in (
            {"target": "$.x", "update": {f"k{i}": {}}},
            {"target": f"$.x.k{i}", "copy": "$.y"},
            {"target": "$.y", "copy": "$.x"},
        )
    ]
    overlay = json.dumps({"overlay": "1.1.0", "info": {"title": "t", "version": "1"}, "actions": actions})
    data = {"x": {"a": 1}, "y": {"b": 2}}
    error = refused(
        "values",
        apply_all,
        data,
        [Path("o.json")],
        [overlay.encode()],
        lenient=True,
        budget=Budget(Limits(values=20_000)),
    )
    assert re.fullmatch(r"/actions/\d+", error.pointer)


def test_swagger_pays_for_each_media_type_and_use():
    schema = {"type": "object", "properties": {f"p{i}": TEXT for i in range(100)}}
    item = {
        "get": {
            "produces": [f"application/v{i}+json" for i in range(100)],
            "responses": {"200": {"description": "", "schema": schema}},
        }
    }
    data = {
        "swagger": "2.0",
        "info": {"title": "t", "version": "1"},
        "host": "x.example",
        "paths": {"/x": item},
    }
    error = refused(
        "values", read_any, Path("a.json"), json.dumps(data).encode(), Budget(Limits(values=5000))
    )
    assert error.pointer == "/paths/~1x/get"


def test_the_refusal_names_the_schema_that_went_too_far():
    data = FAMILIES["heirs_of_a_wide_base"](60)
    error = refused("expansions", parse, data, expansions=2000)
    assert error.pointer.startswith("/components/schemas/H")
    error = refused("expansions", parse, FAMILIES["doubling_unions"](20), expansions=2000)
    assert error.pointer.startswith("/components/schemas/S")
    error = refused("union_members", parse, FAMILIES["members"](50), union_members=20)
    assert error.pointer == "/components/schemas/A"


def test_the_output_and_each_file_of_it_are_bounded():
    assert "models" in refused("module_bytes", generated, WIDE, module_bytes=2000).pointer
    assert "in the file" in refused("output_bytes", generated, WIDE, output_bytes=2000).pointer


def test_the_difference_spends_of_a_budget_too():
    new = json.loads(json.dumps(WIDE).replace('"string"', '"integer"'))
    error = refused(
        "comparisons", diff_documents, WIDE, new, budget=Budget(Limits(comparisons=20), "new.json")
    )
    assert error.file == "new.json"


def test_time_is_the_last_resort(monkeypatch):
    clock = [0.0]
    monkeypatch.setattr("odcgen.documents.budget.time.process_time", lambda: clock[0])
    budget = Budget(Limits(seconds=5), "a.json")
    for _ in range(1000):
        budget.spend("values", 1)
    clock[0] = 5.1

    def go_on():
        for _ in range(1000):
            budget.spend("values", 1)

    refused("seconds", go_on)


def test_odcgen_toml_sets_limits(tmp_path):
    (tmp_path / "a.json").write_text(json.dumps(WIDE))
    toml = tmp_path / "odcgen.toml"
    toml.write_text('[limits]\nvalues = 60\n[[documents]]\nname = "a"\npath = "a.json"\n')
    config = load_config(toml)
    assert config.documents[0].limits == Limits(values=60)
    for wrong in ("values = 0", "values = true", 'values = "9"', "nodes = 5"):
        toml.write_text(f'[limits]\n{wrong}\n[[documents]]\nname = "a"\npath = "a.json"\n')
        with pytest.raises(ConfigError):
            load_config(toml)


def test_the_page_on_security_has_the_numbers_of_the_budget():
    text = (ROOT / "docs" / "security.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| `(\w+)` \| ([0-9,]+(?: MiB)?) \|", text, re.MULTILINE))
    numbers = attrs.asdict(Limits())
    shown = {
        name: f"{value // 2**20} MiB" if name.endswith("_bytes") else f"{value:,}"
        for name, value in numbers.items()
    }
    assert rows == shown
    assert set(rows) == set(NAMES)


def calls_of(work):
    """Return how many functions of odcgen a piece of work calls: a count, which no busy machine changes."""
    counted = 0

    def count(frame, event, _argument):
        nonlocal counted
        if event == "call":
            counted += 1

    sys.setprofile(count)
    try:
        work()
    except OdcgenError:
        pass
    finally:
        sys.setprofile(None)
    return counted


@pytest.mark.parametrize("name", FAMILIES)
def test_work_grows_no_faster_than_what_is_read_written_and_paid_for(name):
    """Twice the document, twice the calls: or as many more as is written or taken of the budget."""
    limits = {"expansions": 20_000, "output_bytes": 2_000_000, "characters": 5_000_000, "comparisons": 50_000}
    sizes, calls, made, paid = [], [], [], []

    def work(data):
        files, budget = generated(data, **limits)
        made[-1] = sum(map(len, files.values()))
        paid[-1] = spent(budget, "expansions")

    for n in (16, 32, 64):
        data = FAMILIES[name](n)
        sizes.append(len(json.dumps(data)))
        made.append(0)
        paid.append(0)
        calls.append(calls_of(lambda data=data: work(data)))
    for i in (1, 2):
        if not made[i]:  # refused: what the limits allow is the bound
            assert calls[i] < 6_000_000
            continue
        grown = max(now[i] / now[i - 1] for now in (sizes, made, paid) if now[i - 1])
        assert calls[i] / calls[i - 1] < 1.5 * grown, (sizes, calls, made, paid)


@pytest.mark.parametrize("name", FAMILIES)
def test_a_difference_ends_within_its_limits(name):
    old = FAMILIES[name](64)
    new = json.loads(json.dumps(old).replace('"string"', '"integer"'))
    budget = Budget(Limits(comparisons=50_000))
    assert calls_of(lambda: diff_documents(old, new, budget=budget)) < 4_000_000


def test_a_union_that_many_share_is_made_once():
    s = {"U": {"anyOf": [ref(f"M{i}") for i in range(30)]}}
    s |= {f"M{i}": {"type": "object", "properties": {"a": TEXT, "u": ref("U")}} for i in range(30)}
    api, _ = parse(document(s))
    types = [field.type for model in api.models for field in model.fields if field.wire.text == "u"]
    assert len(types) == 30
    assert len({id(type_) for type_ in types}) == 1


def test_the_hundredth_name_alike_is_found_without_counting_again(monkeypatch):
    asked = 0

    def counted(name):
        nonlocal asked
        asked += 1
        return fold(name)

    monkeypatch.setattr("odcgen.kit.namespace.fold", counted)
    scope = Namespace()
    assert [scope.claim("a") for _ in range(2000)] == ["a", *(f"a_{number}" for number in range(2, 2001))]
    assert asked < 2000 * 10


def test_a_free_name_among_many_alike_is_found_without_counting_again():
    class Schemas(dict):
        asked = 0

        def __contains__(self, name):
            self.asked += 1
            return super().__contains__(name)

    schemas = Schemas()
    for _ in range(2000):
        schemas[free_name(schemas, "a")] = {}
    assert len(schemas) == 2000
    assert schemas.asked < 2000 * 100


def test_a_method_of_many_long_names_is_counted():
    data = FAMILIES["long_names"](64)
    refused("characters", parse, data, characters=50_000)
    assert get(data)
