"""The semantic difference of two OpenAPI documents: what changes on the wire, and what was only renamed."""

from .diff import diff_documents
from .report import Finding, Report

__all__ = ["Finding", "Report", "diff_documents"]
