"""Models and enums of this API; the file of each is loaded on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .build import Build, BuildStatus, SecurityAudit, SecurityVulnerability
    from .build_create import BuildCreate
    from .build_message import BuildMessage
    from .build_type import BuildType
    from .generated_code_package import GeneratedCodeError, GeneratedCodePackage, GeneratedCodeStatus
    from .started_build import StartedBuild
    from .started_packaging import StartedPackaging

_HOMES = {
    "Build": ".build",
    "BuildCreate": ".build_create",
    "BuildMessage": ".build_message",
    "BuildStatus": ".build",
    "BuildType": ".build_type",
    "GeneratedCodeError": ".generated_code_package",
    "GeneratedCodePackage": ".generated_code_package",
    "GeneratedCodeStatus": ".generated_code_package",
    "SecurityAudit": ".build",
    "SecurityVulnerability": ".build",
    "StartedBuild": ".started_build",
    "StartedPackaging": ".started_packaging",
}

__all__ = [
    "Build",
    "BuildCreate",
    "BuildMessage",
    "BuildStatus",
    "BuildType",
    "GeneratedCodeError",
    "GeneratedCodePackage",
    "GeneratedCodeStatus",
    "SecurityAudit",
    "SecurityVulnerability",
    "StartedBuild",
    "StartedPackaging",
]


def __getattr__(name: str) -> object:
    """Import a name when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOMES[name], __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the names, loaded or not."""
    return sorted(__all__)
