"""Group and its parts."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self
from uuid import UUID

from attrs import define

from ..._runtime.wire.codec import (
    DECODE_ERRORS,
    datetime_,
    decode_error,
    decode_list,
    new,
    sparse,
    uuid,
    wrong,
)


@define(kw_only=True)
class Group:
    """A group of end users, in one environment."""

    key: UUID
    name: str | None = None
    description: str | None = None
    environment_key: UUID | None = None
    claim_mappings: list[ClaimMapping] | None = None
    portfolio_key: UUID | None = None
    updated_at: dt.datetime | None = None

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
            v = data[at := "description"]
            self.description = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "environmentKey"]
            self.environment_key = None if v is None else uuid(v)
            v = data[at := "groupIdpClaimMappings"]
            self.claim_mappings = None if v is None else decode_list(v, ClaimMapping.decode)
            v = data[at := "portfolioKey"]
            self.portfolio_key = None if v is None else uuid(v)
            v = data[at := "updatedAt"]
            self.updated_at = None if v is None else datetime_(v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data, "key"))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


@define(kw_only=True)
class ClaimMapping:
    """A claim whose bearers become members of a group.

    Attributes:
        foreign_claim: A claim in the tokens of an identity provider.
    """

    key: UUID
    foreign_claim: ForeignClaim
    last_updated_date: dt.datetime | None = None
    provider_key: UUID

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "key"]
            self.key = uuid(v)
            v = data[at := "foreignClaim"]
            self.foreign_claim = ForeignClaim.decode(v)
            v = data[at := "lastUpdatedDate"]
            self.last_updated_date = None if v is None else datetime_(v)
            v = data[at := "providerKey"]
            self.provider_key = uuid(v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data, "key", "foreignClaim", "providerKey"))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


@define(kw_only=True)
class ForeignClaim:
    """A claim in the tokens of an identity provider."""

    name: str
    value: str
    value_delimiter: str | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "name"]
            self.name = v if type(v) is str else wrong(v, "a string")
            v = data[at := "value"]
            self.value = v if type(v) is str else wrong(v, "a string")
            v = data[at := "valueDelimiter"]
            self.value_delimiter = v if type(v) is str or v is None else wrong(v, "a string")
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data, "name", "value"))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self
