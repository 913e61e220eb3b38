"""AnalysisSummary."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self
from uuid import UUID

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, date, decode_error, new, number, sparse, uuid, wrong
from .findings_breakdown import FindingsBreakdown


@define(kw_only=True)
class AnalysisSummary:
    """Score and number of findings of a revision.

    Attributes:
        summary: Number of findings by category and severity.
    """

    analysis_date: dt.date | None = None
    asset_key: UUID | None = None
    revision: int | None = None
    quality_score: float | None = None
    summary: FindingsBreakdown | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "analysisDate"]
            self.analysis_date = None if v is None else date(v)
            v = data[at := "assetKey"]
            self.asset_key = None if v is None else uuid(v)
            v = data[at := "assetRevision"]
            self.revision = v if type(v) is int or v is None else wrong(v, "an integer")
            v = data[at := "qualityScore"]
            self.quality_score = None if v is None else number(v)
            v = data[at := "summary"]
            self.summary = None if v is None else FindingsBreakdown.decode(v)
        except KeyError:
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            raise decode_error(error, at, data) from None
        return self
