"""Build operations: `odc.native_mobile_builds.build_operations`."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from .._runtime.face.resource import AsyncResource, Resource
from .._runtime.kernel.operation import Operation, Paging, Poll
from .._runtime.kernel.unset import UNSET
from .._runtime.wire.codec import decode_list
from . import models

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Unpack

    from .._runtime.flows.paging import AsyncPager, Pager
    from .._runtime.kernel.unset import Unset
    from .._runtime.policy.options import CallOptions, PollOptions
    from .models import (
        MobilePlatform,
        NativeBuild,
        NativeBuildMessage,
        NativeBuildStatus,
        NativeBuildValidation,
        VersionSuggestions,
    )

_LIST = Operation(
    "native_mobile_builds.build_operations.list",
    "GET",
    "/build-operations",
    lambda data: decode_list(data, models.NativeBuild.decode),
    paging=Paging(),
    permissions=("Stage > View stage",),
)

_START = Operation(
    "native_mobile_builds.build_operations.start",
    "POST",
    "/build-operations",
    lambda data: models.NativeBuild.decode(data),
    permissions=("Release management > Deploy assets",),
)

_VALIDATE = Operation(
    "native_mobile_builds.build_operations.validate",
    "POST",
    "/build-operations/native-build-validation",
    lambda data: models.NativeBuildValidation.decode(data),
    permissions=("Stage > View stage",),
)

_SUGGEST_VERSIONS = Operation(
    "native_mobile_builds.build_operations.suggest_versions",
    "POST",
    "/build-operations/version-suggestions",
    lambda data: models.VersionSuggestions.decode(data),
    permissions=("Stage > View stage",),
)

_GET = Operation(
    "native_mobile_builds.build_operations.get",
    "GET",
    "/build-operations/{operationKey}",
    lambda data: models.NativeBuild.decode(data),
    permissions=("Stage > View stage",),
)
_GET__POLL = Poll(done=("Finished",), failed=("Error",), messages="log-messages")

_LIST_MESSAGES = Operation(
    "native_mobile_builds.build_operations.list_messages",
    "GET",
    "/build-operations/{operationKey}/log-messages",
    lambda data: decode_list(data, models.NativeBuildMessage.decode),
    paging=Paging(),
    permissions=("Stage > View stage",),
)


class BuildOperations(Resource):
    """Build operations; each method also takes the options of `CallOptions`."""

    def list(
        self,
        *,
        environment_key: UUID | str | None = None,
        application_key: UUID | str | None = None,
        mobile_platform: MobilePlatform | str | None = None,
        revision: int | None = None,
        status: NativeBuildStatus | str | None = None,
        offset: int | None = None,
        limit: int | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[NativeBuild]:
        """List native builds.

        Needs the permission Stage > View stage. Raises BadRequest.

        Args:
            environment_key: Only builds in this environment.
            application_key: Only builds of this app.
            mobile_platform: Only builds for this platform.
            revision: Only builds of this revision.
            status: Only builds in this state.
            offset: Index of the first item to return.
            limit: Items per page.
        """
        return self._pages(
            _LIST,
            (),
            {
                "environmentKey": environment_key,
                "applicationKey": application_key,
                "mobilePlatform": mobile_platform,
                "revision": revision,
                "status": status,
                "offset": offset,
                "limit": limit,
            },
            None,
            options,
        )

    def start(
        self,
        *,
        application_key: UUID | str,
        build_key: UUID | str,
        environment_key: UUID | str,
        mobile_platform: MobilePlatform | str,
        revision: int,
        mobile_version_code: int | Unset | None = UNSET,
        mobile_version_number: str | Unset | None = UNSET,
        **options: Unpack[CallOptions],
    ) -> NativeBuild:
        """Start a native build for one platform.

        Needs the permission Release management > Deploy assets. Raises NotFound.

        Args:
            application_key: App to build.
            build_key: Build of the app to wrap.
            environment_key: Environment whose configuration applies.
            mobile_platform: Platform of a native build.
            revision: Revision of the app.
            mobile_version_code: Number that grows with each version.
            mobile_version_number: Version to show, as major.minor.patch.
        """
        body = models.NativeBuildCreate(
            application_key=application_key,
            build_key=build_key,
            environment_key=environment_key,
            mobile_platform=mobile_platform,
            mobile_version_code=mobile_version_code,
            mobile_version_number=mobile_version_number,
            revision=revision,
        )
        return self._call(_START, (), {}, body, options)

    def validate(
        self,
        *,
        application_key: UUID | str,
        build_key: UUID | str,
        environment_key: UUID | str,
        revision: int,
        mobile_platform: MobilePlatform | str | Unset | None = UNSET,
        **options: Unpack[CallOptions],
    ) -> NativeBuildValidation:
        """Check whether an app needs a new native build, for one platform or both.

        Needs the permission Stage > View stage. Raises BadRequest, NotFound.

        Args:
            application_key: Application key.
            build_key: Build key.
            environment_key: Environment key.
            revision: Revision of the app.
            mobile_platform: Platform to check; both if not given.
        """
        body = models.NativeBuildValidationQuery(
            application_key=application_key,
            build_key=build_key,
            environment_key=environment_key,
            mobile_platform=mobile_platform,
            revision=revision,
        )
        return self._call(_VALIDATE, (), {}, body, options)

    def suggest_versions(
        self,
        *,
        application_key: UUID | str,
        environment_key: UUID | str,
        mobile_platform: MobilePlatform | str | Unset | None = UNSET,
        **options: Unpack[CallOptions],
    ) -> VersionSuggestions:
        """Suggest the version number and code of the next build, for one platform or both.

        Needs the permission Stage > View stage. Raises BadRequest, NotFound.

        Args:
            application_key: Application key.
            environment_key: Environment key.
            mobile_platform: Platform to suggest for; both if not given.
        """
        body = models.VersionSuggestionsQuery(
            application_key=application_key, environment_key=environment_key, mobile_platform=mobile_platform
        )
        return self._call(_SUGGEST_VERSIONS, (), {}, body, options)

    def get(
        self,
        operation_key: UUID | str,
        *,
        environment_key: UUID | str | None = None,
        application_key: UUID | str | None = None,
        **options: Unpack[CallOptions],
    ) -> NativeBuild:
        """Get one native build, with its download URLs.

        Needs the permission Stage > View stage. Raises BadRequest, NotFound.

        Args:
            operation_key: Key of the native build.
            environment_key: Key of the environment (stage).
            application_key: Key of the app.
        """
        return self._call(
            _GET,
            (operation_key,),
            {"environmentKey": environment_key, "applicationKey": application_key},
            None,
            options,
        )

    def wait(
        self,
        operation_key: UUID | str,
        *,
        environment_key: UUID | str | None = None,
        application_key: UUID | str | None = None,
        timeout: float = 900.0,
        on_progress: Callable[[NativeBuild], object] | None = None,
        **options: Unpack[PollOptions],
    ) -> NativeBuild:
        """Poll until it has ended and return its last state, within `timeout` seconds in all.

        `on_progress` is called with each state on the way; a failure raises `OperationFailed`.
        """
        return self._wait(
            _GET,
            _GET__POLL,
            (operation_key,),
            {"environmentKey": environment_key, "applicationKey": application_key},
            timeout,
            on_progress,
            options,
        )

    def list_messages(
        self,
        operation_key: UUID | str,
        *,
        environment_key: UUID | str | None = None,
        application_key: UUID | str | None = None,
        offset: int | None = None,
        limit: int | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[NativeBuildMessage]:
        """List the progress messages of a native build.

        Needs the permission Stage > View stage. Raises BadRequest, NotFound.

        Args:
            operation_key: Key of the native build.
            environment_key: Key of the environment (stage).
            application_key: Key of the app.
            offset: Index of the first item to return.
            limit: Items per page.
        """
        return self._pages(
            _LIST_MESSAGES,
            (operation_key,),
            {
                "environmentKey": environment_key,
                "applicationKey": application_key,
                "offset": offset,
                "limit": limit,
            },
            None,
            options,
        )


class AsyncBuildOperations(AsyncResource):
    """Build operations, to be awaited; each method also takes the options of `CallOptions`."""

    def list(
        self,
        *,
        environment_key: UUID | str | None = None,
        application_key: UUID | str | None = None,
        mobile_platform: MobilePlatform | str | None = None,
        revision: int | None = None,
        status: NativeBuildStatus | str | None = None,
        offset: int | None = None,
        limit: int | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[NativeBuild]:
        """List native builds. See `BuildOperations.list`."""
        return self._pages(
            _LIST,
            (),
            {
                "environmentKey": environment_key,
                "applicationKey": application_key,
                "mobilePlatform": mobile_platform,
                "revision": revision,
                "status": status,
                "offset": offset,
                "limit": limit,
            },
            None,
            options,
        )

    async def start(
        self,
        *,
        application_key: UUID | str,
        build_key: UUID | str,
        environment_key: UUID | str,
        mobile_platform: MobilePlatform | str,
        revision: int,
        mobile_version_code: int | Unset | None = UNSET,
        mobile_version_number: str | Unset | None = UNSET,
        **options: Unpack[CallOptions],
    ) -> NativeBuild:
        """Start a native build for one platform. See `BuildOperations.start`."""
        body = models.NativeBuildCreate(
            application_key=application_key,
            build_key=build_key,
            environment_key=environment_key,
            mobile_platform=mobile_platform,
            mobile_version_code=mobile_version_code,
            mobile_version_number=mobile_version_number,
            revision=revision,
        )
        return await self._call(_START, (), {}, body, options)

    async def validate(
        self,
        *,
        application_key: UUID | str,
        build_key: UUID | str,
        environment_key: UUID | str,
        revision: int,
        mobile_platform: MobilePlatform | str | Unset | None = UNSET,
        **options: Unpack[CallOptions],
    ) -> NativeBuildValidation:
        """Check whether an app needs a new native build, for one platform or both."""
        body = models.NativeBuildValidationQuery(
            application_key=application_key,
            build_key=build_key,
            environment_key=environment_key,
            mobile_platform=mobile_platform,
            revision=revision,
        )
        return await self._call(_VALIDATE, (), {}, body, options)

    async def suggest_versions(
        self,
        *,
        application_key: UUID | str,
        environment_key: UUID | str,
        mobile_platform: MobilePlatform | str | Unset | None = UNSET,
        **options: Unpack[CallOptions],
    ) -> VersionSuggestions:
        """Suggest the version number and code of the next build, for one platform or both."""
        body = models.VersionSuggestionsQuery(
            application_key=application_key, environment_key=environment_key, mobile_platform=mobile_platform
        )
        return await self._call(_SUGGEST_VERSIONS, (), {}, body, options)

    async def get(
        self,
        operation_key: UUID | str,
        *,
        environment_key: UUID | str | None = None,
        application_key: UUID | str | None = None,
        **options: Unpack[CallOptions],
    ) -> NativeBuild:
        """Get one native build, with its download URLs. See `BuildOperations.get`."""
        return await self._call(
            _GET,
            (operation_key,),
            {"environmentKey": environment_key, "applicationKey": application_key},
            None,
            options,
        )

    async def wait(
        self,
        operation_key: UUID | str,
        *,
        environment_key: UUID | str | None = None,
        application_key: UUID | str | None = None,
        timeout: float = 900.0,
        on_progress: Callable[[NativeBuild], object] | None = None,
        **options: Unpack[PollOptions],
    ) -> NativeBuild:
        """Poll until it has ended. See `BuildOperations.wait`."""
        return await self._wait(
            _GET,
            _GET__POLL,
            (operation_key,),
            {"environmentKey": environment_key, "applicationKey": application_key},
            timeout,
            on_progress,
            options,
        )

    def list_messages(
        self,
        operation_key: UUID | str,
        *,
        environment_key: UUID | str | None = None,
        application_key: UUID | str | None = None,
        offset: int | None = None,
        limit: int | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[NativeBuildMessage]:
        """List the progress messages of a native build. See `BuildOperations.list_messages`."""
        return self._pages(
            _LIST_MESSAGES,
            (operation_key,),
            {
                "environmentKey": environment_key,
                "applicationKey": application_key,
                "offset": offset,
                "limit": limit,
            },
            None,
            options,
        )
