"""OrganizationConfiguration."""

from __future__ import annotations

from typing import Any, Self

from attrs import define

from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, decode_list, new, sparse, wrong
from ..._runtime.wire.values import string


@define(kw_only=True)
class OrganizationConfiguration:
    """Which e-mail domains count as internal."""

    are_all_email_domains_internal: bool | Unset | None = UNSET
    internal_email_domains: list[str] | Unset | None = UNSET

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "areAllEmailDomainsInternal"]
            self.are_all_email_domains_internal = (
                v if v is True or v is False or v is None else wrong(v, "a boolean")
            )
            v = data[at := "internalEmailDomains"]
            self.internal_email_domains = None if v is None else decode_list(v, string)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = {}
        if (
            self.are_all_email_domains_internal is not UNSET
            and self.are_all_email_domains_internal is not None
        ):
            body["areAllEmailDomainsInternal"] = self.are_all_email_domains_internal
        if self.internal_email_domains is not UNSET:
            body["internalEmailDomains"] = (
                None if self.internal_email_domains is None else list(self.internal_email_domains)
            )
        return body
