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
    """`ODC_CREDENTIALS`, then environment variables, then the secret `/run/secrets/odc_credentials`.

    Args:
        trust_environment: Whether `ODC_CREDENTIALS` may name what is run or read, and `ODC_TOKEN_HOSTS`
            further hosts.
    """

    def __init__(self, *, trust_environment: bool = True) -> None:
        named = (NamedSource(),) if trust_environment else ()
        variables = EnvironmentVariables(further_hosts=trust_environment)
        super().__init__(*named, variables, TokenFile(CONTAINER_SECRET))
