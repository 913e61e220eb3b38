"""The kit of hostile documents beside the checkout, and what each of them should end in."""

import re
from pathlib import Path
from typing import NamedTuple

SHARED = Path(__file__).resolve().parents[3] / "shared"
HOSTILE = SHARED / "hostile"
_POINTER = re.compile(r"(?:^|\s)(/(?:openapi|info|paths|servers|components)(?:/[^\s:]*)?)")


# What a repair mends, with its name; refused by `--strict`, which is what the kit's "error" stands for there.
MENDED = {
    "164_inject_enum_value_int_declared__expr": "enum-value-of-another-type",
    "512_structure_discriminator_mapping_dangling": "dangling-mapping",
    "564_structure_path_param_undeclared": "undeclared-path-parameter",
    "608_structure_server_undefined_var": "undeclared-server-variable",
}


class Case(NamedTuple):
    """One document: `expect` is ok, error, or either; `pointer` is where an error must point, if known."""

    path: Path
    category: str
    expect: str
    pointer: str | None


def cases(*categories):
    """The documents of some categories, of all if none is named; none where the kit is absent."""
    if not HOSTILE.is_dir():
        return []
    found = []
    for line in (HOSTILE / "EXPECT.tsv").read_text("utf-8").splitlines()[1:]:
        file, category, expect, note = line.split("\t")
        if not categories or category in categories:
            pointer = _POINTER.search(note)
            found.append(Case(HOSTILE / file, category, expect, pointer[1] if pointer else None))
    return found
