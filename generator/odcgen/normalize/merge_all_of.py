"""A value that has to fit several schemas at once fits one that says what they all say."""

from __future__ import annotations

from odcgen.documents.meeting.schemas import Meeting
from odcgen.documents.walk import every_schema
from odcgen.kit.json_value import Json


def merge_all_of(data: Json) -> None:
    """Write every `allOf` as one plain schema, or as the reference that says as much.

    ODC has 299 of these around a single reference. Where no value fits all members, what stands in the place
    says so under `x-odcgen-contradiction`; who reads the schema has to refuse it.
    """
    meeting = Meeting(data)
    for schema in every_schema(data):
        meeting.settle(schema)
