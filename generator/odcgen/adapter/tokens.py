"""Tokens: what stands for the names of a document while openapi-python-client has it."""

from __future__ import annotations

import re

from attrs import define, field

_TOKEN = re.compile(r"\b[nS][0-9]+\b")


@define
class Tokens:
    """Two-way tables between the document's names and the tokens that stand for them."""

    names: dict[str, str] = field(factory=dict[str, str])
    schemas: dict[str, str] = field(factory=dict[str, str])
    wires: dict[str, str] = field(factory=dict[str, str])
    keys: dict[str, str] = field(factory=dict[str, str])

    def name(self, wire: str) -> str:
        """Return the token of a property or parameter name."""
        token = self.names.setdefault(wire, f"n{len(self.names)}")
        self.wires[token] = wire
        return token

    def schema(self, key: str) -> str:
        """Return the token of a component schema; it is already what the library makes of a class name."""
        token = self.schemas.setdefault(key, f"S{len(self.schemas)}")
        self.keys[token] = key
        return token

    def readable(self, text: str) -> str:
        """Return a message of the library with the document's names in place of the tokens."""
        known = self.wires | self.keys
        return _TOKEN.sub(lambda found: known.get(found[0], found[0]), " ".join(text.split()))


def parameter_name(location: str, wire: str) -> str:
    """Return the name under which a parameter is lowered: two places may share a name."""
    return f"{location} {wire}"


def union_place(index: int) -> str:
    """Return the name of the property that stands for a member of a union."""
    return f"u{index}"
