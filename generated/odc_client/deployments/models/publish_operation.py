"""PublishOperation."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self
from uuid import UUID

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, datetime_, decode_error, new, open_enum, sparse, uuid, wrong
from .operation_status import OperationStatus
from .publish_operation_type import PublishOperationType


@define(kw_only=True)
class PublishOperation:
    """The publication of a revision of an asset.

    Attributes:
        operation: What a publish operation does.
        status: State of an operation.
    """

    key: UUID
    asset_key: UUID | None = None
    build_key: UUID | None = None
    deployed_by: str | None = None
    finished_date_time: dt.datetime | None = None
    operation: PublishOperationType | str | None = None
    portfolio_key: UUID | None = None
    revision: int | None = None
    started_date_time: dt.datetime | None = None
    status: OperationStatus | str | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "key"]
            self.key = uuid(v)
            v = data[at := "assetKey"]
            self.asset_key = None if v is None else uuid(v)
            v = data[at := "buildKey"]
            self.build_key = None if v is None else uuid(v)
            v = data[at := "deployedBy"]
            self.deployed_by = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "finishedDateTime"]
            self.finished_date_time = None if v is None else datetime_(v)
            v = data[at := "operation"]
            self.operation = None if v is None else open_enum(PublishOperationType, v)
            v = data[at := "portfolioKey"]
            self.portfolio_key = None if v is None else uuid(v)
            v = data[at := "revision"]
            self.revision = v if type(v) is int or v is None else wrong(v, "an integer")
            v = data[at := "startedDateTime"]
            self.started_date_time = None if v is None else datetime_(v)
            v = data[at := "status"]
            self.status = None if v is None else open_enum(OperationStatus, v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data, "key"))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self
