"""A value that has to fit several schemas at once fits one that says what they all say."""

from __future__ import annotations

from odcgen.documents.budget import Budget, LimitError
from odcgen.documents.meeting.schemas import Meeting
from odcgen.documents.walk import all_schemas, every_schema
from odcgen.kit.json_value import Json


def merge_all_of(data: Json, budget: Budget | None = None) -> None:
    """Write every `allOf` as one plain schema, or as the reference that says as much.

    ODC has 299 of these around a single reference. Where no value fits all members, what stands in the place
    says so under `x-odcgen-contradiction`; who reads the schema has to refuse it.
    """
    meeting = Meeting(data, budget)
    for schema in every_schema(data):
        try:
            meeting.settle(schema)
        except LimitError as error:
            error.pointer = next((pointer for pointer, other in all_schemas(data) if other is schema), None)
            raise
