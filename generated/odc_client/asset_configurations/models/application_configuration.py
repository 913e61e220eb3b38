"""ApplicationConfiguration."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, datetime_, decode_error, decode_list, new, sparse, wrong
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

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "key"]
            self.key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "deployedAt"]
            self.deployed_at = None if v is None else datetime_(v)
            v = data[at := "integrations"]
            self.integrations = None if v is None else decode_list(v, Integration.decode)
            v = data[at := "libraries"]
            self.libraries = None if v is None else decode_list(v, LibraryConfiguration.decode)
            v = data[at := "revisionBaseline"]
            self.revision_baseline = v if type(v) is int or v is None else wrong(v, "an integer")
            v = data[at := "revisionDeployed"]
            self.revision_deployed = v if type(v) is int or v is None else wrong(v, "an integer")
            v = data[at := "settings"]
            self.settings = None if v is None else decode_list(v, Configuration.decode)
            v = data[at := "systemConfigurations"]
            self.system_configurations = None if v is None else decode_list(v, Configuration.decode)
            v = data[at := "timers"]
            self.timers = None if v is None else decode_list(v, Timer.decode)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self
