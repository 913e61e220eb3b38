"""OrganizationSubscription."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, datetime_, decode_error, decode_list, new, sparse, wrong
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

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "activationCode"]
            self.activation_code = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "addons"]
            self.addons = None if v is None else decode_list(v, Addon.decode)
            v = data[at := "edition"]
            self.edition = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "editionFamilyId"]
            self.edition_family_id = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "editionId"]
            self.edition_id = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "entitlements"]
            self.entitlements = None if v is None else decode_list(v, Entitlement.decode)
            v = data[at := "subscriptionEndDate"]
            self.subscription_end_date = None if v is None else datetime_(v)
            v = data[at := "subscriptionStartDate"]
            self.subscription_start_date = None if v is None else datetime_(v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self
