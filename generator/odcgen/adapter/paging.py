"""Recognising answers that are pages of a list."""

from __future__ import annotations

from collections.abc import Iterable

from odcgen import ir

from .models import Models

_Asked = tuple[ir.SpecText | None, ir.SpecText | None]


def find_paging(operation: ir.Operation, items: str | None, models: Models) -> ir.Paging | None:
    """Return how an operation pages, or None where its answer is no list.

    A list is an answer `{results: [...], page?: {...}}`, nothing else; it is asked for with `limit` and
    `offset`, in any spelling, as query parameters or in the body. Without them the list has a single page.
    `items` names another property than `results`, as an overlay's `x-odcgen-paging: {items: builds}` does; what
    else such an answer holds is then left to its raw page.
    """
    fields = _fields(operation.result, models)
    name = items or "results"
    if name not in fields or not (items or fields.keys() <= {name, "page"}):
        return None
    results = ir.unwrap(fields[name].type)
    if not isinstance(results, ir.ListOf):
        return None
    page = ir.SpecText("page") if "page" in fields else None
    limit, offset = _asked(parameter.wire for parameter in operation.located("query"))
    in_body = False
    if offset is None and page is not None and operation.body is not None:
        first = operation.body.contents[0].type
        limit, offset = _asked(field.wire for field in _fields(first, models).values())
        in_body = offset is not None
    return ir.Paging(ir.SpecText(name), ir.unwrap(results.item), page, limit, offset, in_body)


def _fields(type_: ir.Type | None, models: Models) -> dict[str, ir.Field]:
    """Return the fields of a model by the names of the document; what is no model has none."""
    bare = ir.unwrap(type_) if type_ is not None else None
    model = models.get(bare.key) if isinstance(bare, ir.Ref) else None
    return {field.wire.text: field for field in model.fields} if model else {}


def _asked(names: Iterable[ir.SpecText]) -> _Asked:
    found = {name.text.lower(): name for name in names}
    return found.get("limit"), found.get("offset")
