"""Names of the methods beside an operation's own: the one that waits, the one that uploads."""

from __future__ import annotations

from attrs import evolve

from odcgen import ir
from odcgen.errors import DocumentError
from odcgen.kit.namespace import Namespace
from odcgen.kit.words import snake

from . import reserved


def name_companions(operations: tuple[ir.Operation, ...], warnings: list[str]) -> tuple[ir.Operation, ...]:
    """Return the operations with companions whose names no other method of the resource has.

    An operation's own name wins over a companion's, which then tells what it belongs to (`wait_get_code`);
    that is reported as a warning.
    """
    taken: dict[str, Namespace] = {}
    for operation in operations:
        taken.setdefault(operation.resource, Namespace()).add(operation.name)
    named: list[ir.Operation] = []
    for operation in operations:
        poll, upload = operation.poll, operation.upload
        if poll or upload:
            _check(operation)
        if poll:
            poll = evolve(poll, method=_name(poll.method, operation, taken[operation.resource], warnings))
        if upload:
            upload = evolve(
                upload, method=_name(upload.method, operation, taken[operation.resource], warnings)
            )
        named.append(evolve(operation, poll=poll, upload=upload))
    return tuple(named)


def _check(operation: ir.Operation) -> None:
    """Refuse a companion that could not do what its operation does.

    Raises:
        DocumentError: if the operation pages or needs a body, which its companion would leave out.
    """
    keyword = "x-odcgen-poll" if operation.poll else "x-odcgen-upload"
    if operation.paging:
        raise DocumentError(
            f"{keyword} needs one answer, and this operation answers in pages",
            pointer=f"{operation.pointer}/{keyword}",
        )
    if operation.body and operation.body.required:
        raise DocumentError(
            f"{keyword} calls without a body, and this operation requires one",
            pointer=f"{operation.pointer}/{keyword}",
            hint="Leave the extension out and call the operation itself.",
        )


def _name(wanted: str, operation: ir.Operation, taken: Namespace, warnings: list[str]) -> str:
    name = snake(wanted, fallback="run")
    if name in reserved.METHODS or name.startswith("_"):
        name = f"{name.strip('_')}_"
    if name not in taken:
        return taken.claim(name)
    name = taken.claim(f"{name}_{operation.name}")
    warnings.append(f"{operation.pointer}: the method {wanted!r} exists already, so this one is {name!r}")
    return name
