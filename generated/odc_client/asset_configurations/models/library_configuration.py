"""LibraryConfiguration."""

from __future__ import annotations

from typing import Any, Self

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, decode_list, new, sparse, wrong
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
            v = data[at := "integrations"]
            self.integrations = None if v is None else decode_list(v, Integration.decode)
            v = data[at := "revision"]
            self.revision = v if type(v) is int or v is None else wrong(v, "an integer")
            v = data[at := "revisionBaseline"]
            self.revision_baseline = v if type(v) is int or v is None else wrong(v, "an integer")
            v = data[at := "settings"]
            self.settings = None if v is None else decode_list(v, Configuration.decode)
            v = data[at := "systemConfigurations"]
            self.system_configurations = None if v is None else decode_list(v, Configuration.decode)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self
