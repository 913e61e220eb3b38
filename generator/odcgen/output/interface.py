"""The interface of a generated package, kept in the package: what the next run compares its own with.

One line each for the package, an API, a resource, a model and an enum, so that a change of the interface is a
small change of the file.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from odcgen import ir
from odcgen.errors import OutputError
from odcgen.ir.sparse import from_sparse, to_sparse

from .folder import Folder

FILE_NAME = ".odcgen-interface.jsonl"
_FORMAT = 1
_PARTS = ("resources", "models", "enums")
# What callers do not see. Texts may be upstream's, which are not copied; names on the wire are long and many.
_LEFT_OUT = frozenset(
    {
        "doc",
        "summary",
        "title",
        "permissions",
        "removal",
        "operation_id",
        "tag",
        "source",
        "digest",
        "statuses",
    }
    | {"hint", "warnings", "rate_limits", "pointer", "wire", "style", "explode", "media_type", "class_name"}
    | {"resource", "base_path", "version", "signatures", "security", "server", "schemes", "portal"}
)


@frozen
class Interface:
    """The interface of an earlier run, and the operations that were selected but not there any more."""

    package: ir.Package
    gone: frozenset[str]

    @property
    def names(self) -> frozenset[str]:
        """All operations that there were at some time."""
        return operation_names(self.package) | self.gone


def operation_names(package: ir.Package) -> frozenset[str]:
    """Return the public names of all operations, such as `identity.users.list`."""
    return frozenset(
        f"{api.name}.{resource.name}.{operation.name}"
        for api in package.apis
        for resource in api.resources
        for operation in resource.operations
    )


def interface_text(package: ir.Package, selected: frozenset[str]) -> str:
    """Return the text of the file, for a package that should have the selected operations."""
    gone = sorted(selected - operation_names(package))
    head = {"format": _FORMAT, "package": _plain(evolve(package, apis=())), "gone": gone}
    lines = [head, *(line for api in package.apis for line in _lines(api))]
    return "".join(json.dumps(line, separators=(",", ":"), sort_keys=True) + "\n" for line in lines)


def read_interface(target: Path) -> Interface | None:
    """Return the interface of the package in a folder, None where it is unknown."""
    try:
        with Folder(target) as folder:
            lines = (folder.read(FILE_NAME) or b"").decode().splitlines()
        head, *rest = map(json.loads, lines)
        if head["format"] != _FORMAT:
            return None
        apis: dict[str, dict[str, Any]] = {}
        for line in rest:
            for name, plain in line.items():
                if name == "api":
                    apis[plain["name"]] = plain | {part: [] for part in _PARTS}
                else:
                    apis[plain.pop(0)][name] += plain
        package = evolve(
            from_sparse(head["package"]), apis=tuple(ir.sign(from_sparse(api)) for api in apis.values())
        )
        return Interface(package, frozenset(head["gone"]))
    except (OSError, OutputError, RecursionError, ValueError, LookupError, TypeError, AttributeError):
        return None


def _lines(api: ir.Api) -> Iterator[dict[str, Any]]:
    """Yield the API without its parts, then each part with the API's name."""
    yield {"api": _plain(evolve(api, operations=(), resources=(), models=(), enums=()))}
    resources = tuple(
        evolve(resource, operations=tuple(map(_in_order, resource.operations))) for resource in api.resources
    )
    for part, nodes in zip(_PARTS, (resources, api.models, api.enums), strict=True):
        yield from ({part: [api.name, _plain(node)]} for node in nodes)


def _in_order(operation: ir.Operation) -> ir.Operation:
    """Return the operation with its path parameters as the path has them: without it, nobody could tell."""
    others = [one for one in operation.parameters if one.location != "path"]
    return evolve(operation, parameters=(*operation.path_parameters, *others))


def _plain(node: object) -> Any:
    return to_sparse(node, _LEFT_OUT)
