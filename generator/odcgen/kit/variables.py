"""The environment variables that hold the credentials of APIs which are not ODC's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from .namespace import Namespace
from .words import constant

Named = tuple[str, str]
"""The name of a security scheme, and its kind."""

_GROUPS = {"bearer": "token", "oauth2": "token", "openid": "token"}
_TOKEN, _PAIR, _CLIENT = ("ACCESS_TOKEN",), ("USERNAME", "PASSWORD"), ("CLIENT_ID", "CLIENT_SECRET")
_WAYS: dict[str, tuple[tuple[str, ...], ...]] = {
    "key": (("API_KEY",),),
    "basic": (_PAIR,),
    "login": (_TOKEN, _PAIR),
    "bearer": (_TOKEN,),
    "oauth2": (_TOKEN, _CLIENT),
    "openid": (_TOKEN, _CLIENT),
}
_BESIDES = {"oauth2": ("SCOPE",), "openid": ("SCOPE", "TOKEN_HOSTS")}


def prefixes(base: str, schemes: Sequence[Named], taken: set[str]) -> dict[str, str]:
    """Return what the variables of each scheme of an API begin with; no two of them have one in common.

    The name of a scheme stands in it where its API has several of the kind.

    Args:
        base: what the variables of the API begin with.
        schemes: its schemes.
        taken: the variables of other APIs; those of this one are added.
    """
    groups = [_GROUPS.get(kind, kind) for _, kind in schemes]
    found: dict[str, str] = {}
    for (name, kind), group in zip(schemes, groups, strict=True):
        prefix = wanted = base if groups.count(group) == 1 else f"{base}_{_word(name)}"
        number = 1
        while not taken.isdisjoint(variables(prefix, kind)):
            number += 1
            prefix = f"{wanted}_{number}"
        taken.update(variables(prefix, kind))
        found[name] = prefix
    return found


def ways(prefix: str, kind: str) -> tuple[tuple[str, ...], ...]:
    """Return the variables of a scheme of some kind, by the ways of which one is enough."""
    return tuple(tuple(f"{prefix}_{field}" for field in way) for way in _WAYS.get(kind, ()))


def variables(prefix: str, kind: str) -> tuple[str, ...]:
    """Return all variables of a scheme of some kind."""
    besides = tuple(f"{prefix}_{field}" for field in _BESIDES.get(kind, ()))
    return (*(name for way in ways(prefix, kind) for name in way), *besides)


def bases(
    package: str, apis: Iterable[str], given: Mapping[str, str], *, beside_portal: bool
) -> dict[str, str]:
    """Return what the variables of each API begin with: what odcgen.toml says, else the package's name.

    The name of the API follows where there are several; beside ODC's own APIs it is `ODC_SHOP`.
    """
    names = list(apis)
    taken, found = Namespace({"ODC", *given.values()}), dict(given)
    for name in names:
        if name in given:
            continue
        word = f"ODC_{_word(name)}" if beside_portal else _word(package)
        if word == "ODC" or (len(names) > 1 and not beside_portal):
            word = f"{word}_{_word(name)}"
        found[name] = taken.claim(word)
    return found


def _word(text: str) -> str:
    name = constant(text, fallback="API").strip("_")
    return "".join(char for char in name if char.isascii()).strip("_") or "API"
