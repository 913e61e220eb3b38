"""BookPatch."""

from __future__ import annotations

import datetime as dt
from typing import Any

from attrs import define, field

from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.keys import NOTHING


@define(kw_only=True)
class BookPatch:
    """BookPatch, as it is sent."""

    title: str | Unset | None = UNSET
    published: dt.date | Unset | None = UNSET
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        if self.title is not UNSET:
            body["title"] = self.title
        if self.published is not UNSET:
            body["published"] = None if self.published is None else self.published.isoformat()
        return body
