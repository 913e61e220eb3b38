"""OrganizationRole and its parts."""

from __future__ import annotations

from typing import Any, Self
from uuid import UUID

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, decode_list, new, uuid, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys


@define(kw_only=True)
class OrganizationRole:
    """A role for members of the organization."""

    key: UUID
    name: str | None = None
    is_read_only: bool | None = None
    permissions: list[OrganizationRolePermission] | None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("key", "name", "isReadOnly", "permissions"), must=("key",), null=("permissions",))

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
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "isReadOnly"]
            self.is_read_only = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "permissions"]
            self.permissions = None if v is None else decode_list(v, OrganizationRolePermission.decode)
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
        body["isReadOnly"] = self.is_read_only
        body["permissions"] = (
            None if self.permissions is None else [item.encode() for item in self.permissions]
        )
        return self._keys.written(body, self.additional)


@define(kw_only=True)
class OrganizationRolePermission:
    """A permission of an organization role, with the environments and portfolios it covers."""

    name: str | None = None
    claim_name: str | None = None
    environment_keys: list[UUID] | None = None
    permission_key: UUID | None = None
    portfolio_keys: list[UUID] | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("name", "claimName", "environmentKeys", "permissionKey", "portfolioKeys"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 5:
                data, self.additional = cls._keys.read(data)
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "claimName"]
            self.claim_name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "environmentKeys"]
            self.environment_keys = None if v is None else decode_list(v, uuid)
            v = data[at := "permissionKey"]
            self.permission_key = None if v is None else uuid(v)
            v = data[at := "portfolioKeys"]
            self.portfolio_keys = None if v is None else decode_list(v, uuid)
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
        body["claimName"] = self.claim_name
        body["environmentKeys"] = (
            None if self.environment_keys is None else [str(item) for item in self.environment_keys]
        )
        body["permissionKey"] = None if self.permission_key is None else str(self.permission_key)
        body["portfolioKeys"] = (
            None if self.portfolio_keys is None else [str(item) for item in self.portfolio_keys]
        )
        return self._keys.written(body, self.additional)
