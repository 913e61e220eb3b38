"""User and its parts."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self
from uuid import UUID

from attrs import define, field

from ..._runtime.wire.codec import (
    DECODE_ERRORS,
    datetime_,
    decode_error,
    decode_list,
    new,
    open_enum,
    uuid,
    wrong,
)
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
from ..._runtime.wire.parameters import moment_text
from .user_application_role import UserApplicationRole
from .user_identity import UserIdentity
from .user_status import UserStatus


@define(kw_only=True)
class User:
    """A user of the organization or of its apps.

    Attributes:
        embedded: What was included with a user on request.
        access: Which kinds of roles a user has.
        status: State of a user.
    """

    key: UUID
    name: str | None = None
    embedded: UserEmbedded | None = None
    access: UserAccess | None = None
    email: str | None = None
    is_active: bool | None = None
    is_email_verified: bool | None = None
    is_terms_and_conditions_accepted: bool | None = None
    last_login_at: dt.datetime | None = None
    photo_url: str | None = None
    status: UserStatus | str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        (
            "key",
            "name",
            "_embedded",
            "access",
            "email",
            "isActive",
            "isEmailVerified",
            "isTermsAndConditionsAccepted",
            "lastLoginAt",
            "photoUrl",
            "status",
        ),
        must=("key",),
        late=("_embedded",),
    )

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        self.embedded = None
        at = ""
        try:
            if len(data) != 10:
                data, self.additional = cls._keys.read(data)
                v = data[at := "_embedded"]
                self.embedded = None if v is None else UserEmbedded.decode(v)
            v = data[at := "key"]
            self.key = uuid(v)
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "email"]
            self.email = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "isActive"]
            self.is_active = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "isEmailVerified"]
            self.is_email_verified = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "isTermsAndConditionsAccepted"]
            self.is_terms_and_conditions_accepted = (
                v if v is True or v is False or v is None else wrong(v, "a boolean")
            )
            v = data[at := "lastLoginAt"]
            self.last_login_at = None if v is None else datetime_(v)
            v = data[at := "photoUrl"]
            self.photo_url = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "status"]
            self.status = None if v is None else open_enum(UserStatus, v)
            v = data[at := "access"]
            self.access = None if v is None else UserAccess.decode(v)
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
        body["_embedded"] = None if self.embedded is None else self.embedded.encode()
        body["access"] = None if self.access is None else self.access.encode()
        body["email"] = self.email
        body["isActive"] = self.is_active
        body["isEmailVerified"] = self.is_email_verified
        body["isTermsAndConditionsAccepted"] = self.is_terms_and_conditions_accepted
        body["lastLoginAt"] = None if self.last_login_at is None else moment_text(self.last_login_at)
        body["photoUrl"] = self.photo_url
        body["status"] = self.status
        return self._keys.written(body, self.additional)


@define(kw_only=True)
class UserEmbedded:
    """What was included with a user on request."""

    application_roles: list[UserApplicationRole] | None = None
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
            self.application_roles = None if v is None else decode_list(v, UserApplicationRole.decode)
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


@define(kw_only=True)
class UserAccess:
    """Which kinds of roles a user has."""

    has_application_roles: bool | None = None
    has_organization_roles: bool | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("hasApplicationRoles", "hasOrganizationRoles"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 2:
                data, self.additional = cls._keys.read(data)
            v = data[at := "hasApplicationRoles"]
            self.has_application_roles = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "hasOrganizationRoles"]
            self.has_organization_roles = v if v is True or v is False or v is None else wrong(v, "a boolean")
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
        body["hasApplicationRoles"] = self.has_application_roles
        body["hasOrganizationRoles"] = self.has_organization_roles
        return self._keys.written(body, self.additional)
