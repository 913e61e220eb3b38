"""A model with a discriminator stands for those that extend it, which merging `allOf` makes forget."""

from __future__ import annotations

from odcgen.documents.meeting.vocabulary import UNIONS
from odcgen.documents.walk import HEIRS, component_schemas, lookup, segments
from odcgen.kit.json_value import Json, as_array, as_object, is_object


def note_heirs(data: Json) -> None:
    """List what extends a component with a discriminator, directly or not, under `x-odcgen-heirs`."""
    schemas = component_schemas(data)
    children: dict[str, list[str]] = {}
    for name, schema in schemas.items():
        for parent in _parents(data, as_object(schema)):
            children.setdefault(parent, []).append(name)
    found: Json = {}
    for name, schema in schemas.items():
        said = as_object(as_object(schema).get("discriminator"))
        if said.get("propertyName") and not any(schema.get(keyword) for keyword in UNIONS):
            _note(found, name, said, children, data)
    if found:
        data[HEIRS] = found


def _note(found: Json, base: str, said: Json, children: dict[str, list[str]], data: Json) -> None:
    """Note the heirs of a base, and those of each heir that has some: it inherits the discriminator."""
    mapped = [_named(data, str(target)) for target in as_object(said.get("mapping")).values()]
    for name in _below(base, children) | {base: None}:
        heirs = dict.fromkeys(_below(name, children))
        if name == base:
            heirs |= dict.fromkeys(one for one in mapped if one is not None and one != base)
        if heirs and (name == base or name not in found):
            found[name] = {**said, "heirs": list(heirs)}


def _below(name: str, children: dict[str, list[str]]) -> dict[str, None]:
    below: dict[str, None] = {}
    stack = list(children.get(name, ()))
    while stack:
        child = stack.pop(0)
        if child not in below and child != name:
            below[child] = None
            stack += children.get(child, ())
    return below


def _parents(data: Json, schema: Json) -> list[str]:
    refs = [as_object(member).get("$ref") for member in as_array(schema.get("allOf"))]
    names = (_component(data, ref) for ref in refs if isinstance(ref, str))
    return [name for name in names if name is not None]


def _named(data: Json, target: str) -> str | None:
    ref = target if "/" in target else f"#/components/schemas/{target}"
    try:
        return _component(data, ref)
    except (LookupError, ValueError, TypeError):
        return None  # a mapping that leads nowhere is told elsewhere


def _component(data: Json, ref: str) -> str | None:
    """Return the name of the component that a reference ends at, if it is one."""
    for _ in range(100):
        names = segments(ref)
        target = lookup(data, ref)
        if is_object(target) and set(target) == {"$ref"}:
            ref = target["$ref"]
            continue
        return names[2] if names[:2] == ["components", "schemas"] and len(names) == 3 else None
    return None
