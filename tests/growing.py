"""Families of small documents that made work grow faster than their text, by a number that tells the size."""

HEAD = {
    "openapi": "3.0.3",
    "info": {"title": "t", "version": "1"},
    "servers": [{"url": "https://x.example/api"}],
}
TEXT = {"type": "string"}


def ref(name):
    return {"$ref": f"#/components/schemas/{name}"}


def record(**properties):
    return {"type": "object", "properties": properties}


def get(schema, **more):
    return {
        "responses": {"200": {"description": "", "content": {"application/json": {"schema": schema}}}}
    } | more


def document(schemas=None, schema=None, paths=None, **more):
    """A document of one operation that answers with its first schema, or of the given paths."""
    schemas = schemas or {}
    paths = paths or {"/x": {"get": get(schema or ref(next(iter(schemas))))}}
    return HEAD | {"paths": paths, "components": {"schemas": schemas} | more.pop("components", {})} | more


def doubling_unions(n):
    levels = {
        f"S{i}": {
            "anyOf": [
                {"type": "array", "items": ref(f"S{i + 1}")},
                {"type": "object", "additionalProperties": ref(f"S{i + 1}")},
            ]
        }
        for i in range(n)
    }
    return document(levels | {f"S{n}": TEXT})


def unions_of_each_other(n):
    n //= 4
    return document(
        {
            f"S{i}": {
                "anyOf": [*({"type": "array", "items": ref(f"S{j}")} for j in range(n) if j != i), TEXT]
            }
            for i in range(n)
        }
    )


def a_union_in_many_properties(n):
    members = {f"M{i}": record(**{f"a{i}": TEXT}) for i in range(n)}
    union = {"U": {"anyOf": [ref(name) for name in members]}}
    return document(union | members | {"R": record(**{f"p{i}": ref("U") for i in range(n)})}, ref("R"))


def names_alike(n):
    return document({"A": record(**{"a" + "-" * i: TEXT for i in range(n * 4)})})


def methods_alike(n):
    return document(paths={"/a" + "-" * i: {"get": get(TEXT)} for i in range(n)})


def members(n):
    return document({"A": {"anyOf": [record(**{f"a{i}": TEXT}) for i in range(n)]}})


def heirs_of_a_wide_base(n):
    base = {"Base": record(**{f"p{i}": TEXT for i in range(n)})}
    heirs = {f"H{i}": {"allOf": [ref("Base"), record(**{f"h{i}": TEXT})]} for i in range(n)}
    return document(base | heirs, {"anyOf": [ref(name) for name in heirs]})


def a_lattice_of_all_of(n):
    rows = n // 4
    schemas = {f"{k}{rows}": record(**{k: TEXT}) for k in "AB"}
    for i in range(rows):
        for k in "AB":
            schemas[f"{k}{i}"] = {"allOf": [ref(f"A{i + 1}"), ref(f"B{i + 1}"), record(**{f"{k}{i}": TEXT})]}
    return document(schemas, ref("A0"))


def meeting_properties(n):
    rows = n // 4
    schemas = {"R": {"allOf": [ref("A0"), ref("B0")]}}
    for i in range(rows):
        schemas[f"A{i}"] = record(p=ref(f"A{i + 1}"), q=ref(f"B{i + 1}"))
        schemas[f"B{i}"] = record(p=ref(f"B{i + 1}"), q=ref(f"A{i + 1}"))
    return document(schemas | {f"A{rows}": record(x=TEXT), f"B{rows}": record(y=TEXT)})


def products_of_unions(n):
    unions = {f"U{i}": {"oneOf": [record(**{f"k{i}{j}": TEXT}) for j in range(2)]} for i in range(5)}
    heirs = {f"P{i}": {"allOf": [*map(ref, unions), record(**{f"p{i}": TEXT})]} for i in range(n)}
    return document(unions | heirs, {"anyOf": [ref(name) for name in heirs]})


def parameters_for_all(n):
    shared = {f"Q{j}": {"name": f"q{j}", "in": "query", "schema": TEXT} for j in range(n)}
    item = {"parameters": [{"$ref": f"#/components/parameters/{name}"} for name in shared]}
    paths = {f"/x{i}": item | {"get": get(TEXT)} for i in range(n)}
    return document(paths=paths, components={"parameters": shared})


def one_path_item(n):
    item = {"get": get(record(**{f"p{i}": TEXT for i in range(n)}))}
    return document(paths={f"/x{i}": {"$ref": "#/x-item"} for i in range(n)}) | {"x-item": item}


def one_answer(n):
    content = {f"application/v{j}+json": {"schema": record(**{f"p{j}": TEXT})} for j in range(n)}
    paths = {
        f"/x{i}": {"get": {"responses": {"200": {"$ref": "#/components/responses/R"}}}} for i in range(n)
    }
    return document(paths=paths, components={"responses": {"R": {"description": "", "content": content}}})


def one_text(n):
    parameter = {"name": "q", "in": "query", "description": "x" * 200 * n, "schema": TEXT}
    paths = {
        f"/x{i}": {"get": get(TEXT, parameters=[{"$ref": "#/components/parameters/Q"}])} for i in range(n)
    }
    return document(paths=paths, components={"parameters": {"Q": parameter}})


def long_names(n):
    schema = record(**{f"l{j}": TEXT for j in range(n)})
    for _ in range(20):
        schema = record(**{"n" * n * 4: schema})
    return document({"A": schema})


def long_paths(n):
    return document(paths={"/a" * n * 2 + f"/{i}": {"get": get(TEXT)} for i in range(n)})


def a_chain_of_references(n):
    return document({f"S{i}": ref(f"S{i + 1}") for i in range(n)} | {f"S{n}": TEXT})


def a_loop_of_references(n):
    return document({f"S{i}": ref(f"S{(i + 1) % n}") for i in range(n)})


def a_tagged_union(n):
    members = {f"M{i}": record(k=TEXT, **{f"a{i}": TEXT}) | {"required": ["k"]} for i in range(n)}
    tags = {"propertyName": "k", "mapping": {f"m{name}": f"#/components/schemas/{name}" for name in members}}
    return document({"U": {"oneOf": [ref(name) for name in members], "discriminator": tags}} | members)


def lists_of_required(n):
    parts = [record(**{f"p{i}": TEXT}) | {"required": [f"q{j}" for j in range(n)]} for i in range(n)]
    return document({"A": {"allOf": parts}})


def enums_that_meet(n):
    values = [f"v{i}" for i in range(n * 4)]
    return document({"A": {"allOf": [{**TEXT, "enum": values}, {**TEXT, "enum": values[::-1]}]}})


FAMILIES = {
    family.__name__: family
    for family in (
        doubling_unions,
        unions_of_each_other,
        a_union_in_many_properties,
        names_alike,
        methods_alike,
        members,
        heirs_of_a_wide_base,
        a_lattice_of_all_of,
        meeting_properties,
        products_of_unions,
        parameters_for_all,
        one_path_item,
        one_answer,
        one_text,
        long_names,
        long_paths,
        a_chain_of_references,
        a_loop_of_references,
        a_tagged_union,
        lists_of_required,
        enums_that_meet,
    )
}
