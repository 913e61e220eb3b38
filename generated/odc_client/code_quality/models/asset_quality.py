"""AssetQuality and its parts."""

from __future__ import annotations

from typing import Any, Self

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, decode_map, new, sparse, wrong


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

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "assetKey"]
            self.asset_key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "assetName"]
            self.asset_name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "assetRevision"]
            self.asset_revision = v if type(v) is int or v is None else wrong(v, "an integer")
            v = data[at := "score"]
            self.score = None if v is None else ScoreChange.decode(v)
            v = data[at := "severity"]
            self.severity = None if v is None else decode_map(v, FindingsChange.decode)
            v = data[at := "status"]
            self.status = None if v is None else decode_map(v, FindingsChange.decode)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


@define(kw_only=True)
class ScoreChange:
    """A score and its difference to the analysis before.

    Attributes:
        latest_score: Score from 0 to 100.
    """

    difference_score: int | None = None
    latest_score: int | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "differenceScore"]
            self.difference_score = v if type(v) is int or v is None else wrong(v, "an integer")
            v = data[at := "latestScore"]
            self.latest_score = v if type(v) is int or v is None else wrong(v, "an integer")
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


@define(kw_only=True)
class FindingsChange:
    """A number of findings and its difference to the analysis before."""

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
