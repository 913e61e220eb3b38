"""LibraryConfiguration."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, decode_list, integer, new, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
from .configuration import Configuration
from .integration import Integration


@define(kw_only=True)
class LibraryConfiguration:
    """The configurations of a library, as an asset uses it."""

    key: str | None = None
    name: str | None = None
    integrations: list[Integration] | None = None
    revision: int | None = None
    revision_baseline: int | None = None
    settings: list[Configuration] | None = None
    system_configurations: list[Configuration] | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        ("key", "name", "integrations", "revision", "revisionBaseline", "settings", "systemConfigurations")
    )

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 7:
                data, self.additional = cls._keys.read(data)
            v = data[at := "key"]
            self.key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "revision"]
            self.revision = v if type(v) is int or v is None else integer(v)
            v = data[at := "revisionBaseline"]
            self.revision_baseline = v if type(v) is int or v is None else integer(v)
            v1 = data[at := "integrations"]
            v2 = data[at := "settings"]
            v3 = data[at := "systemConfigurations"]
            at, v = "integrations", v1
            self.integrations = None if v is None else decode_list(v, Integration.decode)
            at, v = "settings", v2
            self.settings = None if v is None else decode_list(v, Configuration.decode)
            at, v = "systemConfigurations", v3
            self.system_configurations = None if v is None else decode_list(v, Configuration.decode)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(cls._keys.complete(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, as it was received."""
        body: dict[str, Any] = dict(self.additional)
        body["key"] = self.key
        body["name"] = self.name
        body["integrations"] = (
            None if self.integrations is None else [item.encode() for item in self.integrations]
        )
        body["revision"] = self.revision
        body["revisionBaseline"] = self.revision_baseline
        body["settings"] = None if self.settings is None else [item.encode() for item in self.settings]
        body["systemConfigurations"] = (
            None
            if self.system_configurations is None
            else [item.encode() for item in self.system_configurations]
        )
        return self._keys.written(body, self.additional)
