"""A document with any one thing changed is accepted or refused by an error of ours, never by a traceback."""

import contextlib
import copy

from hypothesis import given
from hypothesis import strategies as st
from odcgen.errors import DocumentError

from tests.rejects.documents import PET, SOUND, broken, check

KEYWORDS = [
    "$ref", "additionalProperties", "allOf", "content", "default", "discriminator", "enum", "examples",
    "externalDocs", "headers", "in", "items", "links", "mapping", "name", "parameters", "properties",
    "required", "responses", "schema", "security", "servers", "tags", "type", "variables",
    "x-note", "xml", "", "~/",
]  # fmt: skip
SCALARS = st.none() | st.booleans() | st.integers(-2, 5) | st.floats(0, 2) | st.sampled_from(KEYWORDS)
REFERENCES = st.sampled_from(
    ["#", "#/", "#Pet", f"#{PET}", "#/components/schemas/%50et", "#/paths/~1pets/post"]
)
VALUES = st.recursive(
    SCALARS | REFERENCES.map(lambda target: {"$ref": target}),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(KEYWORDS), inner, max_size=3),
    max_leaves=5,
)


def places(value):
    """Every object and array below `value`."""
    if isinstance(value, dict | list):
        yield value
        for child in value.values() if isinstance(value, dict) else value:
            yield from places(child)


@given(st.data(), st.sampled_from(["3.0.3", "3.1.0"]))
def test_any_one_change_gives_a_sound_document_or_our_error(data, version):
    document = broken({"/components/schemas/Odd": {"allOf": [{"$ref": f"#{PET}"}]}}, version)
    holder = data.draw(st.sampled_from(list(places(document))))
    if isinstance(holder, list):
        index = data.draw(st.integers(0, len(holder)))
        holder[index : index + 1] = data.draw(st.lists(VALUES, max_size=2))
    else:
        name = data.draw(st.sampled_from(sorted(holder) + KEYWORDS))
        holder[name] = data.draw(VALUES)
    with contextlib.suppress(DocumentError):
        check(document)


def test_checking_changes_nothing():
    before = copy.deepcopy(SOUND)
    check(SOUND)
    assert before == SOUND
