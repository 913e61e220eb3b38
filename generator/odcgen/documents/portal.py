"""What ODC's portal is: a server whose whole host is the placeholder that stands in OutSystems' documents.

Adding, generating and the client go by this one test: what is not the portal never gets the portal's token.
"""

from __future__ import annotations

import re

_PORTAL = re.compile(
    r"(?:https?:)?//(?:\{odc[-_]portal[-_]domain\}|odc[-_]portal[-_]domain)(?P<path>/.*)?",
    re.IGNORECASE | re.DOTALL,
)


def portal_path(url: str) -> str | None:
    """Return the path of a server below ODC's portal; None for a server anywhere else."""
    found = _PORTAL.fullmatch(url.strip())
    return None if found is None else found["path"] or ""
