"""A document of several files as one: schemas of other files become components, the rest is put in its place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any, Final, NamedTuple

from attrs import evolve

from odcgen.errors import DocumentError
from odcgen.kit.json_value import Json, as_object, brief, is_array, is_object
from odcgen.kit.parts import Part, target_of

from .document import Document, Origin, read_document
from .pointer import escape, split

_HOLDERS: Final = frozenset(
    ("properties", "patternProperties", "allOf", "anyOf", "oneOf", "prefixItems", "schemas")
    + ("$defs", "definitions", "dependentSchemas")
)
_SCHEMAS: Final = frozenset(
    ("schema", "itemSchema", "items", "additionalProperties", "not", "contains", "propertyNames")
    + ("if", "then", "else", "unevaluatedProperties", "unevaluatedItems")
)
_VALUES: Final = frozenset(("example", "default", "enum", "const", "value"))
"""What may look like a reference in these is the user's data."""
_MAX_NODES: Final = 5_000_000


class Target(NamedTuple):
    """A place in one of the files."""

    file: str
    fragment: str


class Spot(NamedTuple):
    """Where a walk is: in which file, at which of its pointers, and where that comes to stand."""

    file: str
    pointer: str
    bundled: str

    def below(self, name: str) -> Spot:
        """Return the spot of a member."""
        step = "/" + escape(name)
        return Spot(self.file, self.pointer + step, self.bundled + step)


def bundle(document: Document, name: str, parts: tuple[Part, ...]) -> Document:
    """Return a document with what it refers to in other files; errors are told where they stand there.

    Args:
        document: the file that the others belong to.
        name: its name.
        parts: the other files, with paths below its folder.

    Raises:
        DocumentError: if a file is broken, is not there, or lies outside; naming the reference.
    """
    return _Bundler(document, name, parts).whole()


