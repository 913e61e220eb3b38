"""RFC 9535 JSONPath queries, answered with the containers of what they select."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator
from contextlib import contextmanager
from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING, Any, NamedTuple

from odcgen.documents.json_text import MAX_DEPTH
from odcgen.kit.json_value import is_array, is_object

if TYPE_CHECKING:
    from jsonpath_rfc9535 import JSONPathEnvironment, JSONPathNode, JSONPathQuery

# Most of what overlays write is names one after the other. They need no library, which takes 40 ms to import
# and then 80 µs a query; a test compares the two answers.
_NAMES = re.compile(r"""\$(?:\.[A-Za-z_][A-Za-z0-9_]*|\['[^'\\\x00-\x1f]*'\]|\["[^"\\\x00-\x1f]*"\])*""")
_NAME = re.compile(r"""\.([A-Za-z0-9_]+)|\['([^']*)'\]|\["([^"]*)"\]""")


class Match(NamedTuple):
    """A selected value and where it is held; nothing holds the root."""

    value: Any
    holder: dict[str, Any] | list[Any] | None
    key: str | int


Selector = Callable[[dict[str, Any]], list[Match]]


@lru_cache(maxsize=4096)
def parse(query: str) -> Selector:
    """A function that finds what `query` selects in a document; a ValueError if the query is not RFC 9535."""
    if _NAMES.fullmatch(query):
        return partial(_descend, [match[match.lastindex or 0] for match in _NAME.finditer(query)])
    with _library_errors():
        return partial(_evaluate, _environment().compile(query))


def _descend(names: list[str], data: dict[str, Any]) -> list[Match]:
    match = Match(data, None, "")
    for name in names:
        holder = match.value
        if not is_object(holder) or name not in holder:
            return []
        match = Match(holder[name], holder, name)
    return [match]


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
