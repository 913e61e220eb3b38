"""BuiltinDomain."""

from __future__ import annotations

from typing import Any, Self

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, new, sparse, wrong


@define(kw_only=True)
class BuiltinDomain:
    """A domain that ODC provides."""

    builtin_domain_prefix: str | None = None
    builtin_os_domain: str | None = None
    is_primary: bool | None = None

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
            v = data[at := "isPrimary"]
            self.is_primary = v if v is True or v is False or v is None else wrong(v, "a boolean")
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self
