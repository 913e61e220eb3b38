"""Small passes that rewrite a document into an equal one of a simpler, canonical shape.

Each pass is a function `(document) -> None` on a private copy of the document's data; it changes how
something is said, never what it means. `NORMALIZERS` is the order in which they run; `normalize` runs them
all.
"""

from __future__ import annotations

from collections.abc import Callable

from odcgen.kit.json_value import Json

from .drop_json_aliases import drop_json_aliases
from .hoist_inline_schemas import hoist_inline_schemas
from .inline_parameters import inline_parameters
from .inline_path_items import inline_path_items
from .inline_responses import inline_responses
from .keep_referenced_places import keep_referenced_places
from .mark_nullable import mark_nullable
from .merge_all_of import merge_all_of
from .merge_prefix_items import merge_prefix_items
from .name_parts_of_all_of import name_parts_of_all_of
from .note_heirs import note_heirs
from .open_union_parts import open_union_parts
from .read_prose import read_prose
from .resolve_security import resolve_security
from .split_duplicate_operation_ids import split_duplicate_operation_ids
from .strip_server_braces import strip_server_braces
from .type_binary_schemas import type_binary_schemas
from .write_boolean_schemas import write_boolean_schemas
from .write_odd_values import write_odd_values

NORMALIZERS: tuple[Callable[[Json], None], ...] = (
    keep_referenced_places,
    strip_server_braces,
    inline_path_items,
    inline_parameters,
    inline_responses,
    resolve_security,
    read_prose,
    split_duplicate_operation_ids,
    drop_json_aliases,
    write_boolean_schemas,
    write_odd_values,
    type_binary_schemas,
    merge_prefix_items,
    mark_nullable,
    note_heirs,
    open_union_parts,
    hoist_inline_schemas,
    name_parts_of_all_of,
    merge_all_of,
    hoist_inline_schemas,
)


def normalize(data: Json) -> Json:
    """Run all passes over a document's data, which they change, and return it."""
    for normalizer in NORMALIZERS:
        normalizer(data)
    return data
