"""Patterns: `odc.code_quality.patterns`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.face.resource import AsyncResource, Resource
from .._runtime.kernel.operation import Operation, Paging
from .._runtime.kernel.parameter import Param
from .._runtime.wire.codec import decode_list
from . import models

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.flows.paging import AsyncPager, Pager
    from .._runtime.policy.options import CallOptions
    from .models import Pattern

_LIST = Operation(
    "code_quality.patterns.list",
    "GET",
    "/patterns",
    lambda data: decode_list(data, models.Pattern.decode),
    params=(Param("Limit", kind="int"), Param("Offset", kind="int")),
    paging=Paging(limit="Limit", offset="Offset"),
    permissions=("Analyze > View Code Quality findings",),
)

_LIST_BY_ID = Operation(
    "code_quality.patterns.list_by_id",
    "GET",
    "/patterns/{patternId}",
    lambda data: decode_list(data, models.Pattern.decode),
    paging=Paging(limit=None, offset=None),
    permissions=("Analyze > View Code Quality findings",),
)


class Patterns(Resource):
    """Patterns; each method also takes the options of `CallOptions`."""

    def list(
        self, *, limit: int | None = None, offset: int | None = None, **options: Unpack[CallOptions]
    ) -> Pager[Pattern]:
        """List the patterns that an analysis looks for.

        Needs the permission Analyze > View Code Quality findings. Raises NotFound.

        Args:
            limit: Items per page: 1 to 1000.
            offset: Index of the first item to return; 0 if not given.
        """
        return self._pages(_LIST, (), {"Limit": limit, "Offset": offset}, None, options)

    def list_by_id(self, pattern_id: str, **options: Unpack[CallOptions]) -> Pager[Pattern]:
        """List the pattern with this identifier, as a page.

        Needs the permission Analyze > View Code Quality findings. Raises NotFound.

        Args:
            pattern_id: Identifier of the pattern.
        """
        return self._pages(_LIST_BY_ID, (pattern_id,), {}, None, options)


class AsyncPatterns(AsyncResource):
    """Patterns, to be awaited; each method also takes the options of `CallOptions`."""

    def list(
        self, *, limit: int | None = None, offset: int | None = None, **options: Unpack[CallOptions]
    ) -> AsyncPager[Pattern]:
        """List the patterns that an analysis looks for. See `Patterns.list`."""
        return self._pages(_LIST, (), {"Limit": limit, "Offset": offset}, None, options)

    def list_by_id(self, pattern_id: str, **options: Unpack[CallOptions]) -> AsyncPager[Pattern]:
        """List the pattern with this identifier, as a page. See `Patterns.list_by_id`."""
        return self._pages(_LIST_BY_ID, (pattern_id,), {}, None, options)
