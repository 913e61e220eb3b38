"""DeploymentAnalysis and its parts."""

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
class DeploymentAnalysis:
    """An analysis of the deployment of a revision.

    Attributes:
        process_status: State of an analysis.
        report: What a deployment would affect.
        type: What was analysed: a deployment or a deletion.
    """

    key: str | None = None
    asset_key: UUID | None = None
    environment_key: UUID | None = None
    error: ProblemDetails | None = None
    process_status: ProcessStatus | str | None = None
    report: DeploymentReport | None = None
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
            self.report = None if v is None else DeploymentReport.decode(v)
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
class DeploymentReport:
    """What a deployment would affect.

    Attributes:
        status: What an analysis found.
    """

    impacted_assets: list[DeploymentImpactedAsset] | None = None
    status: ReportStatus | str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("impactedAssets", "status"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 2:
                data, self.additional = cls._keys.read(data)
            v = data[at := "status"]
            self.status = None if v is None else open_enum(ReportStatus, v)
            v = data[at := "impactedAssets"]
            self.impacted_assets = None if v is None else decode_list(v, DeploymentImpactedAsset.decode)
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
        body["impactedAssets"] = (
            None if self.impacted_assets is None else [item.encode() for item in self.impacted_assets]
        )
        body["status"] = self.status
        return self._keys.written(body, self.additional)


@define(kw_only=True)
class DeploymentImpactedAsset:
    """An asset that a deployment affects, with its issues.

    Attributes:
        reference_type: Which side of a dependency an asset is on.
    """

    application_level_issues: list[AssetIssue] | None = None
    asset_key: str | None = None
    element_level_issues: list[ElementIssue] | None = None
    reference_type: ReferenceType | str | None = None
    revision: int | None = None
    type: str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        ("applicationLevelIssues", "assetKey", "elementLevelIssues", "referenceType", "revision", "type")
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
            v = data[at := "assetKey"]
            self.asset_key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "referenceType"]
            self.reference_type = None if v is None else open_enum(ReferenceType, v)
            v = data[at := "revision"]
            self.revision = v if type(v) is int or v is None else integer(v)
            v = data[at := "type"]
            self.type = v if type(v) is str or v is None else wrong(v, "a string")
            v1 = data[at := "applicationLevelIssues"]
            v2 = data[at := "elementLevelIssues"]
            at, v = "applicationLevelIssues", v1
            self.application_level_issues = None if v is None else decode_list(v, AssetIssue.decode)
            at, v = "elementLevelIssues", v2
            self.element_level_issues = None if v is None else decode_list(v, ElementIssue.decode)
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
        body["applicationLevelIssues"] = (
            None
            if self.application_level_issues is None
            else [item.encode() for item in self.application_level_issues]
        )
        body["assetKey"] = self.asset_key
        body["elementLevelIssues"] = (
            None
            if self.element_level_issues is None
            else [item.encode() for item in self.element_level_issues]
        )
        body["referenceType"] = self.reference_type
        body["revision"] = self.revision
        body["type"] = self.type
        return self._keys.written(body, self.additional)


@define(kw_only=True)
class AssetIssue:
    """Something wrong with an asset as a whole.

    Attributes:
        conflict_severity: How grave a conflict is.
        conflict_type: What is wrong with an asset.
    """

    conflict_severity: ConflictSeverity | str | None = None
    conflict_type: AssetConflictType | str | None = None
    hint: str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("conflictSeverity", "conflictType", "hint"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 3:
                data, self.additional = cls._keys.read(data)
            v = data[at := "conflictSeverity"]
            self.conflict_severity = None if v is None else open_enum(ConflictSeverity, v)
            v = data[at := "conflictType"]
            self.conflict_type = None if v is None else open_enum(AssetConflictType, v)
            v = data[at := "hint"]
            self.hint = v if type(v) is str or v is None else wrong(v, "a string")
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
        body["conflictSeverity"] = self.conflict_severity
        body["conflictType"] = self.conflict_type
        body["hint"] = self.hint
        return self._keys.written(body, self.additional)


@define(kw_only=True)
class ElementIssue:
    """Something wrong with an element.

    Attributes:
        conflict_severity: How grave a conflict is.
        conflict_type: What is wrong with an element.
        incompatibility_type: In what an element is incompatible.
    """

    name: str | None = None
    conflict_severity: ConflictSeverity | str | None = None
    conflict_type: ElementConflictType | str | None = None
    hint: str | None = None
    incompatibility_type: IncompatibilityType | str | None = None
    type: str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("name", "conflictSeverity", "conflictType", "hint", "incompatibilityType", "type"))

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
            v = data[at := "conflictSeverity"]
            self.conflict_severity = None if v is None else open_enum(ConflictSeverity, v)
            v = data[at := "conflictType"]
            self.conflict_type = None if v is None else open_enum(ElementConflictType, v)
            v = data[at := "hint"]
            self.hint = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "incompatibilityType"]
            self.incompatibility_type = None if v is None else open_enum(IncompatibilityType, v)
            v = data[at := "type"]
            self.type = v if type(v) is str or v is None else wrong(v, "a string")
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
        body["conflictSeverity"] = self.conflict_severity
        body["conflictType"] = self.conflict_type
        body["hint"] = self.hint
        body["incompatibilityType"] = self.incompatibility_type
        body["type"] = self.type
        return self._keys.written(body, self.additional)


