"""Names of the methods beside an operation's own: the one that waits, the one that uploads."""

from __future__ import annotations

from attrs import evolve

from odcgen import ir
from odcgen.errors import DocumentError
from odcgen.kit.words import snake, unique

from . import reserved


def name_companions(operations: tuple[ir.Operation, ...], warnings: list[str]) -> tuple[ir.Operation, ...]:
    """Return the operations with companions whose names no other method of the resource has.

    An operation's own name wins over a companion's, which then tells what it belongs to (`wait_get_code`);
    that is reported as a warning.
    """
    taken = {(operation.resource, operation.name) for operation in operations}
    named: list[ir.Operation] = []
    for operation in operations:
        poll, upload = operation.poll, operation.upload
        if poll or upload:
            _check(operation)
        if poll:
            poll = evolve(poll, method=_name(poll.method, operation, taken, warnings))
        if upload:
            upload = evolve(upload, method=_name(upload.method, operation, taken, warnings))
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


def _name(wanted: str, operation: ir.Operation, taken: set[tuple[str, str]], warnings: list[str]) -> str:
    name = snake(wanted, fallback="run")
    if name in reserved.METHODS or name.startswith("_"):
        name = f"{name.strip('_')}_"
    if (operation.resource, name) in taken:
        others = {method for resource, method in taken if resource == operation.resource}
        name = unique(f"{name}_{operation.name}", others)
        warnings.append(f"{operation.pointer}: the method {wanted!r} exists already, so this one is {name!r}")
    taken.add((operation.resource, name))
    return name
