"""The `Operation` constants of a resource module: the wire facts, stated once."""

from __future__ import annotations

from attrs import frozen

from odcgen import ir

from . import layout
from .escape import literal
from .imports import Imports
from .methods import Method

_RUNTIME = ".._runtime"


@frozen
class Constant:
    """One `Operation` constant, and the `Poll` that goes with it."""

    name: str
    statement: str
    poll: str


def constants(owner: str, methods: list[Method], imports: Imports) -> list[Constant]:
    """Return the constants of a resource's methods, recording what they and the methods import."""
    imports.name(f"{_RUNTIME}.kernel.operation", "Operation")
    imports.name(f"{_RUNTIME}.face.resource", "AsyncResource", "Resource")
    imports.type(f"{_RUNTIME}.policy.options", "CallOptions")
    imports.type("typing", "Unpack")
    built: list[Constant] = []
    for method in methods:
        operation = method.operation
        if operation.paging is not None:
            imports.name(f"{_RUNTIME}.kernel.operation", "Paging")
            imports.type(f"{_RUNTIME}.flows.paging", "AsyncPager", "Pager")
        if operation.poll is not None:
            imports.name(f"{_RUNTIME}.kernel.operation", "Poll")
            imports.type("collections.abc", "Callable")
            imports.type(f"{_RUNTIME}.policy.options", "PollOptions")
        if operation.upload is not None:
            imports.type(f"{_RUNTIME}.wire.streams", "Progress")
            imports.type(f"{_RUNTIME}.flows.transfer", "Source")
        if operation.body is not None and operation.body.spread:
            imports.name(".", "models")
        statement = layout.call(f"{_target(method)} = Operation", _arguments(owner, method, imports))
        built.append(Constant(method.constant, statement, _poll(operation)))
    return built


def _target(method: Method) -> str:
    """Name the constant; what decodes one of several types cannot tell which, so that its type is written."""
    result = method.operation.result
    if method.operation.paging or result is None or not isinstance(ir.unwrap(result), ir.UnionOf):
        return method.constant
    return f"{method.constant}: Operation[{method.returns}]"


def _arguments(owner: str, method: Method, imports: Imports) -> list[str | tuple[str, list[str]]]:
    operation = method.operation
    facts: list[str | tuple[str, list[str]]] = [
        literal(f"{owner}.{operation.name}"),
        f'"{operation.method}"',
        literal(_path(operation)),
    ]
    if method.decode:
        facts.append(method.decode)
    facts += _parameters(operation, imports)
    if operation.body is not None:
        media_types = [literal(content.media_type) for content in operation.body.contents]
        if [content.media_type.text for content in operation.body.contents] != ["application/json"]:
            facts.append(("body=", media_types))
    if operation.paging is not None:
        facts.append(f"paging={_paging(operation.paging)}")
    if operation.permissions:
        facts.append(("permissions=", [literal(name) for name in operation.permissions]))
    if operation.deprecated:
        removal = (
            f"it may be removed on {operation.removal.text}" if operation.removal else "it may be removed"
        )
        facts.append(f"deprecated={literal(removal)}")
    if not operation.secured:
        facts.append("secured=False")
    if operation.binary:
        facts.append("binary=True")
    return facts


def _path(operation: ir.Operation) -> ir.SpecText:
    """Return the path with what the styles `label` and `matrix` put before a value."""
    path = operation.path.text
    for parameter in operation.located("path"):
        before = {"label": ".", "matrix": f";{parameter.wire.text}="}.get(parameter.style or "", "")
        place = f"{{{parameter.wire.text}}}"
        path = path.replace(place, before + place)
    return ir.SpecText(path)


def _parameters(operation: ir.Operation, imports: Imports) -> list[tuple[str, list[str]]]:
    header = [literal(parameter.wire) for parameter in operation.located("header")]
    cookie = [literal(parameter.wire) for parameter in operation.located("cookie")]
    query = [_query(parameter, imports) for parameter in operation.located("query")]
    return [
        (f"{name}=", items)
        for name, items in (("query", query), ("header", header), ("cookie", cookie))
        if items
    ]


def _query(parameter: ir.Parameter, imports: Imports) -> str:
    style = parameter.style or "form"
    explode = parameter.explode if parameter.explode is not None else style == "form"
    if (style, explode) == ("form", True):
        return literal(parameter.wire)
    imports.name(f"{_RUNTIME}.kernel.operation", "Query")
    return f"Query({literal(parameter.wire)}, {literal(style)}, {explode})"


def _paging(paging: ir.Paging) -> str:
    facts = [f"items={literal(paging.items)}"] if paging.items.text != "results" else []
    for name, text in (("limit", paging.limit), ("offset", paging.offset)):
        if text is None:
            facts.append(f"{name}=None")
        elif text.text != name:
            facts.append(f"{name}={literal(text)}")
    return f"Paging({', '.join([*facts, *(['in_body=True'] if paging.in_body else [])])})"


def _poll(operation: ir.Operation) -> str:
    poll = operation.poll
    if poll is None:
        return ""
    facts = [_tuple([literal(state) for state in poll.done])]
    for name, states in (("failed", poll.failed), ("pause", poll.pause)):
        facts += [f"{name}={_tuple([literal(state) for state in states])}"] if states else []
    if poll.status.text != "status":
        facts.append(f"status={literal(poll.status)}")
    if poll.missing_ok:
        facts.append("missing_ok=True")
    if poll.messages is not None:
        facts.append(f"messages={literal(poll.messages)}")
    return f"Poll({', '.join(facts)})"


def _tuple(items: list[str]) -> str:
    return f"({', '.join(items)}{',' if len(items) == 1 else ''})"
