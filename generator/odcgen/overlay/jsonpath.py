"""RFC 9535 JSONPath queries, answered with the containers of what they select."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING, Any, NamedTuple

from odcgen.documents.json_text import MAX_DEPTH
from odcgen.kit.json_value import is_array, is_object

if TYPE_CHECKING:
    from jsonpath_rfc9535 import JSONPathEnvironment, JSONPathNode, JSONPathQuery

# Nearly all that overlays write is names one after the other, all members, or those of one name. That needs
# no library, which takes 40 ms to import and 80 to 300 µs a query; a test compares the two answers.
_TEXT = r"""(?:'([^'\\\x00-\x1f]*)'|"([^"\\\x00-\x1f]*)")"""
_STEP = re.compile(
    rf"""\.(\*|[A-Za-z_][A-Za-z0-9_]*)|\[{_TEXT}\]|\[\?@\.([A-Za-z_][A-Za-z0-9_]*)=={_TEXT}\]"""
)
_PLAIN = re.compile(rf"\$(?:{_STEP.pattern})*")

Step = Callable[[Any], Iterable[tuple[str | int, Any]]]
"""The children of a value that a step selects, each with its place in the value."""


class Match(NamedTuple):
    """A selected value and where it is held; nothing holds the root."""

    value: Any
    holder: dict[str, Any] | list[Any] | None
    key: str | int


Selector = Callable[[dict[str, Any]], list[Match]]


@lru_cache(maxsize=4096)
def parse(query: str) -> Selector:
    """A function that finds what `query` selects in a document; a ValueError if the query is not RFC 9535."""
    if _PLAIN.fullmatch(query):
        return partial(_descend, [_step(found) for found in _STEP.finditer(query)])
    with _library_errors():
        return partial(_evaluate, _environment().compile(query))


def _step(found: re.Match[str]) -> Step:
    plain, single, double, key, *texts = found.groups()
    if key is not None:
        return partial(_chosen, key, next(text for text in texts if text is not None))
    if plain == "*":
        return _children
    return partial(_member, next(name for name in (plain, single, double) if name is not None))


def _descend(steps: list[Step], data: dict[str, Any]) -> list[Match]:
    matches = [Match(data, None, "")]
    for step in steps:
        matches = [Match(child, match.value, at) for match in matches for at, child in step(match.value)]
    return matches


def _member(name: str, holder: Any) -> Iterable[tuple[str, Any]]:
    return ((name, holder[name]),) if is_object(holder) and name in holder else ()


def _children(holder: Any) -> Iterable[tuple[str | int, Any]]:
    if is_object(holder):
        return holder.items()
    return enumerate(holder) if is_array(holder) else ()


def _chosen(key: str, text: str, holder: Any) -> Iterable[tuple[str | int, Any]]:
    return ((at, child) for at, child in _children(holder) if is_object(child) and child.get(key) == text)


def _evaluate(query: JSONPathQuery, data: dict[str, Any]) -> list[Match]:
    with _library_errors():
        return [_match(node) for node in query.find(data)]


def _match(node: JSONPathNode) -> Match:
    holder = node.parent.value if node.parent is not None else None
    if is_object(holder) or is_array(holder):
        return Match(node.value, holder, node.location[-1])
    return Match(node.value, None, "")


@contextmanager
def _library_errors() -> Generator[None]:
    from jsonpath_rfc9535 import JSONPathError

    try:
        yield
    except (JSONPathError, RecursionError) as error:
        raise ValueError(str(error)) from None


@cache
def _environment() -> JSONPathEnvironment:
    from jsonpath_rfc9535 import JSONPathEnvironment

    class Environment(JSONPathEnvironment):
        max_recursion_depth = 2 * MAX_DEPTH

    return Environment()
