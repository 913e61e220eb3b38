"""The names that a document gives in one generated file, and where each of them comes from.

What a template imports steps aside where the document has given its name to something else; so no list of the
names that generated code needs has to be kept, and a template of the user's is as safe as odcgen's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from odcgen import ir

from .grouping import Group, Node

HERE = ""
"""The home of what the file itself defines: a class, a method, an argument, a field."""

Named = Mapping[str, str]
"""The module, `~.identity.models`, from which each name is imported that the document gives."""


Homes = Mapping[str, tuple[str, str]]
"""The module and the name of the class of each model and enum, by its key."""


def homes_of(api: ir.Api, groups: Iterable[Group]) -> Homes:
    """Return where the classes of an API's models and enums are."""
    models = f"~.{api.name}.models"
    return {node.key: (f"{models}.{group.module}", node.name) for group in groups for node in group.nodes}


def constant(operation: ir.Operation) -> str:
    """Return the name of the `Operation` constant of an operation."""
    return f"_{operation.name.strip('_').upper()}"


def in_package(package: ir.Package) -> Named:
    """Return the names in the files of the package itself."""
    named = dict.fromkeys(_twins(package.client), "~._client")
    for api in package.apis:
        named[api.name] = HERE
        for name in _twins(api.class_name):
            named.setdefault(name, f"~.{api.name}")
    return named


def in_api(api: ir.Api, homes: Homes) -> Named:
    """Return the names in the files of an API itself; a module that is imported is one in its package's."""
    models = {name: module for module, name in homes.values()}
    resources = {
        name: f"~.{api.name}.{resource.name}"
        for resource in api.resources
        for name in _twins(resource.class_name)
    }
    modules = (module.rpartition(".")[2] for module in dict.fromkeys(module for module, _ in homes.values()))
    own = [*_twins(api.class_name), *(resource.name for resource in api.resources), *modules]
    return models | resources | dict.fromkeys(own, HERE)


def in_resource(
    api: ir.Api, resource: ir.Resource, operations: Iterable[ir.Operation], homes: Homes
) -> Named:
    """Return the names in the file of a resource, or of some of its operations."""
    named: dict[str, str] = {}
    for operation in operations:
        used = [homes[key] for key in ir.distinct_references(operation.types)]
        named |= dict.fromkeys((name for _, name in used), f"~.{api.name}.models")
    for operation in operations:
        named[constant(operation)] = HERE
        for signature in operation.signatures:
            named[signature.name] = HERE
            named |= dict.fromkeys((argument.name for argument in signature.arguments), HERE)
    return named | dict.fromkeys(_twins(resource.class_name), HERE)


def in_models(nodes: Iterable[Node], homes: Homes) -> Named:
    """Return the names in a file of models."""
    named: dict[str, str] = {}
    for node in nodes:
        if isinstance(node, ir.Model):
            used = [homes[key] for key in ir.distinct_references(node.types)]
            named |= {name: module for module, name in used}
    for node in nodes:
        named[node.name] = HERE
        if isinstance(node, ir.Model):
            named |= dict.fromkeys((field.name for field in node.fields), HERE)
    return named


def _twins(class_name: str) -> tuple[str, str]:
    return class_name, f"Async{class_name}"
