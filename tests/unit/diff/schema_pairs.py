"""For each change of a schema that a rule names, the smallest pair of schemas that differ by it.

A row is (end of the rule ids, old schema, new schema, further rules the pair triggers). It stands for one
pair at every place where the reference tool has a rule with that end.
"""

from tests.unit.diff.documents import PLACES, A, B, C

ARRAY = {"type": "array"}
OBJECT = {"type": "object"}
STRING = {"type": "string"}
NUMBER = {"type": "number"}
INTEGER = {"type": "integer"}
NULLABLE = {"type": ["string", "null"]}
ENUM = {"type": "string", "enum": ["x", "y"]}
LIST = {"oneOf": [STRING, INTEGER]}
MAPPED = {"propertyName": "kind", "mapping": {"a": A["$ref"]}}
CONDITION = {"if": {"required": ["x"]}}


def _bounds():
    for keyword, name, base in (
        ("maximum", "max", NUMBER),
        ("minimum", "min", NUMBER),
        ("exclusiveMaximum", "exclusive-max", NUMBER),
        ("exclusiveMinimum", "exclusive-min", NUMBER),
        ("maxLength", "max-length", STRING),
        ("minLength", "min-length", STRING),
        ("maxItems", "max-items", ARRAY),
        ("minItems", "min-items", ARRAY),
        ("maxContains", "max-contains", {**ARRAY, "contains": STRING}),
        ("minContains", "min-contains", {**ARRAY, "contains": STRING}),
    ):
        low, high = {**base, keyword: 5}, {**base, keyword: 10}
        yield f"{name}-increased", low, high
        yield f"{name}-decreased", high, low
        if keyword not in {"minLength", "maxContains", "minContains"}:  # there, absence is a number
            yield f"{name}-set", base, low
            yield f"{name}-unset", low, base


def _values():
    for keyword, name, base, one, other in (
        ("const", "const", STRING, "x", "y"),
        ("default", "default-value", STRING, "x", "y"),
        ("pattern", "pattern", STRING, "^a$", "^b$"),
    ):
        yield f"{name}-added", base, {**base, keyword: one}
        yield f"{name}-removed", {**base, keyword: one}, base
        yield f"{name}-changed", {**base, keyword: one}, {**base, keyword: other}
    yield "pattern-generalized", {**STRING, "pattern": "^a$"}, {**STRING, "pattern": ".*"}
    yield "became-nullable", STRING, NULLABLE
    yield "became-not-nullable", NULLABLE, STRING
    yield "became-enum", STRING, ENUM
    yield "enum-value-added", {**STRING, "enum": ["x"]}, ENUM
    yield "enum-value-removed", ENUM, {**STRING, "enum": ["x"]}
    yield "content-encoding-changed", STRING, {**STRING, "contentEncoding": "base64"}
    yield "content-media-type-changed", STRING, {**STRING, "contentMediaType": "image/png"}
    extensible = {**STRING, "x-extensible-enum": ["x", "y"]}
    yield "x-extensible-enum-value-removed", extensible, {**STRING, "x-extensible-enum": ["x"]}


def _parts():
    for name, base, keyword, part in (
        ("contains", ARRAY, "contains", STRING),
        ("content-schema", STRING, "contentSchema", OBJECT),
        ("property-names", OBJECT, "propertyNames", {"pattern": "^a"}),
        ("unevaluated-items", ARRAY, "unevaluatedItems", False),
        ("unevaluated-properties", OBJECT, "unevaluatedProperties", False),
        ("if", OBJECT, "if", {"required": ["x"]}),
        ("then", {**OBJECT, **CONDITION}, "then", {"required": ["x"]}),
        ("else", {**OBJECT, **CONDITION}, "else", {"required": ["x"]}),
        ("pattern-property", OBJECT, "patternProperties", {"^a": STRING}),
        ("dependent-schema", OBJECT, "dependentSchemas", {"a": {"maxProperties": 3}}),
        ("dependent-required", OBJECT, "dependentRequired", {"a": ["b"]}),
        ("discriminator", {"oneOf": [A, C]}, "discriminator", {"propertyName": "kind"}),
    ):
        yield f"{name}-added", base, {**base, keyword: part}
        yield f"{name}-removed", {**base, keyword: part}, base
    needs = {**OBJECT, "dependentRequired": {"a": ["b"]}}
    yield "dependent-required-changed", needs, {**OBJECT, "dependentRequired": {"a": ["c"]}}
    yield "prefix-items-added", {**ARRAY, "prefixItems": [STRING]}, {**ARRAY, "prefixItems": [STRING, NUMBER]}
    yield (
        "prefix-items-removed",
        {**ARRAY, "prefixItems": [STRING, NUMBER]},
        {**ARRAY, "prefixItems": [STRING]},
    )


def _discriminators():
    def choice(discriminator):
        return {"oneOf": [A, C], "discriminator": discriminator}

    plain, both = {"propertyName": "kind"}, {**MAPPED, "mapping": {"a": A["$ref"], "c": C["$ref"]}}
    yield "discriminator-property-name-changed", choice(plain), choice({"propertyName": "sort"})
    yield "discriminator-mapping-added", choice(MAPPED), choice(both)
    yield "discriminator-mapping-deleted", choice(both), choice(MAPPED)
    yield "discriminator-mapping-changed", choice(MAPPED), choice({**MAPPED, "mapping": {"a": C["$ref"]}})


def _branches():
    for keyword, name in (("oneOf", "one-of"), ("anyOf", "any-of")):
        yield f"{name}-added", {keyword: [A, C]}, {keyword: [A, C, B]}
        yield f"{name}-removed", {keyword: [A, C, B]}, {keyword: [A, C]}
    prose = {"description": "Words."}
    yield "all-of-added-annotation-only", {"allOf": [A]}, {"allOf": [A, prose]}
    yield "all-of-removed-annotation-only", {"allOf": [A, prose]}, {"allOf": [A]}
    yield "all-of-added", {"allOf": [A]}, {"allOf": [A, B]}, "added"
    yield "all-of-removed", {"allOf": [A, B]}, {"allOf": [A]}, "removed"
    yield "wrapped-in-one-of", A, {"oneOf": [A, C]}
    yield "list-of-types-widened", STRING, LIST
    yield "list-of-types-narrowed", LIST, STRING


ROWS = [
    (change, old, new, *more)
    for family in (_bounds, _values, _parts, _discriminators, _branches)
    for change, old, new, *more in family()
]

# What adding or removing branch B, which has a required property, means besides.
CONSEQUENCES = {
    ("request-body", "added"): "new-required-request-property",
    ("request-body", "removed"): "request-property-removed",
    ("request-property", "added"): "new-required-request-property",
    ("request-property", "removed"): "request-property-removed",
    ("response-body", "added"): "response-required-property-added",
    ("response-body", "removed"): "response-required-property-removed",
    ("response-property", "added"): "response-required-property-added",
    ("response-property", "removed"): "response-required-property-removed",
}
RENAMED_RULES = {"response-body-enum-value-removed": "response-mediatype-enum-value-removed"}


def schema_pairs(rules):
    """Yield (rule, old document, new document, expected rules) for each row at each place with its rule."""
    for place, put in PLACES.items():
        for change, old, new, *more in ROWS:
            rule = RENAMED_RULES.get(f"{place}-{change}", f"{place}-{change}")
            if rule in rules:
                yield (
                    rule,
                    put(old),
                    put(new),
                    {rule, *(CONSEQUENCES[place, consequence] for consequence in more)},
                )
