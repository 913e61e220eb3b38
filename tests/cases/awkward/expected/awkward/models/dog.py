"""Dog and its parts."""

from __future__ import annotations

from enum import IntEnum
from typing import Any, Self

from attrs import define, field

from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.choice import Choice
from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, integer, new, wrong
from ..._runtime.wire.keys import Keys
from ..._runtime.wire.values import boolean, open_int_enum, string


@define(kw_only=True)
class Dog:
    """Dog, as it is sent and received.

    Attributes:
        class_: Says "class" \\.
    """

    kind: str
    id: int | Unset | None = UNSET
    secret: str | Unset | None = UNSET
    chip: str | int | Unset | None = UNSET
    size: DogSize | int | Unset | None = UNSET
    class_: str | Unset | None = UNSET
    user_name: str | Unset | None = UNSET
    user_name_2: str | Unset | None = UNSET
    additional: dict[str, bool] = field(factory=dict[str, Any])
    """The keys that the document does not name."""

    _keys = Keys(
        ("kind", "id", "secret", "chip", "size", "class", "user name", "userName"),
        must=("kind", "id"),
        absent=UNSET,
        kinds=lambda: {
            "kind": string,
            "id": integer,
            "secret": string,
            "chip": _either_1,
            "size": DogSize,
            "class": string,
            "user name": string,
            "userName": string,
        },
    )

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = cls._keys.usual()
        at = ""
        try:
            if len(data) != 8:
                data, rest = cls._keys.read(data)
                self.additional = rest.read(boolean)
            v = data[at := "kind"]
            self.kind = v if type(v) is str else wrong(v, "a string")
            v = data[at := "id"]
            self.id = v if type(v) is int else integer(v)
            v = data[at := "secret"]
            self.secret = v if type(v) is str or v is None or v is UNSET else wrong(v, "a string")
            v = data[at := "size"]
            self.size = v if v is None or v is UNSET else open_int_enum(DogSize, v)
            v = data[at := "class"]
            self.class_ = v if type(v) is str or v is None or v is UNSET else wrong(v, "a string")
            v = data[at := "user name"]
            self.user_name = v if type(v) is str or v is None or v is UNSET else wrong(v, "a string")
            v = data[at := "userName"]
            self.user_name_2 = v if type(v) is str or v is None or v is UNSET else wrong(v, "a string")
            v = data[at := "chip"]
            self.chip = v if v is None or v is UNSET else _either_1.decode(v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(cls._keys.complete(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        body["kind"] = self.kind
        if self.secret is not UNSET:
            body["secret"] = self.secret
        if self.chip is not UNSET:
            body["chip"] = self.chip
        if self.size is not UNSET:
            body["size"] = self.size
        if self.class_ is not UNSET:
            body["class"] = self.class_
        if self.user_name is not UNSET:
            body["user name"] = self.user_name
        if self.user_name_2 is not UNSET:
            body["userName"] = self.user_name_2
        return body


class DogSize(IntEnum):
    """Known values; a newer one stays a plain number."""

    SMALL = 1
    MEDIUM = 2
    VALUE_3 = 3


_either_1: Choice = Choice(lambda: (string, integer))
