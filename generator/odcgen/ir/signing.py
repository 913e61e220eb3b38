"""Making signatures: the one place that decides how a method, or the class of a model, is called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import evolve

from .nodes import Api, Direction, Field, Model
from .operation import Body, Operation, Parameter
from .signature import Argument, Callback, Default, Form, Kind, RuntimeType, Signature
from .types import Const, MapOf, Nullable, Scalar, Type, UnionOf, references

_NONE, _UNSET = Default("none"), Default("unset")
_WAITING_TIME = Default("value", 900.0)
_CALL, _POLL = RuntimeType("CallOptions"), RuntimeType("PollOptions")


def sign(api: Api) -> Api:
    """Return a named API whose operations have the signatures of their methods."""
    models = {model.key: model for model in api.models}
    resources = tuple(
        evolve(
            resource,
            operations=tuple(
                evolve(operation, signatures=_signatures(operation, models))
                for operation in resource.operations
            ),
        )
        for resource in api.resources
    )
    return evolve(api, resources=resources)


def members(model: Model) -> tuple[Argument, ...]:
    """Return what a model's class has, as it is made with it: by name, in the model's order.

    What is absent is None in an answer and UNSET in a body. A field that travels one way only can be missing
    from a model that travels both.
    """
    way = model.direction
    named = [_member(field, way) for field in model.fields if _travels(field, way)]
    if model.additional is not None:
        free = MapOf(model.additional)
        named.append(Argument("additional", "keyword", "field", free, default=Default("empty")))
    return tuple(named)


def _signatures(operation: Operation, models: Mapping[str, Model]) -> tuple[Signature, ...]:
    """Return the signature of an operation's method, and of those beside it."""
    path = [_parameter(one, "positional") for one in operation.path_parameters]
    others = [_parameter(one, "keyword") for one in operation.other_parameters]
    whole, fields = _body(operation.body, models)
    call = _signature(operation, operation.name, [*path, *whole], [*others, *fields])
    signatures = [call]
    if operation.poll is not None:
        polled = _signature(operation, operation.poll.method, path, others, _waiting(call), _POLL)
        signatures.append(evolve(polled, role="wait"))
    if operation.upload is not None:
        source = Argument("source", "positional", "option", RuntimeType("Source"))
        progress = Argument("on_progress", "keyword", "option", RuntimeType("Progress"), default=_NONE)
        uploaded = _signature(operation, operation.upload.method, [*path, source], others, [progress])
        signatures.append(evolve(uploaded, role="upload"))
    return tuple(signatures)


def _signature(
    operation: Operation,
    name: str,
    positional: list[Argument],
    keywords: list[Argument],
    extra: Iterable[Argument] = (),
    options: RuntimeType = _CALL,
) -> Signature:
    """Put the arguments in their order: what is required comes before what is not."""
    ordered = [
        *positional,
        *sorted(keywords, key=lambda argument: not argument.required),
        *extra,
        Argument("options", "options", "option", options),
    ]
    form = _form(operation)
    returns = operation.answer if form in ("value", "pager") else None
    return Signature(name, tuple(ordered), form, returns)


def _form(operation: Operation) -> Form:
    if operation.binary:
        return "bytes"
    if operation.paging is not None:
        return "pager"
    return "none" if operation.result is None else "value"


def _waiting(call: Signature) -> list[Argument]:
    """Return what a method that polls takes besides."""
    seconds = Argument("timeout", "keyword", "option", Scalar("float"), default=_WAITING_TIME)
    called = Callback(call.form, call.returns)
    return [seconds, Argument("on_progress", "keyword", "option", called, default=_NONE)]


def _parameter(parameter: Parameter, kind: Kind) -> Argument:
    return Argument(
        name=parameter.name,
        kind=kind,
        place=parameter.location,
        type=parameter.type,
        wire=parameter.wire,
        default=None if parameter.required else _NONE,
        doc=parameter.doc,
    )


def _body(body: Body | None, models: Mapping[str, Model]) -> tuple[list[Argument], list[Argument]]:
    """Return the body as one argument, or its properties as many."""
    if body is None:
        return [], []
    types = tuple(dict.fromkeys(content.type for content in body.contents))
    if body.spread:
        (key,) = references(types[0])
        return [], [_property(field) for field in models[key].fields if not field.read_only]
    default = None if body.required else _NONE
    return [Argument("body", "positional", "body", _either(types), None, default, body.doc)], []


def _either(types: tuple[Type, ...]) -> Type:
    return types[0] if len(types) == 1 else UnionOf(types)


def _property(field: Field) -> Argument:
    default = _constant(field) if field.required else _UNSET
    return Argument(field.name, "keyword", "field", field.type, field.wire, default, field.doc)


def _constant(field: Field) -> Default | None:
    """Return the only value that a field can have, if it has only one."""
    return Default("value", field.type.value) if isinstance(field.type, Const) else None


def _member(field: Field, direction: Direction) -> Argument:
    type_, default = field.type, None
    one_way = direction is Direction.BOTH and (field.read_only or field.write_only)
    if field.required and direction is not Direction.RESPONSE and isinstance(type_, Const):
        default = _constant(field)
    elif not field.required or one_way:
        default = _NONE if direction is Direction.RESPONSE else _UNSET
        if direction is Direction.BOTH:
            type_ = Nullable(type_)
    return Argument(field.name, "keyword", "field", type_, field.wire, default, field.doc)


def _travels(field: Field, direction: Direction) -> bool:
    """Tell whether a model of this direction has the field: some are only sent, some only received."""
    if direction is Direction.REQUEST:
        return not field.read_only
    return direction is Direction.BOTH or not field.write_only
