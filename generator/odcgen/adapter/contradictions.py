"""Operations whose schemas contradict themselves: the one place that refuses them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from odcgen.documents.document import Document
from odcgen.documents.meeting.parts import CONTRADICTION
from odcgen.documents.pointer import join
from odcgen.documents.walk import (
    OperationNode,
    answer_schemas,
    every_schema,
    lookup,
    segments,
    sent_schemas,
    subschemas,
)
from odcgen.errors import LostOperationError
from odcgen.kit.json_value import Json, as_object, is_object


def refuse_contradictions(document: Document, data: Json, nodes: list[OperationNode]) -> None:
    """Refuse operations that send or answer what no value fits.

    Raises:
        LostOperationError: naming each operation, and each schema with its line and both of its sides.
    """
    if not any(CONTRADICTION in schema for schema in every_schema(data)):
        return
    lost: list[OperationNode] = []
    why: list[str] = []
    for node in nodes:
        found = list(_contradictions(data, node))
        if found:
            lost.append(node)
            why += [_told(document, pointer, message) for pointer, message in found]
    if lost:
        names = ", ".join(node.pointer for node in lost)
        raise LostOperationError(
            f"{len(lost)} operation{'s' if len(lost) > 1 else ''} would be lost: {names}; "
            f"nothing fits all of allOf: {'; '.join(dict.fromkeys(why))}",
            **document.place(lost[0].pointer),
            hint="Correct it in an overlay, or leave the operation out under [ignore] in odcgen.toml.",
        )


def _told(document: Document, pointer: str, message: str) -> str:
    place = document.place(pointer)
    line = f" (line {place['line']})" if place["line"] else ""
    return f"{place['original'] or pointer}{line}: {message}"


def _contradictions(data: Json, node: OperationNode) -> Iterator[tuple[str, str]]:
    stack: list[tuple[str, Any]] = list(sent_schemas(node))
    statuses = [status for status in as_object(node.data.get("responses")) if status[:1] in "2d"]
    stack += [place for status in statuses for place in answer_schemas(node, status)]
    seen: set[int] = set()
    while stack:
        pointer, schema = stack.pop()
        if not is_object(schema) or id(schema) in seen:
            continue
        seen.add(id(schema))
        pointer = schema.get("x-odcgen-inline") or pointer
        if isinstance(message := schema.get(CONTRADICTION), str):
            yield pointer, message
        elif isinstance(ref := schema.get("$ref"), str):
            stack.append((join("", *segments(ref)), lookup(data, ref)))
        else:
            stack += [(pointer + below, child) for below, child in subschemas(schema)]
