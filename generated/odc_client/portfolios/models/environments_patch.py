"""EnvironmentsPatch and its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from attrs import define, field

from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.keys import NOTHING

if TYPE_CHECKING:
    from collections.abc import Sequence


@define(kw_only=True)
class EnvironmentsPatch:
    """Changes to several environments."""

    environments: Sequence[EnvironmentUpdate]
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        body["environments"] = [item.encode() for item in self.environments]
        return body


@define(kw_only=True)
class EnvironmentUpdate:
    """Changes to one of several environments."""

    key: UUID | str
    name: str | Unset | None = UNSET
    order: int | Unset | None = UNSET
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        body["key"] = str(self.key)
        if self.name is not UNSET:
            body["name"] = self.name
        if self.order is not UNSET:
            body["order"] = self.order
        return body
