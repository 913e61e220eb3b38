"""What a value of a union can be, and how much of one is found in a value, before it is decoded."""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, Final, cast

from .codec import DECODE_ERRORS, decode_list, decode_map, open_enum
from .values import anything, constant, open_int_enum

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .keys import Keys

__all__ = ["NO", "Items", "Kind", "Maybe", "Only", "Values", "kind_of"]

NO: Final = -1
"""What a value that does not fit scores; any other scores as much as is found in it."""


class Kind:
    """One kind of value."""

    is_object = False
    """Whether its values are JSON objects."""

    def decode(self, value: Any) -> Any:
        """Return the Python value, or raise one of `DECODE_ERRORS`."""
        raise NotImplementedError

    @property
    def decoder(self) -> Callable[[Any], Any]:
        """What decodes a value without a step in between: answers may be nested deeply."""
        return self.decode

    def score(self, value: Any, deep: int) -> int:
        """Return how much of the kind is found in a value, looking at `deep` levels below it."""
        raise NotImplementedError

    def claim(self, value: Any) -> int:
        """Return how much of the kind a value has from the outside, be it wrong inside."""
        return self.score(value, 0)


class _Scalar(Kind):
    """A value without parts, given by what decodes it."""

    def __init__(self, decode: Callable[[Any], Any]) -> None:
        self._decode = decode

    @property
    def decoder(self) -> Callable[[Any], Any]:
        return self._decode

    def score(self, value: Any, deep: int) -> int:
        if self._decode is anything:
            return 0
        try:
            found = self._decode(value)
        except DECODE_ERRORS:
            return NO
        return 1 if type(value) in (int, float) and type(found) is not type(value) else 2


class Only(Kind):
    """Exactly one value."""

    def __init__(self, value: object) -> None:
        self._value = value

    def decode(self, value: Any) -> Any:
        """Return the one value, or refuse another."""
        return constant(value, self._value)

    def score(self, value: Any, deep: int) -> int:
        """Return how much of it is found in a value."""
        return 3 if value == self._value and type(value) is type(self._value) else NO


class _Known(Kind):
    """The values of an enum, which is open."""

    def __init__(self, enum: type[Enum]) -> None:
        self._enum = enum
        self._decode = open_int_enum if issubclass(enum, int) else open_enum

    def decode(self, value: Any) -> Any:
        return self._decode(self._enum, value)

    def score(self, value: Any, deep: int) -> int:
        try:
            return 3 if isinstance(self.decode(value), self._enum) else 0
        except DECODE_ERRORS:
            return NO


class Maybe(Kind):
    """What may also be null."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner

    def decode(self, value: Any) -> Any:
        """Decode what is not null."""
        return None if value is None else kind_of(self._inner).decoder(value)

    def score(self, value: Any, deep: int) -> int:
        """Return how much of it is found in a value."""
        return 1 if value is None else kind_of(self._inner).score(value, deep)


class Items(Kind):
    """A list of items of one kind."""

    def __init__(self, item: Any) -> None:
        self._item = item

    def decode(self, value: Any) -> Any:
        """Decode each item, once."""
        return decode_list(value, kind_of(self._item).decoder)

    def score(self, value: Any, deep: int) -> int:
        """Return how much of it is found in a value."""
        if type(value) is not list:
            return NO
        return 1 if deep <= 0 else _total(1, kind_of(self._item), cast("list[object]", value), deep)


class Values(Kind):
    """An object with free keys and values of one kind."""

    is_object = True

    def __init__(self, value: Any) -> None:
        self._value = value

    def decode(self, value: Any) -> Any:
        """Decode each value, once."""
        return decode_map(value, kind_of(self._value).decoder)

    def score(self, value: Any, deep: int) -> int:
        """Return how much of it is found in a value."""
        if type(value) is not dict:
            return NO
        values = cast("dict[str, Any]", value).values()
        return 0 if deep <= 0 else _total(len(values), kind_of(self._value), values, deep)


class _Model(Kind):
    """An object with the keys of a generated model."""

    is_object = True

    def __init__(self, model: Any) -> None:
        self._model = model
        self._keys: Keys = model._keys  # noqa: SLF001 - what the model keeps for its union
        self._fields: dict[str, Kind] | None = None  # asked for when needed: models can hold each other

    @property
    def decoder(self) -> Callable[[Any], Any]:
        return cast("Callable[[Any], Any]", self._model.decode)

    def score(self, value: Any, deep: int) -> int:
        if type(value) is not dict or not all(key in value for key in self._keys.must):
            return NO
        return 1 if deep <= 0 else self._found(cast("dict[str, Any]", value), deep)

    def claim(self, value: Any) -> int:
        if self.score(value, 0) == NO:
            return NO
        return 1 + len(self._kinds().keys() & value.keys())

    def _kinds(self) -> dict[str, Kind]:
        if self._fields is None:
            kinds = self._keys.kinds
            self._fields = {name: kind_of(one) for name, one in kinds().items()} if kinds else {}
        return self._fields

    def _found(self, value: dict[str, Any], deep: int) -> int:
        total, kinds = 1, self._kinds()
        for key, item in value.items():
            kind = kinds.get(key)
            if kind is None:
                continue
            found = 0 if item is None and key not in self._keys.must else kind.score(item, deep - 1)
            if found == NO:
                return NO
            total += 1 + found
        return total


@cache
def kind_of(spec: Any) -> Kind:
    """Return the kind that a class, an enum or a decoding function stands for, always the same one."""
    if isinstance(spec, Kind):
        return spec
    if not isinstance(spec, type):
        return _Scalar(spec)
    return _Known(spec) if issubclass(spec, Enum) else _Model(spec)


def _total(total: int, kind: Kind, values: Iterable[Any], deep: int) -> int:
    for value in values:
        found = kind.score(value, deep - 1)
        if found == NO:
            return NO
        total += found
    return total
