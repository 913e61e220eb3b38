"""Environment and its parts."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Self
from uuid import UUID

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, integer, new, open_enum, uuid, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys


@define(kw_only=True)
class Environment:
    """An environment (stage) of a portfolio.

    Attributes:
        purpose: What an environment is for.
        status: Readiness of a self-hosted environment.
    """

    key: str
    name: str | None = None
    builtin_domain: str | None = None
    default_domain: str | None = None
    hosting: str | None = None
    order: int | None = None
    portfolio_key: UUID | None = None
    purpose: EnvironmentPurpose | str | None = None
    region: str | None = None
    status: EnvironmentStatus | str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        (
            "key",
            "name",
            "builtinDomain",
            "defaultDomain",
            "hosting",
            "order",
            "portfolioKey",
            "purpose",
            "region",
            "status",
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
            if len(data) != 10:
                data, self.additional = cls._keys.read(data)
            v = data[at := "key"]
            self.key = v if type(v) is str else wrong(v, "a string")
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "builtinDomain"]
            self.builtin_domain = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "defaultDomain"]
            self.default_domain = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "hosting"]
            self.hosting = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "order"]
            self.order = v if type(v) is int or v is None else integer(v)
            v = data[at := "portfolioKey"]
            self.portfolio_key = None if v is None else uuid(v)
            v = data[at := "purpose"]
            self.purpose = None if v is None else open_enum(EnvironmentPurpose, v)
            v = data[at := "region"]
            self.region = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "status"]
            self.status = None if v is None else open_enum(EnvironmentStatus, v)
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
        body["builtinDomain"] = self.builtin_domain
        body["defaultDomain"] = self.default_domain
        body["hosting"] = self.hosting
        body["order"] = self.order
        body["portfolioKey"] = None if self.portfolio_key is None else str(self.portfolio_key)
        body["purpose"] = self.purpose
        body["region"] = self.region
        body["status"] = self.status
        return self._keys.written(body, self.additional)


class EnvironmentPurpose(StrEnum):
    """What an environment is for."""

    DEVELOPMENT = "Development"
    NON_PRODUCTION = "NonProduction"
    PRODUCTION = "Production"


class EnvironmentStatus(StrEnum):
    """Readiness of a self-hosted environment."""

    PENDING = "Pending"
    CONFIGURED = "Configured"
    DEPLOYED = "Deployed"
    MISSING_CONFIGURATIONS = "MissingConfigurations"
    READY = "Ready"
    WAKING_UP = "WakingUp"
    SCHEDULED_FOR_DELETION = "ScheduledForDeletion"
    HIBERNATED = "Hibernated"
