"""Names for operations that nobody has pinned, from path and method."""

from __future__ import annotations

from odcgen import ir
from odcgen.kit.words import snake

_MOST_SEGMENTS = 32
"""Of a path in one name; what is longer is cut off anyway."""
_VERBS = {"POST": "create", "PUT": "replace", "PATCH": "update", "DELETE": "delete", "GET": "get"}


def candidates(operation: ir.Operation) -> list[tuple[str, str]]:
    """Return (resource, method) pairs from the best name to the surest.

    `GET /users` is `users.list`, `GET /users/{key}` is `users.get`; a name that is taken falls back to one
    that says more of the path, and at last to the operationId.
    """
    segments = [segment for segment in operation.path.text.split("/") if segment]
    static = [snake(segment, fallback="root") for segment in segments if not _is_parameter(segment)]
    verb = _verb(operation, bool(segments) and _is_parameter(segments[-1]))
    names = list(reversed(static)) or ["root"]
    found = [(names[0], verb)]
    deepest = min(len(names), _MOST_SEGMENTS)
    found += [("_".join(reversed(names[:depth])), verb) for depth in range(2, deepest + 1)]
    if operation.operation_id:
        found.append((names[0], snake(operation.operation_id.text, fallback=verb)))
    found.append((names[0], f"{operation.method.lower()}_{snake(operation.path.text, fallback='root')}"))
    return found


def _verb(operation: ir.Operation, item: bool) -> str:
    if operation.method == "GET" and not item:
        many = operation.paging is not None or isinstance(ir.unwrap(operation.result or ir.ANY), ir.ListOf)
        return "list" if many else "get"
    return _VERBS.get(operation.method, operation.method.lower())


def _is_parameter(segment: str) -> bool:
    return segment.startswith("{") and segment.endswith("}")
