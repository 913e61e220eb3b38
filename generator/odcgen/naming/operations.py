"""Names of operations: `resource.method`."""

from __future__ import annotations

from attrs import define, evolve, field

from odcgen import ir
from odcgen.kit.namespace import Namespace
from odcgen.kit.words import snake

from . import reserved
from .companions import name_companions
from .derive import candidates
from .members import name_parameters


def name_operations(operations: tuple[ir.Operation, ...], warnings: list[str]) -> tuple[ir.Operation, ...]:
    """Return the operations with resource, method and parameter names; two never share a name.

    A pinned name that is taken twice, or pins no method, is reported as a warning and derived instead.
    """
    named: dict[int, tuple[str, str]] = {}
    taken = _Taken()
    for index in sorted(range(len(operations)), key=lambda index: _precedence(operations[index])):
        named[index] = _choose(operations[index], taken, warnings)
    result = tuple(
        name_parameters(evolve(operation, resource=named[index][0], name=named[index][1]))
        for index, operation in enumerate(operations)
    )
    return name_companions(result, warnings)


@define
class _Taken:
    """The names that operations have: each resource's methods."""

    resources: Namespace = field(factory=Namespace)
    spelled: dict[str, str] = field(factory=dict[str, str])
    """The name of the resource for each name that is wanted; one that is like another's gets a number."""
    methods: dict[str, Namespace] = field(factory=dict[str, Namespace])

    def has(self, resource: str, method: str) -> bool:
        """Tell whether an operation has a name like this."""
        name = self.spelled.get(resource)
        return name is not None and method in self.methods[name]

    def claim(self, resource: str, method: str) -> tuple[str, str]:
        """Take a name, with a number where it is taken, and return it."""
        name = self.spelled.get(resource)
        if name is None:
            name = self.spelled[resource] = self.resources.claim(resource)
        return name, self.methods.setdefault(name, Namespace()).claim(method)


def _precedence(operation: ir.Operation) -> tuple[bool, int]:
    """Pinned names come first, then short paths: `/users` is `users`, and `/groups/{key}/users` is not."""
    return operation.hint is None, operation.path.text.count("/")


def _choose(operation: ir.Operation, taken: _Taken, warnings: list[str]) -> tuple[str, str]:
    if operation.hint:
        pinned = _pinned(operation)
        if all(pinned) and not taken.has(*pinned):
            return taken.claim(*pinned)
        warnings.append(f"{operation.pointer}: the pinned name {operation.hint!r} is taken or incomplete")
    options = [_safe(*candidate) for candidate in candidates(operation)]
    return taken.claim(*next((option for option in options if not taken.has(*option)), options[-1]))


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
