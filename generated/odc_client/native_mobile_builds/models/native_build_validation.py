"""NativeBuildValidation and its parts."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Self

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, new, open_enum
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys


@define(kw_only=True)
class NativeBuildValidation:
    """Whether an app needs a new native build.

    Attributes:
        platform_results: Whether each platform needs a new native build.
    """

    platform_results: PlatformValidations | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("platformResults",))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 1:
                data, self.additional = cls._keys.read(data)
            v = data[at := "platformResults"]
            self.platform_results = None if v is None else PlatformValidations.decode(v)
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
        body["platformResults"] = None if self.platform_results is None else self.platform_results.encode()
        return self._keys.written(body, self.additional)


@define(kw_only=True)
class PlatformValidations:
    """Whether each platform needs a new native build.

    Attributes:
        android: Whether a platform needs a new native build.
        ios: Whether a platform needs a new native build.
    """

    android: NativeBuildNeed | str | None = None
    ios: NativeBuildNeed | str | None = None
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
            v = data[at := "Android"]
            self.android = None if v is None else open_enum(NativeBuildNeed, v)
            v = data[at := "iOS"]
            self.ios = None if v is None else open_enum(NativeBuildNeed, v)
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
        body["Android"] = self.android
        body["iOS"] = self.ios
        return self._keys.written(body, self.additional)


class NativeBuildNeed(StrEnum):
    """Whether a platform needs a new native build."""

    NATIVE_BUILD_NEEDED = "NativeBuildNeeded"
    NATIVE_BUILD_NOT_NEEDED = "NativeBuildNotNeeded"
    MISSING_CONFIGURATION = "MissingConfiguration"
