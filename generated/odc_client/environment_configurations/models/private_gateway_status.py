"""PrivateGatewayStatus and its parts."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Self

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, new, open_enum, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys


@define(kw_only=True)
class PrivateGatewayStatus:
    """State of a private gateway.

    Attributes:
        server_health: Health of a private gateway.
    """

    is_deactivating: bool | None = None
    server_active: bool | None = None
    server_health: GatewayHealth | str | None = None
    url: str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("isDeactivating", "serverActive", "serverHealth", "url"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 4:
                data, self.additional = cls._keys.read(data)
            v = data[at := "isDeactivating"]
            self.is_deactivating = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "serverActive"]
            self.server_active = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "serverHealth"]
            self.server_health = None if v is None else open_enum(GatewayHealth, v)
            v = data[at := "url"]
            self.url = v if type(v) is str or v is None else wrong(v, "a string")
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
        body["isDeactivating"] = self.is_deactivating
        body["serverActive"] = self.server_active
        body["serverHealth"] = self.server_health
        body["url"] = self.url
        return self._keys.written(body, self.additional)


class GatewayHealth(StrEnum):
    """Health of a private gateway."""

    HEALTHY = "Healthy"
    UNHEALTHY = "Unhealthy"
