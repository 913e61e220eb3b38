"""FindingsTrendPoint."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, integer, new, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys


@define(kw_only=True)
class FindingsTrendPoint:
    """Number of findings on one day."""

    analysis_date: str | None = None
    closed_findings_count: int | None = None
    dismissed_findings_count: int | None = None
    open_findings_count: int | None = None
    resolved_findings_count: int | None = None
    snoozed_findings_count: int | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        (
            "analysisDate",
            "closedFindingsCount",
            "dismissedFindingsCount",
            "openFindingsCount",
            "resolvedFindingsCount",
            "snoozedFindingsCount",
        )
    )

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 6:
                data, self.additional = cls._keys.read(data)
            v = data[at := "analysisDate"]
            self.analysis_date = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "closedFindingsCount"]
            self.closed_findings_count = v if type(v) is int or v is None else integer(v)
            v = data[at := "dismissedFindingsCount"]
            self.dismissed_findings_count = v if type(v) is int or v is None else integer(v)
            v = data[at := "openFindingsCount"]
            self.open_findings_count = v if type(v) is int or v is None else integer(v)
            v = data[at := "resolvedFindingsCount"]
            self.resolved_findings_count = v if type(v) is int or v is None else integer(v)
            v = data[at := "snoozedFindingsCount"]
            self.snoozed_findings_count = v if type(v) is int or v is None else integer(v)
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
        body["analysisDate"] = self.analysis_date
        body["closedFindingsCount"] = self.closed_findings_count
        body["dismissedFindingsCount"] = self.dismissed_findings_count
        body["openFindingsCount"] = self.open_findings_count
        body["resolvedFindingsCount"] = self.resolved_findings_count
        body["snoozedFindingsCount"] = self.snoozed_findings_count
        return self._keys.written(body, self.additional)
