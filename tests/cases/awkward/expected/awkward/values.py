"""Values: `golden.awkward.values`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._runtime.face.resource import AsyncResource, Resource
from .._runtime.kernel.operation import Operation
from .._runtime.wire.choice import Choice
from .._runtime.wire.kinds import Items
from .._runtime.wire.values import anything, string

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.policy.options import CallOptions

_either_1: Choice = Choice(lambda: (string, Items(anything)))
_GET: Operation[str | list[Any]] = Operation(
    "awkward.values.get", "GET", "/values", _either_1.decode, secured=({},)
)


class Values(Resource):
    """Values; each method also takes the options of `CallOptions`."""

    def get(self, **options: Unpack[CallOptions]) -> str | list[Any]:
        """Return one of the values."""
        return self._call(_GET, (), {}, None, options)


class AsyncValues(AsyncResource):
    """Values, to be awaited; each method also takes the options of `CallOptions`."""

    async def get(self, **options: Unpack[CallOptions]) -> str | list[Any]:
        """Return one of the values. See `Values.get`."""
        return await self._call(_GET, (), {}, None, options)
