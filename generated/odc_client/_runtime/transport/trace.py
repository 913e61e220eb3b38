"""OpenTelemetry spans: one a call, named like its operation, with the number of attempts."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from ..errors.base import ConfigurationError
from ..kernel.log import PACKAGE
from ..kernel.redact import safe_url

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from ..call.call import Call
    from ..kernel._http import httpx

__all__ = ["default_tracer", "span"]

ERROR = 400


def default_tracer() -> Any:
    """Return the tracer of the installed OpenTelemetry that is named after the package.

    Raises:
        ConfigurationError: OpenTelemetry is not installed.
    """
    try:
        from opentelemetry import trace
    except ImportError:
        raise ConfigurationError("tracing needs the package opentelemetry-api") from None
    return trace.get_tracer(PACKAGE)


@contextmanager
def span(tracer: Any, call: Call) -> Generator[Callable[[httpx.Response], httpx.Response]]:
    """Hold the span of a call open; hand its answer to what this yields."""
    from opentelemetry.trace import SpanKind, Status, StatusCode

    facts = {
        "http.request.method": call.method,
        "url.full": safe_url(call.url),
        "server.address": call.url.host,
    }
    with tracer.start_as_current_span(
        call.operation.name,
        kind=SpanKind.CLIENT,
        attributes=facts,
        record_exception=False,
        set_status_on_exception=False,
    ) as current:

        def answered(response: httpx.Response) -> httpx.Response:
            current.set_attribute("http.response.status_code", response.status_code)
            if response.status_code >= ERROR:
                current.set_attribute("error.type", str(response.status_code))
                current.set_status(Status(StatusCode.ERROR))
            return response

        try:
            yield answered
        except BaseException as error:
            current.set_attribute("error.type", type(error).__name__)
            current.set_status(Status(StatusCode.ERROR))
            raise
        finally:
            if call.tries > 1:
                current.set_attribute("http.request.resend_count", call.tries - 1)
