"""RoleUser."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self
from uuid import UUID

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, datetime_, decode_error, new, open_enum, sparse, uuid, wrong
from .role_user_embedded import RoleUserEmbedded
from .user_status import UserStatus


@define(kw_only=True)
class RoleUser:
    """A user, as the bearer of a role.

    Attributes:
        embedded: What was included with a user on request.
        status: State of a user.
    """

    key: UUID
    name: str | None = None
    embedded: RoleUserEmbedded | None = None
    email: str | None = None
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
            self.embedded = None if v is None else RoleUserEmbedded.decode(v)
            v = data[at := "email"]
            self.email = v if type(v) is str or v is None else wrong(v, "a string")
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
