"""Recognising answers that are pages of a list."""

from __future__ import annotations

from odcgen import ir
from odcgen.documents.walk import component_schemas, resolve
from odcgen.kit.json_value import Json, as_object

from .lift import Lifter


def find_paging(
    data: Json,
    lifter: Lifter,
    items: str | None,
    parameters: tuple[ir.Parameter, ...],
    body: ir.Body | None,
    result: ir.Type | None,
) -> ir.Paging | None:
    """Return how an operation pages, or None where its answer is no list.

    A list is an answer `{results: [...], page?: {...}}`, nothing else; it is asked for with `limit` and
    `offset`, in any spelling, as query parameters or in the body. Without them the list has a single page.
    `items` names another property than `results`, as an overlay's `x-odcgen-paging: {items: builds}` does.
    """
    result = ir.unwrap(result) if result is not None else None
    if not isinstance(result, ir.Ref):
        return None
    props = lifter.parsed(result.key)
    name = items or "results"
    if not {name} <= props.keys() <= {name, "page"}:
        return None
    declared = as_object(component_schemas(data)[result.key].get("properties"))
    results = ir.unwrap(lifter.type(props[name], declared.get(name)))
    if not isinstance(results, ir.ListOf):
        return None
    page = ir.SpecText("page") if "page" in props else None
    limit, offset = _asked(parameters)
    in_body = False
    if offset is None and page is not None and body is not None:
        limit, offset = _asked_in_body(data, body)
        in_body = offset is not None
    return ir.Paging(ir.SpecText(name), ir.unwrap(results.item), page, limit, offset, in_body)


def _asked(parameters: tuple[ir.Parameter, ...]) -> tuple[ir.SpecText | None, ir.SpecText | None]:
    query = {
        parameter.wire.text.lower(): parameter.wire
        for parameter in parameters
        if parameter.location == "query"
    }
    return query.get("limit"), query.get("offset")


def _asked_in_body(data: Json, body: ir.Body) -> tuple[ir.SpecText | None, ir.SpecText | None]:
    type_ = body.contents[0].type if body.contents else None
    if not isinstance(type_, ir.Ref):
        return None, None
    schema = as_object(resolve(data, component_schemas(data)[type_.key]))
    names = {name.lower(): ir.SpecText(name) for name in as_object(schema.get("properties"))}
    return names.get("limit"), names.get("offset")
