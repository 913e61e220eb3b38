"""AnalysisOverview and its parts."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, datetime_, decode_error, new, sparse, wrong


@define(kw_only=True)
class AnalysisOverview:
    """When analyses ran and will run.

    Attributes:
        result: The last and the next analyses.
    """

    result: AnalysisRuns | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "result"]
            self.result = None if v is None else AnalysisRuns.decode(v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


@define(kw_only=True)
class AnalysisRuns:
    """The last and the next analyses.

    Attributes:
        last_successful_analysis: The last analysis that succeeded.
        latest_analysis: The latest analysis, whether it succeeded or not.
        next_analysis: The analysis that is due next.
    """

    last_successful_analysis: LastSuccessfulAnalysis | None = None
    latest_analysis: LatestAnalysis | None = None
    next_analysis: NextAnalysis | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "lastSuccessfulAnalysis"]
            self.last_successful_analysis = None if v is None else LastSuccessfulAnalysis.decode(v)
            v = data[at := "latestAnalysis"]
            self.latest_analysis = None if v is None else LatestAnalysis.decode(v)
            v = data[at := "nextAnalysis"]
            self.next_analysis = None if v is None else NextAnalysis.decode(v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


@define(kw_only=True)
class LastSuccessfulAnalysis:
    """The last analysis that succeeded."""

    completed_on: dt.datetime | None = None
    new_findings_count: int | None = None
    solved_findings_count: int | None = None
    started_on: dt.datetime | None = None
    status: str | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "completedOn"]
            self.completed_on = None if v is None else datetime_(v)
            v = data[at := "newFindingsCount"]
            self.new_findings_count = v if type(v) is int or v is None else wrong(v, "an integer")
            v = data[at := "solvedFindingsCount"]
            self.solved_findings_count = v if type(v) is int or v is None else wrong(v, "an integer")
            v = data[at := "startedOn"]
            self.started_on = None if v is None else datetime_(v)
            v = data[at := "status"]
            self.status = v if type(v) is str or v is None else wrong(v, "a string")
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


@define(kw_only=True)
class LatestAnalysis:
    """The latest analysis, whether it succeeded or not."""

    completed_on: dt.datetime | None = None
    error_code: str | None = None
    error_message: str | None = None
    new_findings_count: int | None = None
    solved_findings_count: int | None = None
    started_on: dt.datetime | None = None
    status: str | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "completedOn"]
            self.completed_on = None if v is None else datetime_(v)
            v = data[at := "errorCode"]
            self.error_code = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "errorMessage"]
            self.error_message = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "newFindingsCount"]
            self.new_findings_count = v if type(v) is int or v is None else wrong(v, "an integer")
            v = data[at := "solvedFindingsCount"]
            self.solved_findings_count = v if type(v) is int or v is None else wrong(v, "an integer")
            v = data[at := "startedOn"]
            self.started_on = None if v is None else datetime_(v)
            v = data[at := "status"]
            self.status = v if type(v) is str or v is None else wrong(v, "a string")
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


@define(kw_only=True)
class NextAnalysis:
    """The analysis that is due next."""

    scheduled_on: dt.datetime | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "scheduledOn"]
            self.scheduled_on = None if v is None else datetime_(v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self
