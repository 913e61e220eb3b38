"""UserProfileCreate."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from attrs import define, field

from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.keys import NOTHING


@define(kw_only=True)
class UserProfileCreate:
    """A user to create.

    Attributes:
        add_to_built_in_identity_provider: Whether the built-in identity provider gets a profile, too.
        identity_provider_key: Identity provider at which to create or link a profile.
        is_active: Whether the user can log in, as if not given.
        subject: Value of the `sub` claim at that provider.
        username: Username at that provider.
    """

    name: str | Unset | None = UNSET
    add_to_built_in_identity_provider: bool | Unset = UNSET
    email: str | Unset | None = UNSET
    identity_provider_key: UUID | str | Unset | None = UNSET
    is_active: bool | Unset = UNSET
    photo_url: str | Unset | None = UNSET
    subject: str | Unset | None = UNSET
    username: str | Unset | None = UNSET
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        if self.name is not UNSET:
            body["name"] = self.name
        if self.add_to_built_in_identity_provider is not UNSET:
            body["addToBuiltInIdentityProvider"] = self.add_to_built_in_identity_provider
        if self.email is not UNSET:
            body["email"] = self.email
        if self.identity_provider_key is not UNSET:
            body["identityProviderKey"] = (
                None if self.identity_provider_key is None else str(self.identity_provider_key)
            )
        if self.is_active is not UNSET:
            body["isActive"] = self.is_active
        if self.photo_url is not UNSET:
            body["photoUrl"] = self.photo_url
        if self.subject is not UNSET:
            body["subject"] = self.subject
        if self.username is not UNSET:
            body["username"] = self.username
        return body
