"""BookPatch."""

from __future__ import annotations

import datetime as dt
from typing import Any

from attrs import define

from ..._runtime.kernel.unset import UNSET, Unset


@define(kw_only=True)
class BookPatch:
    """BookPatch, as it is sent."""

    title: str | Unset | None = UNSET
    published: dt.date | Unset | None = UNSET

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = {}
        if self.title is not UNSET:
            body["title"] = self.title
        if self.published is not UNSET:
            body["published"] = None if self.published is None else self.published.isoformat()
        return body
