"""VersionSuggestions and its parts."""

from __future__ import annotations

from typing import Any, Self

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, new, open_enum, sparse, wrong
from .mobile_platform import MobilePlatform


@define(kw_only=True)
class VersionSuggestions:
    """Suggested versions of the next builds.

    Attributes:
        android: Suggested version of the next build for a platform.
        ios: Suggested version of the next build for a platform.
    """

    android: VersionSuggestion | None = None
    ios: VersionSuggestion | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "Android"]
            self.android = None if v is None else VersionSuggestion.decode(v)
            v = data[at := "iOS"]
            self.ios = None if v is None else VersionSuggestion.decode(v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


@define(kw_only=True)
class VersionSuggestion:
    """Suggested version of the next build for a platform.

    Attributes:
        mobile_platform: Platform of a native build.
    """

    mobile_platform: MobilePlatform | str | None = None
    mobile_version_code: int | None = None
    mobile_version_number: str | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "mobilePlatform"]
            self.mobile_platform = None if v is None else open_enum(MobilePlatform, v)
            v = data[at := "mobileVersionCode"]
            self.mobile_version_code = v if type(v) is int or v is None else wrong(v, "an integer")
            v = data[at := "mobileVersionNumber"]
            self.mobile_version_number = v if type(v) is str or v is None else wrong(v, "a string")
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self
