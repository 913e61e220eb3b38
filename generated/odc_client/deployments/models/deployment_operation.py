"""DeploymentOperation."""

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
    integer,
    new,
    open_enum,
    uuid,
    wrong,
)
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
from ..._runtime.wire.parameters import moment_text
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
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        (
            "key",
            "assetKey",
            "assetName",
            "buildKey",
            "deployedBy",
            "finishedDateTime",
            "operation",
            "portfolioKey",
            "revisions",
            "startedDateTime",
            "status",
        ),
        must=("key",),
    )

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 11:
                data, self.additional = cls._keys.read(data)
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
            return cls.decode(cls._keys.complete(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, as it was received."""
        body: dict[str, Any] = dict(self.additional)
        body["key"] = str(self.key)
        body["assetKey"] = None if self.asset_key is None else str(self.asset_key)
        body["assetName"] = self.asset_name
        body["buildKey"] = None if self.build_key is None else str(self.build_key)
        body["deployedBy"] = self.deployed_by
        body["finishedDateTime"] = (
            None if self.finished_date_time is None else moment_text(self.finished_date_time)
        )
        body["operation"] = self.operation
        body["portfolioKey"] = None if self.portfolio_key is None else str(self.portfolio_key)
        body["revisions"] = None if self.revisions is None else list(self.revisions)
        body["startedDateTime"] = (
            None if self.started_date_time is None else moment_text(self.started_date_time)
        )
        body["status"] = self.status
        return self._keys.written(body, self.additional)
