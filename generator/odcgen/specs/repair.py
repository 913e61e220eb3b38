"""Named repairs of documents that are not valid as published, where their meaning is certain.

A repair is a function `(document) -> pointers` that changes the document in place and names what it has
changed. Whatever no repair is certain about is left to the validation, which refuses it with its pointer.
"""

from __future__ import annotations

from collections.abc import Callable

from odcgen.documents.json_walk import objects
from odcgen.documents.pointer import join
from odcgen.kit.json_value import Json, as_array, as_object, copy_value, is_array, is_object


def restore_member_names(document: Json) -> list[str]:
    """Give the members of a schema that was published as the list of its values their names again.

    Certain is only this case: a property beside it is a schema with the same values in the same order.
    """
    repaired: list[str] = []
    for pointer, properties in objects(document):
        if not pointer.endswith("/properties"):
            continue
        whole = [schema for schema in properties.values() if is_object(schema)]
        for name, values in properties.items():
            if not is_array(values):
                continue
            twins = {tuple(schema) for schema in whole if list(schema.values()) == values}
            if len(twins) == 1:
                properties[name] = dict(zip(twins.pop(), copy_value(values), strict=True))
                repaired.append(join(pointer, name))
    return repaired


def match_required_names(document: Json) -> list[str]:
    """Spell names in `required` as the property is spelled, if they differ in case only.

    OutSystems writes `required: [name]` beside a property `Name`.
    """
    repaired: list[str] = []
    for pointer, schema in objects(document):
        properties, required = as_object(schema.get("properties")), as_array(schema.get("required"))
        for index, name in enumerate(required):
            if not properties or not isinstance(name, str) or name in properties:
                continue
            alike = [known for known in properties if known.casefold() == name.casefold()]
            if len(alike) == 1:
                required[index] = alike[0]
                repaired.append(join(pointer, "required", index))
    return repaired


REPAIRS: tuple[Callable[[Json], list[str]], ...] = (restore_member_names, match_required_names)


def repair(document: Json) -> list[str]:
    """Run all repairs over a document's data, which they change, and return what was done."""
    return [f"by {run.__name__} at {pointer}" for run in REPAIRS for pointer in run(document)]
