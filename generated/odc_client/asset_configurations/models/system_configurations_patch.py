"""SystemConfigurationsPatch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import define, field

from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.keys import NOTHING
from .configuration_patch import ConfigurationPatch

if TYPE_CHECKING:
    from collections.abc import Sequence


@define(kw_only=True)
class SystemConfigurationsPatch:
    """Changes to the system configurations of an environment."""

    system_configurations: Sequence[ConfigurationPatch] | Unset | None = UNSET
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        if self.system_configurations is not UNSET:
            body["systemConfigurations"] = (
                None
                if self.system_configurations is None
                else [item.encode() for item in self.system_configurations]
            )
        return body
