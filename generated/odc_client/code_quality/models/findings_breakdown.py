"""FindingsBreakdown and its parts."""

from __future__ import annotations

from typing import Any, Self

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, new, sparse, wrong


@define(kw_only=True)
class FindingsBreakdown:
    """Number of findings by category and severity.

    Attributes:
        categories: Number of findings by category.
    """

    categories: CategoryBreakdown | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "categories"]
            self.categories = None if v is None else CategoryBreakdown.decode(v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


@define(kw_only=True)
class CategoryBreakdown:
    """Number of findings by category.

    Attributes:
        architecture: Number of findings by severity.
        maintainability: Number of findings by severity.
        performance: Number of findings by severity.
        security: Number of findings by severity.
    """

    architecture: SeverityBreakdown | None = None
    maintainability: SeverityBreakdown | None = None
    performance: SeverityBreakdown | None = None
    security: SeverityBreakdown | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "architecture"]
            self.architecture = None if v is None else SeverityBreakdown.decode(v)
            v = data[at := "maintainability"]
            self.maintainability = None if v is None else SeverityBreakdown.decode(v)
            v = data[at := "performance"]
            self.performance = None if v is None else SeverityBreakdown.decode(v)
            v = data[at := "security"]
            self.security = None if v is None else SeverityBreakdown.decode(v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


@define(kw_only=True)
class SeverityBreakdown:
    """Number of findings by severity."""

    critical_severity: int | None = None
    high_severity: int | None = None
    low_severity: int | None = None
    medium_severity: int | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "criticalSeverity"]
            self.critical_severity = v if type(v) is int or v is None else wrong(v, "an integer")
            v = data[at := "highSeverity"]
            self.high_severity = v if type(v) is int or v is None else wrong(v, "an integer")
            v = data[at := "lowSeverity"]
            self.low_severity = v if type(v) is int or v is None else wrong(v, "an integer")
            v = data[at := "mediumSeverity"]
            self.medium_severity = v if type(v) is int or v is None else wrong(v, "an integer")
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self
