"""TimerPatch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import define, field

from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.keys import NOTHING
from .configuration_patch import ConfigurationPatch

if TYPE_CHECKING:
    from collections.abc import Sequence


@define(kw_only=True)
class TimerPatch:
    """Changes to a timer."""

    key: str | Unset | None = UNSET
    configs: Sequence[ConfigurationPatch] | Unset | None = UNSET
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        if self.key is not UNSET:
            body["key"] = self.key
        if self.configs is not UNSET:
            body["configs"] = None if self.configs is None else [item.encode() for item in self.configs]
        return body
