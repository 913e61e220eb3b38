"""Organization."""

from __future__ import annotations

from typing import Any, Self
from uuid import UUID

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, new, sparse, uuid, wrong


@define(kw_only=True)
class Organization:
    """The organization and where it runs."""

    id: UUID
    name: str | None = None
    asset_portfolio_count: int | None = None
    data_platform_region: str | None = None
    platform_region: str | None = None
    ring: str | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "id"]
            self.id = uuid(v)
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "assetPortfolioCount"]
            self.asset_portfolio_count = v if type(v) is int or v is None else wrong(v, "an integer")
            v = data[at := "dataPlatformRegion"]
            self.data_platform_region = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "platformRegion"]
            self.platform_region = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "ring"]
            self.ring = v if type(v) is str or v is None else wrong(v, "a string")
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data, "id"))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self
