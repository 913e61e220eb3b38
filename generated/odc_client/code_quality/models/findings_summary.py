"""FindingsSummary and its parts."""

from __future__ import annotations

from typing import Any, Self

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, decode_map, new, sparse, wrong
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

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "results"]
            self.results = None if v is None else decode_map(v, anything)
            v = data[at := "totalFindings"]
            self.total_findings = None if v is None else FindingsTotal.decode(v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


@define(kw_only=True)
class FindingsTotal:
    """The number of all findings and its difference to the analysis before."""

    findings_difference_count: int | None = None
    latest_findings_count: int | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "findingsDifferenceCount"]
            self.findings_difference_count = v if type(v) is int or v is None else wrong(v, "an integer")
            v = data[at := "latestFindingsCount"]
            self.latest_findings_count = v if type(v) is int or v is None else wrong(v, "an integer")
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self
