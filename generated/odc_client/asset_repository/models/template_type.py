"""TemplateType."""

from __future__ import annotations

from enum import StrEnum


class TemplateType(StrEnum):
    """Kind of a template."""

    APPLICATION_TEMPLATE = "ApplicationTemplate"
    SCREEN_TEMPLATE_BUNDLE = "ScreenTemplateBundle"
