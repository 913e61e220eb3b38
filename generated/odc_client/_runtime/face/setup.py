"""What a client's settings are made of: each part is checked and completed by a function of its own."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import nullcontext, suppress
from typing import TYPE_CHECKING, Any, TypeVar, cast

from ..errors.base import ConfigurationError, WrongType
from ..kernel._http import httpx
from ..site.environment import culprit, unusable_proxy
from ..site.urls import PORTAL_VARIABLE, base_url

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterable

    from ..call.hooks import BoundHooks
    from ..policy.rates import Rates
    from ..policy.retry import Retry

__all__ = [
    "base_urls_of",
    "check_names",
    "default_headers",
    "hooks_of",
    "http_client_of",
    "limit_checked",
    "rates_of",
    "retry_of",
    "servers_of",
    "tracer_of",
]

H = TypeVar("H", httpx.Client, httpx.AsyncClient)

USUAL = "gzip, deflate"
REPLACED_HEADERS = (b"accept", b"accept-encoding", b"connection", b"user-agent")


def http_client_of(
    kind: type[H],
    given: object,
    proxy: str | None,
    verify: bool | ssl.SSLContext,
    trust_environment: bool = True,
) -> H:
    """Return the user's own HTTP client, or a new one.

    Raises:
        ConfigurationError: It is of the other kind, or a proxy cannot be used, this or the environment's.
    """
    if given is not None:
        if not isinstance(given, kind):
            raise ConfigurationError(f"http_client must be an {httpx.__name__}.{kind.__name__}")
        return given
    try:
        if proxy is not None and not httpx.URL(proxy).host:
            raise ValueError(proxy)
        return kind(proxy=proxy, verify=verify, trust_env=trust_environment)
    except (ValueError, TypeError, ImportError, httpx.InvalidURL) as error:
        raise ConfigurationError(
            unusable_proxy(type(error))
            if proxy is not None
            else f"{culprit()}; correct it, or pass trust_environment=False"
        ) from None


def limit_checked(most: object) -> int | None:
    """Return how many bytes an answer may have.

    Raises:
        ConfigurationError: That is no such number.
    """
    if most is not None and (not isinstance(most, int) or most is True or most < 1):
        raise ConfigurationError("max_answer_bytes must be a whole number above 0, or None for any size")
    return most


def default_headers(http: httpx.Client | httpx.AsyncClient, user_agent: str) -> httpx.Headers:
    """Return the headers of every request, with those that the user's own HTTP client adds.

    Raises:
        ConfigurationError: It adds Authorization, which would replace the client's credential.
    """
    given = [(name.lower(), value) for name, value in http.headers.raw]
    encodings = _encodings(http.headers.get("accept-encoding", "identity"))
    if any(name == b"authorization" for name, _ in given):
        raise ConfigurationError("the http_client sets Authorization, which would replace the credential")
    return httpx.Headers(
        [
            (b"accept", b"application/json, */*;q=0.5"),
            (b"accept-encoding", encodings.encode("ascii")),
            (b"user-agent", user_agent.encode("ascii")),
            *((name, value) for name, value in given if name not in REPLACED_HEADERS),
        ]
    )


def _encodings(own: str) -> str:
    """Return what answers may be compressed with: of httpx's list what cannot make very much of little."""
    return USUAL if own.startswith(USUAL) else own


def base_urls_of(
    paths: Mapping[str, str],
    given: Mapping[str, str],
    portal: str | None,
    allow_insecure: bool,
    servers: Mapping[str, tuple[str, ...]],
    at_portal: bool,
) -> dict[str, str]:
    """Return the full base URL of each API: the one given, the document's own, or a path below the portal.

    Raises:
        ConfigurationError: One of them cannot be used, or there is neither a portal nor any of them.
    """
    own = {server for stated in servers.values() for server in stated}
    check_names("base_urls", given, paths.keys() | own)
    absolute = {name: path for name, path in paths.items() if "://" in path}
    absolute |= {name: url for name, url in given.items() if name in paths}
    bases = {name: base_url(url, f"the base URL of {name}", allow_insecure) for name, url in absolute.items()}
    if portal is None:
        if not bases:
            raise ConfigurationError(
                f"which portal? Give its domain, or set {PORTAL_VARIABLE}"
                if at_portal
                else f"where is {min(paths, default='the API')}? Give its host, or base_urls"
            )
        return bases
    below = {name: path for name, path in paths.items() if name not in bases}
    return {name: portal + path.rstrip("/") for name, path in below.items()} | bases


def servers_of(
    stated: Mapping[str, tuple[str, ...]],
    bases: Mapping[str, str],
    given: Mapping[str, str],
    allow_insecure: bool,
) -> dict[str, str]:
    """Return where operations are that have a server of their own, by their API and what its document states.

    What the document states and nobody can call is left out: that is told by a call of such an operation.

    Raises:
        ConfigurationError: One that was given cannot be used.
    """
    found: dict[str, str] = {}
    for name, server in ((api, server) for api in bases for server in stated.get(api, ())):
        url = given.get(server, server)
        if "://" not in url:
            url = str(httpx.URL(bases[name]).copy_with(raw_path=url.encode() or b"/")).rstrip("/")
        with nullcontext() if server in given else suppress(ConfigurationError):
            found[f"{name} {server}"] = base_url(url, f"the server {server} of {name}", allow_insecure)
    return found


def check_names(argument: str, given: object, known: Iterable[str]) -> None:
    """Refuse an argument that is no mapping, or names an API which the package does not have."""
    if not isinstance(given, Mapping):
        raise WrongType(f"{argument} must map names of APIs, not be a {type(given).__name__}")
    if unknown := sorted(set(map(str, cast("Mapping[object, object]", given))) - set(known)):
        raise ConfigurationError(
            f"{argument} names unknown APIs: {', '.join(unknown)}; there are {', '.join(sorted(known))}"
        )


def hooks_of(hooks: object, package: str | None) -> BoundHooks | None:
    """Return the hooks that were given, or else those of the package's own module, if it has one."""
    if hooks is None and package is not None:
        from importlib import import_module

        hooks = import_module(f"{package}.hooks")
    if hooks is None:
        return None
    from ..call.hooks import BoundHooks

    return BoundHooks(hooks)


def retry_of(given: object) -> Retry | bool:
    """Return what says how to retry."""
    if isinstance(given, bool):
        return given
    from ..policy.retry import checked_retry

    return checked_retry(given)


def rates_of(rate_limit: object, portal: str) -> Rates | None:
    """Return what keeps to the rate budgets of a portal; None if that is switched off.

    Raises:
        WrongType: It is neither a budget nor a bool.
    """
    if rate_limit is False:
        return None
    from ..policy.rates import RateBudget, Rates, limiter_of

    if not isinstance(rate_limit, (RateBudget, bool)):
        raise WrongType(f"rate_limit must be a RateBudget or a bool, not a {type(rate_limit).__name__}")
    budget = rate_limit if isinstance(rate_limit, RateBudget) else RateBudget()
    if budget.redis_url is None:
        return Rates(limiter_of(portal, budget), budget.max_wait, None)
    from ..policy.fleet import Fleet

    return Rates(limiter_of(portal, budget), budget.max_wait, Fleet(budget.redis_url, portal).wait)


def tracer_of(tracing: Any) -> Any:
    """Return the OpenTelemetry tracer to use, or None for none."""
    if tracing is not True:
        if tracing and not hasattr(tracing, "start_as_current_span"):
            raise WrongType(f"tracing must be True or a tracer, not a {type(tracing).__name__}")
        return tracing or None
    from ..transport.trace import default_tracer

    return default_tracer()
