"""DeletionAnalysis and its parts."""

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
from .analysis_type import AnalysisType
from .conflict_severity import ConflictSeverity
from .problem_details import ProblemDetails
from .process_status import ProcessStatus
from .report_status import ReportStatus


@define(kw_only=True)
class DeletionAnalysis:
    """An analysis of the deletion of an asset.

    Attributes:
        process_status: State of an analysis.
        report: What a deletion would affect.
        type: What was analysed: a deployment or a deletion.
    """

    key: str | None = None
    asset_key: UUID | None = None
    environment_key: UUID | None = None
    error: ProblemDetails | None = None
    process_status: ProcessStatus | str | None = None
    report: DeletionReport | None = None
    started_at: dt.datetime | None = None
    type: AnalysisType | str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        ("analysisKey", "assetKey", "environmentKey", "error", "processStatus", "report", "startedAt", "type")
    )

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 8:
                data, self.additional = cls._keys.read(data)
            v = data[at := "analysisKey"]
            self.key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "assetKey"]
            self.asset_key = None if v is None else uuid(v)
            v = data[at := "environmentKey"]
            self.environment_key = None if v is None else uuid(v)
            v = data[at := "processStatus"]
            self.process_status = None if v is None else open_enum(ProcessStatus, v)
            v = data[at := "startedAt"]
            self.started_at = None if v is None else datetime_(v)
            v = data[at := "type"]
            self.type = None if v is None else open_enum(AnalysisType, v)
            v1 = data[at := "error"]
            v2 = data[at := "report"]
            at, v = "error", v1
            self.error = None if v is None else ProblemDetails.decode(v)
            at, v = "report", v2
            self.report = None if v is None else DeletionReport.decode(v)
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
        body["analysisKey"] = self.key
        body["assetKey"] = None if self.asset_key is None else str(self.asset_key)
        body["environmentKey"] = None if self.environment_key is None else str(self.environment_key)
        body["error"] = None if self.error is None else self.error.encode()
        body["processStatus"] = self.process_status
        body["report"] = None if self.report is None else self.report.encode()
        body["startedAt"] = None if self.started_at is None else moment_text(self.started_at)
        body["type"] = self.type
        return self._keys.written(body, self.additional)


@define(kw_only=True)
class DeletionReport:
    """What a deletion would affect.

    Attributes:
        status: What an analysis found.
    """

    deployed_environments: list[DeployedEnvironment] | None = None
    impacted_assets: list[DeletionImpactedAsset] | None = None
    impacted_domains: list[ImpactedDomain] | None = None
    status: ReportStatus | str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("deployedEnvironments", "impactedAssets", "impactedDomains", "status"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 4:
                data, self.additional = cls._keys.read(data)
            v = data[at := "status"]
            self.status = None if v is None else open_enum(ReportStatus, v)
            v1 = data[at := "deployedEnvironments"]
            v2 = data[at := "impactedAssets"]
            v3 = data[at := "impactedDomains"]
            at, v = "deployedEnvironments", v1
            self.deployed_environments = None if v is None else decode_list(v, DeployedEnvironment.decode)
            at, v = "impactedAssets", v2
            self.impacted_assets = None if v is None else decode_list(v, DeletionImpactedAsset.decode)
            at, v = "impactedDomains", v3
            self.impacted_domains = None if v is None else decode_list(v, ImpactedDomain.decode)
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
        body["deployedEnvironments"] = (
            None
            if self.deployed_environments is None
            else [item.encode() for item in self.deployed_environments]
        )
        body["impactedAssets"] = (
            None if self.impacted_assets is None else [item.encode() for item in self.impacted_assets]
        )
        body["impactedDomains"] = (
            None if self.impacted_domains is None else [item.encode() for item in self.impacted_domains]
        )
        body["status"] = self.status
        return self._keys.written(body, self.additional)


@define(kw_only=True)
class DeployedEnvironment:
    """An environment to which an asset is deployed.

    Attributes:
        purpose: What an environment is for.
    """

    name: str | None = None
    environment_key: str | None = None
    purpose: EnvironmentPurpose | str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("name", "environmentKey", "purpose"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 3:
                data, self.additional = cls._keys.read(data)
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "environmentKey"]
            self.environment_key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "purpose"]
            self.purpose = None if v is None else open_enum(EnvironmentPurpose, v)
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
        body["environmentKey"] = self.environment_key
        body["purpose"] = self.purpose
        return self._keys.written(body, self.additional)


