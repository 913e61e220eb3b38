"""The default certificates: read late, and none the less checked."""

import asyncio

import pytest
from odc_runtime.errors.base import ConnectionFailed
from odc_runtime.site import trust

from tests.runtime.sample import AsyncLabClient, LabClient

pytest.importorskip("cryptography")
from tests.runtime.tls import tls_server


@pytest.fixture
def fresh_default(monkeypatch):
    """Forget the default context before and after a test."""
    trust._default.cache_clear()
    yield monkeypatch
    trust._default.cache_clear()


def test_making_a_client_reads_no_certificates(fresh_default):
    fresh_default.setattr(trust.httpx, "create_ssl_context", lambda: pytest.fail("read too early"))
    LabClient("acme.outsystems.dev").close()


def test_an_unknown_certificate_is_refused_blockingly_and_awaited(fresh_default, tmp_path):
    async def get(url):
        async with AsyncLabClient(url, retry=False) as client:
            await client.things.get()

    with tls_server(tmp_path) as (url, _):
        with (
            LabClient(url, retry=False) as client,
            pytest.raises(ConnectionFailed, match="CERTIFICATE_VERIFY"),
        ):
            client.things.get()
        with pytest.raises(ConnectionFailed, match="CERTIFICATE_VERIFY"):
            asyncio.run(get(url))


def test_certificates_named_by_the_environment_are_trusted(fresh_default, tmp_path):
    async def get(url):
        async with AsyncLabClient(url) as client:
            return await client.things.get()

    with tls_server(tmp_path) as (url, bundle):
        fresh_default.setenv("SSL_CERT_FILE", bundle)
        with LabClient(url) as client:
            assert client.things.get().name == "One"
        assert asyncio.run(get(url)).name == "One"


def test_the_host_name_is_checked(fresh_default, tmp_path):
    with tls_server(tmp_path) as (url, bundle):
        fresh_default.setenv("SSL_CERT_FILE", bundle)
        with (
            LabClient(url.replace("127.0.0.1", "localhost"), retry=False) as client,
            pytest.raises(ConnectionFailed),
        ):
            client.things.get()
