"""Domain and its parts."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Self
from uuid import UUID

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, new, open_enum, uuid, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
from .redirect_option import RedirectOption


@define(kw_only=True)
class Domain:
    """A domain of an environment.

    Attributes:
        certificate: The certificate of a custom domain, and the record that proves its ownership.
        redirect_option: How a domain redirects.
    """

    id: str | None = None
    name: str | None = None
    built_in: bool | None = None
    cname_value: str | None = None
    certificate: DomainCertificate | None = None
    default_application_key: UUID | None = None
    hostname: str | None = None
    is_default: bool | None = None
    redirect_option: RedirectOption | str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        (
            "id",
            "name",
            "builtIn",
            "cNameValue",
            "certificate",
            "defaultApplicationKey",
            "hostname",
            "isDefault",
            "redirectOption",
        )
    )

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 9:
                data, self.additional = cls._keys.read(data)
            v = data[at := "id"]
            self.id = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "builtIn"]
            self.built_in = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "cNameValue"]
            self.cname_value = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "defaultApplicationKey"]
            self.default_application_key = None if v is None else uuid(v)
            v = data[at := "hostname"]
            self.hostname = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "isDefault"]
            self.is_default = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "redirectOption"]
            self.redirect_option = None if v is None else open_enum(RedirectOption, v)
            v = data[at := "certificate"]
            self.certificate = None if v is None else DomainCertificate.decode(v)
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
        body["id"] = self.id
        body["name"] = self.name
        body["builtIn"] = self.built_in
        body["cNameValue"] = self.cname_value
        body["certificate"] = None if self.certificate is None else self.certificate.encode()
        body["defaultApplicationKey"] = (
            None if self.default_application_key is None else str(self.default_application_key)
        )
        body["hostname"] = self.hostname
        body["isDefault"] = self.is_default
        body["redirectOption"] = self.redirect_option
        return self._keys.written(body, self.additional)


@define(kw_only=True)
class DomainCertificate:
    """The certificate of a custom domain, and the record that proves its ownership.

    Attributes:
        status: State of a certificate.
    """

    cname_key: str | None = None
    cname_value: str | None = None
    renewal_eligibility: bool | None = None
    status: DomainCertificateStatus | str | None = None
    status_error_code: str | None = None
    status_error_message: str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        ("cNameKey", "cNameValue", "renewalEligibility", "status", "statusErrorCode", "statusErrorMessage")
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
            v = data[at := "cNameKey"]
            self.cname_key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "cNameValue"]
            self.cname_value = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "renewalEligibility"]
            self.renewal_eligibility = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "status"]
            self.status = None if v is None else open_enum(DomainCertificateStatus, v)
            v = data[at := "statusErrorCode"]
            self.status_error_code = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "statusErrorMessage"]
            self.status_error_message = v if type(v) is str or v is None else wrong(v, "a string")
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
        body["cNameKey"] = self.cname_key
        body["cNameValue"] = self.cname_value
        body["renewalEligibility"] = self.renewal_eligibility
        body["status"] = self.status
        body["statusErrorCode"] = self.status_error_code
        body["statusErrorMessage"] = self.status_error_message
        return self._keys.written(body, self.additional)


class DomainCertificateStatus(StrEnum):
    """State of a certificate."""

    CREATING = "Creating"
    PENDING_VALIDATION = "PendingValidation"
    ISSUED = "Issued"
    FAILED = "Failed"
    DELETING = "Deleting"
    DELETED = "Deleted"
    EXPIRED = "Expired"
    ACTIVE = "Active"
