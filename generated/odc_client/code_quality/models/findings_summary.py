"""FindingsSummary and its parts."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, decode_map, integer, new
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
from ..._runtime.wire.values import anything


@define(kw_only=True)
class FindingsSummary:
    """Number of findings in the groups that were asked for.

    Attributes:
        results: The groups, nested as asked for; the innermost hold a count and its difference.
        total_findings: The number of all findings and its difference to the analysis before.
    """

    results: dict[str, Any] | None = None
    total_findings: FindingsTotal | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("results", "totalFindings"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 2:
                data, self.additional = cls._keys.read(data)
            v = data[at := "results"]
            self.results = None if v is None else decode_map(v, anything)
            v = data[at := "totalFindings"]
            self.total_findings = None if v is None else FindingsTotal.decode(v)
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
        body["results"] = self.results
        body["totalFindings"] = None if self.total_findings is None else self.total_findings.encode()
        return self._keys.written(body, self.additional)


@define(kw_only=True)
class FindingsTotal:
    """The number of all findings and its difference to the analysis before."""

    findings_difference_count: int | None = None
    latest_findings_count: int | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("findingsDifferenceCount", "latestFindingsCount"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 2:
                data, self.additional = cls._keys.read(data)
            v = data[at := "findingsDifferenceCount"]
            self.findings_difference_count = v if type(v) is int or v is None else integer(v)
            v = data[at := "latestFindingsCount"]
            self.latest_findings_count = v if type(v) is int or v is None else integer(v)
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
        body["findingsDifferenceCount"] = self.findings_difference_count
        body["latestFindingsCount"] = self.latest_findings_count
        return self._keys.written(body, self.additional)
