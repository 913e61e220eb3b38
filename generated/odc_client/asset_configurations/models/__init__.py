"""Models and enums of this API; the file of each is loaded on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .agent_configuration import AgentConfiguration
    from .agent_configuration_patch import AgentConfigurationPatch
    from .application_configuration import ApplicationConfiguration
    from .application_configuration_patch import ApplicationConfigurationPatch
    from .configuration import Configuration, DataType, ValueOrigin
    from .configuration_patch import ConfigurationPatch
    from .integration import Integration
    from .integration_patch import IntegrationPatch
    from .library_configuration import LibraryConfiguration
    from .library_configuration_patch import LibraryConfigurationPatch
    from .system_configurations import SystemConfigurations
    from .system_configurations_patch import SystemConfigurationsPatch
    from .timer import Timer
    from .timer_patch import TimerPatch

_HOMES = {
    "AgentConfiguration": ".agent_configuration",
    "AgentConfigurationPatch": ".agent_configuration_patch",
    "ApplicationConfiguration": ".application_configuration",
    "ApplicationConfigurationPatch": ".application_configuration_patch",
    "Configuration": ".configuration",
    "ConfigurationPatch": ".configuration_patch",
    "DataType": ".configuration",
    "Integration": ".integration",
    "IntegrationPatch": ".integration_patch",
    "LibraryConfiguration": ".library_configuration",
    "LibraryConfigurationPatch": ".library_configuration_patch",
    "SystemConfigurations": ".system_configurations",
    "SystemConfigurationsPatch": ".system_configurations_patch",
    "Timer": ".timer",
    "TimerPatch": ".timer_patch",
    "ValueOrigin": ".configuration",
}

__all__ = [
    "AgentConfiguration",
    "AgentConfigurationPatch",
    "ApplicationConfiguration",
    "ApplicationConfigurationPatch",
    "Configuration",
    "ConfigurationPatch",
    "DataType",
    "Integration",
    "IntegrationPatch",
    "LibraryConfiguration",
    "LibraryConfigurationPatch",
    "SystemConfigurations",
    "SystemConfigurationsPatch",
    "Timer",
    "TimerPatch",
    "ValueOrigin",
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
