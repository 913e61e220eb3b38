"""Environment and its parts."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Self

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, integer, new, open_enum, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys


@define(kw_only=True)
class Environment:
    """An environment (stage).

    Attributes:
        purpose: What an environment is for.
    """

    key: str
    name: str | None = None
    hosting: str | None = None
    hostname: str | None = None
    is_configured: bool | None = None
    is_deployed_to_cluster: bool | None = None
    order: int | None = None
    purpose: EnvironmentPurpose | str | None = None
    region: str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        (
            "key",
            "name",
            "hosting",
            "hostname",
            "isConfigured",
            "isDeployedToCluster",
            "order",
            "purpose",
            "region",
        ),
        must=("key",),
    )

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 9:
                data, self.additional = cls._keys.read(data)
            v = data[at := "key"]
            self.key = v if type(v) is str else wrong(v, "a string")
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "hosting"]
            self.hosting = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "hostname"]
            self.hostname = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "isConfigured"]
            self.is_configured = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "isDeployedToCluster"]
            self.is_deployed_to_cluster = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "order"]
            self.order = v if type(v) is int or v is None else integer(v)
            v = data[at := "purpose"]
            self.purpose = None if v is None else open_enum(EnvironmentPurpose, v)
            v = data[at := "region"]
            self.region = v if type(v) is str or v is None else wrong(v, "a string")
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
        body["key"] = self.key
        body["name"] = self.name
        body["hosting"] = self.hosting
        body["hostname"] = self.hostname
        body["isConfigured"] = self.is_configured
        body["isDeployedToCluster"] = self.is_deployed_to_cluster
        body["order"] = self.order
        body["purpose"] = self.purpose
        body["region"] = self.region
        return self._keys.written(body, self.additional)


class EnvironmentPurpose(StrEnum):
    """What an environment is for."""

    DEVELOPMENT = "Development"
    NON_PRODUCTION = "NonProduction"
    PRODUCTION = "Production"
    UNKNOWN = "Unknown"
