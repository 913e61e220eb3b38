"""Inventories: `golden.library.inventories`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.face.resource import AsyncResource, Resource
from .._runtime.kernel.operation import Operation, Poll
from . import models

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Unpack

    from .._runtime.policy.options import CallOptions, PollOptions
    from .models import Inventory

_START = Operation(
    "library.inventories.start", "POST", "/inventories", lambda data: models.Inventory.decode(data)
)

_GET = Operation(
    "library.inventories.get",
    "GET",
    "/inventories/{inventoryKey}",
    lambda data: models.Inventory.decode(data),
)
_GET__POLL = Poll(done=("Finished",), failed=("Failed",))


class Inventories(Resource):
    """Inventories; each method also takes the options of `CallOptions`."""

    def start(self, **options: Unpack[CallOptions]) -> Inventory:
        """Start to take stock."""
        return self._call(_START, (), {}, None, options)

    def get(self, inventory_key: str, **options: Unpack[CallOptions]) -> Inventory:
        """Return one of the inventories."""
        return self._call(_GET, (inventory_key,), {}, None, options)

    def wait(
        self,
        inventory_key: str,
        *,
        timeout: float = 900.0,
        on_progress: Callable[[Inventory], object] | None = None,
        **options: Unpack[PollOptions],
    ) -> Inventory:
        """Poll until it has ended and return its last state, within `timeout` seconds in all.

        `on_progress` is called with each state on the way; a failure raises `OperationFailed`.
        """
        return self._wait(_GET, _GET__POLL, (inventory_key,), {}, timeout, on_progress, options)


class AsyncInventories(AsyncResource):
    """Inventories, to be awaited; each method also takes the options of `CallOptions`."""

    async def start(self, **options: Unpack[CallOptions]) -> Inventory:
        """Start to take stock. See `Inventories.start`."""
        return await self._call(_START, (), {}, None, options)

    async def get(self, inventory_key: str, **options: Unpack[CallOptions]) -> Inventory:
        """Return one of the inventories. See `Inventories.get`."""
        return await self._call(_GET, (inventory_key,), {}, None, options)

    async def wait(
        self,
        inventory_key: str,
        *,
        timeout: float = 900.0,
        on_progress: Callable[[Inventory], object] | None = None,
        **options: Unpack[PollOptions],
    ) -> Inventory:
        """Poll until it has ended. See `Inventories.wait`."""
        return await self._wait(_GET, _GET__POLL, (inventory_key,), {}, timeout, on_progress, options)
