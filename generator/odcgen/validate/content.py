"""Bodies: requests, responses, their media types, headers and examples."""

from __future__ import annotations

import re
from typing import Any

from odc_runtime.kernel.rules import is_media_type, is_token

from odcgen.documents.pointer import escape
from odcgen.kit.json_value import as_object, brief, is_array, is_object

from .context import FLAG, OBJECT, TEXT, Context
from .extensions import NESTED, check_nested
from .schemas import check_schema

SWAGGER_HINT = "This looks like Swagger 2.0; `odcgen specs add NAME FILE` converts it."

_STATUS = re.compile(r"[1-5](?:[0-9][0-9]|XX)|default")
_RESPONSE = {"description": TEXT, "headers": OBJECT, "links": OBJECT}
_REQUEST_BODY = {"description": TEXT, "required": FLAG}
_EXAMPLE = {"summary": TEXT, "description": TEXT, "externalValue": TEXT}
_HEADER = {"description": TEXT, "required": FLAG, "deprecated": FLAG, "style": TEXT, "explode": FLAG}
_LINK = {"operationRef": TEXT, "operationId": TEXT, "description": TEXT, "parameters": OBJECT}
_ENCODING = {
    "contentType": TEXT,
    "headers": OBJECT,
    "style": TEXT,
    "explode": FLAG,
    "allowReserved": FLAG,
    **NESTED,
}


def check_responses(context: Context, responses: object, pointer: str) -> None:
    """Check the responses of an operation by status."""
    for status, response, at in context.children(responses, pointer):
        if status.startswith("x-"):
            continue
        if not _STATUS.fullmatch(status):
            hint = 'Possible: 100 to 599, 1XX to 5XX, or "default".'
            context.report(at, f"{brief(status)} is not a response status", hint, rule="status-in-lower-case")
        check_response(context, response, at)


def check_response(context: Context, response: object, pointer: str) -> None:
    """Check one response."""
    if not context.is_inline(response, pointer, "response"):
        return
    context.require(response, pointer, "description")
    context.fields(response, pointer, _RESPONSE)
    if "content" in response:
        check_content(context, response["content"], f"{pointer}/content")
    elif "schema" in response:
        context.report(f"{pointer}/schema", "A response has no schema of its own", SWAGGER_HINT)
    _check_headers(context, response, pointer)
    for _, link, at in context.children(as_object(response.get("links")), f"{pointer}/links"):
        check_link(context, link, at)


def check_link(context: Context, link: object, pointer: str) -> None:
    """Check one link of a response."""
    if context.is_inline(link, pointer, "link"):
        context.fields(link, pointer, _LINK)


def check_request_body(context: Context, body: object, pointer: str) -> None:
    """Check one request body."""
    if not context.is_inline(body, pointer, "request body"):
        return
    context.require(body, pointer, "content")
    context.fields(body, pointer, _REQUEST_BODY)
    if "content" in body:
        check_content(context, body["content"], f"{pointer}/content")
        for name in as_object(body["content"]):
            check_media_type(context, name, f"{pointer}/content/{escape(name)}")


def check_media_type(context: Context, name: str, pointer: str) -> None:
    """Check the name of a media type that a request tells."""
    if not is_media_type(name):
        context.report(pointer, f"{brief(name)} is no media type, so no request can tell it")


def check_content(context: Context, content: object, pointer: str) -> None:
    """Check the media types of a body, parameter or header."""
    for _, media_type, at in context.children(content, pointer):
        if not context.is_object(media_type, at):
            continue
        if "$ref" in media_type and "schema" not in media_type:
            message = f"The reference {brief(media_type['$ref'])} leads to no media type"
            context.report(at, message, "Only OpenAPI 3.2 shares media types, in components/mediaTypes.")
        if "schema" in media_type:
            check_schema(context, media_type["schema"], f"{at}/schema")
        if "encoding" in media_type:
            for _, encoding, inner in context.children(media_type["encoding"], f"{at}/encoding"):
                if context.is_object(encoding, inner):
                    _check_encoding(context, encoding, inner)
                    _check_headers(context, encoding, inner)
        _check_examples(context, media_type, at)


def _check_encoding(context: Context, encoding: dict[str, Any], pointer: str) -> None:
    context.fields(encoding, pointer, _ENCODING)
    check_nested(context, encoding, pointer)
    styles = ("form", "spaceDelimited", "pipeDelimited", "deepObject")
    if isinstance(style := encoding.get("style"), str) and style not in styles:
        message = f"The style {brief(style)} is not one for a field of a form"
        context.report(f"{pointer}/style", message, f"Possible: {', '.join(styles)}.")
    if isinstance(kinds := encoding.get("contentType"), str):
        for kind in kinds.split(","):
            check_media_type(context, kind.strip(), f"{pointer}/contentType")
    for name in as_object(encoding.get("headers")):
        if not is_token(name):
            message = f"The header {brief(name)} has a name that no request can carry"
            context.report(f"{pointer}/headers/{escape(name)}", message)


def check_header(context: Context, header: object, pointer: str) -> None:
    """Check one header of a response or of a part."""
    if context.is_inline(header, pointer, "header"):
        context.fields(header, pointer, _HEADER)
        check_value(context, header, pointer)


def check_value(context: Context, holder: dict[str, Any], pointer: str) -> None:
    """Check that a parameter or header has a schema or one media type, and not both."""
    if "schema" in holder and "content" in holder:
        context.report(pointer, 'Both "schema" and "content" are given', "Keep one of the two.")
    elif "schema" not in holder and "content" not in holder:
        hint = SWAGGER_HINT if "type" in holder else None
        message = 'Neither "schema" nor "content" is given'
        context.report(pointer, message, hint, rule="parameter-without-schema")
    if "schema" in holder:
        check_schema(context, holder["schema"], f"{pointer}/schema")
    if "content" in holder:
        check_content(context, holder["content"], f"{pointer}/content")
        if is_object(holder["content"]) and len(holder["content"]) != 1:
            context.report(f"{pointer}/content", '"content" must have exactly one media type here')
    _check_examples(context, holder, pointer)


def check_example(context: Context, example: object, pointer: str) -> None:
    """Check one named example; its value may be anything."""
    if context.is_inline(example, pointer, "example"):
        context.fields(example, pointer, _EXAMPLE)


def _check_headers(context: Context, holder: dict[str, Any], pointer: str) -> None:
    for _, header, at in context.children(as_object(holder.get("headers")), f"{pointer}/headers"):
        check_header(context, header, at)


def _check_examples(context: Context, holder: dict[str, Any], pointer: str) -> None:
    if "examples" in holder and is_array(holder["examples"]):
        message = '"examples" must be an object, not an array'
        context.report(f"{pointer}/examples", message, rule="list-of-examples")
    elif "examples" in holder:
        for _, example, at in context.children(holder["examples"], f"{pointer}/examples"):
            check_example(context, example, at)
