"""VersionSuggestions and its parts."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, integer, new, open_enum, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
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
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("Android", "iOS"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 2:
                data, self.additional = cls._keys.read(data)
            v1 = data[at := "Android"]
            v2 = data[at := "iOS"]
            at, v = "Android", v1
            self.android = None if v is None else VersionSuggestion.decode(v)
            at, v = "iOS", v2
            self.ios = None if v is None else VersionSuggestion.decode(v)
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
        body["Android"] = None if self.android is None else self.android.encode()
        body["iOS"] = None if self.ios is None else self.ios.encode()
        return self._keys.written(body, self.additional)


@define(kw_only=True)
class VersionSuggestion:
    """Suggested version of the next build for a platform.

    Attributes:
        mobile_platform: Platform of a native build.
    """

    mobile_platform: MobilePlatform | str | None = None
    mobile_version_code: int | None = None
    mobile_version_number: str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("mobilePlatform", "mobileVersionCode", "mobileVersionNumber"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 3:
                data, self.additional = cls._keys.read(data)
            v = data[at := "mobilePlatform"]
            self.mobile_platform = None if v is None else open_enum(MobilePlatform, v)
            v = data[at := "mobileVersionCode"]
            self.mobile_version_code = v if type(v) is int or v is None else integer(v)
            v = data[at := "mobileVersionNumber"]
            self.mobile_version_number = v if type(v) is str or v is None else wrong(v, "a string")
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
        body["mobilePlatform"] = self.mobile_platform
        body["mobileVersionCode"] = self.mobile_version_code
        body["mobileVersionNumber"] = self.mobile_version_number
        return self._keys.written(body, self.additional)
