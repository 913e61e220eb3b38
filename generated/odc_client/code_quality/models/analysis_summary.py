"""AnalysisSummary."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, date, decode_error, new, number, sparse, wrong
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

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "analysisDate"]
            self.analysis_date = None if v is None else date(v)
            v = data[at := "assetKey"]
            self.asset_key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "assetRevision"]
            self.asset_revision = v if type(v) is int or v is None else wrong(v, "an integer")
            v = data[at := "qualityScore"]
            self.quality_score = None if v is None else number(v)
            v = data[at := "summary"]
            self.summary = None if v is None else FindingsBreakdown.decode(v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self
