"""AssetQuality and its parts."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, decode_map, integer, new, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys


@define(kw_only=True)
class AssetQuality:
    """Score and number of findings of an asset.

    Attributes:
        score: A score and its difference to the analysis before.
    """

    asset_key: str | None = None
    asset_name: str | None = None
    asset_revision: int | None = None
    score: ScoreChange | None = None
    severity: dict[str, FindingsChange] | None = None
    status: dict[str, FindingsChange] | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("assetKey", "assetName", "assetRevision", "score", "severity", "status"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 6:
                data, self.additional = cls._keys.read(data)
            v = data[at := "assetKey"]
            self.asset_key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "assetName"]
            self.asset_name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "assetRevision"]
            self.asset_revision = v if type(v) is int or v is None else integer(v)
            v1 = data[at := "score"]
            v2 = data[at := "severity"]
            v3 = data[at := "status"]
            at, v = "score", v1
            self.score = None if v is None else ScoreChange.decode(v)
            at, v = "severity", v2
            self.severity = None if v is None else decode_map(v, FindingsChange.decode)
            at, v = "status", v3
            self.status = None if v is None else decode_map(v, FindingsChange.decode)
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
        body["assetKey"] = self.asset_key
        body["assetName"] = self.asset_name
        body["assetRevision"] = self.asset_revision
        body["score"] = None if self.score is None else self.score.encode()
        body["severity"] = (
            None if self.severity is None else {key: item.encode() for key, item in self.severity.items()}
        )
        body["status"] = (
            None if self.status is None else {key: item.encode() for key, item in self.status.items()}
        )
        return self._keys.written(body, self.additional)


@define(kw_only=True)
class ScoreChange:
    """A score and its difference to the analysis before.

    Attributes:
        latest_score: Score from 0 to 100.
    """

    difference_score: int | None = None
    latest_score: int | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("differenceScore", "latestScore"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 2:
                data, self.additional = cls._keys.read(data)
            v = data[at := "differenceScore"]
            self.difference_score = v if type(v) is int or v is None else integer(v)
            v = data[at := "latestScore"]
            self.latest_score = v if type(v) is int or v is None else integer(v)
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
        body["differenceScore"] = self.difference_score
        body["latestScore"] = self.latest_score
        return self._keys.written(body, self.additional)


@define(kw_only=True)
class FindingsChange:
    """A number of findings and its difference to the analysis before."""

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
