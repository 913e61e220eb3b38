"""Portfolio."""

from __future__ import annotations

from typing import Any, Self
from uuid import UUID

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, integer, new, uuid, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys


@define(kw_only=True)
class Portfolio:
    """A portfolio of the organization."""

    key: UUID | None = None
    name: str | None = None
    is_main_portfolio: bool | None = None
    non_production_environment_count: int | None = None
    type: str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("key", "name", "isMainPortfolio", "nonProductionEnvironmentCount", "type"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 5:
                data, self.additional = cls._keys.read(data)
            v = data[at := "key"]
            self.key = None if v is None else uuid(v)
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "isMainPortfolio"]
            self.is_main_portfolio = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "nonProductionEnvironmentCount"]
            self.non_production_environment_count = v if type(v) is int or v is None else integer(v)
            v = data[at := "type"]
            self.type = v if type(v) is str or v is None else wrong(v, "a string")
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(cls._keys.complete(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, as it was received."""
        body: dict[str, Any] = dict(self.additional)
        body["key"] = None if self.key is None else str(self.key)
        body["name"] = self.name
        body["isMainPortfolio"] = self.is_main_portfolio
        body["nonProductionEnvironmentCount"] = self.non_production_environment_count
        body["type"] = self.type
        return self._keys.written(body, self.additional)
