"""The semantic difference of two OpenAPI documents: what changes on the wire, and what was only renamed."""

from .diff import diff_documents
from .render_markdown import render_markdown
from .render_text import render_text
from .report import Finding, Report

__all__ = ["Finding", "Report", "diff_documents", "render_markdown", "render_text"]
