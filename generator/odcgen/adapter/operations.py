"""Operations: what the library parsed, joined with what the document says beside it."""

from __future__ import annotations

from typing import Any

from openapi_python_client.parser.openapi import Endpoint

from odcgen import ir
from odcgen.documents.walk import OperationNode
from odcgen.kit.json_value import Json, as_array, as_object

from .contents import body_kind, declared_contents, is_json, success_schemas
from .lift import Lifter
from .models import text
from .paging import find_paging
from .parse import raw
from .tokens import Tokens, parameter_name

_KINDS: dict[str, Any] = {
    "application/json": "json",
    "multipart/form-data": "multipart",
    "application/x-www-form-urlencoded": "form",
    "application/octet-stream": "binary",
}


class OperationBuilder:
    """Builds `ir.Operation`s of one document."""

    def __init__(self, data: Json, lifter: Lifter, tokens: Tokens) -> None:
        """Bind to a normalized document and the tables of tokens."""
        self._data = data
        self._lifter = lifter
        self._tokens = tokens

    def build(self, node: OperationNode, endpoint: Endpoint) -> ir.Operation:
        """Return one operation with its parameters, body and result."""
        data = node.data
        result = self._result(node, endpoint)
        body = self._body(node, endpoint)
        parameters = self._parameters(node, endpoint)
        items = as_object(data.get("x-odcgen-paging")).get("items")
        return ir.Operation(
            method=node.method.upper(),
            path=ir.SpecText(node.path),
            pointer=node.pointer,
            parameters=parameters,
            body=body,
            result=result,
            binary=_is_binary(data),
            paging=find_paging(self._data, self._lifter, items, parameters, body, result),
            poll=_poll(as_object(data.get("x-odcgen-poll"))),
            upload=_upload(as_object(data.get("x-odcgen-upload"))),
            permissions=tuple(ir.SpecText(name) for name in as_array(data.get("x-odcgen-permissions"))),
            deprecated=data.get("deprecated") is True,
            removal=text(data.get("x-odcgen-removal")),
            secured=data.get("x-odcgen-secured", True),
            statuses=tuple(as_object(data.get("responses"))),
            summary=text(data.get("summary")) or text(data.get("description")),
            operation_id=text(data.get("operationId")),
            tag=text(next(iter(as_array(data.get("tags"))), None)),
            hint=data.get("x-odcgen-name"),
        )

    def _parameters(self, node: OperationNode, endpoint: Endpoint) -> tuple[ir.Parameter, ...]:
        parsed = {self._tokens.wires[raw(prop.name)]: prop for prop in endpoint.query_parameters}
        built: list[ir.Parameter] = []
        for parameter in as_array(node.data.get("parameters")):
            prop = parsed[parameter_name(parameter["in"], parameter["name"])]
            built.append(
                ir.Parameter(
                    wire=ir.SpecText(parameter["name"]),
                    location=parameter["in"],
                    type=self._lifter.parameter(prop, parameter.get("schema") or {}),
                    required=parameter["in"] == "path" or parameter.get("required") is True,
                    style=parameter.get("style"),
                    explode=parameter.get("explode"),
                    deprecated=parameter.get("deprecated") is True,
                    doc=text(parameter.get("description")),
                    hint=parameter.get("x-odcgen-name"),
                )
            )
        return tuple(built)

    def _body(self, node: OperationNode, endpoint: Endpoint) -> ir.Body | None:
        declared = declared_contents(node.data)
        if not declared:
            return None
        parsed = {raw(body.content_type): body.prop for body in endpoint.bodies}
        contents: dict[str, ir.BodyContent] = {}
        for media_type, content in declared.items():
            kind = body_kind(media_type)
            if kind in parsed and kind not in contents:
                type_ = ir.unwrap(self._lifter.type(parsed[kind], as_object(content).get("schema")))
                if kind == "application/octet-stream":
                    type_ = ir.Scalar("bytes")
                wire = "application/json" if media_type in ("*/*", "application/*") else media_type
                contents[kind] = ir.BodyContent(ir.SpecText(wire), _KINDS[kind], type_)
        body = node.data["requestBody"]
        required = body.get("required") is True
        return ir.Body(tuple(contents.values()), required=required, doc=text(body.get("description")))

    def _result(self, node: OperationNode, endpoint: Endpoint) -> ir.Type | None:
        """Return the type of a successful answer; several statuses with different types make a union."""
        schemas = success_schemas(node.data)
        types: list[ir.Type] = []
        for response in endpoint.responses:
            if (schema := schemas.get(response.status_code.pattern)) is not None:
                lifted = self._lifter.type(response.prop, schema)
                if lifted not in types:
                    types.append(lifted)
        if not types:
            return None
        return types[0] if len(types) == 1 else ir.UnionOf(tuple(types))


def _is_binary(operation: Json) -> bool:
    """Tell whether a successful answer has content that is not JSON."""
    responses = as_object(operation.get("responses"))
    successes = [response for status, response in responses.items() if status.startswith("2")]
    media_types = [media_type for response in successes for media_type in as_object(response.get("content"))]
    return bool(media_types) and not any(is_json(media_type) for media_type in media_types)


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
    )


def _upload(data: Json) -> ir.Upload | None:
    return ir.Upload(str(data.get("method", "upload")), ir.SpecText(str(data["url"]))) if data else None
