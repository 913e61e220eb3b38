"""The traps that ODC's documents are known for, and what is done about each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from attrs import frozen

from odcgen.kit.json_value import Json

from . import detect

Detector = Callable[[Json], Iterator[str]]


@frozen
class Trap:
    """One trap: how it is found, what is done about it, and how what is left of it afterwards is found."""

    number: int
    title: str
    treatment: str
    find: Detector
    left: Detector | None = None
    """Finds what overlays and passes should have removed; None where there is nothing to remove."""


def _fixed(number: int, title: str, treatment: str, find: Detector) -> Trap:
    return Trap(number, title, treatment, find, left=find)


TRAPS: Final = (
    _fixed(
        1,
        "server variables with braces in their names",
        "the pass strip_server_braces takes them off",
        detect.braced_variables,
    ),
    _fixed(
        2,
        "operations that share an operationId",
        "the pass split_duplicate_operation_ids tells them apart; every operation becomes a method",
        detect.repeated_operation_ids,
    ),
    Trap(
        3,
        "security that is optional, or declared for single operations only",
        "the pass resolve_security sends the token everywhere but under `security: []`",
        detect.vague_security,
    ),
    _fixed(
        4,
        "bodies declared as application/*+json as well",
        "the pass drop_json_aliases leaves application/json, which is sent",
        detect.json_aliases,
    ),
    _fixed(
        5,
        "binary schemas without a type",
        "the pass type_binary_schemas gives them one",
        detect.untyped_binaries,
    ),
    Trap(
        6,
        "default responses with the schema of success",
        "only the answers to 2xx are decoded; every status from 400 on raises",
        detect.default_as_success,
    ),
    Trap(
        7,
        "properties that are not required",
        "in answers an absent one is None; overlays require what a request cannot do without",
        detect.optional_properties,
    ),
    Trap(
        8,
        "allOf around a single reference",
        "the pass unwrap_single_all_of makes it that reference",
        detect.single_all_ofs,
    ),
    Trap(
        9,
        "operations without a tag, or named after a controller",
        "names come from path and method and are pinned in the overlays",
        detect.untagged_operations,
    ),
    Trap(
        10,
        "schemas named like classes of the server, and copies of ProblemDetails",
        "overlays name what callers meet; ProblemDetails is one class of the runtime",
        detect.dotted_schemas,
    ),
    Trap(
        11,
        "names that Python does not allow, and parameters that take a list",
        "they get Python names; a list repeats its key",
        detect.odd_names,
    ),
    Trap(
        13,
        "operations that need permissions",
        "distilling, or the pass read_prose, makes data of the names, for docstrings and errors",
        detect.permissions,
        left=detect.permissions_in_words,
    ),
    Trap(
        14,
        "whatever is deprecated",
        "calls warn; the dates of removal stand below",
        detect.deprecated,
    ),
)
"""By their numbers in the list of traps; 12, that documents change, is told by `fetched`."""
