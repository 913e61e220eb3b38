"""DeployedAsset and its parts."""

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
    sparse,
    uuid,
    wrong,
)


@define(kw_only=True)
class DeployedAsset:
    """An asset with its deployments."""

    key: UUID
    deployments: list[Deployment] | None = None
    is_built_in: bool | None = None
    type: str | None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "key"]
            self.key = uuid(v)
            v = data[at := "deployments"]
            self.deployments = None if v is None else decode_list(v, Deployment.decode)
            v = data[at := "isBuiltIn"]
            self.is_built_in = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "type"]
            self.type = v if type(v) is str or v is None else wrong(v, "a string")
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data, "key"))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


@define(kw_only=True)
class Deployment:
    """What is deployed of an asset in one environment."""

    name: str | None
    build_key: UUID
    deployment_date_time: dt.datetime
    deployment_key: UUID
    deployment_user_id: str | None
    description: str | None
    environment_key: UUID
    icon_url: str | None
    portfolio_key: UUID | None = None
    revision: int
    tag: str | None
    tagging_date_time: dt.datetime | None
    tagging_user_key: str | None
    url: str | None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "buildKey"]
            self.build_key = uuid(v)
            v = data[at := "deploymentDateTime"]
            self.deployment_date_time = datetime_(v)
            v = data[at := "deploymentKey"]
            self.deployment_key = uuid(v)
            v = data[at := "deploymentUserId"]
            self.deployment_user_id = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "description"]
            self.description = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "environmentKey"]
            self.environment_key = uuid(v)
            v = data[at := "iconUrl"]
            self.icon_url = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "portfolioKey"]
            self.portfolio_key = None if v is None else uuid(v)
            v = data[at := "revision"]
            self.revision = v if type(v) is int else wrong(v, "an integer")
            v = data[at := "tag"]
            self.tag = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "taggingDateTime"]
            self.tagging_date_time = None if v is None else datetime_(v)
            v = data[at := "taggingUserKey"]
            self.tagging_user_key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "url"]
            self.url = v if type(v) is str or v is None else wrong(v, "a string")
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(
                sparse(data, "buildKey", "deploymentDateTime", "deploymentKey", "environmentKey", "revision")
            )
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self
