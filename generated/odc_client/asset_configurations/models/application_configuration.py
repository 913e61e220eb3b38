"""ApplicationConfiguration."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, datetime_, decode_error, decode_list, integer, new, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
from ..._runtime.wire.parameters import moment_text
from .configuration import Configuration
from .integration import Integration
from .library_configuration import LibraryConfiguration
from .timer import Timer


@define(kw_only=True)
class ApplicationConfiguration:
    """The configurations of an app in one environment."""

    key: str | None = None
    name: str | None = None
    deployed_at: dt.datetime | None = None
    integrations: list[Integration] | None = None
    libraries: list[LibraryConfiguration] | None = None
    revision_baseline: int | None = None
    revision_deployed: int | None = None
    settings: list[Configuration] | None = None
    system_configurations: list[Configuration] | None = None
    timers: list[Timer] | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        (
            "key",
            "name",
            "deployedAt",
            "integrations",
            "libraries",
            "revisionBaseline",
            "revisionDeployed",
            "settings",
            "systemConfigurations",
            "timers",
        )
    )

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 10:
                data, self.additional = cls._keys.read(data)
            v = data[at := "key"]
            self.key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "deployedAt"]
            self.deployed_at = None if v is None else datetime_(v)
            v = data[at := "revisionBaseline"]
            self.revision_baseline = v if type(v) is int or v is None else integer(v)
            v = data[at := "revisionDeployed"]
            self.revision_deployed = v if type(v) is int or v is None else integer(v)
            v1 = data[at := "integrations"]
            v2 = data[at := "libraries"]
            v3 = data[at := "settings"]
            v4 = data[at := "systemConfigurations"]
            v5 = data[at := "timers"]
            at, v = "integrations", v1
            self.integrations = None if v is None else decode_list(v, Integration.decode)
            at, v = "libraries", v2
            self.libraries = None if v is None else decode_list(v, LibraryConfiguration.decode)
            at, v = "settings", v3
            self.settings = None if v is None else decode_list(v, Configuration.decode)
            at, v = "systemConfigurations", v4
            self.system_configurations = None if v is None else decode_list(v, Configuration.decode)
            at, v = "timers", v5
            self.timers = None if v is None else decode_list(v, Timer.decode)
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
        body["deployedAt"] = None if self.deployed_at is None else moment_text(self.deployed_at)
        body["integrations"] = (
            None if self.integrations is None else [item.encode() for item in self.integrations]
        )
        body["libraries"] = None if self.libraries is None else [item.encode() for item in self.libraries]
        body["revisionBaseline"] = self.revision_baseline
        body["revisionDeployed"] = self.revision_deployed
        body["settings"] = None if self.settings is None else [item.encode() for item in self.settings]
        body["systemConfigurations"] = (
            None
            if self.system_configurations is None
            else [item.encode() for item in self.system_configurations]
        )
        body["timers"] = None if self.timers is None else [item.encode() for item in self.timers]
        return self._keys.written(body, self.additional)
