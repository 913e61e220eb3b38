"""Permission and its parts."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Self
from uuid import UUID

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, decode_list, new, open_enum, uuid, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys


@define(kw_only=True)
class Permission:
    """A permission that organization roles can contain.

    Attributes:
        visibility: Who gets to see a permission.
    """

    key: UUID
    name: str | None = None
    allow_portfolios: bool | None = None
    allow_stages: bool | None = None
    allowed_scopes: list[PermissionScope | str] | None
    category: str | None = None
    claim_name: str | None = None
    inherits: list[PermissionInheritance] | None
    purpose: str | None = None
    remarks: str | None = None
    visibility: PermissionVisibility | str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        (
            "key",
            "name",
            "allowPortfolios",
            "allowStages",
            "allowedScopes",
            "category",
            "claimName",
            "inherits",
            "purpose",
            "remarks",
            "visibility",
        ),
        must=("key",),
        null=("allowedScopes", "inherits"),
    )

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 11:
                data, self.additional = cls._keys.read(data)
            v = data[at := "key"]
            self.key = uuid(v)
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "allowPortfolios"]
            self.allow_portfolios = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "allowStages"]
            self.allow_stages = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "allowedScopes"]
            self.allowed_scopes = (
                None if v is None else decode_list(v, lambda v: open_enum(PermissionScope, v))
            )
            v = data[at := "category"]
            self.category = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "claimName"]
            self.claim_name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "purpose"]
            self.purpose = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "remarks"]
            self.remarks = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "visibility"]
            self.visibility = None if v is None else open_enum(PermissionVisibility, v)
            v = data[at := "inherits"]
            self.inherits = None if v is None else decode_list(v, PermissionInheritance.decode)
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
        body["key"] = str(self.key)
        body["name"] = self.name
        body["allowPortfolios"] = self.allow_portfolios
        body["allowStages"] = self.allow_stages
        body["allowedScopes"] = None if self.allowed_scopes is None else list(self.allowed_scopes)
        body["category"] = self.category
        body["claimName"] = self.claim_name
        body["inherits"] = None if self.inherits is None else [item.encode() for item in self.inherits]
        body["purpose"] = self.purpose
        body["remarks"] = self.remarks
        body["visibility"] = self.visibility
        return self._keys.written(body, self.additional)


class PermissionScope(StrEnum):
    """Where a permission can apply."""

    ORGANIZATION = "Organization"
    ASSET = "Asset"


@define(kw_only=True)
class PermissionInheritance:
    """A permission that another one brings along.

    Attributes:
        realm_portfolio: In which portfolios an inherited permission applies.
    """

    key: UUID | None = None
    realm_portfolio: PortfolioInheritance | str | None = None
    realm_stages: list[InheritedStage | str] | None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("key", "realmPortfolio", "realmStages"), null=("realmStages",))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 3:
                data, self.additional = cls._keys.read(data)
            v = data[at := "key"]
            self.key = None if v is None else uuid(v)
            v = data[at := "realmPortfolio"]
            self.realm_portfolio = None if v is None else open_enum(PortfolioInheritance, v)
            v = data[at := "realmStages"]
            self.realm_stages = None if v is None else decode_list(v, lambda v: open_enum(InheritedStage, v))
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
        body["key"] = None if self.key is None else str(self.key)
        body["realmPortfolio"] = self.realm_portfolio
        body["realmStages"] = None if self.realm_stages is None else list(self.realm_stages)
        return self._keys.written(body, self.additional)


class PermissionVisibility(StrEnum):
    """Who gets to see a permission."""

    HIDDEN = "Hidden"
    PUBLIC = "Public"
    INTERNAL = "Internal"


class PortfolioInheritance(StrEnum):
    """In which portfolios an inherited permission applies."""

    SAME_PORTFOLIO = "SAME_PORTFOLIO"
    MAIN_PORTFOLIO = "MAIN_PORTFOLIO"
    ALL_PORTFOLIO = "ALL_PORTFOLIO"


class InheritedStage(StrEnum):
    """Stage in which an inherited permission applies."""

    PRD = "PRD"
    QA = "QA"
    DEV = "DEV"
    SAME_STAGE = "SAME_STAGE"
