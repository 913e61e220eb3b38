"""Rule ids and their levels: those of the reference tool, oasdiff, and this project's own where it has none.

A change in a schema is named `<location>-<change>`, such as `request-property-max-decreased`. Its level is
the reference tool's; where that tool has no such rule, the law behind its rules decides: a request must not
accept less, an answer must not hold more.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Final, Literal

Level = Literal["error", "warning", "info"]

_LEVELS: Final[Mapping[str, Level]] = {"ERR": "error", "WARN": "warning", "INFO": "info"}


class Effect(Enum):
    """What a change does to the set of values that fit a schema."""

    NARROWS = "narrows"
    WIDENS = "widens"
    UNKNOWN = "unknown"
    NONE = "none"


DOCUMENTATION: Final = frozenset(
    {
        "api-operation-id-added",
        "api-operation-id-removed",
        "api-tag-added",
        "api-tag-removed",
        "documentation-changed",
    }
)
"""What only a reader of the document notices; see also `is_documentation`."""

OWN: Final[Mapping[str, Level]] = {
    "api-permissions-changed": "info",
    "api-security-component-scheme-changed": "warning",
    "api-server-base-path-changed": "error",
    "api-server-changed": "info",
    "callback-added": "info",
    "callback-changed": "warning",
    "callback-removed": "warning",
    "documentation-changed": "info",
    "path-case-changed": "warning",
    "path-parameter-renamed": "info",
    "path-prefix-moved": "info",
    "request-body-encoding-changed": "warning",
    "request-parameter-case-changed": "warning",
    "request-parameter-content-changed": "warning",
    "request-parameter-serialization-changed": "warning",
    "request-parameter-style-changed": "error",
    "request-property-additional-properties-forbidden": "warning",
    "request-property-case-changed": "warning",
    "response-body-became-not-enum": "warning",
    "response-body-enum-value-added": "warning",
    "response-header-became-required": "info",
    "response-property-additional-properties-allowed": "info",
    "response-property-became-not-enum": "warning",
    "response-property-case-changed": "warning",
    "schema-renamed": "info",
    "security-scheme-renamed": "info",
    "webhook-changed": "warning",
}
"""Rules the reference tool does not have and the law would not judge right."""

LEFT_OUT: Final[Mapping[str, str]] = {
    **dict.fromkeys(
        (
            "api-invalid-stability-level",
            "api-stability-decreased",
            "api-stability-increased",
            "request-property-stability-decreased",
            "request-property-stability-increased",
            "response-property-stability-decreased",
            "response-property-stability-increased",
        ),
        "`x-stability-level` is how the reference tool lets a provider grade itself; no request differs",
    ),
    **dict.fromkeys(
        ("api-major-version-not-bumped", "api-version-decreased", "api-version-not-bumped"),
        "judges the provider's version number; the client's own version follows from the Python verdict",
    ),
    **dict.fromkeys(
        (
            "api-deprecated-sunset-missing",
            "api-sunset-date-too-small",
            "request-parameter-deprecated-sunset-missing",
            "request-parameter-sunset-date-too-small",
            "request-property-deprecated-sunset-missing",
            "request-property-sunset-date-too-small",
            "response-property-deprecated-sunset-missing",
            "response-property-sunset-date-too-small",
        ),
        "measures a deprecation against the provider's own notice period, which a client does not know",
    ),
}
"""Rules of the reference tool that are not implemented, each with the reason."""

_ALIASES: Final[Mapping[str, str]] = {
    "request-header-property-added-required": "new-required-request-header-property",
    "request-header-property-added-required-with-default": "new-required-request-header-property",
    "request-property-added-optional": "new-optional-request-property",
    "request-property-added-required": "new-required-request-property",
    "request-property-added-required-with-default": "new-required-request-property-with-default",
    "request-property-removed-optional": "request-property-removed",
    "request-property-removed-required": "request-property-removed",
    "request-read-only-property-added-optional": "new-optional-request-property",
    "request-read-only-property-added-required": "new-optional-request-property",
    "request-read-only-property-added-required-with-default": "new-optional-request-property",
    "response-body-enum-value-removed": "response-mediatype-enum-value-removed",
    "response-body-pattern-generalized": "response-body-pattern-changed",
    "response-property-pattern-generalized": "response-property-pattern-changed",
    **{
        f"response-{guard}property-{verb}-{need}": f"response-{need}-{guard}property-{verb}"
        for guard in ("", "write-only-")
        for verb in ("added", "removed")
        for need in ("required", "optional")
    },
    **{
        f"{side}-property-became-{flag}-{need}": f"{side}-{need}-property-became-{flag}"
        for side in ("request", "response")
        for flag in ("read-only", "not-read-only", "write-only", "not-write-only")
        for need in ("required", "optional")
    },
}
"""Where a rule of the reference tool is not named after location and change."""

_PARENTS: Final[Mapping[str, str]] = {
    "request-header": "request-parameter",
    "request-header-property": "request-parameter-property",
}
_SIBLINGS: Final[Mapping[str, tuple[str, ...]]] = {
    "request": ("request-property", "request-body", "request-parameter"),
    "response": ("response-property", "response-body"),
}


@cache
def reference_rules() -> Mapping[str, Level]:
    """Return the reference tool's rule ids with their levels."""
    text = Path(__file__).with_name("reference_rules.json").read_text("utf-8")
    return {rule: _LEVELS[level] for rule, level in json.loads(text).items()}


@cache
def level_of(rule: str) -> Level | None:
    """Return the level of a rule that is listed, here or by the reference tool; None of one that is not."""
    return reference_rules().get(rule) or OWN.get(rule)


@cache
def schema_rule(location: str, change: str, effect: Effect) -> tuple[str, Level]:
    """Return the id and level of a change at a location such as `request-property`.

    A rule that nobody lists has the level of the same change elsewhere in a request, or in an answer.
    """
    rule = _rule(location, change)
    if level := level_of(rule):
        return rule, level
    if parent := _PARENTS.get(location):
        return schema_rule(parent, change, effect)
    for sibling in _SIBLINGS[location.partition("-")[0]]:
        if level := level_of(_rule(sibling, change)):
            return rule, level
    return rule, _by_law(location, change, effect)


def is_listed(location: str, change: str) -> bool:
    """Tell whether a change at a location has a rule of its own."""
    return level_of(_rule(location, change)) is not None


def _rule(location: str, change: str) -> str:
    rule = f"{location}-{change}"
    return _ALIASES.get(rule, rule)


def _by_law(location: str, change: str, effect: Effect) -> Level:
    if effect is Effect.UNKNOWN:
        return "warning"
    if location.startswith("request"):
        if effect is Effect.NARROWS:
            return "warning" if change.endswith("-set") else "error"
    elif effect is Effect.WIDENS:
        return "error"
    return "info"


def is_documentation(rule: str) -> bool:
    """Tell whether a finding of this rule leaves every request and answer as it was."""
    return rule in DOCUMENTATION or rule.endswith("-annotation-only")
