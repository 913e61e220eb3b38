"""The schemas that a value has to fit at once, one by one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from typing import Any, Final

from attrs import frozen

from odcgen.documents.pointer import escape
from odcgen.documents.walk import component_schemas, free_name, lookup, resolve
from odcgen.kit.json_value import Json, as_array, as_object, is_array, is_object

from .rules import common_types
from .vocabulary import (
    LIMITS,
    MARKS,
    UNIONS,
    WORDS,
    effective_types,
    is_extension,
    own_nullable,
    own_types,
    telling,
)

CONTRADICTION: Final = "x-odcgen-contradiction"
"""The keyword that says, in place of a schema that nothing fits, why nothing does."""


@frozen(eq=False)
class Part:
    """One of the schemas that a value has to fit."""

    source: Json
    """The schema as it stands there: a reference with notes beside it, or plain."""
    plain: Json
    """What it says, at the end of all references."""
    nullable: bool | None
    ref: str | None = None

    @property
    def body(self) -> Json:
        """The keywords that limit values, null aside."""
        return {key: value for key, value in self.plain.items() if not is_note(key) and key != "$ref"}


def own_keywords(schema: Json) -> Json:
    """Return what a schema says itself to limit its values, null aside."""
    return {
        key: value
        for key, value in schema.items()
        if key not in ("$ref", "allOf", "nullable", "discriminator") and not is_note(key)
    }


def is_note(keyword: str) -> bool:
    """Tell whether a keyword limits no value but null."""
    if keyword == CONTRADICTION:
        return False
    return keyword in WORDS or keyword in MARKS or keyword == "nullable" or is_extension(keyword)


def states_null(schema: Json) -> bool:
    """Tell whether a schema speaks of null."""
    return "nullable" in schema or "type" in schema or "enum" in schema or "const" in schema


def lets_null(body: Json) -> bool | None:
    """Return whether a plain schema lets null through, None if it does not speak of it."""
    if body.get("nullable") is True:
        return True
    return False if "enum" in body or "const" in body else own_nullable(body)


def has_union(body: Json) -> bool:
    """Tell whether a schema is a union."""
    return any(as_array(body.get(key)) for key in UNIONS)


def only_limits(members: list[Any]) -> bool:
    """Tell whether the members of a union only limit which keys there are."""
    return all(is_object(member) and not member.keys() - LIMITS for member in members)


def is_within(other: Part, part: Part, shape: set[str]) -> bool:
    """Tell whether a part speaks of nothing that `part` does not speak of as well."""
    said = telling(other.body)
    names = said.get("properties", {})
    return said.keys() <= shape and names.keys() <= part.plain.get("properties", {}).keys()


def kept_discriminator(needed: list[Part], members: list[Json]) -> Json:
    """Keep what tells the members apart, where each of them is still one of those that it names."""
    found = [part.plain["discriminator"] for part in needed if "discriminator" in part.plain]
    if len(found) == 1 and all("$ref" in member for member in members):
        return {"discriminator": found[0]}
    return {}


def replace_content(schema: Json, content: Json) -> None:
    """Put something else into the place of a schema."""
    schema.clear()
    schema.update(content)


def collected_notes(schema: Json, parts: list[Part], result: Json) -> Json:
    """Return the words and marks: the outermost first, then those of each member."""
    notes = {key: value for key, value in schema.items() if is_note(key)}
    for part in parts:
        for key, value in part.source.items():
            if key in WORDS or is_extension(key) or (key == "deprecated" and value):
                notes.setdefault(key, value)
    if "$ref" not in result:
        for part in parts:
            for key in WORDS:
                if key in part.plain:
                    notes.setdefault(key, part.plain[key])
    if "discriminator" in schema and not {"$ref", *UNIONS} & result.keys():
        notes["discriminator"] = schema["discriminator"]
    for mark in MARKS[:2]:
        if any(node.get(mark) is True for part in parts for node in (part.source, part.plain)):
            notes[mark] = True
    notes.pop("nullable", None)
    return notes


def split_unions(parts: list[Part]) -> tuple[list[Json], list[tuple[str, list[Any]]]]:
    """Return what the parts say apart from their unions, and each union once, with its keyword."""
    plain: list[Json] = []
    unions: list[tuple[str, list[Any]]] = []
    for part in parts:
        body = part.body
        found = [(key, as_array(body[key])) for key in UNIONS if as_array(body.get(key))]
        unions += [union for union in found if union not in unions]
        rest = {key: value for key, value in body.items() if key not in (*UNIONS, "discriminator")}
        if not found:
            plain.append(part.source)
        elif telling(rest):
            plain.append(rest)
    return plain, unions


def applying(data: Json, schemas: list[Json], members: Iterable[Any]) -> list[Json]:
    """Return the schemas that say something of what the members let through: `items` says nothing of text."""
    types = reduce(common_types, [own_types(as_object(resolve(data, member))) for member in members])
    if types is None:
        return schemas
    return [schema for schema in schemas if not _passes_by(as_object(resolve(data, schema)), types)]


def _passes_by(body: Json, types: frozenset[str]) -> bool:
    """Tell whether a schema without a type speaks of objects or lists, and the types are others."""
    if {"type", "enum", "const", "allOf", CONTRADICTION} & body.keys():
        return False
    spoken_of = effective_types(body)
    return spoken_of is not None and not spoken_of & types


def leads_to(data: Json, schema: Json, goals: set[int]) -> bool:
    """Tell whether a schema is one of `goals` (by identity), or refers or extends to one."""
    stack: list[Any] = [schema]
    seen: set[int] = set()
    while stack:
        node = stack.pop()
        if not is_object(node) or id(node) in seen:
            continue
        if id(node) in goals:
            return True
        seen.add(id(node))
        stack += as_array(node.get("allOf"))
        if "$ref" in node:
            stack.append(lookup(data, node["$ref"]))
    return False


def name_if_recursive(data: Json, schema: Json) -> None:
    """Make a component of a schema that stands in itself, as a merge with what it belongs to leaves it."""
    if _holds_itself(schema):
        give_name(data, schema, ["recursive part"])


def _holds_itself(schema: Json) -> bool:
    stack: list[Any] = list(schema.values())
    seen: set[int] = set()
    while stack:
        node = stack.pop()
        if node is schema:
            return True
        if (is_object(node) or is_array(node)) and id(node) not in seen:
            seen.add(id(node))
            stack += node.values() if is_object(node) else as_array(node)
    return False


def give_name(data: Json, shared: Json, names: list[str]) -> None:
    """Move what several places need into a component of its own, named after what it is made of."""
    schemas = component_schemas(data)
    name = free_name(schemas, " ".join(dict.fromkeys(names)))
    schemas[name] = dict(shared)
    replace_content(shared, {"$ref": "#/components/schemas/" + escape(name).replace("%", "%25")})
