"""Unions: which member a value is, decided by looking at it, before anything is decoded.

A property that names the member decides where there is one. Otherwise the member wins of which most is found
in the value, the first of several; what is looked at ends a few levels below the value, so that reading takes
time in proportion to the answer, however unions are nested. An object that is none of several models stays as
it came.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from ..errors.base import DecodeError
from .codec import wrong
from .kinds import NO, Kind, kind_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

__all__ = ["Choice"]

_DEEP: Final = 3
"""How many levels below a value are looked at."""


class Choice(Kind):
    """Decodes the values of one union.

    It is made when a module is imported, and what its members are is asked when the first value comes.
    """

    def __init__(
        self,
        members: Callable[[], tuple[object, ...]],
        tag: str | None = None,
        tags: Callable[[], Mapping[Any, object]] = dict,
        *,
        base: bool = False,
    ) -> None:
        """Take what the members are.

        Args:
            members: models, enums, functions that decode, and `Kind`s, in the order of the document.
            tag: the property that names the member.
            tags: the member of each of its values.
            base: whether the first member is what all others extend, and hence fits what has another tag.
        """
        self._named = members
        self._named_tags = tags
        self._tag = tag
        self._base = base
        self._members: list[Kind] = []
        self._tags: dict[Any, Kind] = {}

    def decode(self, value: Any) -> Any:
        """Return what the member that a value is makes of it; an unknown kind of object stays as it came."""
        if not self._members:
            self._settle()
        kind = self._chosen(value)
        return value if kind is None else kind.decoder(value)

    def score(self, value: Any, deep: int) -> int:
        """Return how much of the best member is found in a value; an unknown kind of object fits barely."""
        if not self._members:
            self._settle()
        if deep <= 0:
            return 0
        found, _ = self._best(self._candidates(value), value, deep - 1)
        return 0 if found == NO and type(value) is dict else found

    def _settle(self) -> None:
        self._tags = {name: kind_of(member) for name, member in self._named_tags().items()}
        self._members = [kind_of(member) for member in self._named()]
        self.is_object = any(kind.is_object for kind in self._members)

    def _chosen(self, value: Any) -> Kind | None:
        """Return the member to decode a value with, None for an object that is none of them."""
        candidates = self._candidates(value)
        if len(candidates) == 1:
            return candidates[0]
        found, kind = self._best(candidates, value, _DEEP)
        if found == NO:
            return self._nearest(candidates, value)
        return kind

    def _candidates(self, value: Any) -> list[Kind]:
        """Return the members that the tag of a value leaves, all of them if it has none."""
        if self._tag is None or type(value) is not dict:
            return self._members
        name = cast("dict[str, object]", value).get(self._tag)
        if name is None:
            return self._members
        if type(name) not in (str, int, bool):
            raise DecodeError(f"expected one of {', '.join(map(str, self._tags))}", self._tag)
        if name in self._tags:
            return [self._tags[name]]
        if self._base:
            return self._members[:1]
        tagged = self._tags.values()
        return [kind for kind in self._members if kind not in tagged]

    @staticmethod
    def _best(candidates: Iterable[Kind], value: Any, deep: int) -> tuple[int, Kind | None]:
        best, chosen = NO, None
        for kind in candidates:
            found = kind.score(value, deep)
            if found > best:
                best, chosen = found, kind
        return best, chosen

    def _nearest(self, candidates: list[Kind], value: Any) -> Kind | None:
        """Return the member that a value was meant to be, so that its error tells what is wrong inside."""
        claims = [(kind.claim(value), kind) for kind in candidates]
        best, kind = max(claims, key=lambda claim: claim[0], default=(NO, None))
        if best != NO:
            return kind
        objects = [kind for kind in self._members if kind.is_object]
        if not isinstance(value, dict) or not objects:
            return wrong(cast("object", value), "one of the documented types")
        return objects[0] if len(objects) == 1 else None
