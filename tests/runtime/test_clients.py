"""The life of a client: who may share it, how it is closed, what it imports."""

import asyncio
import copy
import gc
import pickle
import subprocess
import sys
import threading
import warnings

import pytest
from odc_runtime.errors.base import ClientClosed, ConfigurationError, ConnectionFailed
from odc_runtime.kernel._http import httpx
from odc_runtime.kernel.unset import UNSET, Unset

from tests.runtime.loopback import answer
from tests.runtime.sample import THING, AsyncLabClient, LabClient, Token


@pytest.fixture
def kept_alive(loopback):
    loopback.handle = lambda asked: answer(200, THING)
    return loopback


def test_many_threads_share_a_client(kept_alive):
    found = []
    with LabClient(kept_alive.url, credentials=Token()) as client:
        threads = [threading.Thread(target=lambda: found.append(client.things.get().name)) for _ in range(40)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert found == ["One"] * 40


def test_many_tasks_share_a_client(kept_alive):
    async def main():
        async with AsyncLabClient(kept_alive.url, credentials=Token()) as client:
            return await asyncio.gather(*(client.things.get() for _ in range(40)))

    assert len(asyncio.run(main())) == 40


def test_a_closed_client_says_so(lab):
    kept = []
    lab.run(kept.append)
    with pytest.raises(ClientClosed, match="closed"):
        asyncio.run(kept[0].things.get()) if lab.awaited else kept[0].things.get()
    assert lab.server.asked == []


def test_closing_twice_is_harmless(lab):
    def act(client):
        return client.aclose() if lab.awaited else client.close()

    lab.run(act)


def test_a_client_that_nobody_closed_warns_of_nothing(kept_alive):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        client = LabClient(kept_alive.url)
        client.things.get()
        del client
        gc.collect()


def test_resources_outlive_a_client_that_nobody_keeps(kept_alive):
    assert LabClient(kept_alive.url).things.get().name == "One"
    things = LabClient(kept_alive.url).things
    gc.collect()
    assert things.get().name == "One"


def test_a_closed_async_client_warns_of_nothing(kept_alive):
    with warnings.catch_warnings():
        warnings.simplefilter("error")

        async def main():
            async with AsyncLabClient(kept_alive.url) as client:
                await client.things.get()

        asyncio.run(main())
        gc.collect()


def test_cancelling_a_call_leaves_the_client_usable(loopback):
    release = threading.Event()
    loopback.then(lambda handler: release.wait(5))
    loopback.handle = lambda asked: answer(200, THING)

    async def main():
        async with AsyncLabClient(loopback.url) as client:
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(client.things.get(), 0.2)
            return await client.things.get()

    assert asyncio.run(main()).name == "One"
    release.set()


def test_an_http_client_of_the_user_is_used_and_stays_open(lab):
    lab.server.handle = lambda asked: answer(200, THING)
    headers = {"X-Team": "blue", "User-Agent": "team"}

    async def awaited():
        async with httpx.AsyncClient(headers=headers) as own:
            async with lab.client(http_client=own) as client:
                await client.things.get()
            return own.is_closed

    def blocking():
        with httpx.Client(headers=headers) as own:
            with lab.client(http_client=own) as client:
                client.things.get()
            return own.is_closed

    assert (asyncio.run(awaited()) if lab.awaited else blocking()) is False
    assert lab.server.last.headers["x-team"] == "blue"
    assert lab.server.last.headers["user-agent"] == "odc-client"


def test_an_http_client_that_sets_authorization_is_refused(loopback):
    """P48: nothing but auth=None replaces the credential."""
    with httpx.Client(headers={"Authorization": "Basic mine"}) as own, pytest.raises(ConfigurationError):
        LabClient(loopback.url, http_client=own)


def test_a_user_s_auth_of_the_http_client_is_not_used(kept_alive):
    """P48: the HTTP client's own auth is no credential of this client."""
    with httpx.Client(auth=("user", "hunter2")) as own, LabClient(kept_alive.url, http_client=own) as client:
        client.things.get()
    assert "authorization" not in kept_alive.last.headers


def test_cookies_are_not_sent_back(lab):
    lab.server.then(answer(200, THING, set_cookie="session=1"), answer(200, THING))

    def twice(t):
        if lab.awaited:

            async def both():
                await t.get()
                await t.get()

            return both()
        t.get()
        return t.get()

    lab.things(twice)
    assert "cookie" not in lab.server.last.headers


def test_a_closed_http_client_is_a_clear_error(lab):
    own = httpx.AsyncClient() if lab.awaited else httpx.Client()
    asyncio.run(own.aclose()) if lab.awaited else own.close()
    with pytest.raises(ClientClosed, match="http_client"):
        lab.things(lambda t: t.get(), http_client=own)


def test_the_wrong_kind_of_http_client_is_refused(loopback):
    with pytest.raises(ConfigurationError, match=r"httpx\.Client"):
        LabClient(loopback.url, http_client=httpx.AsyncClient())
    with pytest.raises(ConfigurationError, match=r"httpx\.AsyncClient"), httpx.Client() as own:
        AsyncLabClient(loopback.url, http_client=own)


def test_a_proxy_is_used(lab):
    lab.server.handle = lambda asked: answer(200, THING)
    lab.things(lambda t: t.get(), portal="http://portal.example", allow_insecure=True, proxy=lab.server.url)
    assert lab.server.last.target.startswith("http://portal.example/api/lab/v1/things/")


@pytest.mark.parametrize("proxy", ["nonsense", "ftp://127.0.0.1", "http://"])
def test_a_proxy_that_is_none_is_a_configuration_error(loopback, proxy):
    with pytest.raises(ConfigurationError, match="proxy"):
        LabClient(loopback.url, proxy=proxy)


def test_an_untrusted_certificate_is_a_clear_failure(tmp_path):
    pytest.importorskip("cryptography")
    from tests.runtime.tls import tls_server

    with tls_server(tmp_path) as (url, bundle):
        with (
            LabClient(url) as client,
            pytest.raises(ConnectionFailed, match="CERTIFICATE_VERIFY_FAILED") as caught,
        ):
            client.things.get()
        assert caught.value.temporary is False
        for verify in (bundle, False):
            with LabClient(url, verify=verify) as client:
                assert client.things.get().name == "One"


def test_repr_shows_no_secret(lab):
    """P34: a client's repr shows its portal only."""
    client = lab.client(credentials=Token())
    assert repr(client) == f"<{type(client).__name__} {lab.server.url}>"
    assert "secret" not in repr(client) + repr(client._api("lab"))


def test_a_client_is_not_pickled(lab):
    with pytest.raises(TypeError, match="make one in each process"):
        pickle.dumps(lab.client())


def test_credentials_of_a_wrong_kind_fail_at_construction(loopback):
    """P50: the wrong kind of credentials fails when the client is made."""
    with pytest.raises(ConfigurationError, match="a int is no"):
        LabClient(loopback.url, credentials=5)


def test_settings_are_complete_before_the_transport_and_stay_as_they_are(loopback):
    """A transport is given its settings; afterwards nothing about a client can be set, by accident or not."""
    with LabClient(loopback.url, retry=False, timeout=3) as client:
        api, settings = client._api("lab"), client._transport.settings
        assert api.settings is settings
        assert (settings.retry, settings.timeout["read"], settings.rates, settings.tracer) == (
            False,
            3,
            None,
            None,
        )
        for name in settings._fields:
            with pytest.raises(AttributeError):
                setattr(settings, name, None)


def test_unset_is_one_false_value():
    assert not UNSET
    assert UNSET is Unset.UNSET
    assert pickle.loads(pickle.dumps(UNSET)) is copy.deepcopy(UNSET) is UNSET
    assert repr(UNSET) == "UNSET"


LATE = (
    "anyio", "asyncio", "attrs", "attr", "tempfile",
    *(f"odc_runtime.{name}" for name in (
        "errors.problem", "errors.report", "errors.failure", "policy.retry", "policy.rates", "policy.fleet",
        "wire.streams", "wire.body", "wire.content", "wire.multipart", "wire.raw_response", "call.hooks",
        "transport.trace", "flows.paging", "flows.polling", "flows.transfer", "flows.download",
    )),
)  # fmt: skip


def test_importing_the_client_imports_no_more_than_it_needs():
    code = (
        "import httpx, sys; before = set(sys.modules);"
        "import odc_runtime.face.client, odc_runtime.face.resource, odc_runtime.kernel.operation;"
        "print(*(set(sys.modules) - before))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd="generator", check=True
    )
    assert not set(done.stdout.split()) & set(LATE)
