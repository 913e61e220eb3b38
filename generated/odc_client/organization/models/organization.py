"""Organization."""

from __future__ import annotations

from typing import Any, Self
from uuid import UUID

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, integer, new, uuid, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys


@define(kw_only=True)
class Organization:
    """The organization and where it runs."""

    id: UUID
    name: str | None = None
    asset_portfolio_count: int | None = None
    data_platform_region: str | None = None
    platform_region: str | None = None
    ring: str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        ("id", "name", "assetPortfolioCount", "dataPlatformRegion", "platformRegion", "ring"), must=("id",)
    )

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 6:
                data, self.additional = cls._keys.read(data)
            v = data[at := "id"]
            self.id = uuid(v)
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "assetPortfolioCount"]
            self.asset_portfolio_count = v if type(v) is int or v is None else integer(v)
            v = data[at := "dataPlatformRegion"]
            self.data_platform_region = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "platformRegion"]
            self.platform_region = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "ring"]
            self.ring = v if type(v) is str or v is None else wrong(v, "a string")
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
        body["id"] = str(self.id)
        body["name"] = self.name
        body["assetPortfolioCount"] = self.asset_portfolio_count
        body["dataPlatformRegion"] = self.data_platform_region
        body["platformRegion"] = self.platform_region
        body["ring"] = self.ring
        return self._keys.written(body, self.additional)
