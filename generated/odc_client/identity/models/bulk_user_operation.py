"""BulkUserOperation and its parts."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Self
from uuid import UUID

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, decode_list, new, open_enum, uuid, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys


@define(kw_only=True)
class BulkUserOperation:
    """Creation of many users at once.

    Attributes:
        operations: Outcome for each user, once the operation has ended.
        status: State of a bulk operation.
    """

    key: UUID
    error_code: str | None = None
    error_message: str | None = None
    operations: list[BulkUserResult] | None = None
    status: BulkOperationStatus | str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("key", "errorCode", "errorMessage", "operations", "status"), must=("key",))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 5:
                data, self.additional = cls._keys.read(data)
            v = data[at := "key"]
            self.key = uuid(v)
            v = data[at := "errorCode"]
            self.error_code = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "errorMessage"]
            self.error_message = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "status"]
            self.status = None if v is None else open_enum(BulkOperationStatus, v)
            v = data[at := "operations"]
            self.operations = None if v is None else decode_list(v, BulkUserResult.decode)
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
        body["errorCode"] = self.error_code
        body["errorMessage"] = self.error_message
        body["operations"] = None if self.operations is None else [item.encode() for item in self.operations]
        body["status"] = self.status
        return self._keys.written(body, self.additional)


@define(kw_only=True)
class BulkUserResult:
    """Outcome for one user of a bulk operation.

    Attributes:
        record: The user that a bulk result speaks of.
        status: What became of one user of a bulk operation.
    """

    error_code: str | None = None
    error_message: str | None = None
    record: BulkUserRecord | None = None
    status: BulkUserStatus | str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("errorCode", "errorMessage", "record", "status"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 4:
                data, self.additional = cls._keys.read(data)
            v = data[at := "errorCode"]
            self.error_code = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "errorMessage"]
            self.error_message = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "status"]
            self.status = None if v is None else open_enum(BulkUserStatus, v)
            v = data[at := "record"]
            self.record = None if v is None else BulkUserRecord.decode(v)
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
        body["errorCode"] = self.error_code
        body["errorMessage"] = self.error_message
        body["record"] = None if self.record is None else self.record.encode()
        body["status"] = self.status
        return self._keys.written(body, self.additional)


class BulkOperationStatus(StrEnum):
    """State of a bulk operation."""

    FINISHED_WITH_ERRORS = "FinishedWithErrors"
    FINISHED = "Finished"
    PROCESSING = "Processing"
    PENDING = "Pending"


@define(kw_only=True)
class BulkUserRecord:
    """The user that a bulk result speaks of."""

    key: UUID | None = None
    email: str | None = None
    subject: str | None = None
    username: str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("key", "email", "subject", "username"))

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
            self.key = None if v is None else uuid(v)
            v = data[at := "email"]
            self.email = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "subject"]
            self.subject = v if type(v) is str or v is None else wrong(v, "a string")
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
        body["key"] = None if self.key is None else str(self.key)
        body["email"] = self.email
        body["subject"] = self.subject
        body["username"] = self.username
        return self._keys.written(body, self.additional)


class BulkUserStatus(StrEnum):
    """What became of one user of a bulk operation."""

    ERROR = "Error"
    INSERTED = "Inserted"
    UPDATED = "Updated"
    DELETED = "Deleted"
