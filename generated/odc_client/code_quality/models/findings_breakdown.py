"""FindingsBreakdown and its parts."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, integer, new
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys


@define(kw_only=True)
class FindingsBreakdown:
    """Number of findings by category and severity.

    Attributes:
        categories: Number of findings by category.
    """

    categories: CategoryBreakdown | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("categories",))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 1:
                data, self.additional = cls._keys.read(data)
            v = data[at := "categories"]
            self.categories = None if v is None else CategoryBreakdown.decode(v)
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
        body["categories"] = None if self.categories is None else self.categories.encode()
        return self._keys.written(body, self.additional)


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
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("architecture", "maintainability", "performance", "security"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 4:
                data, self.additional = cls._keys.read(data)
            v1 = data[at := "architecture"]
            v2 = data[at := "maintainability"]
            v3 = data[at := "performance"]
            v4 = data[at := "security"]
            at, v = "architecture", v1
            self.architecture = None if v is None else SeverityBreakdown.decode(v)
            at, v = "maintainability", v2
            self.maintainability = None if v is None else SeverityBreakdown.decode(v)
            at, v = "performance", v3
            self.performance = None if v is None else SeverityBreakdown.decode(v)
            at, v = "security", v4
            self.security = None if v is None else SeverityBreakdown.decode(v)
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
        body["architecture"] = None if self.architecture is None else self.architecture.encode()
        body["maintainability"] = None if self.maintainability is None else self.maintainability.encode()
        body["performance"] = None if self.performance is None else self.performance.encode()
        body["security"] = None if self.security is None else self.security.encode()
        return self._keys.written(body, self.additional)


@define(kw_only=True)
class SeverityBreakdown:
    """Number of findings by severity."""

    critical_severity: int | None = None
    high_severity: int | None = None
    low_severity: int | None = None
    medium_severity: int | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("criticalSeverity", "highSeverity", "lowSeverity", "mediumSeverity"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 4:
                data, self.additional = cls._keys.read(data)
            v = data[at := "criticalSeverity"]
            self.critical_severity = v if type(v) is int or v is None else integer(v)
            v = data[at := "highSeverity"]
            self.high_severity = v if type(v) is int or v is None else integer(v)
            v = data[at := "lowSeverity"]
            self.low_severity = v if type(v) is int or v is None else integer(v)
            v = data[at := "mediumSeverity"]
            self.medium_severity = v if type(v) is int or v is None else integer(v)
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
        body["criticalSeverity"] = self.critical_severity
        body["highSeverity"] = self.high_severity
        body["lowSeverity"] = self.low_severity
        body["mediumSeverity"] = self.medium_severity
        return self._keys.written(body, self.additional)