@define(kw_only=True)
class DeletionImpactedAsset:
    """An asset that a deletion affects, with its deployed revisions."""

    name: str | None = None
    asset_key: str | None = None
    deployed_revisions: list[ImpactedRevision] | None = None
    portfolio_key: str | None = None
    portfolio_name: str | None = None
    type: str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("name", "assetKey", "deployedRevisions", "portfolioKey", "portfolioName", "type"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 6:
                data, self.additional = cls._keys.read(data)
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "assetKey"]
            self.asset_key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "portfolioKey"]
            self.portfolio_key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "portfolioName"]
            self.portfolio_name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "type"]
            self.type = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "deployedRevisions"]
            self.deployed_revisions = None if v is None else decode_list(v, ImpactedRevision.decode)
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
        body["assetKey"] = self.asset_key
        body["deployedRevisions"] = (
            None if self.deployed_revisions is None else [item.encode() for item in self.deployed_revisions]
        )
        body["portfolioKey"] = self.portfolio_key
        body["portfolioName"] = self.portfolio_name
        body["type"] = self.type
        return self._keys.written(body, self.additional)


@define(kw_only=True)
class ImpactedDomain:
    """A custom domain that a deletion affects."""

    key: str | None = None
    environment_key: str | None = None
    environment_name: str | None = None
    hostname: str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("key", "environmentKey", "environmentName", "hostname"))

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
            self.key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "environmentKey"]
            self.environment_key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "environmentName"]
            self.environment_name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "hostname"]
            self.hostname = v if type(v) is str or v is None else wrong(v, "a string")
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
        body["key"] = self.key
        body["environmentKey"] = self.environment_key
        body["environmentName"] = self.environment_name
        body["hostname"] = self.hostname
        return self._keys.written(body, self.additional)


class EnvironmentPurpose(StrEnum):
    """What an environment is for."""

    UNKNOWN = "Unknown"
    DEVELOPMENT = "Development"
    NON_PRODUCTION = "NonProduction"
    PRODUCTION = "Production"


@define(kw_only=True)
class ImpactedRevision:
    """A deployed revision that a deletion affects.

    Attributes:
        severity: How grave a conflict is.
    """

    consumer_type: str | None = None
    environment_key: str | None = None
    indirect_dependencies: list[DependencyPath] | None = None
    indirect_library_hint: str | None = None
    revision: int | None = None
    severity: ConflictSeverity | str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        (
            "consumerType",
            "environmentKey",
            "indirectDependencies",
            "indirectLibraryHint",
            "revision",
            "severity",
        )
    )

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 6:
                data, self.additional = cls._keys.read(data)
            v = data[at := "consumerType"]
            self.consumer_type = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "environmentKey"]
            self.environment_key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "indirectLibraryHint"]
            self.indirect_library_hint = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "revision"]
            self.revision = v if type(v) is int or v is None else integer(v)
            v = data[at := "severity"]
            self.severity = None if v is None else open_enum(ConflictSeverity, v)
            v = data[at := "indirectDependencies"]
            self.indirect_dependencies = None if v is None else decode_list(v, DependencyPath.decode)
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
        body["consumerType"] = self.consumer_type
        body["environmentKey"] = self.environment_key
        body["indirectDependencies"] = (
            None
            if self.indirect_dependencies is None
            else [item.encode() for item in self.indirect_dependencies]
        )
        body["indirectLibraryHint"] = self.indirect_library_hint
        body["revision"] = self.revision
        body["severity"] = self.severity
        return self._keys.written(body, self.additional)


@define(kw_only=True)
class DependencyPath:
    """Elements through which one asset depends on another."""

    indirect_elements: list[IndirectElement] | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("indirectElements",))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 1:
                data, self.additional = cls._keys.read(data)
            v = data[at := "indirectElements"]
            self.indirect_elements = None if v is None else decode_list(v, IndirectElement.decode)
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
        body["indirectElements"] = (
            None if self.indirect_elements is None else [item.encode() for item in self.indirect_elements]
        )
        return self._keys.written(body, self.additional)


@define(kw_only=True)
class IndirectElement:
    """One element on the way of an indirect dependency."""

    name: str | None = None
    asset_key: str | None = None
    portfolio_key: str | None = None
    portfolio_name: str | None = None
    revision: int | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("name", "assetKey", "portfolioKey", "portfolioName", "revision"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 5:
                data, self.additional = cls._keys.read(data)
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "assetKey"]
            self.asset_key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "portfolioKey"]
            self.portfolio_key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "portfolioName"]
            self.portfolio_name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "revision"]
            self.revision = v if type(v) is int or v is None else integer(v)
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
        body["assetKey"] = self.asset_key
        body["portfolioKey"] = self.portfolio_key
        body["portfolioName"] = self.portfolio_name
        body["revision"] = self.revision
        return self._keys.written(body, self.additional)
