"""RoleUserEmbedded."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, decode_list, new
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
from .application_role import ApplicationRole
from .user_identity import UserIdentity


@define(kw_only=True)
class RoleUserEmbedded:
    """What was included with a user on request."""

    application_roles: list[ApplicationRole] | None = None
    user_identity_providers: list[UserIdentity] | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("applicationRoles", "userIdentityProviders"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 2:
                data, self.additional = cls._keys.read(data)
            v1 = data[at := "applicationRoles"]
            v2 = data[at := "userIdentityProviders"]
            at, v = "applicationRoles", v1
            self.application_roles = None if v is None else decode_list(v, ApplicationRole.decode)
            at, v = "userIdentityProviders", v2
            self.user_identity_providers = None if v is None else decode_list(v, UserIdentity.decode)
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
        body["applicationRoles"] = (
            None if self.application_roles is None else [item.encode() for item in self.application_roles]
        )
        body["userIdentityProviders"] = (
            None
            if self.user_identity_providers is None
            else [item.encode() for item in self.user_identity_providers]
        )
        return self._keys.written(body, self.additional)
