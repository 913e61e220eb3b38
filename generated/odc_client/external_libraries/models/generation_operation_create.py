"""GenerationOperationCreate."""

from __future__ import annotations

from typing import Any

from attrs import define, field

from ..._runtime.wire.keys import NOTHING


@define(kw_only=True)
class GenerationOperationCreate:
    """A generation to start.

    Attributes:
        file_name: Name of the file of the package.
        package_url: Where ODC fetches the package: the `download_url` of the upload.
    """

    file_name: str
    package_url: str
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        body["fileName"] = self.file_name
        body["highCodeBinaryUri"] = self.package_url
        return body
