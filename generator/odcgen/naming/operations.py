"""Names of operations: `resource.method`."""

from __future__ import annotations

from attrs import evolve

from odcgen import ir
from odcgen.kit.words import snake, unique

from . import reserved
from .companions import name_companions
from .derive import candidates
from .members import name_parameters


def name_operations(operations: tuple[ir.Operation, ...], warnings: list[str]) -> tuple[ir.Operation, ...]:
    """Return the operations with resource, method and parameter names; two never share a name.

    A pinned name that is taken twice, or pins no method, is reported as a warning and derived instead.
    """
    named: dict[int, tuple[str, str]] = {}
    taken: set[tuple[str, str]] = set()
    for index in sorted(range(len(operations)), key=lambda index: _precedence(operations[index])):
        named[index] = _choose(operations[index], taken, warnings)
        taken.add(named[index])
    result = tuple(
        name_parameters(evolve(operation, resource=named[index][0], name=named[index][1]))
        for index, operation in enumerate(operations)
    )
    return name_companions(result, warnings)


def _precedence(operation: ir.Operation) -> tuple[bool, int]:
    """Pinned names come first, then short paths: `/users` is `users`, and `/groups/{key}/users` is not."""
    return operation.hint is None, operation.path.text.count("/")


def _choose(operation: ir.Operation, taken: set[tuple[str, str]], warnings: list[str]) -> tuple[str, str]:
    if operation.hint:
        pinned = _pinned(operation)
        if pinned not in taken and all(pinned):
            return pinned
        warnings.append(f"{operation.pointer}: the pinned name {operation.hint!r} is taken or incomplete")
    options = [_safe(*candidate) for candidate in candidates(operation)]
    for option in options:
        if option not in taken:
            return option
    resource, method = options[-1]
    return resource, unique(method, {name for owner, name in taken if owner == resource})


def _pinned(operation: ir.Operation) -> tuple[str, str]:
    resource, _, method = (operation.hint or "").partition(".")
    return _safe(resource, method) if resource and method else ("", "")


def _safe(resource: str, method: str) -> tuple[str, str]:
    resource, method = snake(resource), snake(method)
    if resource in reserved.MODULES or resource.startswith("_"):
        resource = f"{resource.strip('_')}_resource"
    if method in reserved.METHODS or method.startswith("_"):
        method = f"{method.strip('_')}_"
    return resource, method
