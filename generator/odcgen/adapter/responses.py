"""The answers of an operation: which of them mean success, and what they hold."""

from __future__ import annotations

from collections.abc import Iterator

from odcgen import ir

from .library import AnySchema, Operation, Response
from .media_types import is_json
from .types import Types


def lift_result(operation: Operation, types: Types) -> ir.Type | None:
    """Return the type of a successful answer; several statuses with different types make a union."""
    found = list(dict.fromkeys(types.of(schema) for schema in _success_schemas(operation)))
    if not found:
        return None
    return found[0] if len(found) == 1 else ir.UnionOf(tuple(found))


def is_binary(operation: Operation) -> bool:
    """Tell whether a successful answer has content that is not JSON."""
    names = [name for response in _successes(operation) for name, _ in _contents(response)]
    return bool(names) and not any(is_json(name) for name in names)


def statuses(operation: Operation) -> tuple[str, ...]:
    """Return the statuses that are declared, in the order of the document."""
    return tuple(status.get_untrusted_value() for status in operation.responses)


def _success_schemas(operation: Operation) -> Iterator[AnySchema | None]:
    """Yield the JSON schema of each answer that means success; `default` counts if it is alone."""
    for response in _successes(operation) or _default(operation):
        for name, schema in _contents(response):
            if is_json(name):
                yield schema
                break


def _successes(operation: Operation) -> list[Response]:
    """Return the answers that mean success by their status, `200` before `2XX`."""
    found = {status.get_untrusted_value(): response for status, response in operation.responses.items()}
    return [
        response
        for status, response in sorted(found.items(), key=lambda item: item[0])
        if status.startswith("2") and isinstance(response, Response)
    ]


def _default(operation: Operation) -> list[Response]:
    return [
        response
        for status, response in operation.responses.items()
        if status == "default" and isinstance(response, Response)
    ]


def _contents(response: Response) -> Iterator[tuple[str, AnySchema | None]]:
    for name, media_type in (response.content or {}).items():
        yield name.get_untrusted_value(), media_type.media_type_schema
