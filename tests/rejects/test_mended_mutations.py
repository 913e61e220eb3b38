"""A document with any one thing changed is sound, refused or repaired, and a repair is done for good."""

import contextlib
import copy
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from odcgen.doctor.fix import fix_document
from odcgen.documents.load import load_document
from odcgen.errors import DocumentError
from odcgen.normalize import normalize
from odcgen.overlay import apply, load_overlay
from odcgen.reading import make_sound

from tests.rejects.documents import PET, broken, text_of
from tests.rejects.test_mutations import KEYWORDS, VALUES, places


@given(st.data(), st.sampled_from(["3.0.3", "3.1.0"]))
def test_any_one_change_is_mended_for_good_or_refused(data, version):
    document = broken({"/components/schemas/Odd": {"allOf": [{"$ref": f"#{PET}"}]}}, version)
    holder = data.draw(st.sampled_from(list(places(document))))
    if isinstance(holder, list):
        index = data.draw(st.integers(0, len(holder)))
        holder[index : index + 1] = data.draw(st.lists(VALUES, max_size=2))
    else:
        name = data.draw(st.sampled_from(sorted(holder) + KEYWORDS))
        holder[name] = data.draw(VALUES)
    with contextlib.suppress(DocumentError):
        loaded = load_document(Path("pets.json"), text_of(document))
        warnings = make_sound(loaded)
        mended = copy.deepcopy(loaded.data)
        assert make_sound(loaded) == []
        assert loaded.data == mended
        normalize(copy.deepcopy(mended))
        found = fix_document(load_document(Path("pets.json"), text_of(document)))
        assert bool(found.overlay) is bool(warnings)
        if found.overlay:
            assert apply(document, load_overlay(Path("o.yaml"), found.overlay.encode())) == mended
