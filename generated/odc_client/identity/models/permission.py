"""Permission and its parts."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Self
from uuid import UUID

from attrs import define

from ..._runtime.wire.codec import (
    DECODE_ERRORS,
    decode_error,
    decode_list,
    new,
    open_enum,
    sparse,
    uuid,
    wrong,
)


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

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
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
            v = data[at := "inherits"]
            self.inherits = None if v is None else decode_list(v, PermissionInheritance.decode)
            v = data[at := "purpose"]
            self.purpose = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "remarks"]
            self.remarks = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "visibility"]
            self.visibility = None if v is None else open_enum(PermissionVisibility, v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data, "key"))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


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

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "key"]
            self.key = None if v is None else uuid(v)
            v = data[at := "realmPortfolio"]
            self.realm_portfolio = None if v is None else open_enum(PortfolioInheritance, v)
            v = data[at := "realmStages"]
            self.realm_stages = None if v is None else decode_list(v, lambda v: open_enum(InheritedStage, v))
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


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
