"""ApplicationRole."""

from __future__ import annotations

from typing import Any, Self
from uuid import UUID

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, new, sparse, uuid, wrong


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

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
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
            return cls.decode(sparse(data, "key"))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self
