"""ReportStatus."""

from __future__ import annotations

from enum import StrEnum


class ReportStatus(StrEnum):
    """What an analysis found."""

    NO_ISSUES_FOUND = "NoIssuesFound"
    WARNINGS_FOUND = "WarningsFound"
    ERRORS_FOUND = "ErrorsFound"
