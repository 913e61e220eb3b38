"""BulkUserOperation and its parts."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Self
from uuid import UUID

from attrs import define

from ..._runtime.wire.codec import (
    DECODE_ERRORS,
    decode_error,
    decode_list,
    new,
    open_enum,
    sparse,
    uuid,
    wrong,
)


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

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "key"]
            self.key = uuid(v)
            v = data[at := "errorCode"]
            self.error_code = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "errorMessage"]
            self.error_message = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "operations"]
            self.operations = None if v is None else decode_list(v, BulkUserResult.decode)
            v = data[at := "status"]
            self.status = None if v is None else open_enum(BulkOperationStatus, v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data, "key"))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


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

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "errorCode"]
            self.error_code = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "errorMessage"]
            self.error_message = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "record"]
            self.record = None if v is None else BulkUserRecord.decode(v)
            v = data[at := "status"]
            self.status = None if v is None else open_enum(BulkUserStatus, v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


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

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
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
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


class BulkUserStatus(StrEnum):
    """What became of one user of a bulk operation."""

    ERROR = "Error"
    INSERTED = "Inserted"
    UPDATED = "Updated"
    DELETED = "Deleted"
