"""DeletionAnalysis and its parts."""

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

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "analysisKey"]
            self.key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "assetKey"]
            self.asset_key = None if v is None else uuid(v)
            v = data[at := "environmentKey"]
            self.environment_key = None if v is None else uuid(v)
            v = data[at := "error"]
            self.error = None if v is None else ProblemDetails.decode(v)
            v = data[at := "processStatus"]
            self.process_status = None if v is None else open_enum(ProcessStatus, v)
            v = data[at := "report"]
            self.report = None if v is None else DeletionReport.decode(v)
            v = data[at := "startedAt"]
            self.started_at = None if v is None else datetime_(v)
            v = data[at := "type"]
            self.type = None if v is None else open_enum(AnalysisType, v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


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

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "deployedEnvironments"]
            self.deployed_environments = None if v is None else decode_list(v, DeployedEnvironment.decode)
            v = data[at := "impactedAssets"]
            self.impacted_assets = None if v is None else decode_list(v, DeletionImpactedAsset.decode)
            v = data[at := "impactedDomains"]
            self.impacted_domains = None if v is None else decode_list(v, ImpactedDomain.decode)
            v = data[at := "status"]
            self.status = None if v is None else open_enum(ReportStatus, v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


@define(kw_only=True)
class DeployedEnvironment:
    """An environment to which an asset is deployed.

    Attributes:
        purpose: What an environment is for.
    """

    name: str | None = None
    environment_key: str | None = None
    purpose: EnvironmentPurpose | str | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "environmentKey"]
            self.environment_key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "purpose"]
            self.purpose = None if v is None else open_enum(EnvironmentPurpose, v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


@define(kw_only=True)
class DeletionImpactedAsset:
    """An asset that a deletion affects, with its deployed revisions."""

    name: str | None = None
    asset_key: str | None = None
    deployed_revisions: list[ImpactedRevision] | None = None
    portfolio_key: str | None = None
    portfolio_name: str | None = None
    type: str | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "assetKey"]
            self.asset_key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "deployedRevisions"]
            self.deployed_revisions = None if v is None else decode_list(v, ImpactedRevision.decode)
            v = data[at := "portfolioKey"]
            self.portfolio_key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "portfolioName"]
            self.portfolio_name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "type"]
            self.type = v if type(v) is str or v is None else wrong(v, "a string")
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


@define(kw_only=True)
class ImpactedDomain:
    """A custom domain that a deletion affects."""

    key: str | None = None
    environment_key: str | None = None
    environment_name: str | None = None
    hostname: str | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
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
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


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

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "consumerType"]
            self.consumer_type = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "environmentKey"]
            self.environment_key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "indirectDependencies"]
            self.indirect_dependencies = None if v is None else decode_list(v, DependencyPath.decode)
            v = data[at := "indirectLibraryHint"]
            self.indirect_library_hint = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "revision"]
            self.revision = v if type(v) is int or v is None else wrong(v, "an integer")
            v = data[at := "severity"]
            self.severity = None if v is None else open_enum(ConflictSeverity, v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


@define(kw_only=True)
class DependencyPath:
    """Elements through which one asset depends on another."""

    indirect_elements: list[IndirectElement] | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "indirectElements"]
            self.indirect_elements = None if v is None else decode_list(v, IndirectElement.decode)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


@define(kw_only=True)
class IndirectElement:
    """One element on the way of an indirect dependency."""

    name: str | None = None
    asset_key: str | None = None
    portfolio_key: str | None = None
    portfolio_name: str | None = None
    revision: int | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "assetKey"]
            self.asset_key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "portfolioKey"]
            self.portfolio_key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "portfolioName"]
            self.portfolio_name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "revision"]
            self.revision = v if type(v) is int or v is None else wrong(v, "an integer")
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self
