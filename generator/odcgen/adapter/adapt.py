"""One normalized document in, one `ir.Api` (still without Python names) out."""

from __future__ import annotations

from pathlib import Path

from openapi_python_client.parser import properties as opc

from odcgen import ir
from odcgen.documents.document import Document
from odcgen.documents.walk import OperationNode, operations
from odcgen.errors import ConfigError, DocumentError, LostOperationError
from odcgen.kit.json_value import Json, as_array, as_object

from .contradictions import refuse_contradictions
from .lift import Lifter
from .lower import Lowering
from .models import build_models
from .operations import OperationBuilder
from .parse import complaints, endpoints, parse
from .servers import base_path


def adapt(document: Document, data: Json, *, name: str, ignored: frozenset[str] = frozenset()) -> ir.Api:
    """Return the API that a normalized document describes.

    Args:
        document: the source, for its path, digest and lines.
        data: its overlaid and normalized data.
        name: the API's Python name.
        ignored: operations left out on purpose, as `"GET /users"`.

    Raises:
        DocumentError: if there is no operation at all.
        ConfigError: if an operation to leave out is not there.
        LostOperationError: if an operation of the document would not become a method.
    """
    everything = list(operations(data))
    if not everything:
        message = "The document has no operations"
        raise DocumentError(message, file=document.path, pointer="/paths", line=document.line("/paths"))
    nodes = [node for node in everything if _wire_name(node) not in ignored]
    if unknown := ignored - {_wire_name(node) for node in everything}:
        shown = ", ".join(f"{name} {operation}" for operation in sorted(unknown))
        raise ConfigError(f"[ignore] names {shown}, which {document.path} does not have")
    refuse_contradictions(document, data, nodes)
    lowering = Lowering(data)
    parsed = parse(lowering.document(nodes), file=document.path)
    found = endpoints(parsed)
    if lost := [node for index, node in enumerate(nodes) if str(index) not in found]:
        raise _loss(document, lost, [lowering.tokens.readable(why) for why in complaints(parsed)])
    models: dict[str, opc.ModelProperty] = {str(model.class_info.name): model for model in parsed.models}
    lifter = Lifter(data, models, lowering.tokens)
    builder = OperationBuilder(data, lifter, lowering.tokens)
    built = tuple(builder.build(node, found[str(index)]) for index, node in enumerate(nodes))
    info = as_object(data.get("info"))
    api = ir.Api(
        name=name,
        title=ir.SpecText(str(info.get("title", ""))),
        version=ir.SpecText(str(info.get("version", ""))),
        base_path=ir.SpecText(base_path(data)),
        source=Path(document.path).name,
        digest=document.digest,
        operations=built,
        rate_limits=_rate_limits(data),
    )
    return build_models(api, data, lifter)


def _wire_name(node: OperationNode) -> str:
    return f"{node.method.upper()} {node.path}"


def _loss(document: Document, lost: list[OperationNode], why: list[str]) -> LostOperationError:
    """Return the error of a document of which fewer operations come out than went in, naming each one."""
    first, number = lost[0], len(lost)
    names = ", ".join(node.pointer for node in lost)
    return LostOperationError(
        f"{number} operation{'s' if number > 1 else ''} would be lost: {names}; openapi-python-client says: "
        f"{'; '.join(why) or 'nothing'}",
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
