"""What distilling makes of the versions that upstream has published."""

import json
from itertools import pairwise

import pytest
from odcgen.errors import DocumentError
from odcgen.specs import distill, dump

# Between these versions only texts, the list of tags, or the patch of the OpenAPI version changed.
DOCUMENTATION_ONLY = {
    "asset-repository-api-v1": {"01-02", "03-04"},
    "code-quality-api-v1": {"05-06", "07-08"},
    "dependency-management-api-v1": {"00-01", "02-03"},
    "deployments-api-v1": {"02-03", "04-05"},
    "native-application-orchestration-service-api-v1": {"01-02"},
    "subscription-api-v1": {"03-04"},
}
BROKEN = {"code-quality-api-v1": {"01", "02"}}


def records(folder):
    """Return the record of each version by its number, None for those that are refused."""
    found = {}
    for path in sorted(folder.glob("*.json")):
        try:
            found[path.name[:2]] = dump(distill(json.loads(path.read_bytes().decode("utf-8-sig"))))
        except DocumentError:
            found[path.name[:2]] = None
    return found


@pytest.mark.parametrize("name", DOCUMENTATION_ONLY)
def test_a_change_of_texts_is_no_change(shared, name):
    found = records(shared / "odc-history" / name)
    same = {f"{old}-{new}" for old, new in pairwise(found) if found[old] and found[old] == found[new]}
    assert same == DOCUMENTATION_ONLY[name]


@pytest.mark.parametrize("name", DOCUMENTATION_ONLY)
def test_what_upstream_broke_is_refused(shared, name):
    found = records(shared / "odc-history" / name)
    assert {number for number, text in found.items() if text is None} == BROKEN.get(name, set())
