"""Which type of the IR a schema becomes."""

from __future__ import annotations

from odcgen import ir

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
        self._open: list[str] = []
        self._tags = Tags(reader)

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
            return ir.ANY  # a value that contains itself without an object between: any JSON
        self._open.append(place)
        try:
            return self._inline(target)
        finally:
            self._open.remove(place)

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
        members: list[ir.Type] = []
        for source in sources:
            lifted = self._member(source, named=schema.discriminator is not None)
            inner = lifted.members if isinstance(lifted, ir.UnionOf) and lifted.tag is None else (lifted,)
            members += [member for member in inner if member not in members]
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
        tag, tags = self._tags.of_heirs(family, [key, *heirs])
        return ir.UnionOf((ir.Ref(key), *map(ir.Ref, heirs)), tag, tags, base=True) if heirs else None
