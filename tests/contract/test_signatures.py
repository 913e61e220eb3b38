"""The contract of `ir.Signature`: Python itself, asked about the generated package, says the same."""

import functools
import importlib
import inspect
import json

import pytest
from odcgen.config import load_config
from odcgen.pipeline import parse_all
from odcgen.render import list_methods
from odcgen.run.inputs import read_inputs

KINDS = {
    inspect.Parameter.POSITIONAL_OR_KEYWORD: "positional",
    inspect.Parameter.KEYWORD_ONLY: "keyword",
    inspect.Parameter.VAR_KEYWORD: "options",
}
TWINS = ("", "Async")


@pytest.fixture(scope="module")
def apis(root):
    """The IR of all documents of odcgen.toml."""
    config = load_config(root / "odcgen.toml")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ODCGEN_CACHE_DIR", "")
        return parse_all(config, read_inputs(config))


@pytest.fixture(scope="module")
def client(root):
    """The committed package, imported."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(root / "generated"))
        yield importlib.import_module("odc_client")


def resource_classes(client, api):
    """Yield (resource, twin, class) of what an API's generated classes offer."""
    module = importlib.import_module(f"{client.__name__}.{api.name}")
    for twin in TWINS:
        whole = getattr(module, f"{twin}{api.class_name}")
        for name, value in vars(whole).items():
            if isinstance(value, functools.cached_property):
                home = importlib.import_module(f"{module.__name__}.{name}")
                returned = inspect.signature(value.func).return_annotation
                yield name, twin, getattr(home, returned)


def generated_methods(client, api):
    """All public methods of an API as they are in the package, by (resource, twin, name)."""
    return {
        (resource, twin, name): function
        for resource, twin, class_ in resource_classes(client, api)
        for name, function in vars(class_).items()
        if inspect.isfunction(function) and not name.startswith("_")
    }


def parameters(function):
    """The parameters of a method without `self`."""
    return list(inspect.signature(function).parameters.values())[1:]


def default_of(argument, client):
    """The default that an argument should have."""
    if argument.default is None:
        return inspect.Parameter.empty
    known = {"none": None, "unset": client.UNSET, "value": argument.default.value}
    return known[argument.default.kind]


def test_each_method_has_a_signature_and_each_signature_a_method(apis, client):
    total = 0
    for api in apis:
        found = generated_methods(client, api)
        expected = {
            (resource.name, twin, signature.name)
            for resource, _, signature in api.methods()
            for twin in TWINS
        }
        assert found.keys() == expected
        total += len(found)
        signatures = [signature for _, _, signature in api.methods()]
        assert len(found) == 2 * len(signatures), "two methods of one resource have one name"
    assert total > 2 * 163


def test_the_arguments_are_those_of_the_package(apis, client):
    """Names, order, kinds and defaults, of the sync method and of its async twin."""
    for api in apis:
        found = generated_methods(client, api)
        for resource, _, signature in api.methods():
            expected = [(one.name, one.kind, default_of(one, client)) for one in signature.arguments]
            for twin in TWINS:
                function = found[resource.name, twin, signature.name]
                told = [(one.name, KINDS[one.kind], one.default) for one in parameters(function)]
                assert told == expected, function.__qualname__
                needed = [one.name for one in signature.arguments if one.required]
                assert needed == [
                    one.name
                    for one in parameters(function)
                    if one.default is one.empty and one.kind is not one.VAR_KEYWORD
                ]


def test_the_types_that_are_listed_are_those_of_the_package(apis, client):
    for api in apis:
        found = generated_methods(client, api)
        for method in list_methods(api):
            for twin, returns in zip(TWINS, (method.returns, method.async_returns), strict=True):
                function = found[method.resource.name, twin, method.signature.name]
                told = [one.annotation.replace("builtins.", "") for one in parameters(function)]
                assert told == [type_ for _, type_, _ in method.arguments], function.__qualname__
                answer = inspect.signature(function).return_annotation.replace("builtins.", "")
                assert answer == returns, function.__qualname__


def test_what_comes_back_has_the_form_that_is_told(apis, client):
    for api in apis:
        found = generated_methods(client, api)
        for resource, _, signature in api.methods():
            sync, twin = (found[resource.name, one, signature.name] for one in TWINS)
            assert not inspect.iscoroutinefunction(sync)
            assert inspect.iscoroutinefunction(twin) == signature.awaited
            for function, pager in ((sync, "Pager["), (twin, "AsyncPager[")):
                answer = inspect.signature(function).return_annotation
                form = {"None": "none", "bytes": "bytes"}.get(answer, "value")
                if answer.startswith(pager):
                    form = "pager"
                assert form == signature.form, function.__qualname__


def test_each_parameter_of_the_documents_is_an_argument(apis, specs):
    """Under its name on the wire and at its place, and nothing is sent that no document names."""
    for api in apis:
        data = json.loads(specs[api.name].read_bytes())
        for resource, operation, signature in api.methods():
            item = data["paths"][operation.path.text]
            declared = [*item.get("parameters", ()), *item[operation.method.lower()].get("parameters", ())]
            resolved = [resolve(data, one) for one in declared]
            expected = {(one["in"], one["name"]) for one in resolved}
            told = [(one.place, one.wire.text) for one in signature.arguments if one.wire]
            assert len(set(told)) == len(told)
            places = {"path", "query", "header", "cookie"}
            assert {one for one in told if one[0] in places} == expected, f"{resource.name}.{signature.name}"


def resolve(data, node):
    """Follow a local reference."""
    while "$ref" in node:
        keys = node["$ref"].removeprefix("#/").split("/")
        node = functools.reduce(lambda inside, key: inside[key], keys, data)
    return node
