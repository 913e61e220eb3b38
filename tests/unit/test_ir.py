"""The intermediate representation: frozen, and the same after a way through the cache."""

import copy
import json
from pathlib import Path

import attrs
import pytest
from odcgen import ir
from odcgen.config import config_for_files
from odcgen.ir.serial import from_plain, to_plain
from odcgen.pipeline import parse_all
from odcgen.run.cache import has_api, remember
from odcgen.run.inputs import read_inputs


@pytest.fixture(scope="module")
def apis(specs):
    config = config_for_files(tuple(specs.values()), package="odc", out=Path())
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ODCGEN_CACHE_DIR", "")
        return parse_all(config, read_inputs(config))


def test_an_api_is_the_same_after_json(apis):
    for api in apis:
        assert from_plain(json.loads(json.dumps(to_plain(api)))) == api


def test_every_kind_of_type_is_the_same_after_json():
    text = ir.SpecText("a")
    types = (
        ir.ANY,
        ir.Ref("A"),
        ir.Const("x"),
        ir.Const(True),
        ir.ListOf(ir.MapOf(ir.Nullable(ir.Scalar("uuid")))),
        ir.UnionOf((ir.Ref("A"), ir.Ref("B")), text, ((text, "A"),)),
    )
    assert from_plain(json.loads(json.dumps(to_plain(types)))) == types
    assert ir.references(types[-1]) == ("A", "B")


def test_nodes_are_frozen(apis):
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        apis[0].name = "other"


def test_text_of_a_document_can_be_copied_and_compared():
    text = ir.SpecText("a\n")
    assert copy.deepcopy(text) == text
    assert bool(text)
    assert not ir.SpecText("")
    assert "a" not in repr(text).removeprefix("SpecText"), "a list or a %r in a template would print it"


@pytest.mark.parametrize(
    ("name", "client"),
    [
        ("odc_client", "OdcClient"),
        ("shop", "ShopClient"),
        ("my_shop_client", "MyShopClient"),
        ("client", "ClientClient"),
    ],
)
def test_the_client_is_named_after_the_package(name, client):
    assert ir.Package(name=name).client == client


def test_the_cache_makes_an_api_once(apis, tmp_path, monkeypatch):
    monkeypatch.setenv("ODCGEN_CACHE_DIR", str(tmp_path / "cache"))
    made = []

    def make():
        made.append(1)
        return apis[0]

    assert not has_api("k")
    assert [remember("k", make), remember("k", make)] == [(apis[0], True), (apis[0], False)]
    assert has_api("k")
    assert len(made) == 1


def test_the_cache_forgets_the_oldest_apis(apis, tmp_path, monkeypatch):
    monkeypatch.setenv("ODCGEN_CACHE_DIR", str(tmp_path))
    small = attrs.evolve(apis[0], resources=(), models=(), enums=())
    for number in range(210):
        remember(f"{number:064x}", lambda: small)
    assert len(list(tmp_path.glob("*.json"))) == 200


def test_without_a_cache_everything_is_made_each_time(apis, monkeypatch):
    monkeypatch.setenv("ODCGEN_CACHE_DIR", "")
    assert [remember("k", lambda: apis[0])[1] for _ in range(2)] == [True, True]
