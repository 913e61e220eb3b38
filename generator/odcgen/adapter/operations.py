"""Operations: one method of one path, put together of its parts."""

from __future__ import annotations

from attrs import evolve

from odcgen import ir
from odcgen.documents.walk import OperationNode
from odcgen.kit.json_value import Json, as_array, as_object, is_object

from .bodies import lift_body
from .facts import hint, said, text, told
from .models import Models
from .paging import KEYWORD, find_paging
from .parameters import lift_parameters
from .reading import Reader
from .responses import Answers, statuses
from .types import Types


def lift_operation(node: OperationNode, reader: Reader, types: Types, models: Models) -> ir.Operation:
    """Return one operation with its parameters, body and result.

    Raises:
        DocumentError: if the document model cannot read what the operation is made of.
    """
    read = reader.operation(node)
    answers = Answers(read, node.method, types, models)
    operation = ir.Operation(
        method=node.method.upper(),
        path=ir.SpecText(said(read, "x-odcgen-path") or node.path),
        pointer=node.pointer,
        parameters=lift_parameters(read.parameters, types),
        body=lift_body(read.request_body, types),
        result=answers.result,
        binary=answers.binary,
        answers=answers.told_apart,
        errors=answers.errors,
        poll=_poll(as_object(said(read, "x-odcgen-poll"))),
        upload=_upload(as_object(said(read, "x-odcgen-upload"))),
        permissions=tuple(ir.SpecText(name) for name in as_array(said(read, "x-odcgen-permissions"))),
        deprecated=read.deprecated,
        removal=told(read, "x-odcgen-removal"),
        secured=said(read, "x-odcgen-secured") is not False,
        statuses=statuses(read),
        summary=told(read, "summary") or told(read, "description"),
        operation_id=told(read, "operationId"),
        tag=text(read.tags[0].get_untrusted_value()) if read.tags else None,
        hint=hint(read),
    )
    pages = said(read, KEYWORD)
    paging = find_paging(operation, pages if is_object(pages) else None, models, linked=answers.linked)
    return evolve(operation, paging=paging)


def _poll(data: Json) -> ir.Poll | None:
    if not data:
        return None

    def texts(keyword: str) -> tuple[ir.SpecText, ...]:
        return tuple(ir.SpecText(value) for value in as_array(data.get(keyword)))

    return ir.Poll(
        method=data.get("method", "wait"),
        status=ir.SpecText(data.get("status", "status")),
        done=texts("done"),
        failed=texts("failed"),
        pause=texts("pause"),
        missing_ok=bool(data.get("missing_ok")),
        messages=ir.SpecText(data["messages"]) if data.get("messages") else None,
    )


def _upload(data: Json) -> ir.Upload | None:
    return ir.Upload(str(data.get("method", "upload")), ir.SpecText(str(data["url"]))) if data else None
