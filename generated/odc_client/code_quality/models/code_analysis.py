"""CodeAnalysis and its parts."""

from __future__ import annotations

from typing import Any, Self
from uuid import UUID

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, decode_list, integer, new, number, uuid, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
from .element_path_step import ElementPathStep
from .findings_breakdown import FindingsBreakdown


@define(kw_only=True)
class CodeAnalysis:
    """An analysis of a revision, with its findings.

    Attributes:
        status: State of the analysis; Completed, Failed and Timeout end it.
        summary: Number of findings by category and severity.
    """

    key: UUID
    findings: list[RevisionFinding] | None = None
    quality_score: float | None = None
    status: str | None = None
    summary: FindingsBreakdown | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("analysisKey", "findings", "qualityScore", "status", "summary"), must=("analysisKey",))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 5:
                data, self.additional = cls._keys.read(data)
            v = data[at := "analysisKey"]
            self.key = uuid(v)
            v = data[at := "qualityScore"]
            self.quality_score = None if v is None else number(v)
            v = data[at := "status"]
            self.status = v if type(v) is str or v is None else wrong(v, "a string")
            v1 = data[at := "findings"]
            v2 = data[at := "summary"]
            at, v = "findings", v1
            self.findings = None if v is None else decode_list(v, RevisionFinding.decode)
            at, v = "summary", v2
            self.summary = None if v is None else FindingsBreakdown.decode(v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(cls._keys.complete(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, as it was received."""
        body: dict[str, Any] = dict(self.additional)
        body["analysisKey"] = str(self.key)
        body["findings"] = None if self.findings is None else [item.encode() for item in self.findings]
        body["qualityScore"] = self.quality_score
        body["status"] = self.status
        body["summary"] = None if self.summary is None else self.summary.encode()
        return self._keys.written(body, self.additional)


@define(kw_only=True)
class RevisionFinding:
    """A finding in one revision."""

    id: UUID | None = None
    asset_key: str | None = None
    asset_revision: int | None = None
    category: str | None = None
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
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        (
            "id",
            "assetKey",
            "assetRevision",
            "category",
            "discoveredOn",
            "dismissReason",
            "elementKey",
            "elementLastModifiedBy",
            "elementLastModifiedOn",
            "elementName",
            "elementPath",
            "elementType",
            "patternId",
            "rediscoveredOn",
            "severity",
            "snoozedUntil",
            "status",
            "whereElementKey",
            "whereElementLastModifiedBy",
            "whereElementLastModifiedOn",
            "whereElementName",
            "whereElementPath",
            "whereElementType",
        )
    )

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 23:
                data, self.additional = cls._keys.read(data)
            v = data[at := "id"]
            self.id = None if v is None else uuid(v)
            v = data[at := "assetKey"]
            self.asset_key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "assetRevision"]
            self.asset_revision = v if type(v) is int or v is None else integer(v)
            v = data[at := "category"]
            self.category = v if type(v) is str or v is None else wrong(v, "a string")
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
            v = data[at := "whereElementType"]
            self.where_element_type = v if type(v) is str or v is None else wrong(v, "a string")
            v1 = data[at := "elementPath"]
            v2 = data[at := "whereElementPath"]
            at, v = "elementPath", v1
            self.element_path = None if v is None else decode_list(v, ElementPathStep.decode)
            at, v = "whereElementPath", v2
            self.where_element_path = None if v is None else decode_list(v, ElementPathStep.decode)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(cls._keys.complete(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, as it was received."""
        body: dict[str, Any] = dict(self.additional)
        body["id"] = None if self.id is None else str(self.id)
        body["assetKey"] = self.asset_key
        body["assetRevision"] = self.asset_revision
        body["category"] = self.category
        body["discoveredOn"] = self.discovered_on
        body["dismissReason"] = self.dismiss_reason
        body["elementKey"] = self.element_key
        body["elementLastModifiedBy"] = self.element_last_modified_by
        body["elementLastModifiedOn"] = self.element_last_modified_on
        body["elementName"] = self.element_name
        body["elementPath"] = (
            None if self.element_path is None else [item.encode() for item in self.element_path]
        )
        body["elementType"] = self.element_type
        body["patternId"] = self.pattern_id
        body["rediscoveredOn"] = self.rediscovered_on
        body["severity"] = self.severity
        body["snoozedUntil"] = self.snoozed_until
        body["status"] = self.status
        body["whereElementKey"] = self.where_element_key
        body["whereElementLastModifiedBy"] = self.where_element_last_modified_by
        body["whereElementLastModifiedOn"] = self.where_element_last_modified_on
        body["whereElementName"] = self.where_element_name
        body["whereElementPath"] = (
            None if self.where_element_path is None else [item.encode() for item in self.where_element_path]
        )
        body["whereElementType"] = self.where_element_type
        return self._keys.written(body, self.additional)
