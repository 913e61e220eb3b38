"""Dog and its parts."""

from __future__ import annotations

from enum import IntEnum
from typing import Any, Self

from attrs import define, field

from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, decode_map, integer, new, sparse, wrong
from ..._runtime.wire.values import boolean, decode_union, open_int_enum, string


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

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "kind"]
            self.kind = v if type(v) is str else wrong(v, "a string")
            v = data[at := "id"]
            self.id = v if type(v) is int else wrong(v, "an integer")
            v = data[at := "secret"]
            self.secret = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "chip"]
            self.chip = None if v is None else decode_union(v, string, integer)
            v = data[at := "size"]
            self.size = None if v is None else open_int_enum(DogSize, v)
            v = data[at := "class"]
            self.class_ = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "user name"]
            self.user_name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "userName"]
            self.user_name_2 = v if type(v) is str or v is None else wrong(v, "a string")
            self.additional = decode_map(
                {
                    key: item
                    for key, item in data.items()
                    if key not in {"kind", "id", "secret", "chip", "size", "class", "user name", "userName"}
                },
                boolean,
            )
        except KeyError:
            return cls.decode(sparse(data, "kind", "id"))
        except DECODE_ERRORS as error:
            raise decode_error(error, at, data) from None
        return self

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        body["kind"] = self.kind
        if self.secret is not UNSET and self.secret is not None:
            body["secret"] = self.secret
        if self.chip is not UNSET:
            body["chip"] = self.chip
        if self.size is not UNSET and self.size is not None:
            body["size"] = self.size
        if self.class_ is not UNSET and self.class_ is not None:
            body["class"] = self.class_
        if self.user_name is not UNSET and self.user_name is not None:
            body["user name"] = self.user_name
        if self.user_name_2 is not UNSET and self.user_name_2 is not None:
            body["userName"] = self.user_name_2
        return body


class DogSize(IntEnum):
    """Known values; a newer one stays a plain number."""

    SMALL = 1
    MEDIUM = 2
    VALUE_3 = 3
