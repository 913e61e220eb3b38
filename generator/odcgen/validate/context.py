"""What every check shares: the findings so far, the references met, and the usual tests of a value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple, TypeGuard

from odcgen.documents.document import Document
from odcgen.documents.pointer import escape, split
from odcgen.kit.json_value import is_object, type_name

MAX_FINDINGS = 100

Kind = Literal[
    "schema",
    "response",
    "parameter",
    "example",
    "request body",
    "header",
    "security scheme",
    "link",
    "callback",
    "path item",
]
"""What a reference can lead to."""


class Expected(NamedTuple):
    """The types that a field may have, and the words for them."""

    types: tuple[type, ...]
    words: str


TEXT = Expected((str,), "a string")
FLAG = Expected((bool,), "true or false")
NUMBER = Expected((int, float), "a number")
_TEXT_RULES: dict[type, str] = {
    type(None): "null-text",
    **dict.fromkeys((int, float, bool), "number-as-text"),
}
OBJECT = Expected((dict,), "an object")
ARRAY = Expected((list,), "an array")


def is_writable(text: str) -> bool:
    """Tell whether a text has a form in UTF-8; one with half of a surrogate pair has none."""
    return text.isascii() or not any("\ud800" <= char <= "\udfff" for char in text)


class TooManyFindings(Exception):
    """The document has more errors than anybody wants to read."""


class Finding(NamedTuple):
    """One thing that is wrong, at a JSON pointer."""

    pointer: str
    message: str
    hint: str | None
    rule: str | None
    """The name of the repair that may mend it."""


class Reference(NamedTuple):
    """A `$ref` and the kind of object that its place asks for."""

    pointer: str
    target: str
    kind: Kind


class Context:
    """The document under validation and what is known of it so far."""

    def __init__(self, document: Document, most: int = MAX_FINDINGS) -> None:
        self._most = most
        self.data = document.data
        self.is_31 = not str(document.data.get("openapi")).startswith("3.0")
        self.findings: list[Finding] = []
        self.references: list[Reference] = []
        self.kinds: dict[str, Kind] = {}
        """The pointer of each object checked so far, and as what it was checked."""
        self.parts: dict[str, list[str]] = {}
        """The pointers that a schema is made of: the members of its allOf."""

    def component(self, section: str) -> dict[str, Any] | None:
        """One section of `components`, empty if absent; None if malformed, which is an error of its own."""
        components = self.data.get("components", {})
        declared = components.get(section, {}) if is_object(components) else None
        return declared if is_object(declared) else None

    def report(self, pointer: str, message: str, hint: str | None = None, *, rule: str | None = None) -> None:
        """Note an error and go on, so that one run tells of all of them."""
        self.findings.append(Finding(pointer, message, hint, rule))
        if len(self.findings) >= self._most:
            raise TooManyFindings

    def wrong_type(self, value: object, pointer: str, expected: str) -> None:
        """Report that the value at `pointer` should be `expected`, such as "an object"."""
        name = split(pointer)[-1]
        rule = _TEXT_RULES.get(type(value)) if expected == TEXT.words else None
        self.report(pointer, f'"{name}" must be {expected}, not {type_name(value)}', rule=rule)

    def is_object(self, value: object, pointer: str) -> TypeGuard[dict[str, Any]]:
        """Whether `value` is an object; if not, that is an error."""
        if type(value) is dict:
            return True
        self.wrong_type(value, pointer, "an object")
        return False

    def is_array(self, value: object, pointer: str) -> TypeGuard[list[Any]]:
        """Whether `value` is an array; if not, that is an error."""
        if type(value) is list:
            return True
        self.wrong_type(value, pointer, "an array")
        return False

    def fields(self, value: dict[str, Any], pointer: str, types: Mapping[str, Expected]) -> None:
        """Check the type of each field of `value` that `types` knows."""
        for name, field in value.items():
            expected = types.get(name)
            if expected is not None and type(field) not in expected.types:
                self.wrong_type(field, f"{pointer}/{escape(name)}", expected.words)

    def require(self, value: dict[str, Any], pointer: str, *names: str) -> None:
        """Check that `value` has the fields that OpenAPI requires of it."""
        for name in names:
            if name not in value:
                rule = "missing-field"
                self.report(f"{pointer}/{name}", f'The required field "{name}" is missing', rule=rule)

    def check_docs(self, holder: dict[str, Any], pointer: str) -> None:
        """Check the `externalDocs` of `holder`, if it has any."""
        docs, at = holder.get("externalDocs"), f"{pointer}/externalDocs"
        if "externalDocs" in holder and self.is_object(docs, at):
            self.require(docs, at, "url")
            self.fields(docs, at, {"url": TEXT, "description": TEXT})

    def children(self, value: object, pointer: str) -> list[tuple[str, Any, str]]:
        """Name, value and pointer of each member of a map; a wrong type is an error and has none."""
        if not self.is_object(value, pointer):
            return []
        return [(name, child, f"{pointer}/{escape(name)}") for name, child in value.items()]

    def strings(self, value: object, pointer: str) -> None:
        """Check that `value` is an array of strings."""
        if self.is_array(value, pointer):
            item: object
            for index, item in enumerate(value):
                if type(item) is not str:
                    message = f"The item must be a string, not {type_name(item)}"
                    self.report(f"{pointer}/{index}", message, rule=_TEXT_RULES.get(type(item)))

    def is_inline(self, value: object, pointer: str, kind: Kind) -> TypeGuard[dict[str, Any]]:
        """Whether `value` is an object to check here, and not a reference to one; notes either."""
        if not self.is_object(value, pointer):
            return False
        self.kinds[pointer] = kind
        if "$ref" not in value:
            return True
        self.refer(value["$ref"], pointer, kind)
        return False

    def refer(self, target: object, pointer: str, kind: Kind) -> None:
        """Note a `$ref`, to be resolved when everything has been walked."""
        if type(target) is str:
            self.references.append(Reference(pointer, target, kind))
        else:
            self.wrong_type(target, f"{pointer}/$ref", "a string")
