"""Pattern."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, new, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys


@define(kw_only=True)
class Pattern:
    """Something that analyses look for."""

    id: str | None = None
    name: str | None = None
    category: str | None = None
    description: str | None = None
    documentation_url: str | None = None
    how_to_solve: str | None = None
    impact: str | None = None
    severity: str | None = None
    show_consumed_elements: bool | None = None
    show_created_by_username: bool | None = None
    show_flow_viz: bool | None = None
    show_hierarchy_tree: bool | None = None
    show_open_in_ss: bool | None = None
    show_where_object: bool | None = None
    show_who_object: bool | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        (
            "id",
            "name",
            "category",
            "description",
            "documentationUrl",
            "howToSolve",
            "impact",
            "severity",
            "showConsumedElements",
            "showCreatedByUsername",
            "showFlowViz",
            "showHierarchyTree",
            "showOpenInSS",
            "showWhereObject",
            "showWhoObject",
        )
    )

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 15:
                data, self.additional = cls._keys.read(data)
            v = data[at := "id"]
            self.id = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "category"]
            self.category = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "description"]
            self.description = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "documentationUrl"]
            self.documentation_url = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "howToSolve"]
            self.how_to_solve = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "impact"]
            self.impact = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "severity"]
            self.severity = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "showConsumedElements"]
            self.show_consumed_elements = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "showCreatedByUsername"]
            self.show_created_by_username = (
                v if v is True or v is False or v is None else wrong(v, "a boolean")
            )
            v = data[at := "showFlowViz"]
            self.show_flow_viz = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "showHierarchyTree"]
            self.show_hierarchy_tree = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "showOpenInSS"]
            self.show_open_in_ss = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "showWhereObject"]
            self.show_where_object = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "showWhoObject"]
            self.show_who_object = v if v is True or v is False or v is None else wrong(v, "a boolean")
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
        body["id"] = self.id
        body["name"] = self.name
        body["category"] = self.category
        body["description"] = self.description
        body["documentationUrl"] = self.documentation_url
        body["howToSolve"] = self.how_to_solve
        body["impact"] = self.impact
        body["severity"] = self.severity
        body["showConsumedElements"] = self.show_consumed_elements
        body["showCreatedByUsername"] = self.show_created_by_username
        body["showFlowViz"] = self.show_flow_viz
        body["showHierarchyTree"] = self.show_hierarchy_tree
        body["showOpenInSS"] = self.show_open_in_ss
        body["showWhereObject"] = self.show_where_object
        body["showWhoObject"] = self.show_who_object
        return self._keys.written(body, self.additional)
