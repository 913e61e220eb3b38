"""The operations of a document, with what they inherit from their path and from the document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from attrs import frozen

from odcgen.documents.walk import methods
from odcgen.kit.json_value import as_object

from .places import Place, Reader, text_of

_TEMPLATE: Final = re.compile(r"\{([^{}]*)\}")
_ORIGIN: Final = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]*://[^/]*|^//[^/]*")


@frozen
class Operation:
    """One method of one path."""

    method: str
    path: str
    place: Place
    item: Place
    """The path item that holds it."""
    bases: tuple[str, ...]
    """The paths of the servers it is found on."""

    @property
    def label(self) -> str:
        """The operation as findings name it, such as `GET /users`."""
        return f"{self.method.upper()} {self.path}"

    @property
    def shape(self) -> str:
        """The path with its parameters' names left out: `/users/{}`."""
        return _TEMPLATE.sub("{}", self.path)

    @property
    def path_names(self) -> list[str]:
        """The names of the parameters in the path, in order."""
        return _TEMPLATE.findall(self.path)

    @property
    def node(self) -> Any:
        """The operation object."""
        return as_object(self.place.node)


def operations(reader: Reader) -> list[Operation]:
    """Return the operations of a document, ordered by path and method."""
    bases = server_paths(reader.root)
    return [
        Operation(method, path, item.child(method), item, server_paths(item.child(method), item) or bases)
        for path, place in reader.root.child("paths").children().items()
        if path.startswith("/")
        for item in [reader.resolve(place)]
        for method in methods(item.node)
        if isinstance(as_object(item.node).get(method), dict)
    ]


def server_paths(*owners: Place) -> tuple[str, ...]:
    """Return the paths, `/api/v1` or empty, of the servers that the first owner with any names."""
    for owner in owners:
        servers = owner.child("servers").items()
        if servers:
            return tuple(dict.fromkeys(_base_path(server) for server in servers))
    return ("",) if owners[-1].pointer == "" else ()


def server_origins(owner: Place) -> Iterator[str]:
    """Yield scheme and host of the servers of a document that name them."""
    for server in owner.child("servers").items():
        if found := _ORIGIN.match(text_of(server.child("url").node) or ""):
            yield found[0]


def _base_path(server: Place) -> str:
    url = text_of(server.child("url").node) or ""
    path = _ORIGIN.sub("", url)
    for name, variable in server.child("variables").children().items():
        default = text_of(variable.child("default").node)
        if default is not None:
            path = path.replace("{" + name + "}", default)
    path = path.partition("?")[0].rstrip("/")
    return path if path.startswith("/") or not path else f"/{path}"
