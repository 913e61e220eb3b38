"""Where credentials are looked for when none are given."""

from __future__ import annotations

from pathlib import Path

from .chain import Chain
from .environment import EnvironmentVariables
from .file import TokenFile
from .named import NamedSource

__all__ = ["CONTAINER_SECRET", "DefaultChain"]

CONTAINER_SECRET = Path("/run/secrets/odc_credentials")


class DefaultChain(Chain):
    """`ODC_CREDENTIALS`, then environment variables, then the secret `/run/secrets/odc_credentials`."""

    def __init__(self) -> None:
        super().__init__(NamedSource(), EnvironmentVariables(), TokenFile(CONTAINER_SECRET))
