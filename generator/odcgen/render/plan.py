"""Which output file comes from which template and which node of the IR."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from odcgen import ir

from .annotations import Annotator, class_names
from .codec import CodecWriter
from .grouping import Group, group_models
from .imports import Imports, export_order
from .methods import MethodWriter
from .models import ModelWriter
from .operations import constants
from .public import public_names
from .signatures import SignatureWriter


@frozen
class Output:
    """One file to render."""

    path: str
    template: str
    context: dict[str, Any]


def plan_package(package: ir.Package) -> Iterator[Output]:
    """Yield the files of the package itself; `hooks.py` belongs to the user once it is there."""
    yield Output(
        "__init__.py", "package/__init__.py.jinja", _exports(public_names(package)) | {"package": package}
    )
    own = own_credentials(package)
    imports = _client_imports(package)
    if own:
        imports.name(".auth", "OWN_CREDENTIALS")
    context = {"package": package, "imports": imports, "own_credentials": own}
    for name in ("_client", "auth", "hooks"):
        yield Output(f"{name}.py", f"package/{name}.py.jinja", context)


def plan_api(package: ir.Package, api: ir.Api) -> Iterator[Output]:
    """Yield the files of one API."""
    groups = group_models(api)
    shared = {"package": package, "api": api, "groups": groups, "imports": _api_imports(api)}
    yield Output(f"{api.name}/__init__.py", "package/api/__init__.py.jinja", shared)
    exports = {f".{group.module}": [node.name for node in group.nodes] for group in groups}
    yield Output(f"{api.name}/models/__init__.py", "package/api/models/__init__.py.jinja", _exports(exports))
    homes = {node.key: group.module for group in groups for node in group.nodes}
    for group in groups:
        path = f"{api.name}/models/{group.module}.py"
        yield Output(path, "package/api/models/group.py.jinja", _group_context(api, group, homes))
    for resource in api.resources:
        path = f"{api.name}/{resource.name}.py"
        yield Output(
            path, "package/api/resource.py.jinja", shared | _resource_context(package, api, resource)
        )


def own_credentials(package: ir.Package) -> dict[str, str]:
    """Return the APIs with credentials of their own, and the prefix of the variables that hold them.

    An API on another host than the portal never gets the portal's token, whatever its document says.
    """
    at_portal = any("://" not in api.base_path.text for api in package.apis)
    return {
        api.name: api.credentials or f"ODC_{api.name.upper()}"
        for api in package.apis
        if api.credentials or (at_portal and "://" in api.base_path.text)
    }


def _exports(names: dict[str, list[str]]) -> dict[str, Any]:
    """Return the context of a module that imports its names lazily."""
    imports = Imports()
    for module, exported in names.items():
        imports.type(module, *exported)
    homes = {name: module for module, exported in names.items() for name in exported}
    return {"imports": imports, "homes": {name: homes[name] for name in sorted(homes, key=export_order)}}


def _client_imports(package: ir.Package) -> Imports:
    imports = Imports()
    imports.name("functools", "cached_property")
    imports.name("typing", "ClassVar")
    imports.name("._runtime.face.async_client", "AsyncClient")
    imports.name("._runtime.face.client", "SyncClient")
    imports.name("._runtime.kernel.operation", "RateLimit")
    imports.name(".auth", "BASE_PATHS", "OnBeforeRequest")
    imports.type("collections.abc", "Mapping")
    for api in package.apis:
        imports.type(f".{api.name}", api.class_name, f"Async{api.class_name}")
    return imports


def _api_imports(api: ir.Api) -> Imports:
    imports = Imports()
    imports.name("functools", "cached_property")
    imports.type(".._runtime.call.api", "Api")
    imports.type(".._runtime.transport.sync", "SyncTransport")
    imports.type(".._runtime.transport.async_", "AsyncTransport")
    imports.type(".models", "*")
    for resource in api.resources:
        imports.type(f".{resource.name}", resource.class_name, f"Async{resource.class_name}")
    return imports


def _group_context(api: ir.Api, group: Group, homes: dict[str, str]) -> dict[str, Any]:
    imports = Imports()
    names, enums = class_names(api)

    def class_of(key: str) -> str:
        if homes[key] != group.module:
            imports.name(f".{homes[key]}", names[key])
        return names[key]

    runtime = "..._runtime"
    codec = CodecWriter(imports, runtime, class_of, enums)
    nodes: list[Any] = []
    for node in group.nodes:
        if isinstance(node, ir.Enum):
            imports.name("enum", "IntEnum" if enums[node.key] == "int" else "StrEnum")
            nodes.append(node)
        else:
            annotator = Annotator(
                imports,
                class_of,
                enums,
                runtime,
                sending=node.direction is ir.Direction.REQUEST,
                files="part" if node.multipart else None,
            )
            nodes.append(ModelWriter(annotator, codec).write(node))
    return {"group": group, "nodes": nodes, "imports": imports}


def _resource_context(package: ir.Package, api: ir.Api, resource: ir.Resource) -> dict[str, Any]:
    imports = Imports()
    names, enums = class_names(api)

    def annotated(key: str) -> str:
        imports.type(".models", names[key])
        return names[key]

    def used(key: str) -> str:
        imports.name(".", "models")
        return f"models.{names[key]}"

    hides_list = any(signature.name == "list" for signature in resource.signatures)
    runtime = ".._runtime"
    sent = Annotator(imports, annotated, enums, runtime, sending=True, files="body")
    returned = Annotator(imports, annotated, enums, runtime, in_class=hides_list)
    codec = CodecWriter(imports, runtime, used, enums)
    writer = MethodWriter(api, SignatureWriter(sent, returned), codec, used)
    methods = [writer.write(operation) for operation in resource.operations]
    accessor = package.client.removesuffix("Client").lower()
    return {
        "resource": resource,
        "methods": methods,
        "constants": constants(f"{api.name}.{resource.name}", methods, imports),
        "imports": imports,
        "title": resource.name.replace("_", " ").capitalize(),
        "accessor": accessor,
    }
