"""References: each leads to an object of the right kind in this document, and never back to itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple
from urllib.parse import unquote

from odcgen.documents.pointer import join, split
from odcgen.kit.json_value import brief, is_array, is_object, type_name

from .context import Context, Kind, Reference

_DIGITS = 10
MAX_CHAIN = 100
"""References that may follow on each other; later stages follow them recursively."""


class Target(NamedTuple):
    """What a reference leads to."""

    value: Any
    pointer: str


def find(data: dict[str, Any], reference: str) -> Target | None:
    """The value that `#/…` leads to in `data`, with its canonical pointer; None if there is none."""
    if not reference.startswith("#/"):
        return None
    value: Any = data
    names = split(unquote(reference[1:]) if "%" in reference else reference[1:])
    for name in names:
        if is_object(value) and name in value:
            value = value[name]
        elif is_array(value) and name.isdecimal() and len(name) < _DIGITS and int(name) < len(value):
            value = value[int(name)]
        else:
            return None
    return Target(value, join("", *names))


def follow(data: dict[str, Any], value: object) -> dict[str, Any] | None:
    """The object that `value` is, or that its references lead to; None where they do not."""
    for _ in range(MAX_CHAIN):
        if not is_object(value) or "$ref" not in value:
            break
        target = find(data, str(value["$ref"]))
        value = target.value if target else None
    return value if is_object(value) and "$ref" not in value else None


def check_references(context: Context, checks: Mapping[Kind, Callable[[Context, Any, str], None]]) -> None:
    """Resolve the references met so far; what only they reach is checked by one of `checks`."""
    targets: dict[str, Target | None] = {}
    edges: dict[str, list[str]] = {}
    for reference in context.references:  # grows while what they reach is checked
        if reference.target not in targets:
            targets[reference.target] = _resolve(context, reference)
        target = targets[reference.target]
        if target is None or not _fits(context, reference, target):
            continue
        edges.setdefault(reference.pointer, []).append(target.pointer)
        if target.pointer not in context.kinds:
            checks[reference.kind](context, target.value, target.pointer)
    _check_loops(context, edges)


def _resolve(context: Context, reference: Reference) -> Target | None:
    """What `reference` leads to; an error is reported once for all references alike."""
    text = reference.target
    if not text.startswith("#"):
        hint = "odcgen opens no other file or URL: bundle the documents into one."
        context.report(reference.pointer, f"The reference {brief(text)} leads out of the document", hint)
        return None
    if not text.startswith("#/"):
        hint = 'Write a pointer such as "#/components/schemas/Name".'
        context.report(reference.pointer, f"The reference {brief(text)} is not a JSON pointer", hint)
        return None
    target = find(context.data, text)
    if target is None:
        rule = "dangling-mapping" if "/discriminator/mapping/" in reference.pointer else None
        context.report(reference.pointer, f"The reference {brief(text)} leads nowhere", rule=rule)
    return target


def _fits(context: Context, reference: Reference, target: Target) -> bool:
    """Whether the target is of the kind that the reference needs."""
    if type(target.value) is not dict and not (type(target.value) is bool and reference.kind == "schema"):
        found = type_name(target.value)
    elif context.kinds.get(target.pointer, reference.kind) != reference.kind:
        found = f"a {context.kinds[target.pointer]}"
    else:
        return True
    message = f"The reference {brief(reference.target)} leads to {found}, not to a {reference.kind}"
    context.report(reference.pointer, message)
    return False


def _check_loops(context: Context, edges: Mapping[str, list[str]]) -> None:
    """Report references, and members of allOf, that lead back to where they stand."""

    def followers(pointer: str) -> list[str]:
        return edges.get(pointer, []) + context.parts.get(pointer, [])

    lengths: dict[str, int] = {}  # of the longest chain from each pointer that is done
    starts = {target for targets in edges.values() for target in targets}
    for start in sorted(starts & (edges.keys() | context.parts.keys())):
        path = {start: 0}  # each pointer on the way with its place in it
        left = [iter(followers(start))] if start not in lengths else []
        while left:
            following = next(left[-1], None)
            if following is None:
                left.pop()
                done, _ = path.popitem()
                lengths[done] = 1 + max((lengths.get(each, 0) for each in followers(done)), default=0)
                if lengths[done] == MAX_CHAIN + 1:
                    context.report(done, f"More than {MAX_CHAIN} references follow on each other from here")
            elif following in path:
                _report_loop(context, list(path)[path[following] :])
            elif following not in lengths:
                path[following] = len(path)
                left.append(iter(followers(following)))


def _report_loop(context: Context, loop: list[str]) -> None:
    members = set(loop)
    first = next(pointer for pointer in context.kinds if pointer in members)
    following = loop[(loop.index(first) + 1) % len(loop)]
    if following.startswith(f"{first}/allOf/"):
        context.report(f"{first}/allOf", "The schema is a part of itself, through allOf")
    else:
        context.report(first, "The reference leads back to itself")
