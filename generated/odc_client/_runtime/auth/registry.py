"""Which manager serves which credential: clients that are given the same one share its token."""

from __future__ import annotations

import copyreg
from types import MethodType
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

from .manager import TokenManager

if TYPE_CHECKING:
    from collections.abc import Callable

    from .portal import Portal
    from .protocols import AnySource, Clock, TokenStore

__all__ = ["manager_for"]

# A manager holds its source, its store and its clock, so their ids stay theirs while the entry lives.
_MANAGERS: WeakValueDictionary[tuple[object, ...], TokenManager] = WeakValueDictionary()


def manager_for(source: AnySource, portal: Portal, store: TokenStore, clock: Clock) -> TokenManager:
    """Return the manager of `source` for this portal and store, made when it is first asked for."""
    key = (_identity(source), portal.facts, id(store), id(clock))
    manager = _MANAGERS.get(key)
    if manager is None:
        manager = _MANAGERS.setdefault(key, TokenManager(source, portal, store, clock))
    return manager


def _travelling(manager: TokenManager) -> tuple[Callable[..., TokenManager], tuple[object, ...]]:
    """Let a manager travel to another process as what it is made from, without the token."""
    return manager_for, manager.made_from


copyreg.pickle(TokenManager, _travelling)


def _identity(source: AnySource) -> object:
    if isinstance(source, MethodType):  # each access to `object.method` makes a new one
        return id(source.__self__), id(source.__func__)
    return id(source)
