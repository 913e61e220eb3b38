"""Names of what stands inside a model or an enum."""

from __future__ import annotations

from attrs import evolve

from odcgen import ir
from odcgen.kit.namespace import Namespace
from odcgen.kit.words import constant, snake

from . import reserved


def name_fields(model: ir.Model) -> ir.Model:
    """Name the fields of a model; pinned names win over derived ones."""
    names = _names([(field.hint, field.wire.text) for field in model.fields], reserved.FIELDS)
    fields = tuple(evolve(field, name=name) for field, name in zip(model.fields, names, strict=True))
    return evolve(model, fields=fields)


def name_parameters(operation: ir.Operation) -> ir.Operation:
    """Name the parameters of an operation; that which uploads has an argument `source` besides."""
    kept = reserved.ARGUMENTS | ({"source"} if operation.upload else set[str]())
    names = _names([(item.hint, item.wire.text) for item in operation.parameters], kept)
    parameters = tuple(
        evolve(item, name=name) for item, name in zip(operation.parameters, names, strict=True)
    )
    return evolve(operation, parameters=parameters)


def name_schemes(schemes: tuple[ir.SecurityScheme, ...]) -> tuple[ir.SecurityScheme, ...]:
    """Name the arguments by which the security schemes of an API are given their credentials."""
    names = _names([(None, scheme.wire.text) for scheme in schemes], reserved.SCHEMES)
    return tuple(evolve(scheme, name=name) for scheme, name in zip(schemes, names, strict=True))


def name_enum(enum: ir.Enum) -> ir.Enum:
    """Name the members of an enum."""
    members: list[ir.EnumMember] = []
    taken = Namespace()
    for member in enum.members:
        text = member.hint or (
            member.value.text if isinstance(member.value, ir.SpecText) else _number(member.value)
        )
        name = constant(text)
        if name.startswith("_"):
            name = f"VALUE{name}"
        members.append(evolve(member, name=taken.claim(name)))
    return evolve(enum, members=tuple(members))


def _number(value: int) -> str:
    return f"value_{value}" if value >= 0 else f"value_minus_{-value}"


def _names(sources: list[tuple[str | None, str]], kept: frozenset[str]) -> list[str]:
    """Return a distinct Python name for each (pinned name, name in the document)."""
    names: dict[int, str] = {}
    taken = Namespace(kept)
    for index in sorted(range(len(sources)), key=lambda index: sources[index][0] is None):
        hint, wire = sources[index]
        wanted = snake(hint or wire)
        if wanted.startswith("_"):
            wanted = f"value{wanted}"
        names[index] = taken.claim(f"{wanted}_" if wanted in kept else wanted)
    return [names[index] for index in range(len(sources))]
