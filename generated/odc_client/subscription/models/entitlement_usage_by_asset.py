"""EntitlementUsageByAsset and its parts."""

from __future__ import annotations

from typing import Any, Self

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, decode_list, new, number, sparse, wrong


@define(kw_only=True)
class EntitlementUsageByAsset:
    """How much of an entitlement is used, by asset."""

    id: str | None = None
    name: str | None = None
    aggregation: str | None = None
    assets: list[AssetUsage] | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "id"]
            self.id = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "aggregation"]
            self.aggregation = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "assets"]
            self.assets = None if v is None else decode_list(v, AssetUsage.decode)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


@define(kw_only=True)
class AssetUsage:
    """How much of an entitlement an asset uses."""

    name: str | None = None
    asset_key: str | None = None
    asset_type: str | None = None
    details: list[AssetUsageDetail] | None = None
    revision: int | None = None
    value: float | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "assetKey"]
            self.asset_key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "assetType"]
            self.asset_type = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "details"]
            self.details = None if v is None else decode_list(v, AssetUsageDetail.decode)
            v = data[at := "revision"]
            self.revision = v if type(v) is int or v is None else wrong(v, "an integer")
            v = data[at := "value"]
            self.value = None if v is None else number(v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


@define(kw_only=True)
class AssetUsageDetail:
    """A part of an asset's usage."""

    name: str | None = None
    detail_key: str | None = None
    type: str | None = None
    value: float | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "detailKey"]
            self.detail_key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "type"]
            self.type = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "value"]
            self.value = None if v is None else number(v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self
