"""GenerationOperationCreate."""

from __future__ import annotations

from typing import Any

from attrs import define


@define(kw_only=True)
class GenerationOperationCreate:
    """A generation to start.

    Attributes:
        file_name: Name of the file of the package.
        package_url: Where ODC fetches the package: the `download_url` of the upload.
    """

    file_name: str
    package_url: str

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = {}
        body["fileName"] = self.file_name
        body["highCodeBinaryUri"] = self.package_url
        return body
