"""EntitlementUsageByAsset and its parts."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, decode_list, integer, new, number, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys


@define(kw_only=True)
class EntitlementUsageByAsset:
    """How much of an entitlement is used, by asset."""

    id: str | None = None
    name: str | None = None
    aggregation: str | None = None
    assets: list[AssetUsage] | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("id", "name", "aggregation", "assets"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 4:
                data, self.additional = cls._keys.read(data)
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
            return cls.decode(cls._keys.complete(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, as it was received."""
        body: dict[str, Any] = dict(self.additional)
        body["id"] = self.id
        body["name"] = self.name
        body["aggregation"] = self.aggregation
        body["assets"] = None if self.assets is None else [item.encode() for item in self.assets]
        return self._keys.written(body, self.additional)


@define(kw_only=True)
class AssetUsage:
    """How much of an entitlement an asset uses."""

    name: str | None = None
    asset_key: str | None = None
    asset_type: str | None = None
    details: list[AssetUsageDetail] | None = None
    revision: int | None = None
    value: float | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("name", "assetKey", "assetType", "details", "revision", "value"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 6:
                data, self.additional = cls._keys.read(data)
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "assetKey"]
            self.asset_key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "assetType"]
            self.asset_type = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "revision"]
            self.revision = v if type(v) is int or v is None else integer(v)
            v = data[at := "value"]
            self.value = None if v is None else number(v)
            v = data[at := "details"]
            self.details = None if v is None else decode_list(v, AssetUsageDetail.decode)
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
        body["name"] = self.name
        body["assetKey"] = self.asset_key
        body["assetType"] = self.asset_type
        body["details"] = None if self.details is None else [item.encode() for item in self.details]
        body["revision"] = self.revision
        body["value"] = self.value
        return self._keys.written(body, self.additional)


@define(kw_only=True)
class AssetUsageDetail:
    """A part of an asset's usage."""

    name: str | None = None
    detail_key: str | None = None
    type: str | None = None
    value: float | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("name", "detailKey", "type", "value"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 4:
                data, self.additional = cls._keys.read(data)
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
            return cls.decode(cls._keys.complete(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, as it was received."""
        body: dict[str, Any] = dict(self.additional)
        body["name"] = self.name
        body["detailKey"] = self.detail_key
        body["type"] = self.type
        body["value"] = self.value
        return self._keys.written(body, self.additional)
