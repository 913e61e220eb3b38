"""OrganizationRole and its parts."""

from __future__ import annotations

from typing import Any, Self
from uuid import UUID

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, decode_list, new, sparse, uuid, wrong


@define(kw_only=True)
class OrganizationRole:
    """A role for members of the organization."""

    key: UUID
    name: str | None = None
    is_read_only: bool | None = None
    permissions: list[OrganizationRolePermission] | None

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
            v = data[at := "isReadOnly"]
            self.is_read_only = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "permissions"]
            self.permissions = None if v is None else decode_list(v, OrganizationRolePermission.decode)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data, "key"))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


@define(kw_only=True)
class OrganizationRolePermission:
    """A permission of an organization role, with the environments and portfolios it covers."""

    name: str | None = None
    claim_name: str | None = None
    environment_keys: list[UUID] | None = None
    permission_key: UUID | None = None
    portfolio_keys: list[UUID] | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
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
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self
