"""Pets: `golden.awkward.pets`."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from .._runtime.face.resource import AsyncResource, Resource
from .._runtime.kernel.operation import Operation, Query
from .._runtime.wire.choice import Choice
from . import models

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from .._runtime.policy.options import CallOptions
    from .models import Cat, Dog

_either_1: Choice = Choice(
    lambda: (models.Cat, models.Dog),
    "kind",
    lambda: {"tom": models.Cat, "Cat": models.Cat, "Dog": models.Dog},
)
_GET: Operation[Cat | Dog | dict[str, Any]] = Operation(
    "awkward.pets.get",
    "GET",
    "/pets/{pet-id}",
    _either_1.decode,
    styles=(Query("$filter", "deepObject", False), Query("ids", "form", False)),
    secured=({},),
)

_REPLACE: Operation[Cat | Dog | dict[str, Any]] = Operation(
    "awkward.pets.replace", "PUT", "/pets/{pet-id}", _either_1.decode, secured=False
)


class Pets(Resource):
    """Pets; each method also takes the options of `CallOptions`."""

    def get(
        self,
        pet_id: int,
        *,
        filter: dict[str, str] | None = None,
        ids: Sequence[int] | None = None,
        from_: dt.date | None = None,
        x_trace_id: str | None = None,
        session: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Cat | Dog | dict[str, Any]:
        """Get '''a pet''' \\N{DASH} on two lines."""
        return self._call(
            _GET,
            (pet_id,),
            {"$filter": filter, "ids": ids, "from": from_},
            None,
            options,
            header={"X-Trace-Id": x_trace_id},
            cookie={"session": session},
        )

    def replace(
        self, pet_id: int, body: Cat | Dog | dict[str, Any] | None = None, **options: Unpack[CallOptions]
    ) -> Cat | Dog | dict[str, Any]:
        """Replace one of the pets."""
        return self._call(_REPLACE, (pet_id,), {}, body, options)


class AsyncPets(AsyncResource):
    """Pets, to be awaited; each method also takes the options of `CallOptions`."""

    async def get(
        self,
        pet_id: int,
        *,
        filter: dict[str, str] | None = None,
        ids: Sequence[int] | None = None,
        from_: dt.date | None = None,
        x_trace_id: str | None = None,
        session: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Cat | Dog | dict[str, Any]:
        """Get '''a pet''' \\N{DASH} on two lines. See `Pets.get`."""
        return await self._call(
            _GET,
            (pet_id,),
            {"$filter": filter, "ids": ids, "from": from_},
            None,
            options,
            header={"X-Trace-Id": x_trace_id},
            cookie={"session": session},
        )

    async def replace(
        self, pet_id: int, body: Cat | Dog | dict[str, Any] | None = None, **options: Unpack[CallOptions]
    ) -> Cat | Dog | dict[str, Any]:
        """Replace one of the pets. See `Pets.replace`."""
        return await self._call(_REPLACE, (pet_id,), {}, body, options)
