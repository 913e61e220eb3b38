"""PrivateGatewayStatus and its parts."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Self

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, new, open_enum, sparse, wrong


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

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
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
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


class GatewayHealth(StrEnum):
    """Health of a private gateway."""

    HEALTHY = "Healthy"
    UNHEALTHY = "Unhealthy"
