"""UserApplicationRole and its parts."""

from __future__ import annotations

from typing import Any, Self
from uuid import UUID

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, decode_list, new, open_enum, uuid, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
from .membership_type import MembershipType


@define(kw_only=True)
class UserApplicationRole:
    """An application role as one user has it."""

    key: UUID
    name: str | None = None
    asset_key: UUID | None = None
    assigned_groups: list[AssignedGroup] | None = None
    claim: str | None = None
    environment_key: UUID | None = None
    external_key: UUID | None = None
    is_directly_assigned: bool | None = None
    portfolio_key: UUID | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        (
            "key",
            "name",
            "assetKey",
            "assignedGroups",
            "claim",
            "environmentKey",
            "externalKey",
            "isDirectlyAssigned",
            "portfolioKey",
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
            self.key = uuid(v)
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "assetKey"]
            self.asset_key = None if v is None else uuid(v)
            v = data[at := "claim"]
            self.claim = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "environmentKey"]
            self.environment_key = None if v is None else uuid(v)
            v = data[at := "externalKey"]
            self.external_key = None if v is None else uuid(v)
            v = data[at := "isDirectlyAssigned"]
            self.is_directly_assigned = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "portfolioKey"]
            self.portfolio_key = None if v is None else uuid(v)
            v = data[at := "assignedGroups"]
            self.assigned_groups = None if v is None else decode_list(v, AssignedGroup.decode)
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
        body["assetKey"] = None if self.asset_key is None else str(self.asset_key)
        body["assignedGroups"] = (
            None if self.assigned_groups is None else [item.encode() for item in self.assigned_groups]
        )
        body["claim"] = self.claim
        body["environmentKey"] = None if self.environment_key is None else str(self.environment_key)
        body["externalKey"] = None if self.external_key is None else str(self.external_key)
        body["isDirectlyAssigned"] = self.is_directly_assigned
        body["portfolioKey"] = None if self.portfolio_key is None else str(self.portfolio_key)
        return self._keys.written(body, self.additional)


@define(kw_only=True)
class AssignedGroup:
    """A group through which a user has a role.

    Attributes:
        membership_type: How a user became a member of a group.
    """

    key: UUID
    name: str | None = None
    membership_type: MembershipType | str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("key", "name", "membershipType"), must=("key",))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 3:
                data, self.additional = cls._keys.read(data)
            v = data[at := "key"]
            self.key = uuid(v)
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "membershipType"]
            self.membership_type = None if v is None else open_enum(MembershipType, v)
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
        body["membershipType"] = self.membership_type
        return self._keys.written(body, self.additional)
