"""One normalized document in, one `ir.Api` (still without Python names) out."""

from __future__ import annotations

from pathlib import Path

from attrs import evolve

from odcgen import ir
from odcgen.documents.budget import LimitError
from odcgen.documents.document import Document
from odcgen.documents.walk import OperationNode, operations
from odcgen.errors import ConfigError, DocumentError, LostOperationError
from odcgen.kit.json_value import Json, as_array, as_object

from .contradictions import refuse_contradictions
from .models import Models, with_models
from .operations import lift_operation
from .reading import Reader
from .security import lift_schemes, lift_security
from .servers import base_path, is_at_portal, own_server
from .types import Types

_NOTHING_TO_CALL = "the document has no operations: what is generated are its models"


def adapt(document: Document, data: Json, *, name: str, ignored: frozenset[str] = frozenset()) -> ir.Api:
    """Return the API that a normalized document describes.

    Args:
        document: the source, for its path, digest and lines.
        data: its overlaid and normalized data.
        name: the API's Python name.
        ignored: operations left out on purpose, as `"GET /users"`.

    Raises:
        ConfigError: if an operation to leave out is not there.
        LostOperationError: if an operation of the document would not become a method.
    """
    nodes = _wanted(document, data, name, ignored)
    refuse_contradictions(document, data, nodes)
    is_empty = not nodes and not ignored
    reader = Reader(document, data)
    types = Types(reader)
    models = Models(reader, types)
    info = as_object(data.get("info"))
    api = ir.Api(
        name=name,
        title=ir.SpecText(str(info.get("title", ""))),
        version=ir.SpecText(str(info.get("version", ""))),
        base_path=ir.SpecText(base_path(data)),
        source=Path(document.path).name,
        digest=document.digest,
        operations=_lift_all(document, data, nodes, reader, types, models),
        rate_limits=_rate_limits(data),
        warnings=(_NOTHING_TO_CALL,) if is_empty else (),
        portal=is_at_portal(data),
        schemes=lift_schemes(data),
    )
    return with_models(api, reader.keys, models, everything=is_empty)


def _wanted(document: Document, data: Json, name: str, ignored: frozenset[str]) -> list[OperationNode]:
    """Return the operations of a document but those that are left out on purpose."""
    everything = list(operations(data))
    if unknown := ignored - {_wire_name(node) for node in everything}:
        shown = ", ".join(f"{name} {operation}" for operation in sorted(unknown))
        raise ConfigError(f"[ignore] names {shown}, which {document.path} does not have")
    return [node for node in everything if _wire_name(node) not in ignored]


def _wire_name(node: OperationNode) -> str:
    return f"{node.method.upper()} {node.path}"


def _lift_all(
    document: Document,
    data: Json,
    nodes: list[OperationNode],
    reader: Reader,
    types: Types,
    models: Models,
) -> tuple[ir.Operation, ...]:
    """Return one operation for each node, in order; what goes in and what comes out are counted apart."""
    lifted: dict[str, ir.Operation] = {}
    complaints: list[str] = []
    for node in nodes:
        try:
            operation = evolve(
                lift_operation(node, reader, types, models),
                security=lift_security(node, data),
                server=own_server(node, data),
            )
            ir.reached(operation.types, models.get)
        except LimitError:
            raise
        except DocumentError as error:
            complaints.append(str(error))
        else:
            lifted[operation.pointer] = operation
    if lost := [node for node in nodes if node.pointer not in lifted]:
        raise _loss(document, lost, complaints)
    return tuple(lifted.values())


def _loss(document: Document, lost: list[OperationNode], complaints: list[str]) -> LostOperationError:
    """Return the error of a document of which fewer operations come out than went in, naming each one."""
    first, number = lost[0], len(lost)
    names = ", ".join(node.pointer for node in lost)
    why = " ".join(dict.fromkeys(complaints))
    return LostOperationError(
        f"{number} operation{'s' if number > 1 else ''} would be lost: {names}; {why or 'nobody says why'}",
        file=document.path,
        pointer=first.pointer,
        line=document.line(first.pointer),
        hint="Simplify it in an overlay, or leave the operation out under [ignore] in odcgen.toml.",
    )


def _rate_limits(data: Json) -> tuple[ir.RateLimit, ...]:
    return tuple(
        ir.RateLimit(limit.get("method", "*"), ir.SpecText(limit.get("path", "*")), int(limit["per_minute"]))
        for limit in as_array(data.get("x-odcgen-rate-limits"))
    )
