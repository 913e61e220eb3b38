"""Build and its parts."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any, Self
from uuid import UUID

from attrs import define

from ..._runtime.wire.codec import (
    DECODE_ERRORS,
    datetime_,
    decode_error,
    decode_list,
    new,
    open_enum,
    sparse,
    uuid,
    wrong,
)
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

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "assetKey"]
            self.asset_key = uuid(v)
            v = data[at := "assetRevision"]
            self.asset_revision = v if type(v) is int else wrong(v, "an integer")
            v = data[at := "buildKey"]
            self.key = uuid(v)
            v = data[at := "buildType"]
            self.build_type = open_enum(BuildType, v)
            v = data[at := "builtBy"]
            self.built_by = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "finishedDateTime"]
            self.finished_date_time = None if v is None else datetime_(v)
            v = data[at := "securityAudit"]
            self.security_audit = None if v is None else SecurityAudit.decode(v)
            v = data[at := "startedDateTime"]
            self.started_date_time = None if v is None else datetime_(v)
            v = data[at := "status"]
            self.status = None if v is None else open_enum(BuildStatus, v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data, "assetKey", "assetRevision", "buildKey", "buildType"))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


@define(kw_only=True)
class SecurityAudit:
    """Vulnerabilities that a build found."""

    vulnerabilities: list[SecurityVulnerability] | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "vulnerabilities"]
            self.vulnerabilities = None if v is None else decode_list(v, SecurityVulnerability.decode)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


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

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
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
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self
