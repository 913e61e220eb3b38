"""RoleUser."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self
from uuid import UUID

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, datetime_, decode_error, new, open_enum, uuid, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
from ..._runtime.wire.parameters import moment_text
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
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        ("key", "name", "_embedded", "email", "lastLoginAt", "photoUrl", "status"),
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
            if len(data) != 6:
                data, self.additional = cls._keys.read(data)
                v = data[at := "_embedded"]
                self.embedded = None if v is None else RoleUserEmbedded.decode(v)
            v = data[at := "key"]
            self.key = uuid(v)
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
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
        body["email"] = self.email
        body["lastLoginAt"] = None if self.last_login_at is None else moment_text(self.last_login_at)
        body["photoUrl"] = self.photo_url
        body["status"] = self.status
        return self._keys.written(body, self.additional)
