"""What a client tells of its work: log lines and spans."""

import io
import logging
import subprocess
import sys

import pytest
from odc_runtime.errors.base import ConfigurationError
from odc_runtime.errors.status import NotFound
from odc_runtime.kernel._http import httpx

from tests.runtime.loopback import answer, drop
from tests.runtime.sample import THING, Token


@pytest.fixture
def lines():
    """The DEBUG lines of every logger."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield lambda: stream.getvalue().splitlines()
    root.removeHandler(handler)
    root.setLevel(level)


def test_each_attempt_is_one_line(lab, caplog):
    caplog.set_level(logging.DEBUG, "odc_client")
    lab.server.then(answer(503), drop, answer(200, THING))
    lab.things(lambda t: t.get(embed="alice@example.com"))
    told = [record.getMessage() for record in caplog.records if record.name == "odc_client"]
    assert len(told) == 3
    assert "lab.things.get attempt 1: GET http://127.0.0.1" in told[0]
    assert "?embed=*** -> 503 in" in told[0]
    assert "attempt 2:" in told[1]
    assert "-> ConnectionFailed in" in told[1]
    assert "attempt 3:" in told[2]


def test_no_logger_shows_a_secret(lab, lines):
    """P35: DEBUG lines of every logger, the HTTP library's included, hold no token."""

    class Hooks:
        @staticmethod
        def on_before_request(request):
            request.headers["x-api-key"] = "hunter2"

    lab.server.then(answer(200, THING), answer(401, {}))
    lab.things(lambda t: t.get(), credentials=Token(), hooks=Hooks)
    ours = [line for line in lines() if "lab.things.get" in line]
    assert len(ours) == 1
    assert not [line for line in ours if "hunter2" in line or "secret-token" in line]


def test_the_logger_is_quiet_by_default():
    code = (
        "import odc_runtime.face.client, logging;"
        "from odc_runtime.transport.log import logger;"
        "logger.debug('x'); logger.warning('y');"
        "assert type(logger.handlers[0]) is logging.NullHandler"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd="generator", check=True
    )
    assert (done.stdout, done.stderr) == ("", "")


@pytest.fixture
def spans():
    export = pytest.importorskip("opentelemetry.sdk.trace.export.in_memory_span_exporter")
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import SimpleSpanProcessor

    exporter = export.InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    return provider.get_tracer("test"), exporter.get_finished_spans


def test_a_call_is_a_span(lab, spans):
    tracer, finished = spans
    lab.server.then(answer(503), answer(200, THING))
    lab.things(lambda t: t.get(embed="alice"), tracing=tracer)
    (span,) = finished()
    assert span.name == "lab.things.get"
    assert span.kind.name == "CLIENT"
    assert span.attributes["http.request.method"] == "GET"
    assert span.attributes["http.response.status_code"] == 200
    assert span.attributes["http.request.resend_count"] == 1
    assert span.attributes["server.address"] == "127.0.0.1"
    assert span.attributes["url.full"].endswith("?embed=***")
    assert span.status.status_code.name == "UNSET"


def test_a_failed_call_is_a_failed_span(lab, spans):
    tracer, finished = spans
    lab.server.then(answer(404))
    with pytest.raises(NotFound):
        lab.things(lambda t: t.get(), tracing=tracer)
    lab.server.handle = lambda asked: drop
    with pytest.raises(Exception, match="no answer"):
        lab.things(lambda t: t.get(retry=False), tracing=tracer)
    assert [span.status.status_code.name for span in finished()] == ["ERROR", "ERROR"]
    assert [span.attributes["error.type"] for span in finished()] == ["404", "ConnectionFailed"]
    assert not [event for span in finished() for event in span.events]


def test_tracing_true_takes_the_installed_opentelemetry(lab):
    pytest.importorskip("opentelemetry.trace")
    lab.server.then(answer(200, THING))
    lab.things(lambda t: t.get(), tracing=True)


def test_tracing_without_opentelemetry_is_a_configuration_error(lab, monkeypatch):
    monkeypatch.setitem(sys.modules, "opentelemetry", None)
    with pytest.raises(ConfigurationError, match="opentelemetry-api"):
        lab.client(tracing=True)


def test_masked_urls():
    from odc_runtime.kernel.redact import clean, safe_url

    assert (
        safe_url(httpx.URL("https://u:p@h:8443/a%2Fb?x=1&Limit=2&flag#frag"))
        == "https://h:8443/a%2Fb?x=***&Limit=2&flag=***"
    )
    assert safe_url(httpx.URL("https://[::1]/a")) == "https://[::1]/a"
    assert clean("a\x1b\n b" + "x" * 500, 10) == "a bxxxxxx…"
