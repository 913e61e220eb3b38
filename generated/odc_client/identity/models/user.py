"""User and its parts."""

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
    open_enum,
    sparse,
    uuid,
    wrong,
)
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
            v = data.get(at := "_embedded")
            self.embedded = None if v is None else UserEmbedded.decode(v)
            v = data[at := "access"]
            self.access = None if v is None else UserAccess.decode(v)
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
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data, "key"))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


@define(kw_only=True)
class UserEmbedded:
    """What was included with a user on request."""

    application_roles: list[UserApplicationRole] | None = None
    user_identity_providers: list[UserIdentity] | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "applicationRoles"]
            self.application_roles = None if v is None else decode_list(v, UserApplicationRole.decode)
            v = data[at := "userIdentityProviders"]
            self.user_identity_providers = None if v is None else decode_list(v, UserIdentity.decode)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


@define(kw_only=True)
class UserAccess:
    """Which kinds of roles a user has."""

    has_application_roles: bool | None = None
    has_organization_roles: bool | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "hasApplicationRoles"]
            self.has_application_roles = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "hasOrganizationRoles"]
            self.has_organization_roles = v if v is True or v is False or v is None else wrong(v, "a boolean")
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self
