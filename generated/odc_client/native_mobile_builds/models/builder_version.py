"""BuilderVersion and its parts."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Self

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, decode_list, new, open_enum, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
from .mobile_framework import MobileFramework


@define(kw_only=True)
class BuilderVersion:
    """A version of the native builder (MABS).

    Attributes:
        default_mobile_framework: Framework that wraps the app.
        state: How far a builder version is supported.
    """

    default_mobile_framework: MobileFramework | str | None = None
    end_of_life_date: str | None = None
    end_of_support_date: str | None = None
    state: BuilderVersionState | str | None = None
    supported_mobile_frameworks: list[MobileFramework | str] | None = None
    version: str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        (
            "defaultMobileFramework",
            "endOfLifeDate",
            "endOfSupportDate",
            "state",
            "supportedMobileFrameworks",
            "version",
        )
    )

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 6:
                data, self.additional = cls._keys.read(data)
            v = data[at := "defaultMobileFramework"]
            self.default_mobile_framework = None if v is None else open_enum(MobileFramework, v)
            v = data[at := "endOfLifeDate"]
            self.end_of_life_date = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "endOfSupportDate"]
            self.end_of_support_date = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "state"]
            self.state = None if v is None else open_enum(BuilderVersionState, v)
            v = data[at := "supportedMobileFrameworks"]
            self.supported_mobile_frameworks = (
                None if v is None else decode_list(v, lambda v: open_enum(MobileFramework, v))
            )
            v = data[at := "version"]
            self.version = v if type(v) is str or v is None else wrong(v, "a string")
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
        body["defaultMobileFramework"] = self.default_mobile_framework
        body["endOfLifeDate"] = self.end_of_life_date
        body["endOfSupportDate"] = self.end_of_support_date
        body["state"] = self.state
        body["supportedMobileFrameworks"] = (
            None if self.supported_mobile_frameworks is None else list(self.supported_mobile_frameworks)
        )
        body["version"] = self.version
        return self._keys.written(body, self.additional)


class BuilderVersionState(StrEnum):
    """How far a builder version is supported."""

    ACTIVE = "Active"
    BETA = "Beta"
    CANARY = "Canary"
    DEPRECATED = "Deprecated"
    OBSOLETE = "Obsolete"
