"""What is left out on purpose, since the client writes it itself."""

from __future__ import annotations

from odc_runtime.kernel.rules import OWNED_HEADERS

from odcgen.documents.walk import operations, resolve
from odcgen.kit.json_value import Json, as_array, as_object


def left_out(data: Json) -> list[str]:
    """Return a warning for each header parameter of a sound document that belongs to the connection."""
    return [
        f"{node.method.upper()} {node.path}: the header parameter {parameter['name']} is left out: it belongs"
        " to the connection, and the client writes it itself"
        for node in operations(data)
        for holder in (as_object(data["paths"]).get(node.path), node.data)
        for one in as_array(as_object(holder).get("parameters"))
        if (parameter := as_object(resolve(data, one))).get("in") == "header"
        and str(parameter.get("name")).lower() in OWNED_HEADERS
    ]
