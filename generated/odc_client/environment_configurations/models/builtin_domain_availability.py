"""BuiltinDomainAvailability."""

from __future__ import annotations

from typing import Any, Self

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, new, sparse, wrong


@define(kw_only=True)
class BuiltinDomainAvailability:
    """Whether a prefix can still be had, and the domain it would make."""

    builtin_domain_prefix: str | None = None
    builtin_os_domain: str | None = None
    is_available: bool | None = None
    message: str | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "builtinDomainPrefix"]
            self.builtin_domain_prefix = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "builtinOsDomain"]
            self.builtin_os_domain = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "isAvailable"]
            self.is_available = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "message"]
            self.message = v if type(v) is str or v is None else wrong(v, "a string")
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self
