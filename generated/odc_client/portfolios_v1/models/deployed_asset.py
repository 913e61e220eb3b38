"""DeployedAsset and its parts."""

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
    uuid,
    wrong,
)
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
from ..._runtime.wire.parameters import moment_text


@define(kw_only=True)
class DeployedAsset:
    """An asset with its deployments."""

    key: UUID
    deployments: list[Deployment] | None = None
    is_built_in: bool | None = None
    type: str | None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("key", "deployments", "isBuiltIn", "type"), must=("key",), null=("type",))

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
            self.key = uuid(v)
            v = data[at := "isBuiltIn"]
            self.is_built_in = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "type"]
            self.type = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "deployments"]
            self.deployments = None if v is None else decode_list(v, Deployment.decode)
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
        body["deployments"] = (
            None if self.deployments is None else [item.encode() for item in self.deployments]
        )
        body["isBuiltIn"] = self.is_built_in
        body["type"] = self.type
        return self._keys.written(body, self.additional)


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
    revision: int
    tag: str | None
    tagging_date_time: dt.datetime | None
    tagging_user_key: str | None
    url: str | None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        (
            "name",
            "buildKey",
            "deploymentDateTime",
            "deploymentKey",
            "deploymentUserId",
            "description",
            "environmentKey",
            "iconUrl",
            "revision",
            "tag",
            "taggingDateTime",
            "taggingUserKey",
            "url",
        ),
        must=("buildKey", "deploymentDateTime", "deploymentKey", "environmentKey", "revision"),
        null=(
            "name",
            "deploymentUserId",
            "description",
            "iconUrl",
            "tag",
            "taggingDateTime",
            "taggingUserKey",
            "url",
        ),
    )

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 13:
                data, self.additional = cls._keys.read(data)
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
            v = data[at := "revision"]
            self.revision = v if type(v) is int else integer(v)
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
            return cls.decode(cls._keys.complete(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, as it was received."""
        body: dict[str, Any] = dict(self.additional)
        body["name"] = self.name
        body["buildKey"] = str(self.build_key)
        body["deploymentDateTime"] = moment_text(self.deployment_date_time)
        body["deploymentKey"] = str(self.deployment_key)
        body["deploymentUserId"] = self.deployment_user_id
        body["description"] = self.description
        body["environmentKey"] = str(self.environment_key)
        body["iconUrl"] = self.icon_url
        body["revision"] = self.revision
        body["tag"] = self.tag
        body["taggingDateTime"] = (
            None if self.tagging_date_time is None else moment_text(self.tagging_date_time)
        )
        body["taggingUserKey"] = self.tagging_user_key
        body["url"] = self.url
        return self._keys.written(body, self.additional)
