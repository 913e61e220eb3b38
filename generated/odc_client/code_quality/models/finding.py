"""Finding."""

from __future__ import annotations

from typing import Any, Self
from uuid import UUID

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, decode_list, new, sparse, uuid, wrong
from .element_path_step import ElementPathStep


@define(kw_only=True)
class Finding:
    """Something that an analysis found fault with."""

    id: UUID | None = None
    asset_key: str | None = None
    asset_revision: int | None = None
    discovered_on: str | None = None
    dismiss_reason: str | None = None
    element_key: str | None = None
    element_last_modified_by: str | None = None
    element_last_modified_on: str | None = None
    element_name: str | None = None
    element_path: list[ElementPathStep] | None = None
    element_type: str | None = None
    pattern_id: str | None = None
    rediscovered_on: str | None = None
    severity: str | None = None
    snoozed_until: str | None = None
    status: str | None = None
    where_element_key: str | None = None
    where_element_last_modified_by: str | None = None
    where_element_last_modified_on: str | None = None
    where_element_name: str | None = None
    where_element_path: list[ElementPathStep] | None = None
    where_element_type: str | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "id"]
            self.id = None if v is None else uuid(v)
            v = data[at := "assetKey"]
            self.asset_key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "assetRevision"]
            self.asset_revision = v if type(v) is int or v is None else wrong(v, "an integer")
            v = data[at := "discoveredOn"]
            self.discovered_on = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "dismissReason"]
            self.dismiss_reason = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "elementKey"]
            self.element_key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "elementLastModifiedBy"]
            self.element_last_modified_by = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "elementLastModifiedOn"]
            self.element_last_modified_on = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "elementName"]
            self.element_name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "elementPath"]
            self.element_path = None if v is None else decode_list(v, ElementPathStep.decode)
            v = data[at := "elementType"]
            self.element_type = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "patternId"]
            self.pattern_id = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "rediscoveredOn"]
            self.rediscovered_on = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "severity"]
            self.severity = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "snoozedUntil"]
            self.snoozed_until = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "status"]
            self.status = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "whereElementKey"]
            self.where_element_key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "whereElementLastModifiedBy"]
            self.where_element_last_modified_by = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "whereElementLastModifiedOn"]
            self.where_element_last_modified_on = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "whereElementName"]
            self.where_element_name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "whereElementPath"]
            self.where_element_path = None if v is None else decode_list(v, ElementPathStep.decode)
            v = data[at := "whereElementType"]
            self.where_element_type = v if type(v) is str or v is None else wrong(v, "a string")
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self
