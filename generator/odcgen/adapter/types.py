"""Which type of the IR a schema becomes."""

from __future__ import annotations

from odcgen import ir
from odcgen.documents.pointer import escape

from .facts import constant, is_class, said, single_type, union_members
from .library import AnySchema, DataType, Reference, Schema
from .reading import Reader
from .tags import Tags

_SCALARS: dict[DataType | None, ir.ScalarKind] = {
    DataType.STRING: "str",
    DataType.INTEGER: "int",
    DataType.NUMBER: "float",
    DataType.BOOLEAN: "bool",
    DataType.NULL: "none",
}
_FORMATS: dict[str, ir.ScalarKind] = {
    "uuid": "uuid",
    "date": "date",
    "date-time": "datetime",
    "binary": "bytes",
}


class Types:
    """Turns schemas into types; a component that becomes a class is named by its key."""

    def __init__(self, reader: Reader) -> None:
        """Bind to the document that references lead into."""
        self._reader = reader
        self._budget = reader.budget
        self._open: list[str] = []
        self._tags = Tags(reader)
        self._cut: set[str] = set()
        """The open places that the types now being made lead back to."""
        self._kept: dict[str, tuple[ir.Type, int]] = {}
        """The type of each place that leads back to no open one, and the number of its parts."""

    def of(self, schema: AnySchema | None) -> ir.Type:
        """Return the type of a schema; without one, anything goes."""
        if schema is None:
            return ir.ANY
        bare = self._bare(schema)
        return ir.Nullable(bare) if bare != ir.ANY and self.nullable(schema) else bare

    def bare(self, schema: AnySchema | None) -> ir.Type:
        """Return the type of a schema for a place where null cannot be sent."""
        return ir.unwrap(self.of(schema))

    def nullable(self, schema: AnySchema) -> bool:
        """Tell whether null is allowed by a schema, by one that it refers to, or by a member of its union."""
        seen: set[int] = set()
        stack = [schema]
        while stack:
            node = stack.pop()
            if id(node) in seen:
                continue
            seen.add(id(node))
            if said(node, "nullable") is True:
                return True
            if isinstance(node, Reference):
                stack.append(self._reader.target(node))
            elif not is_class(node):
                stack.extend(union_members(node))
        return False

    def _bare(self, schema: AnySchema) -> ir.Type:
        return self._named(schema) if isinstance(schema, Reference) else self._inline(schema)

    def _named(self, reference: Reference) -> ir.Type:
        """Name the class at the end of the references; what is none is put in place."""
        ref = reference.ref.get_untrusted_value()
        key = self._reader.key_of(ref)
        target = self._reader.resolve(reference)
        if key is not None and is_class(target):
            return self._heirs(key) or ir.Ref(key)
        if (place := key or ref) in self._open:
            self._cut.add(place)
            return ir.ANY  # a value that contains itself without an object between: any JSON
        if place not in self._kept:
            return self._in_place(place, target)
        type_, parts = self._kept[place]
        self._budget.spend("expansions", parts, _pointer(ref))
        return type_

    def _in_place(self, place: str, target: Schema) -> ir.Type:
        """Return the type of a place; it is kept, unless it depends on the way that has led there."""
        self._budget.spend("expansions", 1, _pointer(place))
        outside, self._cut = self._cut, set()
        self._open.append(place)
        try:
            type_ = self._inline(target)
        finally:
            self._open.remove(place)
        self._cut.discard(place)
        parts = ir.extent(type_)
        if not self._cut:
            self._kept[place] = (type_, parts)
        else:  # made anew at the next use, of all its parts
            self._budget.spend("expansions", parts, _pointer(place))
        self._cut |= outside
        return type_

    def _inline(self, schema: Schema) -> ir.Type:
        schema = self._reader.resolve(schema)
        if (value := constant(schema)) is not None:
            return ir.Const(value)
        if members := union_members(schema):
            return self._union(schema, members)
        kind = single_type(schema)
        if kind is DataType.ARRAY:
            return ir.ListOf(self.of(schema.items))
        if kind is DataType.OBJECT:
            values = schema.additionalProperties
            return ir.MapOf(ir.ANY if values is None or isinstance(values, bool) else self.of(values))
        if kind is DataType.STRING:
            return ir.Scalar(_FORMATS.get(said(schema, "schema_format"), "str"))
        return ir.Scalar(_SCALARS.get(kind, "any"))

    def _union(self, schema: Schema, sources: list[AnySchema]) -> ir.Type:
        found: dict[ir.Type, None] = {}
        for source in sources:
            lifted = self._member(source, named=schema.discriminator is not None)
            inner = lifted.members if isinstance(lifted, ir.UnionOf) and lifted.tag is None else (lifted,)
            found |= dict.fromkeys(inner)
        members = list(found)
        self._budget.fits("union_members", len(members), _pointer(self._open[-1]) if self._open else None)
        if ir.ANY in members:
            return ir.ANY
        if len(members) == 1:
            return members[0]
        models = [member.key for member in members if isinstance(member, ir.Ref)]
        tag, tags = self._tags.of_union(schema, models)
        return ir.UnionOf(tuple(members), tag, tags)

    def _member(self, source: AnySchema, *, named: bool) -> ir.Type:
        """Return the type of a member; where a tag names them, it is the very class that it refers to."""
        if named and isinstance(source, Reference):
            key = self._reader.key_of(source.ref.get_untrusted_value())
            if key is not None and is_class(self._reader.resolve(source)):
                return ir.Ref(key)
        lifted = self.bare(source)
        if isinstance(lifted, ir.UnionOf) and not lifted.base and not self._is_tagged(source):
            return ir.UnionOf(lifted.members)  # its tags were found by looking at its own members only
        return lifted

    def _is_tagged(self, source: AnySchema) -> bool:
        return self._reader.resolve(source).discriminator is not None

    def _heirs(self, key: str) -> ir.UnionOf | None:
        """Return a model with all that extend it, where a property tells which one a value is."""
        if (family := self._reader.heirs(key)) is None:
            return None
        heirs = [heir for heir in family["heirs"] if heir != key and is_class(self._reader.component(heir))]
        self._budget.spend("expansions", len(heirs), _pointer(key))
        self._budget.fits("union_members", len(heirs), _pointer(key))
        tag, tags = self._tags.of_heirs(family, [key, *heirs])
        return ir.UnionOf((ir.Ref(key), *map(ir.Ref, heirs)), tag, tags, base=True) if heirs else None


def _pointer(place: str) -> str:
    """Return where a reference leads, or the component that a key names."""
    return place.removeprefix("#") if place.startswith("#/") else f"/components/schemas/{escape(place)}"
