"""Pairs the operations of two documents: by what a client calls, which is server and path together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

from odcgen.diff.report import Finding, renamed, wire

from .operations import Operation

_Key = Callable[[Operation], Iterable[str]]


class Matches(NamedTuple):
    """The pairs of operations, and those without a partner."""

    pairs: list[tuple[Operation, Operation]]
    removed: list[Operation]
    added: list[Operation]


def match(old: list[Operation], new: list[Operation]) -> Matches:
    """Pair operations of one method: by full address, then by path, then by either without regard to case."""
    pairs: list[tuple[Operation, Operation]] = []
    for key in _KEYS:
        waiting: dict[tuple[str, str], Operation] = {}
        for operation in reversed(new):
            waiting |= {(operation.method, text): operation for text in key(operation)}
        taken: set[int] = set()
        unpaired: list[Operation] = []
        for operation in old:
            found = next(_waiting(operation, key, waiting, taken), None)
            if found is None:
                unpaired.append(operation)
            else:
                pairs.append((operation, found))
                taken.add(id(found))
        old, new = unpaired, [operation for operation in new if id(operation) not in taken]
    return Matches(sorted(pairs, key=_order), old, new)


def moves(pairs: Iterable[tuple[Operation, Operation]]) -> Iterator[Finding]:
    """Yield what changed in the addresses of paired operations; a prefix that moved, once for all of them."""
    moved: dict[tuple[str, str], list[Operation]] = {}
    rebased: dict[tuple[str, str], list[Operation]] = {}
    for old, new in pairs:
        if _same(old, new, _full_path):
            if old.shape != new.shape:
                moved.setdefault((_prefix(old, new), new.bases[0]), []).append(new)
        elif old.shape == new.shape and not set(old.bases) & set(new.bases):
            rebased.setdefault((old.bases[0], new.bases[0]), []).append(new)
        elif old.shape != new.shape:
            yield renamed("path-case-changed", new.label, new.item.pointer, f"path was spelled {old.path}")
        if old.path_names != new.path_names and len(old.path_names) == len(new.path_names):
            yield _renamed_parameters(old, new)
    for (prefix, base), operations in moved.items():
        kept = f"{_count(operations, 'keep')} the same address"
        text = f"{prefix} moved between paths and servers (now {base or '/'}): {kept}"
        yield renamed("path-prefix-moved", "", "/servers", text)
    for (before, after), operations in rebased.items():
        got = f"{_count(operations, 'get')} another address"
        text = f"servers moved from {before or '/'} to {after or '/'}: {got}"
        yield wire("api-server-base-path-changed", "", "/servers", text)


def _waiting(
    operation: Operation, key: _Key, waiting: dict[tuple[str, str], Operation], taken: set[int]
) -> Iterator[Operation]:
    for text in key(operation):
        found = waiting.get((operation.method, text))
        if found is not None and id(found) not in taken:
            yield found


def _exact_path(operation: Operation) -> Iterable[str]:
    return (base + operation.path for base in operation.bases)


def _full_path(operation: Operation) -> Iterable[str]:
    return (base + operation.shape for base in operation.bases)


def _path(operation: Operation) -> Iterable[str]:
    return (operation.shape,)


def _folded(key: _Key) -> _Key:
    return lambda operation: (text.casefold() for text in key(operation))


_KEYS: Final[tuple[_Key, ...]] = (_exact_path, _full_path, _path, _folded(_full_path), _folded(_path))


def _same(old: Operation, new: Operation, key: _Key) -> bool:
    return not set(key(old)).isdisjoint(key(new))


def _prefix(old: Operation, new: Operation) -> str:
    longer, shorter = sorted((old.shape, new.shape), key=len, reverse=True)
    return longer.removesuffix(shorter)


def _renamed_parameters(old: Operation, new: Operation) -> Finding:
    both = zip(old.path_names, new.path_names, strict=True)
    text = ", ".join(f"{{{was}}} is now {{{now}}}" for was, now in both if was != now)
    return renamed("path-parameter-renamed", new.label, new.item.pointer, f"in the path, {text}")


def _count(operations: list[Operation], verb: str) -> str:
    return f"1 operation {verb}s" if len(operations) == 1 else f"{len(operations)} operations {verb}"


def _order(pair: tuple[Operation, Operation]) -> tuple[str, str]:
    return pair[1].path, pair[1].method
