"""Organization."""

from __future__ import annotations

from typing import Any, Self
from uuid import UUID

from attrs import define

from ..._runtime.codec import DECODE_ERRORS, decode_error, uuid, wrong


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
        self = cls.__new__(cls)
        at = ""
        try:
            get = data.get
            v = data[at := "id"]
            self.id = uuid(v)
            v = get(at := "name")
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = get(at := "assetPortfolioCount")
            self.asset_portfolio_count = v if type(v) is int or v is None else wrong(v, "an integer")
            v = get(at := "dataPlatformRegion")
            self.data_platform_region = v if type(v) is str or v is None else wrong(v, "a string")
            v = get(at := "platformRegion")
            self.platform_region = v if type(v) is str or v is None else wrong(v, "a string")
            v = get(at := "ring")
            self.ring = v if type(v) is str or v is None else wrong(v, "a string")
        except DECODE_ERRORS as error:
            raise decode_error(error, at) from None
        return self
