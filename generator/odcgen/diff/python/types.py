"""Types of the generated package as sets of alternatives, and whether one takes what another gives."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from odcgen import ir


@frozen
class Alternative:
    """One member of a union: its name, the class it derives from, and what a container holds."""

    name: str
    base: str = ""
    inside: Annotation = frozenset()

    def __str__(self) -> str:
        """The alternative as it is written in code."""
        if not self.inside:
            return self.name
        key = "str, " if self.name == "dict" else ""
        return f"{self.name}[{key}{show(self.inside)}]"


Annotation = frozenset[Alternative]

NONE: Final = Alternative("None")
UNSET: Final = Alternative("Unset")
FILE_PART: Final = frozenset({Alternative("File")})
NOTHING: Final = frozenset({NONE})
_ANY: Final = Alternative("Any")
_PROMOTED: Final = frozenset({("int", "float"), ("bool", "int"), ("bool", "float")})
_NAMES: Final = {"bytes": "str", "raw": "bytes", "none": "None", "date": "dt.date", "datetime": "dt.datetime"}
_BODY_FILE: Final = frozenset({Alternative("bytes"), Alternative("BinaryIO"), Alternative("Path")})


class Annotations:
    """Reads the types of one API as the generated code annotates them."""

    def __init__(self, api: ir.Api) -> None:
        self._models: Final = {model.key: model.name for model in api.models}
        self._enums: Final = {enum.key: enum for enum in api.enums}

    def sent(self, type_: ir.Type, files: Annotation = _BODY_FILE) -> Annotation:
        """Return what may be given for a value that goes to the server."""
        return self._read(type_, files)

    def received(self, type_: ir.Type) -> Annotation:
        """Return what a value that comes from the server is."""
        return self._read(type_, None)

    def returned(self, signature: ir.Signature) -> Annotation:
        """Return what a method gives back."""
        match signature.form:
            case "bytes":
                return frozenset({Alternative("bytes")})
            case "pager" if signature.returns is not None:
                return frozenset({Alternative("Pager", inside=self.received(signature.returns))})
            case _:
                return NOTHING if signature.returns is None else self.received(signature.returns)

    def taken(self, argument: ir.Argument, files: Annotation = _BODY_FILE) -> Annotation:
        """Return what may be given for an argument, besides what says that nothing is given."""
        match argument.type:
            case ir.RuntimeType(name=name):
                return frozenset({Alternative(name)})
            case ir.Callback():  # what it is called with is told as what the method returns
                return frozenset({Alternative("Callable")})
            case type_:
                return self.sent(type_, files)

    def kept(self, member: ir.Argument) -> Annotation:
        """Return what a field of a received model is, if it is there."""
        if isinstance(member.type, ir.RuntimeType | ir.Callback):
            raise TypeError(f"{member.name} is no field of a model")
        return self.received(member.type)

    def _read(self, type_: ir.Type, files: Annotation | None) -> Annotation:
        match type_:
            case ir.Nullable(inner=inner):
                return self._read(inner, files) | NOTHING
            case ir.UnionOf(members=members):
                return frozenset(one for member in members for one in self._read(member, files))
            case ir.ListOf(item=item):
                name = "list" if files is None else "Sequence"
                return frozenset({Alternative(name, inside=self._read(item, files))})
            case ir.StreamOf(item=item, events=events):
                inside = self._read(item, files)
                return frozenset({Alternative("Stream", inside=_in_event(inside) if events else inside)})
            case ir.MapOf(value=value):
                return frozenset({Alternative("dict", inside=self._read(value, files))})
            case ir.Const(value=value):
                return frozenset({Alternative(f"Literal[{value!r}]", type(value).__name__)})
            case ir.Ref(key=key):
                return self._named(key)
            case ir.Scalar(kind=kind):
                return _scalar(kind, files)

    def _named(self, key: str) -> Annotation:
        enum = self._enums.get(key)
        if enum is None:
            return frozenset({Alternative(self._models[key])})
        base = "int" if isinstance(enum.members[0].value, int) else "str"
        return frozenset({Alternative(enum.name, base), Alternative(base)})


def takes(wide: Annotation, narrow: Annotation) -> bool:
    """Tell whether everything of type `narrow` may stand where `wide` is expected."""
    if _ANY in wide or _ANY in narrow:
        return True
    return all(any(_fits(one, other) for other in wide) for one in narrow)


def show(annotation: Annotation) -> str:
    """Return a type as it is written in code, None and Unset last."""
    return " | ".join(sorted(map(str, annotation), key=lambda name: (name in {"None", "Unset"}, name)))


def _fits(one: Alternative, other: Alternative) -> bool:
    if one.name == other.name:
        return takes(other.inside, one.inside)
    return one.base == other.name or (one.name, other.name) in _PROMOTED


def _in_event(inside: Annotation) -> Annotation:
    return frozenset({Alternative("Event", inside=inside)})


def _scalar(kind: ir.ScalarKind, files: Annotation | None) -> Annotation:
    if kind == "any":
        return frozenset({_ANY})
    if kind == "bytes" and files is not None:
        return files
    if kind == "uuid":
        return frozenset({Alternative("UUID"), *([] if files is None else [Alternative("str")])})
    return frozenset({Alternative(_NAMES.get(kind, kind))})
