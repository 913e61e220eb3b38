"""UserOrganizationRole."""

from __future__ import annotations

from typing import Any, Self
from uuid import UUID

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, new, sparse, uuid, wrong
from .grant_period import GrantPeriod


@define(kw_only=True)
class UserOrganizationRole:
    """An organization role as one user has it.

    Attributes:
        grant_period: Time during which a grant applies, in UTC.
    """

    key: UUID
    name: str | None = None
    asset_key: UUID | None = None
    grant_period: GrantPeriod | None = None
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
            v = data[at := "grantPeriod"]
            self.grant_period = None if v is None else GrantPeriod.decode(v)
            v = data[at := "portfolioKey"]
            self.portfolio_key = None if v is None else uuid(v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data, "key"))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self