class ReferenceType(StrEnum):
    """Which side of a dependency an asset is on."""

    PRODUCER = "Producer"
    CONSUMER = "Consumer"
    NONE = "None"
    DEPLOYED = "Deployed"


class AssetConflictType(StrEnum):
    """What is wrong with an asset."""

    NAME_COLLISION = "NameCollision"
    MISSING_APPLICATION = "MissingApplication"
    URL_DISCREPANCY = "UrlDiscrepancy"
    UNSUPPORTED_RUNTIME = "UnsupportedRuntime"


class ElementConflictType(StrEnum):
    """What is wrong with an element."""

    MISSING_ELEMENT = "MissingElement"
    INCOMPATIBLE_ELEMENT = "IncompatibleElement"


class IncompatibilityType(StrEnum):
    """In what an element is incompatible."""

    NONE = "None"
    MISSING_MANDATORY_INPUT_PARAMETER = "MissingMandatoryInputParameter"
    INPUT_PARAMETER_MISMATCH = "InputParameterMismatch"
    INPUT_PARAMETER_TYPE_MISMATCH = "InputParameterTypeMismatch"
    OUTPUT_PARAMETER_MISMATCH = "OutputParameterMismatch"
    OUTPUT_PARAMETER_TYPE_MISMATCH = "OutputParameterTypeMismatch"
    MISSING_MANDATORY_ENTITY_ATTRIBUTE = "MissingMandatoryEntityAttribute"
    ENTITY_ATTRIBUTE_MISMATCH = "EntityAttributeMismatch"
    ENTITY_ATTRIBUTE_TYPE_MISMATCH = "EntityAttributeTypeMismatch"
    MISSING_MANDATORY_STRUCTURE_ATTRIBUTE = "MissingMandatoryStructureAttribute"
    STRUCTURE_ATTRIBUTE_MISMATCH = "StructureAttributeMismatch"
    STRUCTURE_ATTRIBUTE_TYPE_MISMATCH = "StructureAttributeTypeMismatch"
    MISSING_RECORD = "MissingRecord"
    RECORD_IDENTIFIER_MISMATCH = "RecordIdentifierMismatch"
    SCREEN_NAME_MISMATCH = "ScreenNameMismatch"
    SCREEN_PAGE_NAME_MISMATCH = "ScreenPageNameMismatch"
    SCREEN_URL_STRUCTURE_MISMATCH = "ScreenURLStructureMismatch"
    SERVER_ENTITY_NAME_MISMATCH = "ServerEntityNameMismatch"
    SERVICE_ACTION_NAME_MISMATCH = "ServiceActionNameMismatch"
    STATIC_ENTITY_NAME_MISMATCH = "StaticEntityNameMismatch"
    STRUCTURE_NAME_MISMATCH = "StructureNameMismatch"
    MISSING_SCREEN = "MissingScreen"
    MISSING_SERVER_ENTITY = "MissingServerEntity"
    MISSING_SERVICE_ACTION = "MissingServiceAction"
    MISSING_STATIC_ENTITY = "MissingStaticEntity"
    MISSING_STRUCTURE = "MissingStructure"
    MISSING_CONSUMER_ELEMENT_SIGNATURE = "MissingConsumerElementSignature"
    EVENT_NAME_MISMATCH = "EventNameMismatch"
    MISSING_EVENT = "MissingEvent"
    INPUT_PARAMETER_DEFAULT_VALUE_MISMATCH = "InputParameterDefaultValueMismatch"
    SCREEN_URL_DISCREPANCY = "ScreenUrlDiscrepancy"
    MISSING_ROLE = "MissingRole"
