"""OrganizationSubscription."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, datetime_, decode_error, decode_list, new, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
from ..._runtime.wire.parameters import moment_text
from .addon import Addon
from .entitlement import Entitlement


@define(kw_only=True)
class OrganizationSubscription:
    """The subscription of the organization."""

    activation_code: str | None = None
    addons: list[Addon] | None = None
    edition: str | None = None
    edition_family_id: str | None = None
    edition_id: str | None = None
    entitlements: list[Entitlement] | None = None
    subscription_end_date: dt.datetime | None = None
    subscription_start_date: dt.datetime | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        (
            "activationCode",
            "addons",
            "edition",
            "editionFamilyId",
            "editionId",
            "entitlements",
            "subscriptionEndDate",
            "subscriptionStartDate",
        )
    )

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 8:
                data, self.additional = cls._keys.read(data)
            v = data[at := "activationCode"]
            self.activation_code = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "edition"]
            self.edition = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "editionFamilyId"]
            self.edition_family_id = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "editionId"]
            self.edition_id = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "subscriptionEndDate"]
            self.subscription_end_date = None if v is None else datetime_(v)
            v = data[at := "subscriptionStartDate"]
            self.subscription_start_date = None if v is None else datetime_(v)
            v1 = data[at := "addons"]
            v2 = data[at := "entitlements"]
            at, v = "addons", v1
            self.addons = None if v is None else decode_list(v, Addon.decode)
            at, v = "entitlements", v2
            self.entitlements = None if v is None else decode_list(v, Entitlement.decode)
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
        body["activationCode"] = self.activation_code
        body["addons"] = None if self.addons is None else [item.encode() for item in self.addons]
        body["edition"] = self.edition
        body["editionFamilyId"] = self.edition_family_id
        body["editionId"] = self.edition_id
        body["entitlements"] = (
            None if self.entitlements is None else [item.encode() for item in self.entitlements]
        )
        body["subscriptionEndDate"] = (
            None if self.subscription_end_date is None else moment_text(self.subscription_end_date)
        )
        body["subscriptionStartDate"] = (
            None if self.subscription_start_date is None else moment_text(self.subscription_start_date)
        )
        return self._keys.written(body, self.additional)
