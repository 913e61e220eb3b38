"""ApplicationConfigurationPatch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import define, field

from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.keys import NOTHING
from .configuration_patch import ConfigurationPatch
from .integration_patch import IntegrationPatch
from .library_configuration_patch import LibraryConfigurationPatch
from .timer_patch import TimerPatch

if TYPE_CHECKING:
    from collections.abc import Sequence


@define(kw_only=True)
class ApplicationConfigurationPatch:
    """Changes to the configurations of an app."""

    key: str | Unset | None = UNSET
    integrations: Sequence[IntegrationPatch] | Unset | None = UNSET
    libraries: Sequence[LibraryConfigurationPatch] | Unset | None = UNSET
    revision_baseline: int | Unset | None = UNSET
    settings: Sequence[ConfigurationPatch] | Unset | None = UNSET
    system_configurations: Sequence[ConfigurationPatch] | Unset | None = UNSET
    timers: Sequence[TimerPatch] | Unset | None = UNSET
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        if self.key is not UNSET:
            body["key"] = self.key
        if self.integrations is not UNSET:
            body["integrations"] = (
                None if self.integrations is None else [item.encode() for item in self.integrations]
            )
        if self.libraries is not UNSET:
            body["libraries"] = None if self.libraries is None else [item.encode() for item in self.libraries]
        if self.revision_baseline is not UNSET:
            body["revisionBaseline"] = self.revision_baseline
        if self.settings is not UNSET:
            body["settings"] = None if self.settings is None else [item.encode() for item in self.settings]
        if self.system_configurations is not UNSET:
            body["systemConfigurations"] = (
                None
                if self.system_configurations is None
                else [item.encode() for item in self.system_configurations]
            )
        if self.timers is not UNSET:
            body["timers"] = None if self.timers is None else [item.encode() for item in self.timers]
        return body
