"""AnalysisOverview and its parts."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, datetime_, decode_error, integer, new, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
from ..._runtime.wire.parameters import moment_text


@define(kw_only=True)
class AnalysisOverview:
    """When analyses ran and will run.

    Attributes:
        result: The last and the next analyses.
    """

    result: AnalysisRuns | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("result",))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 1:
                data, self.additional = cls._keys.read(data)
            v = data[at := "result"]
            self.result = None if v is None else AnalysisRuns.decode(v)
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
        body["result"] = None if self.result is None else self.result.encode()
        return self._keys.written(body, self.additional)


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
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("lastSuccessfulAnalysis", "latestAnalysis", "nextAnalysis"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 3:
                data, self.additional = cls._keys.read(data)
            v1 = data[at := "lastSuccessfulAnalysis"]
            v2 = data[at := "latestAnalysis"]
            v3 = data[at := "nextAnalysis"]
            at, v = "lastSuccessfulAnalysis", v1
            self.last_successful_analysis = None if v is None else LastSuccessfulAnalysis.decode(v)
            at, v = "latestAnalysis", v2
            self.latest_analysis = None if v is None else LatestAnalysis.decode(v)
            at, v = "nextAnalysis", v3
            self.next_analysis = None if v is None else NextAnalysis.decode(v)
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
        body["lastSuccessfulAnalysis"] = (
            None if self.last_successful_analysis is None else self.last_successful_analysis.encode()
        )
        body["latestAnalysis"] = None if self.latest_analysis is None else self.latest_analysis.encode()
        body["nextAnalysis"] = None if self.next_analysis is None else self.next_analysis.encode()
        return self._keys.written(body, self.additional)


@define(kw_only=True)
class LastSuccessfulAnalysis:
    """The last analysis that succeeded."""

    completed_on: dt.datetime | None = None
    new_findings_count: int | None = None
    solved_findings_count: int | None = None
    started_on: dt.datetime | None = None
    status: str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("completedOn", "newFindingsCount", "solvedFindingsCount", "startedOn", "status"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 5:
                data, self.additional = cls._keys.read(data)
            v = data[at := "completedOn"]
            self.completed_on = None if v is None else datetime_(v)
            v = data[at := "newFindingsCount"]
            self.new_findings_count = v if type(v) is int or v is None else integer(v)
            v = data[at := "solvedFindingsCount"]
            self.solved_findings_count = v if type(v) is int or v is None else integer(v)
            v = data[at := "startedOn"]
            self.started_on = None if v is None else datetime_(v)
            v = data[at := "status"]
            self.status = v if type(v) is str or v is None else wrong(v, "a string")
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
        body["completedOn"] = None if self.completed_on is None else moment_text(self.completed_on)
        body["newFindingsCount"] = self.new_findings_count
        body["solvedFindingsCount"] = self.solved_findings_count
        body["startedOn"] = None if self.started_on is None else moment_text(self.started_on)
        body["status"] = self.status
        return self._keys.written(body, self.additional)


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
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        (
            "completedOn",
            "errorCode",
            "errorMessage",
            "newFindingsCount",
            "solvedFindingsCount",
            "startedOn",
            "status",
        )
    )

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 7:
                data, self.additional = cls._keys.read(data)
            v = data[at := "completedOn"]
            self.completed_on = None if v is None else datetime_(v)
            v = data[at := "errorCode"]
            self.error_code = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "errorMessage"]
            self.error_message = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "newFindingsCount"]
            self.new_findings_count = v if type(v) is int or v is None else integer(v)
            v = data[at := "solvedFindingsCount"]
            self.solved_findings_count = v if type(v) is int or v is None else integer(v)
            v = data[at := "startedOn"]
            self.started_on = None if v is None else datetime_(v)
            v = data[at := "status"]
            self.status = v if type(v) is str or v is None else wrong(v, "a string")
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
        body["completedOn"] = None if self.completed_on is None else moment_text(self.completed_on)
        body["errorCode"] = self.error_code
        body["errorMessage"] = self.error_message
        body["newFindingsCount"] = self.new_findings_count
        body["solvedFindingsCount"] = self.solved_findings_count
        body["startedOn"] = None if self.started_on is None else moment_text(self.started_on)
        body["status"] = self.status
        return self._keys.written(body, self.additional)


@define(kw_only=True)
class NextAnalysis:
    """The analysis that is due next."""

    scheduled_on: dt.datetime | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("scheduledOn",))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 1:
                data, self.additional = cls._keys.read(data)
            v = data[at := "scheduledOn"]
            self.scheduled_on = None if v is None else datetime_(v)
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
        body["scheduledOn"] = None if self.scheduled_on is None else moment_text(self.scheduled_on)
        return self._keys.written(body, self.additional)
