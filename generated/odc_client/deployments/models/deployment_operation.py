"""DeploymentOperation."""

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
    integer,
    new,
    open_enum,
    sparse,
    uuid,
    wrong,
)
from .deployment_operation_type import DeploymentOperationType
from .operation_status import OperationStatus


@define(kw_only=True)
class DeploymentOperation:
    """The deployment, undeployment or reconfiguration of an asset.

    Attributes:
        operation: What a deployment operation does.
        status: State of an operation.
    """

    key: UUID
    asset_key: UUID | None = None
    asset_name: str | None = None
    build_key: UUID | None = None
    deployed_by: str | None = None
    finished_date_time: dt.datetime | None = None
    operation: DeploymentOperationType | str | None = None
    portfolio_key: UUID | None = None
    revisions: list[int] | None = None
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
            v = data[at := "assetName"]
            self.asset_name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "buildKey"]
            self.build_key = None if v is None else uuid(v)
            v = data[at := "deployedBy"]
            self.deployed_by = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "finishedDateTime"]
            self.finished_date_time = None if v is None else datetime_(v)
            v = data[at := "operation"]
            self.operation = None if v is None else open_enum(DeploymentOperationType, v)
            v = data[at := "portfolioKey"]
            self.portfolio_key = None if v is None else uuid(v)
            v = data[at := "revisions"]
            self.revisions = None if v is None else decode_list(v, integer)
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
