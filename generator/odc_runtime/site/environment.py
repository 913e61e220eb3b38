"""What the environment says of proxies and certificates, and which of its variables is to blame."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ..errors.base import ConfigurationError
from ..kernel._http import httpx

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["certificates_named", "check_certificates", "culprit", "unusable_proxy"]

PROXIES = ("http_proxy", "https_proxy", "all_proxy")
FILE, FOLDER = "SSL_CERT_FILE", "SSL_CERT_DIR"


def check_certificates() -> None:
    """Refuse variables that name no certificates, before they end a connection.

    Raises:
        ConfigurationError: `SSL_CERT_FILE` or `SSL_CERT_DIR` names nothing.
    """
    for name, there, what in ((FILE, os.path.isfile, "file"), (FOLDER, os.path.isdir, "folder")):
        value = os.environ.get(name)
        if value:
            if not there(value):
                raise ConfigurationError(
                    f"the environment's {name} names no {what} of certificates: {value!r} is none;"
                    " correct it, or pass trust_environment=False"
                )
            return


def certificates_named() -> str:
    """Say where the default certificates come from."""
    for name in (FILE, FOLDER):
        if value := os.environ.get(name):
            return f"the environment's {name}={value!r}"
    return "the default list of certificates"


def unusable_proxy(error: type[Exception]) -> str:
    """Say what is wrong with a proxy, without its URL, which may hold a password."""
    if issubclass(error, ImportError):
        return "the proxy is a SOCKS proxy, for which httpx needs the package socksio: pip install socksio"
    return f"the proxy must be an http, https or socks5 URL: {error.__name__}"


def culprit() -> str:
    """Say which variable the HTTP library cannot take, and why."""
    return next(_unusable(), "the environment's proxies cannot be used")


def _unusable() -> Iterator[str]:
    for name, value in sorted(os.environ.items()):
        if value and name.lower() in PROXIES:
            error = _fault(proxy=value if "://" in value else f"http://{value}")
            if error is not None:
                yield f"the environment's {name} cannot be used: {unusable_proxy(error)}"
        if name.lower() == "no_proxy":
            for entry in filter(None, map(str.strip, value.split(","))):
                if (error := _fault(mounts={_pattern(entry): None})) is not None:
                    yield f"the environment's {name} cannot be used: httpx cannot read {entry!r} in it"


def _pattern(entry: str) -> str:
    """Return what the HTTP library makes of an entry of `NO_PROXY`."""
    if "://" in entry:
        return entry
    return f"all://[{entry}]" if entry.count(":") > 1 and "[" not in entry else f"all://*{entry}"


def _fault(**settings: object) -> type[Exception] | None:
    try:
        httpx.Client(verify=False, trust_env=False, **settings).close()  # type: ignore[arg-type]
    except (ValueError, ImportError, httpx.InvalidURL) as error:
        return type(error)
    return None
