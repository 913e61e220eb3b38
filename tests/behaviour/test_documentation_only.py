"""A change of nothing but prose is a non-event: the same distilled document, the same client to the byte."""

import itertools
import json

import pytest
from odcgen.config import config_for_files
from odcgen.diff.wire.diff import diff_documents
from odcgen.documents.load import load_document
from odcgen.errors import OdcgenError
from odcgen.pipeline import build
from odcgen.run.inputs import read_inputs
from odcgen.specs import distill, dump
from odcgen.validate import validate


def versions(folder):
    """Yield (file, data) of the versions of one document that can be read, oldest first."""
    for path in sorted(folder.glob("*.json")):
        try:
            document = load_document(path)
            validate(document)
        except OdcgenError:
            continue
        yield path, document.data


def client(folder, data):
    """Return the files of the client that a document gives."""
    folder.mkdir()
    path = folder / "api.json"
    path.write_text(dump(distill(data)), "utf-8")
    config = config_for_files((path,), package="client", out=folder)
    return build(config, read_inputs(config), str).files


@pytest.mark.parametrize("name", ["asset-repository-api-v1", "code-quality-api-v1", "deployments-api-v1"])
def test_a_change_of_prose_gives_the_same_client(shared, tmp_path, name):
    pairs = itertools.pairwise(versions(shared / "odc-history" / name))
    same = 0
    for index, ((old_path, old), (_, new)) in enumerate(pairs):
        if diff_documents(old, new).wire not in {"docs", "none"}:
            continue
        before, after = client(tmp_path / f"{index}a", old), client(tmp_path / f"{index}b", new)
        assert before == after, old_path.name
        same += json.dumps(old) != json.dumps(new)
    assert same, "no pair of this history differs in prose only"


def test_a_change_of_the_interface_gives_another_client(shared, tmp_path):
    (_, old), (_, new) = list(versions(shared / "odc-history" / "deployments-api-v1"))[:2]
    assert client(tmp_path / "a", old) != client(tmp_path / "b", new)
