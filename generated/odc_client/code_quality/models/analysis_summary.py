"""AnalysisSummary."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, date, decode_error, integer, new, number, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
from .findings_breakdown import FindingsBreakdown


@define(kw_only=True)
class AnalysisSummary:
    """Score and number of findings of a revision.

    Attributes:
        summary: Number of findings by category and severity.
    """

    analysis_date: dt.date | None = None
    asset_key: str | None = None
    asset_revision: int | None = None
    quality_score: float | None = None
    summary: FindingsBreakdown | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("analysisDate", "assetKey", "assetRevision", "qualityScore", "summary"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 5:
                data, self.additional = cls._keys.read(data)
            v = data[at := "analysisDate"]
            self.analysis_date = None if v is None else date(v)
            v = data[at := "assetKey"]
            self.asset_key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "assetRevision"]
            self.asset_revision = v if type(v) is int or v is None else integer(v)
            v = data[at := "qualityScore"]
            self.quality_score = None if v is None else number(v)
            v = data[at := "summary"]
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
        body["analysisDate"] = None if self.analysis_date is None else self.analysis_date.isoformat()
        body["assetKey"] = self.asset_key
        body["assetRevision"] = self.asset_revision
        body["qualityScore"] = self.quality_score
        body["summary"] = None if self.summary is None else self.summary.encode()
        return self._keys.written(body, self.additional)
