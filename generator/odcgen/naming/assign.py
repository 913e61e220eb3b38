"""Assigning a Python name to every node of an API."""

from __future__ import annotations

from attrs import evolve

from odcgen import ir
from odcgen.kit.namespace import Namespace
from odcgen.kit.words import pascal

from . import reserved
from .members import name_enum, name_fields, name_schemes
from .operations import name_operations


def assign_names(api: ir.Api) -> ir.Api:
    """Return the API with every name set, its operations sorted into resources, and their methods signed."""
    warnings: list[str] = []
    operations = name_operations(api.operations, warnings)
    taken = Namespace(reserved.CLASSES)
    resources = _resources(operations, taken)
    api_class = _twins(f"{pascal(api.name.title().replace('_', ''))}Api", taken)
    names = _class_names(api, taken)
    models = tuple(name_fields(evolve(model, name=names[model.key])) for model in api.models)
    enums = tuple(name_enum(evolve(enum, name=names[enum.key])) for enum in api.enums)
    by_key = {model.key: model for model in models}
    resources = tuple(
        evolve(resource, operations=tuple(_spread(operation, by_key) for operation in resource.operations))
        for resource in resources
    )
    named = evolve(
        api,
        class_name=api_class,
        operations=(),
        resources=resources,
        models=models,
        enums=enums,
        schemes=name_schemes(api.schemes),
        warnings=(*api.warnings, *warnings),
    )
    return ir.sign(named)


def _resources(operations: tuple[ir.Operation, ...], taken: Namespace) -> tuple[ir.Resource, ...]:
    grouped: dict[str, list[ir.Operation]] = {}
    for operation in operations:
        grouped.setdefault(operation.resource, []).append(operation)
    resources: list[ir.Resource] = []
    for name, members in sorted(grouped.items()):
        wanted = pascal(name.title().replace("_", ""), fallback="Resource")
        class_name = _twins(f"{wanted}Resource" if wanted in taken else wanted, taken)
        resources.append(ir.Resource(name, class_name, tuple(members)))
    return tuple(resources)


def _twins(wanted: str, taken: Namespace) -> str:
    """Take the name of a class and that of its async twin, both with a number where one is taken."""
    name, number = wanted, 1
    while name in taken or f"Async{name}" in taken:
        number += 1
        name = f"{wanted.rstrip('_')}_{number}"
    taken.add(name, f"Async{name}")
    return name


def _class_names(api: ir.Api, taken: Namespace) -> dict[str, str]:
    """Name models and enums, pinned names first; two names never differ only in case, as files must not."""
    listed: list[ir.Model | ir.Enum] = [*api.models, *api.enums]
    nodes = sorted(listed, key=lambda node: node.hint is None)
    names: dict[str, str] = {}
    for node in nodes:
        wanted = pascal(node.hint or _local(node.wire.text))
        if wanted.startswith(reserved.MARKER):
            wanted = f"Model{wanted}"
        names[node.key] = taken.claim(f"{wanted.rstrip('_')}Model" if wanted in taken else wanted)
    return names


def _local(wire: str) -> str:
    """Drop the namespace of a dotted schema name (`Microsoft.AspNetCore.Mvc.ProblemDetails`)."""
    return wire.rsplit(".", 1)[-1] or wire


def _spread(operation: ir.Operation, models: dict[str, ir.Model]) -> ir.Operation:
    """Let a POST take the properties of its JSON object as keyword arguments, where no name is in the way."""
    body = operation.body
    if body is None or operation.method != "POST" or not body.required or len(body.contents) != 1:
        return operation
    content = body.contents[0]
    if content.kind != "json" or not isinstance(content.type, ir.Ref) or content.type.key not in models:
        return operation
    fields = models[content.type.key].fields
    taken = {parameter.name for parameter in operation.parameters} | reserved.SPREAD
    if not 0 < len(fields) <= 12 or any(field.name in taken for field in fields):
        return operation
    return evolve(operation, body=evolve(body, spread=True))
