"""An object may have to be one of several others as well."""

from __future__ import annotations

from odcgen.documents.meeting.vocabulary import LIMITS, UNIONS
from odcgen.documents.walk import every_schema
from odcgen.kit.json_value import Json, as_array, as_object


def open_union_parts(data: Json) -> None:
    """Keep what a union beside properties adds to an object as keys without a name.

    No class can tell which member of the union it is. Members that only limit which keys are there add none.
    """
    for schema in every_schema(data):
        members = [member for keyword in UNIONS for member in as_array(schema.get(keyword))]
        if members and schema.get("properties") and "allOf" not in schema:
            for keyword in UNIONS:
                schema.pop(keyword, None)
            if any(as_object(member).keys() - LIMITS for member in members):
                schema.setdefault("additionalProperties", {"x-odcgen-open": True})
