"""NativeBuildValidation and its parts."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Self

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, new, open_enum, sparse


@define(kw_only=True)
class NativeBuildValidation:
    """Whether an app needs a new native build.

    Attributes:
        platform_results: Whether each platform needs a new native build.
    """

    platform_results: PlatformValidations | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "platformResults"]
            self.platform_results = None if v is None else PlatformValidations.decode(v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


@define(kw_only=True)
class PlatformValidations:
    """Whether each platform needs a new native build.

    Attributes:
        android: Whether a platform needs a new native build.
        ios: Whether a platform needs a new native build.
    """

    android: NativeBuildNeed | str | None = None
    ios: NativeBuildNeed | str | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "Android"]
            self.android = None if v is None else open_enum(NativeBuildNeed, v)
            v = data[at := "iOS"]
            self.ios = None if v is None else open_enum(NativeBuildNeed, v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


class NativeBuildNeed(StrEnum):
    """Whether a platform needs a new native build."""

    NATIVE_BUILD_NEEDED = "NativeBuildNeeded"
    NATIVE_BUILD_NOT_NEEDED = "NativeBuildNotNeeded"
    MISSING_CONFIGURATION = "MissingConfiguration"
