"""User and Access Management API, version v1: `odc.identity`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .._runtime.call.api import Api as _Api
    from .._runtime.transport.async_ import AsyncTransport as _AsyncTransport
    from .._runtime.transport.sync import SyncTransport as _SyncTransport
    from .application_roles import ApplicationRoles, AsyncApplicationRoles
    from .bulk_user_operations import AsyncBulkUserOperations, BulkUserOperations
    from .groups import AsyncGroups, Groups
    from .identity_providers import AsyncIdentityProviders, IdentityProviders
    from .models import *
    from .organization_roles import AsyncOrganizationRoles, OrganizationRoles
    from .permissions import AsyncPermissions, Permissions
    from .users import AsyncUsers, Users


class IdentityApi:
    """The resources of this API."""

    def __init__(self, api: _Api[_SyncTransport]) -> None:
        self._api = api

    @cached_property
    def application_roles(self) -> ApplicationRoles:
        """Application roles: list, list_users."""
        from .application_roles import ApplicationRoles

        return ApplicationRoles(self._api)

    @cached_property
    def bulk_user_operations(self) -> BulkUserOperations:
        """Bulk user operations: start, get, wait."""
        from .bulk_user_operations import BulkUserOperations

        return BulkUserOperations(self._api)

    @cached_property
    def groups(self) -> Groups:
        """Groups: list, create, get, delete, update, list_application_roles, …."""
        from .groups import Groups

        return Groups(self._api)

    @cached_property
    def identity_providers(self) -> IdentityProviders:
        """Identity providers: list, get."""
        from .identity_providers import IdentityProviders

        return IdentityProviders(self._api)

    @cached_property
    def organization_roles(self) -> OrganizationRoles:
        """Organization roles: list, create, get, delete, update, list_users."""
        from .organization_roles import OrganizationRoles

        return OrganizationRoles(self._api)

    @cached_property
    def permissions(self) -> Permissions:
        """Permissions: list, get."""
        from .permissions import Permissions

        return Permissions(self._api)

    @cached_property
    def users(self) -> Users:
        """Users: list, create, count, get, delete, update, …."""
        from .users import Users

        return Users(self._api)


class AsyncIdentityApi:
    """The resources of this API, to be awaited."""

    def __init__(self, api: _Api[_AsyncTransport]) -> None:
        self._api = api

    @cached_property
    def application_roles(self) -> AsyncApplicationRoles:
        """Application roles: list, list_users."""
        from .application_roles import AsyncApplicationRoles

        return AsyncApplicationRoles(self._api)

    @cached_property
    def bulk_user_operations(self) -> AsyncBulkUserOperations:
        """Bulk user operations: start, get, wait."""
        from .bulk_user_operations import AsyncBulkUserOperations

        return AsyncBulkUserOperations(self._api)

    @cached_property
    def groups(self) -> AsyncGroups:
        """Groups: list, create, get, delete, update, list_application_roles, …."""
        from .groups import AsyncGroups

        return AsyncGroups(self._api)

    @cached_property
    def identity_providers(self) -> AsyncIdentityProviders:
        """Identity providers: list, get."""
        from .identity_providers import AsyncIdentityProviders

        return AsyncIdentityProviders(self._api)

    @cached_property
    def organization_roles(self) -> AsyncOrganizationRoles:
        """Organization roles: list, create, get, delete, update, list_users."""
        from .organization_roles import AsyncOrganizationRoles

        return AsyncOrganizationRoles(self._api)

    @cached_property
    def permissions(self) -> AsyncPermissions:
        """Permissions: list, get."""
        from .permissions import AsyncPermissions

        return AsyncPermissions(self._api)

    @cached_property
    def users(self) -> AsyncUsers:
        """Users: list, create, count, get, delete, update, …."""
        from .users import AsyncUsers

        return AsyncUsers(self._api)


def __getattr__(name: str) -> object:
    """Import a model when it is first asked for."""
    from importlib import import_module  # `from . import models` would ask this function for it first

    return getattr(import_module(f"{__name__}.models"), name)


def __dir__() -> list[str]:
    """List the classes of this API and its models, loaded or not."""
    from importlib import import_module

    return sorted(("IdentityApi", "AsyncIdentityApi", *import_module(f"{__name__}.models").__all__))
