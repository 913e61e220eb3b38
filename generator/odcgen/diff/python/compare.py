"""What a change of the documents does to callers of the generated package, name by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import zip_longest

from attrs import evolve

from odcgen import ir
from odcgen.diff.names import compare_names
from odcgen.diff.report import Finding, Python, in_order
from odcgen.diff.rules import Level

from .surface import Argument, Class, Entry, EnumClass, Function, surface
from .types import NOTHING, show, takes


def diff_packages(old: ir.Package, new: ir.Package) -> tuple[tuple[Finding, ...], Python]:
    """Compare two packages as their callers see them.

    Returns:
        The findings, where an error is what breaks a caller, and the step of the version that follows.
    """
    findings = in_order(_findings(old, new))
    if any(finding.level == "error" for finding in findings):
        return findings, "major"
    if findings:
        return findings, "minor"
    return findings, "none" if _essence(old) == _essence(new) else "patch"


def _findings(old: ir.Package, new: ir.Package) -> Iterator[Finding]:
    before, after = surface(old), surface(new)
    whole: frozenset[str] = frozenset()
    for kind, one, other in (
        ("api", before.apis, after.apis),
        ("resource", before.resources, after.resources),
        ("method", before.functions, after.functions),
        ("model", before.classes, after.classes),
        ("enum", before.enums, after.enums),
    ):
        yield from _existence(kind, one, other, whole)
        whole |= one.keys() ^ other.keys()
    for name in compare_names(before.functions, after.functions).kept:
        yield from _function(f"{name}()", before.functions[name], after.functions[name])
    for name in compare_names(before.classes, after.classes).kept:
        yield from _class(name, before.classes[name], after.classes[name])
    for name in compare_names(before.enums, after.enums).kept:
        yield from _enum(name, before.enums[name], after.enums[name])


def _existence(
    kind: str, before: Mapping[str, Entry], after: Mapping[str, Entry], whole: frozenset[str]
) -> Iterator[Finding]:
    """Yield what came and went; the parts of something that came or went as a whole are not told."""
    names = compare_names(before, after)
    call = "()" if kind == "method" else ""
    for name in names.removed:
        if not _is_inside(name, whole):
            yield _finding(f"{kind}-removed", "error", before[name], f"{name}{call} removed")
    for name in names.added:
        if not _is_inside(name, whole):
            yield _finding(f"{kind}-added", "info", after[name], f"{name}{call} added")


def _function(name: str, old: Function, new: Function) -> Iterator[Finding]:
    before, after = old.arguments, new.arguments
    for one, other in zip_longest(old.positional, new.positional):
        if one is not None and other is not None and one.name not in after and other.name not in before:
            text = f"{name}: parameter {one.name} is now called {other.name}"
            yield _finding("parameter-renamed", "error", new, text)
            after[one.name] = after.pop(other.name)
        elif one is not None and one.name in after and (other is None or other.name != one.name):
            text = f"{name}: parameter {one.name} is in another place"
            yield _finding("parameter-moved", "error", new, text)
    for rule, level, text in _arguments(before, after, "parameter"):
        yield _finding(rule, level, new, f"{name}: {text}")
    if old.returns != NOTHING and not takes(old.returns, new.returns):
        text = f"{name}: returns {show(new.returns)}, not {show(old.returns)}"
        yield _finding("result-changed", "error", new, text)
    elif old.returns != new.returns:
        yield _finding("result-refined", "info", new, f"{name}: returns {show(new.returns)}")
    if new.deprecated and not old.deprecated:
        yield _finding("method-deprecated", "info", new, f"{name}: deprecated")


def _class(name: str, old: Class, new: Class) -> Iterator[Finding]:
    told: set[str] = set()
    if old.arguments and new.arguments:
        told |= old.arguments.keys() | new.arguments.keys()
        for rule, level, text in _arguments(old.arguments, new.arguments, "field"):
            yield _finding(rule, level, new, f"{name}: {text}")
    elif old.arguments:
        yield _finding("model-not-sent", "error", new, f"{name}: no longer sent, only received")
    names = compare_names(old.attributes, new.attributes)
    for one in names.removed:
        if one not in told:
            yield _finding("field-removed", "error", new, f"{name}: field {one} removed")
    for one in names.added:
        if one not in told:
            yield _finding("field-added", "info", new, f"{name}: field {one} added")
    for one in names.kept:
        before, after = old.attributes[one], new.attributes[one]
        if not takes(before, after):
            text = f"{name}: {one} is {show(after)}, not {show(before)}"
            yield _finding("attribute-changed", "error", new, text)
        elif before != after and one not in told:
            yield _finding("attribute-narrowed", "info", new, f"{name}: {one} is {show(after)}")


def _enum(name: str, old: EnumClass, new: EnumClass) -> Iterator[Finding]:
    members = compare_names(old.members, new.members)
    for member in members.removed:
        yield _finding("member-removed", "error", new, f"{name}.{member} removed")
    for member in members.added:
        yield _finding("member-added", "info", new, f"{name}.{member} added")


def _arguments(
    before: Mapping[str, Argument], after: Mapping[str, Argument], kind: str
) -> Iterator[tuple[str, Level, str]]:
    """Yield (rule, level, text) of what changed in the arguments of a method or of a class."""
    names = compare_names(before, after)
    for name in names.removed:
        yield f"{kind}-removed", "error", f"{kind} {name} removed"
    for name in names.added:
        if after[name].required:
            yield f"{kind}-required", "error", f"new required {kind} {name}"
        else:
            yield f"{kind}-added", "info", f"new {kind} {name}"
    for name in names.kept:
        one, other = before[name], after[name]
        if other.required and not one.required:
            yield f"{kind}-required", "error", f"{kind} {name} is now required"
        elif one.required and not other.required:
            yield f"{kind}-optional", "info", f"{kind} {name} is now optional"
        # An argument that became required is told as such, not once more for the default it lost.
        given = one.type - one.default if other.required else one.type
        if not takes(other.type, given):
            text = f"{kind} {name} is {show(other.type)}, not {show(one.type)}"
            yield f"{kind}-type-changed", "error", text
        elif one.type - one.default != other.type - other.default:
            yield f"{kind}-type-widened", "info", f"{kind} {name} is {show(other.type)}"


def _finding(rule: str, level: Level, entry: Entry, text: str) -> Finding:
    return Finding(f"python-{rule}", level, "python", entry.operation, entry.pointer, text)


def _is_inside(name: str, whole: frozenset[str]) -> bool:
    """Tell whether the API or the resource that a name belongs to is told as a whole."""
    parts = name.split(".")
    return any(".".join(parts[:count]) in whole for count in range(1, len(parts)))


def _essence(package: ir.Package) -> ir.Package:
    """Return a package without what its files do not show."""
    apis = (evolve(api, source="", digest="", warnings=()) for api in package.apis)
    return evolve(package, apis=tuple(apis))
