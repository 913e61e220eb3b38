"""Pairs for the rules about types and about required, read-only and write-only properties."""

from tests.unit.diff.documents import (
    PLACES,
    header_parameter,
    request_body,
    response_body,
    with_property,
)
from tests.unit.diff.schema_pairs import INTEGER, NUMBER, OBJECT, STRING

UUID = {"type": "string", "format": "uuid"}
TYPES = {
    # place: name of the change -> old and new schema, or several such pairs
    "request-body": {
        "type-changed": [(STRING, INTEGER), (NUMBER, INTEGER), (STRING, UUID), ({}, STRING)],
        "type-generalized": [(INTEGER, NUMBER), (UUID, STRING), (STRING, {})],
    },
    "response-body": {
        "type-changed": [(STRING, INTEGER), (INTEGER, STRING)],
        "type-generalized": [(INTEGER, NUMBER), (UUID, STRING), (STRING, {})],
        "type-specialized": [(NUMBER, INTEGER), (STRING, UUID), ({}, STRING)],
    },
    "request-parameter": {
        "type-changed": [(STRING, INTEGER), (NUMBER, INTEGER), (STRING, UUID)],
        "type-generalized": [
            (INTEGER, STRING),
            (INTEGER, NUMBER),
            (STRING, {"type": "array", "items": STRING}),
        ],
    },
    "request-parameter-property": {
        "type-changed": [(INTEGER, STRING)],
        "type-generalized": [(INTEGER, NUMBER)],
        "type-specialized": [(STRING, INTEGER)],
    },
    "response-header": {
        "type-changed": [(INTEGER, STRING)],
        "type-compatible": [(STRING, INTEGER)],
        "type-generalized": [(INTEGER, NUMBER)],
        "type-specialized": [(NUMBER, INTEGER)],
    },
}
TYPES["request-property"] = TYPES["request-body"]
TYPES["response-property"] = TYPES["response-body"]
# Where the wire is text, a number reads the same as a string.
COMPATIBLE = {
    "request-body": (request_body, INTEGER, STRING),
    "request-property": (with_property(request_body), INTEGER, STRING),
    "response-body": (response_body, STRING, INTEGER),
    "response-property": (with_property(response_body), STRING, INTEGER),
}


def type_pairs(rules):
    """Yield (rule, old, new, expected) for types, formats and lists of types."""
    for place, changes in TYPES.items():
        for change, pairs in changes.items():
            for old, new in pairs:
                rule = f"{place}-{change}"
                yield rule, PLACES[place](old), PLACES[place](new), {rule}
    for place, (put, old, new) in COMPATIBLE.items():
        rule = f"{place}-type-compatible"
        yield rule, put(old, media_type="application/xml"), put(new, media_type="application/xml"), {rule}


def property_pairs(rules):
    """Yield (rule, old, new, expected) for what is said of a property and not of its schema."""
    for side, put in (("request", request_body), ("response", response_body)):
        yield from _flag_pairs(side, put)
        yield from _deprecation_pairs(side, put)
    yield from _request_need_pairs()
    yield from _response_need_pairs()
    header_optional, header_required = (
        with_property(header_parameter, required=need) for need in (False, True)
    )
    pair = header_parameter(OBJECT), header_required(STRING)
    yield "new-required-request-header-property", *pair, {"new-required-request-header-property"}
    rule = "request-header-property-became-required"
    yield rule, header_optional(STRING), header_required(STRING), {rule}


def _flag_pairs(side, put):
    for need in ("required", "optional"):
        here = with_property(put, required=need == "required")
        for keyword, name in (("readOnly", "read-only"), ("writeOnly", "write-only")):
            plain, marked = here(STRING), here({**STRING, keyword: True})
            rule = f"{side}-{need}-property-became-{name}"
            yield rule, plain, marked, {rule}
            rule = f"{side}-{need}-property-became-not-{name}"
            yield rule, marked, plain, {rule}


def _deprecation_pairs(side, put):
    here = with_property(put)
    old = here({**STRING, "deprecated": True})
    for end, schema in (
        ("deprecated", {**STRING, "deprecated": True}),
        ("deprecated-with-sunset", {**STRING, "deprecated": True, "x-sunset": "2030-01-01"}),
        ("deprecated-sunset-invalid", {**STRING, "deprecated": True, "x-sunset": "soon"}),
    ):
        rule = f"{side}-property-{end}"
        yield rule, here(STRING), here(schema), {rule}
    rule = f"{side}-property-reactivated"
    yield rule, old, here(STRING), {rule}


def _request_need_pairs():
    optional, required = (with_property(request_body, required=need) for need in (False, True))
    default = {**STRING, "default": "x"}
    for rule, old, new in (
        ("new-optional-request-property", request_body(OBJECT), optional(STRING)),
        ("new-required-request-property", request_body(OBJECT), required(STRING)),
        ("new-required-request-property-with-default", request_body(OBJECT), required(default)),
        ("request-property-removed", optional(STRING), request_body(OBJECT)),
        ("request-property-removed", required(STRING), request_body(OBJECT)),
        ("request-property-became-required", optional(STRING), required(STRING)),
        ("request-property-became-required-with-default", optional(default), required(default)),
        ("request-property-became-optional", required(STRING), optional(STRING)),
    ):
        yield rule, old, new, {rule}


def _response_need_pairs():
    for guard, fixed in (("", {}), ("write-only-", {"writeOnly": True})):
        optional, required = (with_property(response_body, required=need, **fixed) for need in (False, True))
        for need, put in (("optional", optional), ("required", required)):
            rule = f"response-{need}-{guard}property-added"
            yield rule, response_body(OBJECT), put(STRING), {rule}
            rule = f"response-{need}-{guard}property-removed"
            yield rule, put(STRING), response_body(OBJECT), {rule}
        rule = f"response-{guard}property-became-required"
        yield rule, optional(STRING), required(STRING), {rule}
        rule = f"response-{guard}property-became-optional"
        yield rule, required(STRING), optional(STRING), {rule}
