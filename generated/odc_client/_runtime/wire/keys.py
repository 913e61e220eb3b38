"""The keys of a generated model, and what an answer has beside them or leaves out.

An answer with exactly the documented keys, as ODC's are, never comes here: the model reads it by subscripts.
For any other, `Keys.read` gives an object that has them all; what was not documented, and what was not there,
is kept in `additional`, so that the model can be written as it came.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, NoReturn, cast

from ..errors.base import DecodeError
from .codec import decode_map, wrong

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["NOTHING", "WHOLE", "Keys", "Rest"]


class Rest(dict[str, Any]):
    """The keys of an object that the document does not name, with their values.

    It is a dictionary like any other, and knows besides which documented keys were absent.
    """

    absent: frozenset[str] = frozenset()

    def read(self, decode: Callable[[Any], Any]) -> Rest:
        """Return the same keys with their values decoded; the document says of which type they are."""
        return _rest(decode_map(dict(self), decode), self.absent)

    def __reduce__(self) -> tuple[Callable[..., Rest], tuple[dict[str, Any], frozenset[str]]]:
        """Copy and pickle with what was absent."""
        return _rest, (dict(self), self.absent)


def _rest(values: dict[str, Any], absent: frozenset[str]) -> Rest:
    rest = Rest(values)
    rest.absent = absent
    return rest


class _Nothing(Rest):
    """No keys at all; many models share one, so it cannot be changed."""

    __slots__ = ("_name",)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def __hash__(self) -> int:  # type: ignore[override] # pyright: ignore[reportIncompatibleVariableOverride]
        """Be fit for the default of a field, which must not change."""
        return id(self)

    def __reduce__(self) -> str:  # type: ignore[override] # the name of a global is a reduction, too
        """Copy and pickle as itself."""
        return self._name

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise TypeError(
            "many models share this empty dictionary: give yours one of its own,"
            ' `model.additional = {"key": value}`'
        )

    __setitem__ = __delitem__ = __ior__ = update = setdefault = pop = popitem = clear = _refuse  # pyright: ignore[reportAssignmentType, reportIncompatibleMethodOverride]


NOTHING: Final = _Nothing("NOTHING")
"""The `additional` of a model that was made by hand."""
WHOLE: Final = _Nothing("WHOLE")
"""The `additional` of a model whose answer had all of its keys and no other."""


class _Complete(dict[str, Any]):
    """An object with all documented keys, and what it took to make it one."""

    __slots__ = ("rest",)
    rest: Rest


class Keys:
    """The names that the document gives the properties of one model."""

    __slots__ = ("_blank", "_late", "_must", "_optional", "kinds")

    def __init__(
        self,
        names: tuple[str, ...],
        must: tuple[str, ...] = (),
        null: tuple[str, ...] = (),
        late: tuple[str, ...] = (),
        absent: object = None,
        kinds: Callable[[], Mapping[str, Any]] | None = None,
    ) -> None:
        """Take the names in the order of the model.

        Args:
            names: all of them.
            must: those that an object always has.
            null: those that it should have, but whose value may be null.
            late: those that are there on request only.
            absent: what stands for the value of another one that is absent.
            kinds: what fits each of them, where the model is a member of a union.
        """
        self._must = must
        self._late = frozenset(late)
        self._optional = tuple(name for name in names if name not in must and name not in null)
        self._blank: dict[str, Any] = dict.fromkeys(names) | dict.fromkeys(self._optional, absent)
        self.kinds = kinds

    @property
    def must(self) -> tuple[str, ...]:
        """The names that an object always has."""
        return self._must

    def usual(self) -> Rest:
        """Return what an object has beside the usual keys if it has just these: nothing."""
        return _rest({}, self._late)

    def read(self, data: Any) -> tuple[dict[str, Any], Rest]:
        """Return an object with all documented keys, and what `data` has beside them or leaves out.

        Raises:
            DecodeError: `data` is no object, or a required key is absent.
        """
        if type(data) is _Complete:
            return data, data.rest
        if not isinstance(data, dict):
            wrong(data, "an object")
        found, blank = cast("dict[str, Any]", data), self._blank
        complete = blank | found
        more, missing = len(complete) - len(blank), len(complete) - len(found)
        rest = Rest({key: value for key, value in found.items() if key not in blank}) if more else Rest()
        if missing:
            rest.absent = self._missing(found, missing)
        return complete, rest

    def _missing(self, found: dict[str, Any], count: int) -> frozenset[str]:
        """Return the documented keys that an object does not have; there are as many as `count`."""
        if count == len(self._late) and not any(map(found.__contains__, self._late)):
            return self._late
        absent = frozenset(self._blank.keys() - found.keys())
        for key in self._must:
            if key in absent:
                raise DecodeError("the required field is missing", key)
        return absent

    def complete(self, data: Any) -> dict[str, Any]:
        """Return an object with all documented keys in the place of one that has as many, but others.

        Raises:
            DecodeError: a required key is absent.
        """
        found, rest = self.read(data)
        complete = _Complete(found)
        complete.rest = rest
        return complete

    def written(self, body: dict[str, Any], additional: dict[str, Any]) -> dict[str, Any]:
        """Take from what a model is written as the keys that were absent when it was read, and return it.

        A model of answers that was made by hand has only the optional keys that have a value.
        """
        if additional is WHOLE:
            left: Iterable[str] = self._late
        elif isinstance(additional, Rest) and additional is not NOTHING:
            left = additional.absent
        else:
            left = (key for key in self._optional if self._blank[key] is None)
        for key in left:
            if key in body and body[key] is None:
                del body[key]
        return body
