"""The [limits] of an odcgen.toml: how much the work on each document may take."""

from __future__ import annotations

from typing import Any

from odcgen.errors import ConfigError
from odcgen.kit.json_value import as_object
from odcgen.kit.limits import Limits


def limits_of(raw: dict[str, Any], file: str) -> Limits:
    """Return the limits that an odcgen.toml sets, the others as they are by default.

    Raises:
        ConfigError: if one is not above zero.
    """
    given = as_object(raw.get("limits"))
    if low := next((name for name, value in given.items() if value < 1), None):
        raise ConfigError(f"{low} in [limits] must be above zero, not {given[low]}", file=file)
    return Limits(**given)
