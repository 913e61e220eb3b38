"""Group and its parts."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self
from uuid import UUID

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, datetime_, decode_error, decode_list, new, uuid, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
from ..._runtime.wire.parameters import moment_text


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
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        (
            "key",
            "name",
            "description",
            "environmentKey",
            "groupIdpClaimMappings",
            "portfolioKey",
            "updatedAt",
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
            if len(data) != 7:
                data, self.additional = cls._keys.read(data)
            v = data[at := "key"]
            self.key = uuid(v)
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "description"]
            self.description = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "environmentKey"]
            self.environment_key = None if v is None else uuid(v)
            v = data[at := "portfolioKey"]
            self.portfolio_key = None if v is None else uuid(v)
            v = data[at := "updatedAt"]
            self.updated_at = None if v is None else datetime_(v)
            v = data[at := "groupIdpClaimMappings"]
            self.claim_mappings = None if v is None else decode_list(v, ClaimMapping.decode)
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
        body["key"] = str(self.key)
        body["name"] = self.name
        body["description"] = self.description
        body["environmentKey"] = None if self.environment_key is None else str(self.environment_key)
        body["groupIdpClaimMappings"] = (
            None if self.claim_mappings is None else [item.encode() for item in self.claim_mappings]
        )
        body["portfolioKey"] = None if self.portfolio_key is None else str(self.portfolio_key)
        body["updatedAt"] = None if self.updated_at is None else moment_text(self.updated_at)
        return self._keys.written(body, self.additional)


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
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        ("key", "foreignClaim", "lastUpdatedDate", "providerKey"), must=("key", "foreignClaim", "providerKey")
    )

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 4:
                data, self.additional = cls._keys.read(data)
            v = data[at := "key"]
            self.key = uuid(v)
            v = data[at := "lastUpdatedDate"]
            self.last_updated_date = None if v is None else datetime_(v)
            v = data[at := "providerKey"]
            self.provider_key = uuid(v)
            v = data[at := "foreignClaim"]
            self.foreign_claim = ForeignClaim.decode(v)
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
        body["key"] = str(self.key)
        body["foreignClaim"] = self.foreign_claim.encode()
        body["lastUpdatedDate"] = (
            None if self.last_updated_date is None else moment_text(self.last_updated_date)
        )
        body["providerKey"] = str(self.provider_key)
        return self._keys.written(body, self.additional)


@define(kw_only=True)
class ForeignClaim:
    """A claim in the tokens of an identity provider."""

    name: str
    value: str
    value_delimiter: str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("name", "value", "valueDelimiter"), must=("name", "value"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 3:
                data, self.additional = cls._keys.read(data)
            v = data[at := "name"]
            self.name = v if type(v) is str else wrong(v, "a string")
            v = data[at := "value"]
            self.value = v if type(v) is str else wrong(v, "a string")
            v = data[at := "valueDelimiter"]
            self.value_delimiter = v if type(v) is str or v is None else wrong(v, "a string")
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
        body["value"] = self.value
        body["valueDelimiter"] = self.value_delimiter
        return self._keys.written(body, self.additional)
