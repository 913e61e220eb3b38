"""Cat."""

from __future__ import annotations

from typing import Any, Literal, Self
from uuid import UUID

from attrs import define

from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.codec import (
    DECODE_ERRORS,
    decode_error,
    decode_list,
    decode_map,
    new,
    sparse,
    uuid,
    wrong,
)
from ..._runtime.wire.values import constant


@define(kw_only=True)
class Cat:
    """Cat, as it is sent and received."""

    kind: Literal["tom"] = "tom"
    lives: int | Unset | None = UNSET
    moods: dict[str, list[UUID]] | Unset | None = UNSET

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "kind"]
            self.kind = constant(v, "tom")
            v = data[at := "lives"]
            self.lives = v if type(v) is int or v is None else wrong(v, "an integer")
            v = data[at := "moods"]
            self.moods = None if v is None else decode_map(v, lambda v: decode_list(v, uuid))
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data, "kind"))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = {}
        body["kind"] = self.kind
        if self.lives is not UNSET:
            body["lives"] = self.lives
        if self.moods is not UNSET and self.moods is not None:
            body["moods"] = {key: [str(item) for item in item] for key, item in self.moods.items()}
        return body
