"""ApplicationRole."""

from __future__ import annotations

from typing import Any, Self
from uuid import UUID

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, new, uuid, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys


@define(kw_only=True)
class ApplicationRole:
    """A role of an app, in one environment."""

    key: UUID
    name: str | None = None
    asset_key: UUID | None = None
    claim: str | None = None
    environment_key: UUID | None = None
    external_key: UUID | None = None
    portfolio_key: UUID | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        ("key", "name", "assetKey", "claim", "environmentKey", "externalKey", "portfolioKey"), must=("key",)
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
            v = data[at := "key"]
            self.key = uuid(v)
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "assetKey"]
            self.asset_key = None if v is None else uuid(v)
            v = data[at := "claim"]
            self.claim = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "environmentKey"]
            self.environment_key = None if v is None else uuid(v)
            v = data[at := "externalKey"]
            self.external_key = None if v is None else uuid(v)
            v = data[at := "portfolioKey"]
            self.portfolio_key = None if v is None else uuid(v)
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
        body["key"] = str(self.key)
        body["name"] = self.name
        body["assetKey"] = None if self.asset_key is None else str(self.asset_key)
        body["claim"] = self.claim
        body["environmentKey"] = None if self.environment_key is None else str(self.environment_key)
        body["externalKey"] = None if self.external_key is None else str(self.external_key)
        body["portfolioKey"] = None if self.portfolio_key is None else str(self.portfolio_key)
        return self._keys.written(body, self.additional)
