"""Builder versions: `odc.native_mobile_builds.builder_versions`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.face.resource import AsyncResource, Resource
from .._runtime.kernel.operation import Operation, Paging
from .._runtime.wire.codec import decode_list
from . import models

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.flows.paging import AsyncPager, Pager
    from .._runtime.policy.options import CallOptions
    from .models import BuilderVersion

_LIST = Operation(
    "native_mobile_builds.builder_versions.list",
    "GET",
    "/native-builder-versions",
    lambda data: decode_list(data, models.BuilderVersion.decode),
    paging=Paging(limit=None, offset=None),
    permissions=("at least one permission",),
)


class BuilderVersions(Resource):
    """Builder versions; each method also takes the options of `CallOptions`."""

    def list(self, **options: Unpack[CallOptions]) -> Pager[BuilderVersion]:
        """List the versions of the native builder (MABS).

        Needs the permission at least one permission.
        """
        return self._pages(_LIST, (), {}, None, options)


class AsyncBuilderVersions(AsyncResource):
    """Builder versions, to be awaited; each method also takes the options of `CallOptions`."""

    def list(self, **options: Unpack[CallOptions]) -> AsyncPager[BuilderVersion]:
        """List the versions of the native builder (MABS). See `BuilderVersions.list`."""
        return self._pages(_LIST, (), {}, None, options)
