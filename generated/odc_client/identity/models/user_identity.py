"""UserIdentity."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self
from uuid import UUID

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, datetime_, decode_error, new, uuid, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
from ..._runtime.wire.parameters import moment_text


@define(kw_only=True)
class UserIdentity:
    """A user's profile at one identity provider."""

    name: str | None = None
    email: str | None = None
    first_login_at: dt.datetime | None = None
    identity_provider_key: UUID | None = None
    is_email_verified: bool | None = None
    last_login_at: dt.datetime | None = None
    photo_url: str | None = None
    subject: str | None = None
    user_key: UUID | None = None
    username: str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        (
            "name",
            "email",
            "firstLoginAt",
            "identityProviderKey",
            "isEmailVerified",
            "lastLoginAt",
            "photoUrl",
            "subject",
            "userKey",
            "username",
        )
    )

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 10:
                data, self.additional = cls._keys.read(data)
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "email"]
            self.email = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "firstLoginAt"]
            self.first_login_at = None if v is None else datetime_(v)
            v = data[at := "identityProviderKey"]
            self.identity_provider_key = None if v is None else uuid(v)
            v = data[at := "isEmailVerified"]
            self.is_email_verified = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "lastLoginAt"]
            self.last_login_at = None if v is None else datetime_(v)
            v = data[at := "photoUrl"]
            self.photo_url = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "subject"]
            self.subject = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "userKey"]
            self.user_key = None if v is None else uuid(v)
            v = data[at := "username"]
            self.username = v if type(v) is str or v is None else wrong(v, "a string")
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
        body["email"] = self.email
        body["firstLoginAt"] = None if self.first_login_at is None else moment_text(self.first_login_at)
        body["identityProviderKey"] = (
            None if self.identity_provider_key is None else str(self.identity_provider_key)
        )
        body["isEmailVerified"] = self.is_email_verified
        body["lastLoginAt"] = None if self.last_login_at is None else moment_text(self.last_login_at)
        body["photoUrl"] = self.photo_url
        body["subject"] = self.subject
        body["userKey"] = None if self.user_key is None else str(self.user_key)
        body["username"] = self.username
        return self._keys.written(body, self.additional)
