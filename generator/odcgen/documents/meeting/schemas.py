"""One plain schema in the place of each `allOf`, references followed and kept where they say it all."""

from __future__ import annotations

from itertools import product
from math import prod
from typing import Any, Final

from odcgen.documents.budget import Budget
from odcgen.documents.walk import lookup, resolve, segments
from odcgen.kit.json_value import Json, as_array, is_object

from .bodies import Joined, extent, meet_bodies
from .parts import (
    CONTRADICTION,
    Part,
    applying,
    collected_notes,
    give_name,
    has_union,
    is_note,
    is_within,
    kept_discriminator,
    leads_to,
    lets_null,
    name_if_recursive,
    only_limits,
    own_keywords,
    replace_content,
    split_unions,
    states_null,
)
from .rules import ComesBack, Contradiction, TooManyMembers, agreed
from .vocabulary import own_nullable, telling

_MOST: Final = 128


class Meeting:
    """Settles the schemas of one document in place."""

    def __init__(self, data: Json, budget: Budget | None = None) -> None:
        """Bind to the document and to what merging may cost; beside a `$ref`, OpenAPI 3.0 has notes only."""
        self._data: Final = data
        self._budget: Final = budget or Budget()
        self._siblings: Final = not str(data.get("openapi", "")).startswith("3.0")
        self._settled: Final[dict[int, Json]] = {}
        self._open: Final[set[int]] = set()
        self._under_way: Final[set[frozenset[int]]] = set()
        self._above: Final[dict[int, set[int]]] = {}
        self._shared: Final[dict[frozenset[int], Json]] = {}

    def settle(self, schema: Json) -> None:
        """Write a schema that holds `allOf`, or says more beside its reference, as a plain one."""
        if id(schema) in self._settled or (isinstance(schema, Joined) and self._is_shared(schema)):
            return
        self._settled[id(schema)] = schema
        extends = self._siblings and "$ref" in schema and telling(own_keywords(schema))
        if "allOf" not in schema and not extends:
            return
        self._open.add(id(schema))
        try:
            result = self._merged(schema)
        except Contradiction as error:
            notes = {key: value for key, value in schema.items() if is_note(key)}
            result = {CONTRADICTION: error.message, **notes}
        self._open.discard(id(schema))
        replace_content(schema, result)
        name_if_recursive(self._data, schema)

    def _merged(self, schema: Json) -> Json:
        own = own_keywords(schema)
        members = [member for member in as_array(schema.get("allOf")) if member is not True]
        if False in members:
            raise Contradiction("allOf", "false", "any schema")
        if "$ref" in schema:
            members.insert(0, {"$ref": schema["$ref"]})
            if not self._siblings:
                return {key: value for key, value in schema.items() if key != "allOf"}
        alone = len(members) == 1 and not telling(own)
        found = [self._part(member, alone, schema) for member in members if is_object(member)]
        parts = [part for part in found if part is not None]
        self._budget.spend("expansions", len(parts))
        head = Part(own, own, own_nullable(schema) if states_null(schema) else None)
        if own:
            parts.insert(0, head)
        self._note_above(schema, parts)
        stated = [part.nullable for part in parts if part is not head]
        nullable = head.nullable if head.nullable is not None else agreed(stated)
        kept = self._needed(parts, nullable)
        result = self._written(kept, parts, nullable)
        return result | collected_notes(schema, parts, result)

    def _part(self, member: Json, alone: bool = False, start: Json | None = None) -> Part | None:
        """Return a member with what it refers to, None where it leads back to `start`, which has the `allOf`.

        Where a member is `alone`, what it refers to need not be known.
        """
        self.settle(member)
        if "$ref" not in member:
            return Part(member, member, lets_null(member))
        nullable = True if member.get("nullable") is True else None
        node: Any = member
        while is_object(node) and "$ref" in node:
            node = lookup(self._data, node["$ref"])
            if is_object(node):
                if id(node) in self._open:
                    return Part(member, {}, nullable, member["$ref"]) if alone and node is not start else None
                self.settle(node)
                if nullable is None and "$ref" in node and node.get("nullable") is True:
                    nullable = True
        plain: Json = node if is_object(node) else {}
        return Part(member, plain, nullable or lets_null(plain), member["$ref"])

    def _note_above(self, schema: Json, parts: list[Part]) -> None:
        above = self._above.setdefault(id(schema), set())
        for part in parts:
            if part.ref is not None:
                above |= {id(part.plain)} | self._above.get(id(part.plain), set())

    def _needed(self, parts: list[Part], nullable: bool | None) -> list[Part]:
        """Return the parts that say what no other one says already."""
        needed: list[Part] = []
        for part in parts:
            if not telling(part.body):
                continue
            if any(part.plain is other.plain or self._is_above(part, other) for other in needed):
                continue
            needed = [other for other in needed if not self._is_above(other, part)]
            needed.append(part)
        references = [part for part in parts if part.ref is not None]
        return needed or (references if len(references) == 1 else [])

    def _is_above(self, base: Part, heir: Part) -> bool:
        return heir.ref is not None and id(base.plain) in self._above.get(id(heir.plain), ())

    def _written(self, needed: list[Part], parts: list[Part], nullable: bool | None) -> Json:
        """Return the schema that the parts make together, with whether it lets null through."""
        flag = {"nullable": True} if nullable else {}
        if any(part.body.get("type") == "null" for part in needed):
            if not nullable:
                raise Contradiction("type", "null", "what is not nullable")
            return {"type": "null", **flag}
        kept = self._kept(needed, nullable)
        if kept is not None:
            return {"$ref": kept.ref, **({} if kept.nullable else flag)}
        if len(needed) > 1 and any(has_union(part.body) for part in needed):
            met = self._distributed(needed)
            for part in needed:
                if part.ref is not None and telling(met) == telling(part.body):
                    return {"$ref": part.ref, **flag}
            return met | flag
        bodies = [part.body for part in (needed if any(part.ref for part in needed) else parts)]
        return self._meet(bodies) | flag if bodies else flag

    def _meet(self, bodies: list[Json]) -> Json:
        if len(bodies) > 1:
            self._budget.spend("expansions", sum(map(extent, bodies)))
        return meet_bodies(bodies)

    def _kept(self, needed: list[Part], nullable: bool | None) -> Part | None:
        """Return the reference that says already what all parts say together."""
        references = [part for part in needed if part.ref is not None]
        references = [part for part in references if nullable or not part.nullable or len(needed) == 1]
        if len(needed) == 1:
            return references[0] if references else None
        if not references or any(has_union(part.body) for part in needed if part not in references):
            return None
        if any(has_union(part.body) for part in references) and len(references) > 1:
            return None
        shapes = [set(telling(part.body)) for part in needed]
        for part, shape in zip(needed, shapes, strict=True):
            if part in references and all(is_within(other, part, shape) for other in needed):
                met = telling(self._meet([other.body for other in needed]))
                self._settle_new(met)
                if met == telling(part.body):
                    return part
        return None

    def _settle_new(self, met: Json) -> None:
        """Settle what has just been put together, so that it can be compared."""
        inner = [met.get("items"), met.get("additionalProperties"), *met.get("properties", {}).values()]
        for schema in inner:
            self._settle_inside(schema)

    def _is_shared(self, schema: Joined) -> bool:
        """Tell whether the same references met before, which lead to the same schema, else without an end."""
        refs = [member.get("$ref") for member in schema["allOf"] if is_object(member) and len(member) == 1]
        if None in refs or len(refs) < len(schema["allOf"]):
            return False
        parts = [self._part(member) for member in schema["allOf"]]
        key = frozenset(id(part.plain) for part in parts if part is not None)
        shared = self._shared.setdefault(key, schema)
        if shared is schema:
            return False
        if "$ref" not in shared:
            give_name(self._data, shared, [segments(ref)[-1] for ref in refs if ref is not None])
        replace_content(schema, dict(shared))
        self._settled[id(schema)] = schema
        return True

    def _settle_inside(self, schema: Any) -> None:
        """Settle what a merge has just put together, unless it leads to what is being settled."""
        if isinstance(schema, Joined) and "allOf" in schema and not leads_to(self._data, schema, self._open):
            self.settle(schema)

    def _distributed(self, needed: list[Part]) -> Json:
        """Return the union of what each member makes with the other parts, without those that cannot be."""
        plain, unions = split_unions(needed)
        if telling(self._meet([part.body for part in needed if not has_union(part.body)] or [{}])):
            unions = [union for union in unions if not only_limits(union[1])]
        if not unions:
            return self._simple(plain)
        if (number := prod(len(members) for _, members in unions)) > _MOST:
            raise TooManyMembers(number, _MOST)
        chosen = product(*(members for _, members in unions))
        try:
            made = [self._simple([*applying(self._data, plain, members), *members]) for members in chosen]
        except ComesBack:  # a union that what is merged belongs to itself, as an heir to its base
            return self._simple(plain)  # limits nothing
        members: list[Json] = []
        for member in made:
            if CONTRADICTION not in member and member not in members:
                members.append(member)
        if not members:
            raise Contradiction("oneOf", "of the members", "the rest of allOf")
        if len(members) == 1:
            return members[0]
        keyword = "oneOf" if all(key == "oneOf" for key, _ in unions) else "anyOf"
        return {keyword: members} | kept_discriminator(needed, members)

    def _simple(self, schemas: list[Any]) -> Json:
        """Return the settled `allOf` of some schemas; ComesBack says that this is under way already."""
        self._budget.spend("expansions", len(schemas))
        schema: Json = {"allOf": schemas}
        same = frozenset(id(resolve(self._data, member)) for member in schemas)
        if same in self._under_way or leads_to(self._data, schema, self._open):
            raise ComesBack
        self._under_way.add(same)
        try:
            self.settle(schema)
        finally:
            self._under_way.discard(same)
        for name in as_array(schema.get("required")):
            inner = schema.get("properties", {}).get(name)
            self._settle_inside(inner)
            if is_object(inner) and CONTRADICTION in inner:
                return inner
        return schema
