"""OrganizationConfiguration."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field

from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, decode_list, new, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
from ..._runtime.wire.values import string


@define(kw_only=True)
class OrganizationConfiguration:
    """Which e-mail domains count as internal."""

    are_all_email_domains_internal: bool | Unset | None = UNSET
    internal_email_domains: list[str] | Unset | None = UNSET
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("areAllEmailDomainsInternal", "internalEmailDomains"), absent=UNSET)

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 2:
                data, self.additional = cls._keys.read(data)
            v = data[at := "areAllEmailDomainsInternal"]
            self.are_all_email_domains_internal = (
                v if v is True or v is False or v is None or v is UNSET else wrong(v, "a boolean")
            )
            v = data[at := "internalEmailDomains"]
            self.internal_email_domains = v if v is None or v is UNSET else decode_list(v, string)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(cls._keys.complete(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        if self.are_all_email_domains_internal is not UNSET:
            body["areAllEmailDomainsInternal"] = self.are_all_email_domains_internal
        if self.internal_email_domains is not UNSET:
            body["internalEmailDomains"] = (
                None if self.internal_email_domains is None else list(self.internal_email_domains)
            )
        return body
