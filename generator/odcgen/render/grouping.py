"""Which models share a file: a model and the parts that only it uses.

Models load on first use, so what a call needs should stand together and nothing else with it: importing all
models of an API costs more than the call itself.
"""

from __future__ import annotations

from attrs import frozen

from odcgen import ir
from odcgen.kit.namespace import DEVICES, Namespace
from odcgen.kit.words import snake

Node = ir.Model | ir.Enum


@frozen
class Group:
    """One file of `models/`."""

    module: str
    nodes: tuple[Node, ...]


def group_models(api: ir.Api) -> tuple[Group, ...]:
    """Return the files of an API's models, each named after the first model in it."""
    listed: list[Node] = [*api.models, *api.enums]
    nodes = {node.key: node for node in listed}
    uses = {key: _uses(node) for key, node in nodes.items()}
    # Of a document without operations each model is one that somebody may ask for.
    owner = _owners(nodes, uses, _named_by_operations(api) if api.resources else list(nodes))
    files: dict[str, list[str]] = {}
    for key in nodes:
        files.setdefault(owner[key], []).append(key)
    merged = _merge_cycles(files, owner, uses)
    modules = Namespace(DEVICES)
    return tuple(
        Group(
            modules.claim(snake(nodes[root].name)),
            tuple(nodes[key] for key in _top_down(root, members, uses)),
        )
        for root, members in merged.items()
    )


def _uses(node: Node) -> tuple[str, ...]:
    if isinstance(node, ir.Enum):
        return ()
    return ir.distinct_references(node.types)


def _named_by_operations(api: ir.Api) -> list[str]:
    operations = [operation for resource in api.resources for operation in resource.operations]
    types = [type_ for operation in operations for type_ in operation.types]
    return list(ir.distinct_references(types))


def _owners(nodes: dict[str, Node], uses: dict[str, tuple[str, ...]], roots: list[str]) -> dict[str, str]:
    """Return the root that each node belongs to; a node that two roots reach becomes a root itself."""
    heads = set(roots)
    while True:
        owner = {root: root for root in nodes if root in heads}
        shared: set[str] = set()
        for root in list(owner):
            shared |= _claim(root, owner, uses)
        if not shared:
            return owner
        heads |= shared


def _claim(root: str, owner: dict[str, str], uses: dict[str, tuple[str, ...]]) -> set[str]:
    """Give `root` what it reaches before another root; return what an earlier root has claimed already."""
    shared: set[str] = set()
    stack = list(uses[root])
    while stack:
        key = stack.pop()
        if key not in owner:
            owner[key] = root
            stack.extend(uses[key])
        elif owner[key] not in (root, key):
            shared.add(key)
    return shared


def _merge_cycles(
    files: dict[str, list[str]], owner: dict[str, str], uses: dict[str, tuple[str, ...]]
) -> dict[str, list[str]]:
    """Put files that import each other into one: Python could not load them apart."""
    imports = {
        root: {owner[used] for key in keys for used in uses[key]} - {root} for root, keys in files.items()
    }
    reach = {root: _reachable(root, imports) for root in files}
    merged: dict[str, list[str]] = {}
    for root, keys in files.items():
        first = next((other for other in merged if other in reach[root] and root in reach[other]), root)
        merged.setdefault(first, []).extend(keys)
    return merged


def _reachable(root: str, imports: dict[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    stack = [root]
    while stack:
        for other in imports[stack.pop()] - seen:
            seen.add(other)
            stack.append(other)
    return seen


def _top_down(root: str, members: list[str], uses: dict[str, tuple[str, ...]]) -> list[str]:
    """Order the nodes of a file: first the model that it is named after, then its parts as they are met."""
    inside = set(members)
    ordered: list[str] = []
    queue = [root]
    while queue:
        key = queue.pop(0)
        if key in inside and key not in ordered:
            ordered.append(key)
            queue.extend(uses[key])
    return ordered + [key for key in members if key not in ordered]
