"""Environments: `odc.portfolios_v1.environments`."""

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
    from .models import Environment

_LIST = Operation(
    "portfolios_v1.environments.list",
    "GET",
    "/environments",
    lambda data: decode_list(data, models.Environment.decode),
    paging=Paging(limit=None, offset=None),
    permissions=("Stage > View stage",),
    deprecated="it may be removed on 2027-01-08",
)


class Environments(Resource):
    """Environments; each method also takes the options of `CallOptions`."""

    def list(self, **options: Unpack[CallOptions]) -> Pager[Environment]:
        """List environments (stages).

        Deprecated; to be removed on 2027-01-08. Needs the permission Stage > View stage. Raises BadRequest.
        """
        return self._pages(_LIST, (), {}, None, options)


class AsyncEnvironments(AsyncResource):
    """Environments, to be awaited; each method also takes the options of `CallOptions`."""

    def list(self, **options: Unpack[CallOptions]) -> AsyncPager[Environment]:
        """List environments (stages). See `Environments.list`."""
        return self._pages(_LIST, (), {}, None, options)
