"""How much one document may cost: the numbers that odcgen.toml can change."""

from __future__ import annotations

from attrs import fields, frozen

MEBIBYTE = 1024 * 1024
STATE_BYTES = 64 * MEBIBYTE
"""The largest file of odcgen's own that is read: manifest, journal, cache, template; TOML is smaller."""


@frozen
class Limits:
    """What the work on one document may add up to; each is far above what large real documents need."""

    file_bytes: int = 64 * MEBIBYTE
    """Of a document or overlay as it is read."""
    values: int = 1_500_000
    """Values in memory: those of the text, and what aliases, overlays and conversions add."""
    expansions: int = 250_000
    """What is put in the place of references, merged for `allOf`, or written out for types."""
    comparisons: int = 2_000_000
    """What the difference of two documents looks at: schemas, parameters and media types, for each use."""
    union_members: int = 1_500
    """Of one union: Python itself refuses to read a few thousand."""
    characters: int = 100_000_000
    """Of the pointers and names that are made of the document's, and of texts that are repeated."""
    output_bytes: int = 32 * MEBIBYTE
    """Of all files that are generated for the document."""
    module_bytes: int = 2 * MEBIBYTE
    """Of one generated file: whatever checks or imports it needs a hundred times as much memory."""
    seconds: int = 100
    """Of the processor's time, whatever else runs on the machine: the last resort."""


NAMES = tuple(field.name for field in fields(Limits))
