"""The IR against openapi-python-client's own parser: the same operations, parameters, properties and flags.

The parser is given the overlaid documents as they are, before any pass of ours. What differs is in
DIFFERENCES, with the reason; a difference that is gone makes the test fail as much as a new one.
"""

import json
import re
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path

import attrs
import pytest
from odcgen import ir
from odcgen.config import config_for_files, load_config
from odcgen.documents.load import load_document
from odcgen.overlay import apply_all
from odcgen.pipeline import parse
from odcgen.run.inputs import read_inputs
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser import properties as opc
from openapi_python_client.parser.properties.list_property import ListProperty

LIBRARY = "openapi-python-client"
ROOT = Path(__file__).resolve().parents[2]


def golden(case):
    """One of the golden cases, with its overlay."""
    config = config_for_files((case / "spec.yaml",), package="golden_client", out=case)
    overlays = tuple(case.glob("overlay.yaml"))
    document = attrs.evolve(config.documents[0], name=case.name, overlays=overlays)
    return attrs.evolve(config, documents=(document,))


CONFIGS = [load_config(ROOT / "odcgen.toml")]
CONFIGS += [golden(spec.parent) for spec in sorted((ROOT / "tests/cases").glob("*/spec.yaml"))]
SOURCES = {source.config.name: source for config in CONFIGS for source in read_inputs(config).sources}

DIFFERENCES = {}


def raw(value):
    return str(value.get_untrusted_value()) if hasattr(value, "get_untrusted_value") else str(value)


def plain(path):
    """The parser writes its own names into the braces of a path."""
    return re.sub(r"{[^}]*}", "{}", path)


def theirs(source):
    """The parser's endpoints by method and path, and its models by the name of their class."""
    chosen = source.config
    data = load_document(chosen.path, source.text).data
    data, _ = apply_all(data, chosen.overlays, source.overlays, lenient=chosen.lenient)
    config = Config.from_sources(
        ConfigFile(), MetaType.NONE, document_source=Path("a.json"), file_encoding="utf-8", overwrite=False,
        output_path=None,
    )  # fmt: skip
    parsed = GeneratorData.from_dict(data, config=config)
    models = {str(model.class_info.name): model for model in parsed.models}
    return models, {
        (endpoint.method.upper(), plain(raw(endpoint.path))): endpoint
        for collection in parsed.endpoint_collections_by_tag.values()
        for endpoint in collection.endpoints
    }


class Comparison:
    """Walks both sides together and gathers what differs."""

    def __init__(self, api, parsed):
        self._parsed = parsed
        self.models = {model.key: model for model in api.models}
        self.found = set()
        self.compared = 0
        self._seen = set()

    def parameters(self, operation, endpoint, where):
        ours = {(item.wire.text, item.location, item.required) for item in operation.parameters}
        places = ("path", "query", "header", "cookie")
        parsed = {
            (raw(prop.name), place, bool(prop.required))
            for place in places
            for prop in getattr(endpoint, f"{place}_parameters")
        }
        self.found |= {f"{where} {item}" for item in ours ^ parsed}
        self.compared += len(ours)

    def types(self, type_, prop, where):
        type_ = ir.unwrap(type_)
        if isinstance(prop, ListProperty) and isinstance(type_, ir.ListOf):
            self.types(type_.item, prop.inner_property, where)
        if not isinstance(type_, ir.Ref) or type_.key not in self.models or type_.key in self._seen:
            return
        if isinstance(prop, opc.UnionProperty):  # null is a member of a union there
            (prop,) = [inner for inner in prop.inner_properties if isinstance(inner, opc.ModelProperty)]
        self._seen.add(type_.key)
        if isinstance(prop, opc.ModelProperty) and prop.required_properties is None:  # a copy beside null
            prop = self._parsed.get(str(prop.class_info.name), prop)
        if not isinstance(prop, opc.ModelProperty):
            self.found.add(f"{where} {type_.key}: {type(prop).__name__}")
            return
        parsed = {raw(p.name): p for p in (prop.required_properties or []) + (prop.optional_properties or [])}
        fields = {field.wire.text: field for field in self.models[type_.key].fields}
        self.found |= {f"{type_.key}.{name}" for name in fields.keys() ^ parsed.keys()}
        for name in fields.keys() & parsed.keys():
            self.compared += 1
            if fields[name].required != bool(parsed[name].required):
                self.found.add(f"{type_.key}.{name} required")
            self.types(fields[name].type, parsed[name], f"{type_.key}.{name}")


def compare(name):
    source = SOURCES[name]
    api, (models, parsed) = parse(source), theirs(source)
    operations = {
        (operation.method, plain(operation.path.text)): operation
        for resource in api.resources
        for operation in resource.operations
    }
    comparison = Comparison(api, models)
    comparison.found |= {f"{method} {path}" for method, path in operations.keys() ^ parsed.keys()}
    for key in operations.keys() & parsed.keys():
        operation, endpoint, where = operations[key], parsed[key], " ".join(key)
        comparison.parameters(operation, endpoint, where)
        for content in operation.body.contents if operation.body else ():
            for body in endpoint.bodies:
                if raw(body.content_type) == content.media_type.text:
                    comparison.types(content.type, body.prop, where)
        answers = [r.prop for r in endpoint.responses if str(r.status_code.pattern).startswith("2")]
        if operation.result is not None and len(answers) == 1:
            comparison.types(operation.result, answers[0], where)
    return comparison


@pytest.mark.parametrize("name", SOURCES)
def test_the_ir_and_the_parser_say_the_same(name):
    comparison = compare(name)
    assert comparison.found == DIFFERENCES.get(name, {}).keys()
    assert comparison.compared


def test_the_version_is_pinned_exactly_and_is_not_the_one_with_the_hole(root):
    dependencies = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    (pinned,) = [line for line in dependencies if line.startswith(LIBRARY)]
    found = re.fullmatch(rf"{LIBRARY}==(\d+)\.(\d+)\.(\d+)", pinned)
    assert found, pinned
    assert tuple(map(int, found.groups())) >= (0, 29, 1)
    assert version(LIBRARY) == pinned.partition("==")[2]


def test_the_adapter_imports_the_document_model_and_nothing_else_of_the_library():
    code = (
        "import json, sys, odcgen.adapter;"
        "found = [name for name in sys.modules if name.startswith('openapi_python')];"
        "import openapi_python_client.parser; print(json.dumps(found))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    assert found
    assert all(name.startswith("openapi_python_client.schema") for name in found)
