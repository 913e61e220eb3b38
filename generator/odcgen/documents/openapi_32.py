"""What is new in OpenAPI 3.2, written as 3.1 has it, and what no client is made of."""

from __future__ import annotations

from odcgen.kit.json_value import Json, as_object, copy_value, is_object

from .json_walk import objects
from .pointer import join
from .walk import MORE_METHODS, lookup

_NOT_SERVED = {
    "itemSchema": "its items are not told apart: the body is sent whole",
    "itemEncoding": "its items are not told apart: the body is sent whole",
    "defaultMapping": "a value without the tag is kept as it comes",
}
ITEMS = "x-odcgen-items"
"""Marks a media type whose schema describes each item of a sequence."""

_MEDIA_TYPES = "#/components/mediaTypes/"


def is_32(data: Json) -> bool:
    """Tell whether a document says that it is OpenAPI 3.2."""
    return str(data.get("openapi")).startswith("3.2.")


def write_as_31(data: Json) -> list[str]:
    """Put operations of other methods beside those of HTTP and shared media types in their places.

    Returns a note for each thing that is read, but of which no client is made.
    """
    notes: list[str] = []
    for path, item in as_object(data.get("paths")).items():
        notes += [f"{join('/paths', path)}: {name} is sent in capitals" for name in _lift_operations(item)]
    places = list(objects(data))
    for pointer, value in places:
        if pointer.endswith("/content"):
            _put_media_types(data, value)
            if "/responses/" in pointer:
                _put_item_schemas(value)
    notes += [
        f"{join(pointer, keyword)}: {meaning}"
        for pointer, value in places
        for keyword, meaning in _NOT_SERVED.items()
        if keyword in value and not pointer.endswith("/properties")
    ]
    return notes


def _lift_operations(item: object) -> list[str]:
    """Put the further operations of a path beside the others; return the names that httpx changes."""
    more = as_object(as_object(item).get("additionalOperations"))
    if is_object(item) and more and not more.keys() & item.keys():
        item |= more
        item[MORE_METHODS] = list(more)
        del item["additionalOperations"]
        return [name for name in more if name != name.upper()]
    return []


def _put_item_schemas(content: Json) -> None:
    """Let the schema of an answer's items be its schema, marked as what describes them and not the whole."""
    for media_type in filter(is_object, content.values()):
        if "itemSchema" in media_type:
            media_type["schema"] = media_type.pop("itemSchema")
            media_type[ITEMS] = True


def _put_media_types(data: Json, content: Json) -> None:
    for name, media_type in content.items():
        ref = as_object(media_type).get("$ref")
        if isinstance(ref, str) and ref.startswith(_MEDIA_TYPES):
            try:
                content[name] = copy_value(lookup(data, ref))
            except (LookupError, TypeError, ValueError):
                continue  # which the validation refuses