class _Bundler:
    def __init__(self, root: Document, name: str, parts: tuple[Part, ...]) -> None:
        self._root, self._name = root, name
        self._parts = {part.name: part for part in parts}
        self._read = {name: root}
        self._home = ("definitions",) if "swagger" in root.data else ("components", "schemas")
        self._names: dict[Target, str] = {}
        self._taken: set[str] = set()
        self._queue: list[Target] = []
        self._origins: dict[str, Origin] = {}
        self._nodes = 0

    def whole(self) -> Document:
        """Return the document as one."""
        for name, target in self._own_schemas():
            self._names.setdefault(target, name)
            self._taken.add(name)
        data = self._walk(self._root.data, Spot(self._name, "", ""), ())
        home = data
        for step in self._home if self._queue else ():
            home = home.setdefault(step, {})
        for target in self._queue:  # grows while what it holds is walked
            name = self._names[target]
            spot = Spot(target.file, target.fragment, self._pointer(name))
            home[name] = self._walk(self._value(target, spot), self._enter(spot), ())
        return evolve(self._root, data=data, origins=self._origins)

    def _own_schemas(self) -> Iterator[tuple[str, Target]]:
        """Yield the document's own components with what they are: some are a file, and lend it their name."""
        spot, value = Spot(self._name, "", ""), self._root.data
        for step in (*self._home, ""):
            while is_object(value) and isinstance(value.get("$ref"), str):
                target = self._target(value["$ref"], spot)
                value, spot = self._value(target, spot), Spot(target.file, target.fragment, spot.bundled)
            if step:
                value, spot = as_object(value).get(step), spot.below(step)
        for name, schema in as_object(value).items():
            yield name, Target(spot.file, f"{spot.pointer}/{escape(name)}")
            ref = as_object(schema).get("$ref")
            if isinstance(ref, str) and (spot.file != self._name or not ref.startswith("#")):
                yield name, self._target(ref, spot.below(name))

    def _walk(self, value: Any, spot: Spot, inlined: tuple[Target, ...]) -> Any:
        self._nodes += 1
        if self._nodes > _MAX_NODES:
            raise self._error("Too much is put together from the files", spot)
        if is_array(value):
            return [self._walk(child, spot.below(str(index)), inlined) for index, child in enumerate(value)]
        if not is_object(value):
            return value
        if isinstance(ref := value.get("$ref"), str) and (spot.file != self._name or not ref.startswith("#")):
            return self._referred(value, self._target(ref, spot), spot, inlined)
        return {
            name: child
            if name in _VALUES or name.startswith("x-")
            else self._mapping(child, spot.below(name))
            if name == "mapping" and spot.bundled.endswith("/discriminator")
            else self._walk(child, spot.below(name), inlined)
            for name, child in value.items()
        }

    def _referred(self, value: Json, target: Target, spot: Spot, inlined: tuple[Target, ...]) -> Any:
        beside = {name: child for name, child in value.items() if name != "$ref"}
        if target.file == self._name:
            return {"$ref": f"#{target.fragment}"} | beside
        if _is_schema(spot.bundled):
            name = self._component(target, spot)
            if spot.bundled != self._pointer(name):
                return {"$ref": f"#{self._pointer(name)}"} | beside
        if target in inlined:
            raise self._error("The reference leads back to itself", spot)
        there = Spot(target.file, target.fragment, spot.bundled)
        found = self._walk(self._value(target, spot), self._enter(there), (*inlined, target))
        return found | beside if is_object(found) else found

    def _mapping(self, mapping: Any, spot: Spot) -> Any:
        """Return the mapping of a discriminator, whose values may be names, or references to files."""
        return {
            tag: f"#{self._pointer(self._component(self._target(value, spot.below(tag)), spot.below(tag)))}"
            if isinstance(value, str) and self._is_file(value, spot)
            else value
            for tag, value in as_object(mapping).items()
        }

    def _is_file(self, value: str, spot: Spot) -> bool:
        if value.startswith("#"):
            return spot.file != self._name
        target = target_of(spot.file, value)
        return target is not None and target[0] in self._parts

    def _component(self, target: Target, spot: Spot) -> str:
        """Return the name of the component that a schema of another file is."""
        if target.file == self._name:
            return target.fragment.removeprefix(f"/{'/'.join(self._home)}/")
        if target not in self._names:
            self._value(target, spot)
            self._names[target] = name = self._new_name(target)
            self._taken.add(name)
            self._queue.append(target)
        return self._names[target]

    def _new_name(self, target: Target) -> str:
        last = (
            split(target.fragment)[-1] if target.fragment else PurePosixPath(target.file).name.split(".")[0]
        )
        wanted = "".join(char if char.isalnum() or char in "_-." else "_" for char in last) or "schema"
        name, number = wanted, 1
        while name in self._taken:
            number += 1
            name = f"{wanted}{number}"
        return name

    def _target(self, reference: str, spot: Spot) -> Target:
        found = target_of(spot.file, reference)
        if found is None:
            hint = "References may lead to files below the folder of the document."
            raise self._error(f"The reference {brief(reference)} leads out of the folder", spot, hint)
        return Target(*found)

    def _value(self, target: Target, spot: Spot) -> Any:
        """Return what is at a place."""
        value: Any = self._file(target.file, spot).data
        if target.fragment and not target.fragment.startswith("/"):
            raise self._error(f"The reference {brief('#' + target.fragment)} is not a JSON pointer", spot)
        for name in split(target.fragment):
            if is_object(value) and name in value:
                value = value[name]
            elif is_array(value) and name.isdecimal() and len(name) < 10 and int(name) < len(value):
                value = value[int(name)]
            else:
                message = f"The reference {brief(f'{target.file}#{target.fragment}')} leads nowhere"
                raise self._error(message, spot)
        return value

    def _file(self, name: str, spot: Spot) -> Document:
        if name not in self._read:
            part = self._parts.get(name)
            problem = part.problem if part else "is not there, or cannot be read"
            if part is None or problem:
                raise self._error(f"The file {brief(name)} {problem}", spot)
            shown = PurePosixPath(self._root.path).parent / name
            self._read[name] = read_document(shown, part.content)
        return self._read[name]

    def _pointer(self, name: str) -> str:
        return f"/{'/'.join(self._home)}/{escape(name)}"

    def _enter(self, spot: Spot) -> Spot:
        """Note that what stands at a place of the whole comes from another file."""
        self._origins[spot.bundled] = Origin(self._read[spot.file], spot.pointer)
        return spot

    def _error(self, message: str, spot: Spot, hint: str | None = None) -> DocumentError:
        document = self._read.get(spot.file, self._root)
        return DocumentError(message, **document.place(spot.pointer), hint=hint)


def _is_schema(pointer: str) -> bool:
    """Tell whether a schema stands at a place."""
    _, _, rest = pointer.rpartition("/paths/")
    names = rest.split("/") if rest else pointer.split("/")
    return names[-1] in _SCHEMAS or (len(names) > 1 and names[-2] in _HOLDERS)
