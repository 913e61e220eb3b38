"""Build and its parts."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
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
from .build_type import BuildType


@define(kw_only=True)
class Build:
    """A build of a revision of an asset.

    Attributes:
        build_type: What a build is for.
        built_by: Key of the user or API client that asked for the build.
        security_audit: Vulnerabilities that a build found.
        status: State of a build.
    """

    asset_key: UUID
    asset_revision: int
    key: UUID
    build_type: BuildType | str
    built_by: str | None = None
    finished_date_time: dt.datetime | None = None
    security_audit: SecurityAudit | None = None
    started_date_time: dt.datetime | None = None
    status: BuildStatus | str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        (
            "assetKey",
            "assetRevision",
            "buildKey",
            "buildType",
            "builtBy",
            "finishedDateTime",
            "securityAudit",
            "startedDateTime",
            "status",
        ),
        must=("assetKey", "assetRevision", "buildKey", "buildType"),
    )

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 9:
                data, self.additional = cls._keys.read(data)
            v = data[at := "assetKey"]
            self.asset_key = uuid(v)
            v = data[at := "assetRevision"]
            self.asset_revision = v if type(v) is int else integer(v)
            v = data[at := "buildKey"]
            self.key = uuid(v)
            v = data[at := "buildType"]
            self.build_type = open_enum(BuildType, v)
            v = data[at := "builtBy"]
            self.built_by = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "finishedDateTime"]
            self.finished_date_time = None if v is None else datetime_(v)
            v = data[at := "startedDateTime"]
            self.started_date_time = None if v is None else datetime_(v)
            v = data[at := "status"]
            self.status = None if v is None else open_enum(BuildStatus, v)
            v = data[at := "securityAudit"]
            self.security_audit = None if v is None else SecurityAudit.decode(v)
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
        body["assetKey"] = str(self.asset_key)
        body["assetRevision"] = self.asset_revision
        body["buildKey"] = str(self.key)
        body["buildType"] = self.build_type
        body["builtBy"] = self.built_by
        body["finishedDateTime"] = (
            None if self.finished_date_time is None else moment_text(self.finished_date_time)
        )
        body["securityAudit"] = None if self.security_audit is None else self.security_audit.encode()
        body["startedDateTime"] = (
            None if self.started_date_time is None else moment_text(self.started_date_time)
        )
        body["status"] = self.status
        return self._keys.written(body, self.additional)


@define(kw_only=True)
class SecurityAudit:
    """Vulnerabilities that a build found."""

    vulnerabilities: list[SecurityVulnerability] | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("vulnerabilities",))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 1:
                data, self.additional = cls._keys.read(data)
            v = data[at := "vulnerabilities"]
            self.vulnerabilities = None if v is None else decode_list(v, SecurityVulnerability.decode)
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
        body["vulnerabilities"] = (
            None if self.vulnerabilities is None else [item.encode() for item in self.vulnerabilities]
        )
        return self._keys.written(body, self.additional)


class BuildStatus(StrEnum):
    """State of a build."""

    PENDING = "Pending"
    FINISHED = "Finished"
    FINISHED_WITH_ERRORS = "FinishedWithErrors"
    RUNNING = "Running"
    DELETED = "Deleted"
    TO_BE_DELETED = "ToBeDeleted"


@define(kw_only=True)
class SecurityVulnerability:
    """A vulnerability that a build found."""

    id: str | None = None
    details: str | None = None
    published_date: dt.datetime | None = None
    severity: str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("id", "details", "publishedDate", "severity"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 4:
                data, self.additional = cls._keys.read(data)
            v = data[at := "id"]
            self.id = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "details"]
            self.details = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "publishedDate"]
            self.published_date = None if v is None else datetime_(v)
            v = data[at := "severity"]
            self.severity = v if type(v) is str or v is None else wrong(v, "a string")
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
        body["id"] = self.id
        body["details"] = self.details
        body["publishedDate"] = None if self.published_date is None else moment_text(self.published_date)
        body["severity"] = self.severity
        return self._keys.written(body, self.additional)
