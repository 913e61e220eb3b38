"""ExtensibilitySettingsPatch and its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import define, field

from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.keys import NOTHING
from .setting_metadata import SettingMetadata

if TYPE_CHECKING:
    from collections.abc import Sequence


@define(kw_only=True)
class ExtensibilitySettingsPatch:
    """Changes to the extensibility settings of an app and its libraries."""

    libraries: Sequence[LibraryExtensibilitySettingsPatch] | Unset | None = UNSET
    settings: Sequence[ExtensibilitySettingPatch] | Unset | None = UNSET
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        if self.libraries is not UNSET:
            body["libraries"] = None if self.libraries is None else [item.encode() for item in self.libraries]
        if self.settings is not UNSET:
            body["settings"] = None if self.settings is None else [item.encode() for item in self.settings]
        return body


@define(kw_only=True)
class LibraryExtensibilitySettingsPatch:
    """Changes to the extensibility settings of a library."""

    key: str | None
    settings: Sequence[ExtensibilitySettingPatch] | Unset | None = UNSET
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        body["key"] = self.key
        if self.settings is not UNSET:
            body["settings"] = None if self.settings is None else [item.encode() for item in self.settings]
        return body


@define(kw_only=True)
class ExtensibilitySettingPatch:
    """A new value for one extensibility setting."""

    key: str | None
    metadata: Sequence[SettingMetadata] | Unset | None = UNSET
    value: str | Unset | None = UNSET
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        body["key"] = self.key
        if self.metadata is not UNSET:
            body["metadata"] = None if self.metadata is None else [item.encode() for item in self.metadata]
        if self.value is not UNSET:
            body["value"] = self.value
        return body
