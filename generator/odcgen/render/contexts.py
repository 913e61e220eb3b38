"""What a template gets for each kind of output: the node, and the views that rendering adds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from attrs import field, frozen

from odcgen import ir

from .annotations import Annotator, class_names
from .codec import ChoiceView, CodecWriter
from .examples import ExampleWriter
from .fitting import fitted_models
from .grouping import Group, group_models
from .imports import PACKAGE, Imports, export_order
from .methods import MethodView, MethodWriter
from .models import ModelWriter
from .named import Homes, Named, homes_of, in_api, in_models, in_package, in_resource
from .outputs import Kind
from .public import own_of, public_names
from .security import servers
from .signatures import SignatureWriter
from .views import EnumView, ModelView


@frozen
class RuntimeModule:
    """One file of the runtime, which stands in the package as it is."""

    name: str
    """Its path below `_runtime`, without `.py`."""
    text: str


@frozen
class Node:
    """A node for which files are rendered."""

    kind: Kind
    label: str
    """Its name, as `odcgen templates context` takes it."""
    names: dict[str, str]
    """The names that the path of an output may hold."""
    package: ir.Package
    api: ir.Api | None = None
    part: Any = None
    """The resource, the operation with its resource, the group of models, or the runtime's module."""
    groups: tuple[Group, ...] = field(default=(), eq=False)
    homes: Homes = field(factory=dict[str, tuple[str, str]], eq=False)
    fitted: frozenset[str] = field(default=frozenset(), eq=False)
    """The keys of the models that a union looks into."""

    @property
    def named(self) -> Named:
        """The names that the document gives in its files, with the module of each."""
        if self.kind == "runtime":
            return {}
        if self.api is None:
            return in_package(self.package)
        if self.kind == "api":
            return in_api(self.api, self.homes)
        if self.kind == "model-group":
            return in_models(self.part.nodes, self.homes)
        resource, operations = self.part
        return in_resource(self.api, resource, operations, self.homes)

    def context(self, imports: Imports) -> dict[str, Any]:
        """Return what the template of one file gets; the views record the imports that they need."""
        accessor = self.package.client.removesuffix("Client").lower()
        common: dict[str, Any] = {"package": self.package, "accessor": accessor}
        if self.kind == "package":
            return common | _package(self.package)
        if self.kind == "runtime":
            return common | {"module": self.part}
        assert self.api is not None  # noqa: S101 - every other kind belongs to an API
        common |= {"api": self.api, "groups": self.groups}
        if self.kind == "api":
            return common | {
                "homes": _homes({f".{one.module}": [n.name for n in one.nodes] for one in self.groups})
            }
        if self.kind == "model-group":
            models, choices = _models(self.api, self.part, self.groups, self.fitted, imports)
            return common | {"group": self.part, "models": models, "choices": choices}
        resource, operations = self.part
        methods, choices = _methods(self.package, self.api, resource, operations, imports)
        common |= {"resource": resource, "choices": choices}
        if self.kind == "resource":
            return common | {"methods": methods}
        return common | {"operation": operations[0], "method": methods[0]}


def package_node(package: ir.Package) -> Node:
    """Return the node of the package itself."""
    return Node("package", package.name, {"package.name": package.name}, package)


def runtime_nodes(package: ir.Package, modules: dict[str, str]) -> Iterator[Node]:
    """Yield a node for each file of the runtime, given their texts by path below `_runtime`."""
    names = {"package.name": package.name}
    for path, text in modules.items():
        module = RuntimeModule(path.removesuffix(".py"), text)
        yield Node("runtime", f"_runtime/{path}", names | {"module.name": module.name}, package, part=module)


def api_nodes(package: ir.Package, api: ir.Api) -> Iterator[Node]:
    """Yield the nodes of one API: itself, its groups of models, its resources, their operations."""
    names = {"package.name": package.name, "api.name": api.name, "api.class_name": api.class_name}
    groups = group_models(api)
    homes, fitted = homes_of(api, groups), fitted_models(api)
    node = partial(Node, package=package, api=api, groups=groups, homes=homes, fitted=fitted)
    yield node("api", api.name, names)
    for group in groups:
        yield node(
            "model-group", f"{api.name}.{group.module}", names | {"group.module": group.module}, part=group
        )
    for resource in api.resources:
        label = f"{api.name}.{resource.name}"
        own = names | {"resource.name": resource.name, "resource.class_name": resource.class_name}
        yield node("resource", label, own, part=(resource, resource.operations))
        for operation in resource.operations:
            its = own | {"operation.name": operation.name}
            yield node("operation", f"{label}.{operation.name}", its, part=(resource, (operation,)))


def _package(package: ir.Package) -> dict[str, Any]:
    own = own_of(package)
    return {"homes": _homes(public_names(package)), "own_apis": own, "servers": servers(package)}


def _homes(names: dict[str, list[str]]) -> dict[str, str]:
    homes = {name: module for module, exported in names.items() for name in exported}
    return {name: homes[name] for name in sorted(homes, key=export_order)}


def _models(
    api: ir.Api, group: Group, groups: tuple[Group, ...], fitted: frozenset[str], imports: Imports
) -> tuple[tuple[ModelView | EnumView, ...], tuple[ChoiceView, ...]]:
    names, enums = class_names(api)
    homes = {node.key: one.module for one in groups for node in one.nodes}
    module = f"{PACKAGE}.{api.name}.models"

    def class_of(key: str) -> str:
        if homes[key] != group.module:
            imports.use(f"{module}.{homes[key]}", names[key])
        return names[key]

    codec = CodecWriter(imports, class_of, enums)

    def view(node: ir.Model | ir.Enum) -> ModelView | EnumView:
        if isinstance(node, ir.Enum):
            return EnumView(node)
        annotator = Annotator(
            imports,
            class_of,
            enums,
            sending=node.direction is ir.Direction.REQUEST,
            files="part" if node.multipart else None,
        )
        return ModelWriter(annotator, codec, fitted=node.key in fitted).write(node)

    return tuple(map(view, group.nodes)), codec.choices


def _methods(
    package: ir.Package,
    api: ir.Api,
    resource: ir.Resource,
    operations: tuple[ir.Operation, ...],
    imports: Imports,
) -> tuple[tuple[MethodView, ...], tuple[ChoiceView, ...]]:
    names, enums = class_names(api)

    def annotated(key: str) -> str:
        return imports.use(f"{PACKAGE}.{api.name}.models", names[key], typing=True)

    def used(key: str) -> str:
        return f"{imports.use(f'{PACKAGE}.{api.name}', 'models')}.{names[key]}"

    hides_list = any(signature.name == "list" for signature in resource.signatures)
    sent = Annotator(imports, annotated, enums, sending=True, files="body")
    returned = Annotator(imports, annotated, enums, in_class=hides_list)
    codec, examples = CodecWriter(imports, used, enums), ExampleWriter(package.name, api)
    writer = MethodWriter(api, SignatureWriter(sent, returned), codec, examples, used)
    return tuple(writer.write(operation) for operation in operations), codec.choices
