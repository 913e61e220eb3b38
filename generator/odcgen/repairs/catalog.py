"""All repairs by their names, and which of them are chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from odcgen.errors import ConfigError

from .document import DOCUMENT
from .paths import PATHS
from .repair import Repair
from .schemas import SCHEMAS
from .values import VALUES

REPAIRS: Mapping[str, Repair] = {one.rule: one for one in (*PATHS, *SCHEMAS, *VALUES, *DOCUMENT)}


def chosen(names: Sequence[str]) -> Mapping[str, Repair]:
    """Return the repairs of some names: `safe` are all of them, `none` is none.

    Raises:
        ConfigError: if there is no repair of a name.
    """
    if "safe" in names:
        return REPAIRS
    wanted = [name for name in names if name != "none"]
    if unknown := [name for name in wanted if name not in REPAIRS]:
        known = ", ".join(sorted(REPAIRS))
        raise ConfigError(f"there is no repair named {unknown[0]!r}", hint=f"There are: {known}.")
    return {name: REPAIRS[name] for name in wanted}
