"""RoleUserEmbedded."""

from __future__ import annotations

from typing import Any, Self

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, decode_list, new, sparse
from .application_role import ApplicationRole
from .user_identity import UserIdentity


@define(kw_only=True)
class RoleUserEmbedded:
    """What was included with a user on request."""

    application_roles: list[ApplicationRole] | None = None
    user_identity_providers: list[UserIdentity] | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "applicationRoles"]
            self.application_roles = None if v is None else decode_list(v, ApplicationRole.decode)
            v = data[at := "userIdentityProviders"]
            self.user_identity_providers = None if v is None else decode_list(v, UserIdentity.decode)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self
