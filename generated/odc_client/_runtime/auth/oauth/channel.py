"""The line to the identity provider: bounded in time, size and attempts, and never redirected."""

from __future__ import annotations

from random import random
from typing import TYPE_CHECKING

from ...errors.base import ConfigurationError
from ...errors.causes import in_words
from ...errors.failure import bare
from ...kernel._http import httpx
from ...kernel.bounded import read_within
from ...kernel.deadline import bound, until
from ...kernel.proxied import proxy_of
from ...kernel.retry_after import retry_after
from ...site.environment import culprit, unusable_proxy
from ...site.trust import ssl_context, tell_unchecked
from ..portal import route
from .retry import is_temporary, pause

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable

    from ..protocols import Clock

__all__ = ["Answer", "Channel", "Outcome"]

CONNECT_SECONDS = 5.0
READ_SECONDS = 10.0
BYTES_AT_MOST = 1024 * 1024


class Answer:
    """The answer of one attempt; its `repr` shows no content."""

    __slots__ = ("content", "retry_after", "sent", "sent_wall", "status")

    def __init__(self, response: httpx.Response, content: bytes, sent: float, sent_wall: float) -> None:
        self.status = response.status_code
        self.content = content
        self.retry_after = retry_after(response.headers.get("retry-after"), sent_wall)
        self.sent = sent
        self.sent_wall = sent_wall


class Outcome:
    """What became of a request after all attempts: the last answer, or none, and the first failure."""

    __slots__ = ("answer", "attempts", "cause")

    def __init__(self) -> None:
        self.answer: Answer | None = None
        self.cause: Exception | None = None
        self.attempts = 0

    def reason(self) -> str:
        """Say in a few words why there is no good answer."""
        tries = f"after {self.attempts} attempts" if self.attempts > 1 else "to the only attempt"
        if self.answer is not None:
            return f"answered {self.answer.status} {tries}"
        return f"gave no answer {tries} ({type(self.cause).__name__}: {self.cause})"


class Channel:
    """Sends one request until it is answered, the attempts are used up, or the time is."""

    __slots__ = ("clock", "proxy", "transport", "trust_environment", "verify")

    def __init__(
        self,
        clock: Clock,
        verify: bool | str | ssl.SSLContext,
        proxy: str | None,
        transport: httpx.BaseTransport | None,
        *,
        trust_environment: bool = True,
    ) -> None:
        self.clock = clock
        self.verify = verify
        self.proxy = proxy
        self.transport = transport
        self.trust_environment = trust_environment

    @property
    def route(self) -> tuple[object, ...]:
        """Return a key of this line: what is learnt over one line does not hold for another."""
        return (*route(self.verify, self.proxy), None if self.transport is None else id(self.transport))

    def ask(self, build: Callable[[], httpx.Request], deadline: float) -> Outcome:
        """Send what `build` returns, anew for each attempt; `deadline` is on the monotonic clock."""
        outcome = Outcome()
        with self._client() as client:
            bound(client)
            while True:
                outcome.attempts += 1
                answer, failure = self._once(client, build, deadline)
                outcome.answer = answer
                outcome.cause = outcome.cause or failure
                if answer is not None and not is_temporary(answer.status):
                    return outcome
                asked = None if answer is None else answer.retry_after
                wait = pause(outcome.attempts, asked, deadline - self.clock.monotonic(), random())  # noqa: S311
                if wait is None:
                    return outcome
                self.clock.sleep(wait)

    def _client(self) -> httpx.Client:
        try:
            return httpx.Client(
                verify=ssl_context(self.verify, self.trust_environment),
                proxy=self.proxy,
                transport=self.transport,
                follow_redirects=False,
                trust_env=self.trust_environment,
            )
        except (ValueError, ImportError, httpx.InvalidURL) as error:
            if isinstance(error, ConfigurationError):
                raise
            told = unusable_proxy(type(error)) if self.proxy else culprit()
        raise ConfigurationError(f"no token can be fetched: {told}")

    def _once(
        self, client: httpx.Client, build: Callable[[], httpx.Request], deadline: float
    ) -> tuple[Answer | None, Exception | None]:
        """Return the answer or the failure, without its frames and its request: they hold the secret."""
        sent, sent_wall = self.clock.monotonic(), self.clock.wall()
        request = self._timed(build(), deadline - sent)
        tell_unchecked(client, str(request.url))
        try:
            response = client.send(request, stream=True, auth=None)
            try:
                return Answer(response, self._content(response), sent, sent_wall), None
            finally:
                response.close()
        except httpx.HTTPError as error:
            failure = error
        told = in_words(failure, proxy_of(client, request.url))
        bare(failure)
        failure.args = (told,)
        return None, failure

    def _timed(self, request: httpx.Request, remaining: float) -> httpx.Request:
        patience = max(remaining, 0.001)
        timeout = httpx.Timeout(min(READ_SECONDS, patience), connect=min(CONNECT_SECONDS, patience))
        request.extensions["timeout"] = until(timeout.as_dict(), patience)
        return request

    def _content(self, response: httpx.Response) -> bytes:
        if not read_within(response, BYTES_AT_MOST):
            raise httpx.ReadError("the answer is larger than 1 MiB")
        return response.content
