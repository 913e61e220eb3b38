"""IdentityProvider and its parts."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any, Self
from uuid import UUID

from attrs import define, field

from ..._runtime.wire.codec import (
    DECODE_ERRORS,
    datetime_,
    decode_error,
    decode_list,
    new,
    open_enum,
    uuid,
    wrong,
)
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
from ..._runtime.wire.parameters import moment_text
from ..._runtime.wire.values import string


@define(kw_only=True)
class IdentityProvider:
    """An identity provider with its configuration.

    Attributes:
        email_trust_type: Which e-mail addresses of an identity provider count as verified.
        hosting: Where an identity provider serves: in the cloud or in self-hosted stages.
        oidc_configuration: OpenID Connect settings of an identity provider.
        profile_linking_field: Field by which logins are matched with users.
        subtype: Product behind an identity provider.
        type: Protocol of an identity provider.
    """

    key: UUID
    name: str | None = None
    auto_create_profiles: bool | None = None
    email_trust_type: EmailTrustType | str | None = None
    hosting: Hosting | str | None = None
    last_updated_date: dt.datetime | None = None
    oidc_configuration: OidcConfiguration | None = None
    profile_linking_field: ProfileLinkingField | str | None = None
    saml_configuration: list[SamlSetting] | None = None
    subtype: IdentityProviderSubtype | str | None = None
    token_normalizations: list[TokenNormalization] | None = None
    type: IdentityProviderType | str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        (
            "key",
            "name",
            "autoCreateProfiles",
            "emailTrustType",
            "hosting",
            "lastUpdatedDate",
            "oidcConfiguration",
            "profileLinkingField",
            "samlConfiguration",
            "subtype",
            "tokenNormalizations",
            "type",
        ),
        must=("key",),
    )

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 12:
                data, self.additional = cls._keys.read(data)
            v = data[at := "key"]
            self.key = uuid(v)
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "autoCreateProfiles"]
            self.auto_create_profiles = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "emailTrustType"]
            self.email_trust_type = None if v is None else open_enum(EmailTrustType, v)
            v = data[at := "hosting"]
            self.hosting = None if v is None else open_enum(Hosting, v)
            v = data[at := "lastUpdatedDate"]
            self.last_updated_date = None if v is None else datetime_(v)
            v = data[at := "profileLinkingField"]
            self.profile_linking_field = None if v is None else open_enum(ProfileLinkingField, v)
            v = data[at := "subtype"]
            self.subtype = None if v is None else open_enum(IdentityProviderSubtype, v)
            v = data[at := "type"]
            self.type = None if v is None else open_enum(IdentityProviderType, v)
            v1 = data[at := "oidcConfiguration"]
            v2 = data[at := "samlConfiguration"]
            v3 = data[at := "tokenNormalizations"]
            at, v = "oidcConfiguration", v1
            self.oidc_configuration = None if v is None else OidcConfiguration.decode(v)
            at, v = "samlConfiguration", v2
            self.saml_configuration = None if v is None else decode_list(v, SamlSetting.decode)
            at, v = "tokenNormalizations", v3
            self.token_normalizations = None if v is None else decode_list(v, TokenNormalization.decode)
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
        body["autoCreateProfiles"] = self.auto_create_profiles
        body["emailTrustType"] = self.email_trust_type
        body["hosting"] = self.hosting
        body["lastUpdatedDate"] = (
            None if self.last_updated_date is None else moment_text(self.last_updated_date)
        )
        body["oidcConfiguration"] = (
            None if self.oidc_configuration is None else self.oidc_configuration.encode()
        )
        body["profileLinkingField"] = self.profile_linking_field
        body["samlConfiguration"] = (
            None if self.saml_configuration is None else [item.encode() for item in self.saml_configuration]
        )
        body["subtype"] = self.subtype
        body["tokenNormalizations"] = (
            None
            if self.token_normalizations is None
            else [item.encode() for item in self.token_normalizations]
        )
        body["type"] = self.type
        return self._keys.written(body, self.additional)


class EmailTrustType(StrEnum):
    """Which e-mail addresses of an identity provider count as verified."""

    NONE = "None"
    EMAIL_VERIFIED_CLAIM = "EmailVerifiedClaim"
    ALL = "All"


class Hosting(StrEnum):
    """Where an identity provider serves: in the cloud or in self-hosted stages."""

    OSCLOUD = "oscloud"
    SELFHOSTED = "selfhosted"


@define(kw_only=True)
class OidcConfiguration:
    """OpenID Connect settings of an identity provider.

    Attributes:
        client_assertion_signing_algorithm: Algorithm that signs client assertions.
        client_authentication_method: How ODC authenticates at an identity provider.
        pkce_method: How the PKCE challenge is made.
        provider_custom_config: Settings that only some providers have.
    """

    authorization_url: str | None = None
    client_assertion_signing_algorithm: ClientAssertionSigningAlgorithm | str | None = None
    client_authentication_method: ClientAuthenticationMethod | str | None = None
    client_id: str | None = None
    client_secret: str | None = None
    discovery_url: str | None = None
    issuer: str | None = None
    jwks_url: str | None = None
    logout_url: str | None = None
    pkce_method: PkceMethod | str | None = None
    provider_custom_config: ProviderCustomConfiguration | None = None
    scopes: list[str] | None = None
    suppress_nonce_verification: bool | None = None
    token_url: str | None = None
    use_pkce: bool | None = None
    user_info_url: str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        (
            "authorizationUrl",
            "clientAssertionSigningAlgorithm",
            "clientAuthenticationMethod",
            "clientId",
            "clientSecret",
            "discoveryUrl",
            "issuer",
            "jwksUrl",
            "logoutUrl",
            "pkceMethod",
            "providerCustomConfig",
            "scopes",
            "suppressNonceVerification",
            "tokenUrl",
            "usePkce",
            "userInfoUrl",
        )
    )

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 16:
                data, self.additional = cls._keys.read(data)
            v = data[at := "authorizationUrl"]
            self.authorization_url = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "clientAssertionSigningAlgorithm"]
            self.client_assertion_signing_algorithm = (
                None if v is None else open_enum(ClientAssertionSigningAlgorithm, v)
            )
            v = data[at := "clientAuthenticationMethod"]
            self.client_authentication_method = (
                None if v is None else open_enum(ClientAuthenticationMethod, v)
            )
            v = data[at := "clientId"]
            self.client_id = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "clientSecret"]
            self.client_secret = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "discoveryUrl"]
            self.discovery_url = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "issuer"]
            self.issuer = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "jwksUrl"]
            self.jwks_url = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "logoutUrl"]
            self.logout_url = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "pkceMethod"]
            self.pkce_method = None if v is None else open_enum(PkceMethod, v)
            v = data[at := "scopes"]
            self.scopes = None if v is None else decode_list(v, string)
            v = data[at := "suppressNonceVerification"]
            self.suppress_nonce_verification = (
                v if v is True or v is False or v is None else wrong(v, "a boolean")
            )
            v = data[at := "tokenUrl"]
            self.token_url = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "usePkce"]
            self.use_pkce = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "userInfoUrl"]
            self.user_info_url = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "providerCustomConfig"]
            self.provider_custom_config = None if v is None else ProviderCustomConfiguration.decode(v)
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
        body["authorizationUrl"] = self.authorization_url
        body["clientAssertionSigningAlgorithm"] = self.client_assertion_signing_algorithm
        body["clientAuthenticationMethod"] = self.client_authentication_method
        body["clientId"] = self.client_id
        body["clientSecret"] = self.client_secret
        body["discoveryUrl"] = self.discovery_url
        body["issuer"] = self.issuer
        body["jwksUrl"] = self.jwks_url
        body["logoutUrl"] = self.logout_url
        body["pkceMethod"] = self.pkce_method
        body["providerCustomConfig"] = (
            None if self.provider_custom_config is None else self.provider_custom_config.encode()
        )
        body["scopes"] = None if self.scopes is None else list(self.scopes)
        body["suppressNonceVerification"] = self.suppress_nonce_verification
        body["tokenUrl"] = self.token_url
        body["usePkce"] = self.use_pkce
        body["userInfoUrl"] = self.user_info_url
        return self._keys.written(body, self.additional)


class ProfileLinkingField(StrEnum):
    """Field by which logins are matched with users."""

    EMAIL = "Email"
    USERNAME = "Username"
    NONE = "None"


@define(kw_only=True)
class SamlSetting:
    """One SAML setting of an identity provider."""

    name: str | None = None
    value: str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("configName", "configValue"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 2:
                data, self.additional = cls._keys.read(data)
            v = data[at := "configName"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "configValue"]
            self.value = v if type(v) is str or v is None else wrong(v, "a string")
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
        body["configName"] = self.name
        body["configValue"] = self.value
        return self._keys.written(body, self.additional)


class IdentityProviderSubtype(StrEnum):
    """Product behind an identity provider."""

    CUSTOM = "Custom"
    APPLE_ID = "AppleId"
    GOOGLE = "Google"
    FACEBOOK = "Facebook"
    LINKEDIN = "LinkedIn"
    OUTSYSTEMS_11 = "OutSystems11"


@define(kw_only=True)
class TokenNormalization:
    """Which claim of the provider stands for which claim of ODC."""

    foreign_claim: str | None = None
    normal_claim: str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("foreignClaim", "normalClaim"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 2:
                data, self.additional = cls._keys.read(data)
            v = data[at := "foreignClaim"]
            self.foreign_claim = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "normalClaim"]
            self.normal_claim = v if type(v) is str or v is None else wrong(v, "a string")
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
        body["foreignClaim"] = self.foreign_claim
        body["normalClaim"] = self.normal_claim
        return self._keys.written(body, self.additional)


class IdentityProviderType(StrEnum):
    """Protocol of an identity provider."""

    OIDC = "OIDC"
    SAML = "SAML"
    COGNITO = "Cognito"


class ClientAssertionSigningAlgorithm(StrEnum):
    """Algorithm that signs client assertions."""

    ES256 = "ES256"
    ES384 = "ES384"
    ES512 = "ES512"
    HS256 = "HS256"
    HS384 = "HS384"
    HS512 = "HS512"
    PS256 = "PS256"
    PS384 = "PS384"
    PS512 = "PS512"
    RS256 = "RS256"
    RS384 = "RS384"
    RS512 = "RS512"


class ClientAuthenticationMethod(StrEnum):
    """How ODC authenticates at an identity provider."""

    CLIENT_SECRET_POST = "client_secret_post"
    CLIENT_SECRET_BASIC = "client_secret_basic"
    CLIENT_SECRET_JWT = "client_secret_jwt"
    PRIVATE_KEY_JWT = "private_key_jwt"


class PkceMethod(StrEnum):
    """How the PKCE challenge is made."""

    PLAIN = "plain"
    S256 = "S256"


@define(kw_only=True)
class ProviderCustomConfiguration:
    """Settings that only some providers have."""

    key_id: str | None = None
    team_id: str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("keyId", "teamId"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 2:
                data, self.additional = cls._keys.read(data)
            v = data[at := "keyId"]
            self.key_id = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "teamId"]
            self.team_id = v if type(v) is str or v is None else wrong(v, "a string")
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
        body["keyId"] = self.key_id
        body["teamId"] = self.team_id
        return self._keys.written(body, self.additional)
