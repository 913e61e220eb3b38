"""An answer 401 that leads to a replay is an attempt like any other: hooks and the log see it."""

import asyncio
import logging

import pytest
from odc_runtime.auth.bearer import BearerAuth
from odc_runtime.auth.oauth.client_credentials import ClientCredentials
from odc_runtime.errors.status import Unauthenticated

from tests.runtime.sample import AsyncLabClient, LabClient


class Sync(LabClient):
    _hook = BearerAuth


class Async(AsyncLabClient):
    _hook = BearerAuth


class Hooks:
    def __init__(self):
        self.seen = []
        self.sent = []

    def on_after_response(self, response):
        self.sent.append(response.request)
        self.seen.append((response.status_code, response.text != ""))


class AwaitedHooks(Hooks):
    async def on_after_response(self, response):
        super().on_after_response(response)


def call(client_of, hooks, server):
    credentials = ClientCredentials(*server.client)
    if client_of is Sync:
        with Sync(server.url, credentials=credentials, hooks=hooks) as client:
            return client.things.delete("1")

    async def main():
        async with Async(server.url, credentials=credentials, hooks=hooks) as client:
            return await client.things.delete("1")

    return asyncio.run(main())


@pytest.mark.parametrize(("client_of", "hooks_of"), [(Sync, Hooks), (Async, Hooks), (Async, AwaitedHooks)])
def test_on_after_response_sees_a_401_that_is_replayed(server, caplog, client_of, hooks_of):
    """P47: an attempt that is refused counts as one."""
    hooks = hooks_of()
    server.revoked.add("token-1")
    with caplog.at_level(logging.DEBUG, "odc_client"):
        call(client_of, hooks, server)
    assert [status for status, _ in hooks.seen] == [401, 200]
    refused, accepted = hooks.sent
    assert refused is not accepted
    assert [one.headers["authorization"] for one in hooks.sent] == ["Bearer ***"] * 2  # P53: no live token
    assert [one.bearer for one in server.calls] == ["token-1", "token-2"]
    lines = [record.getMessage() for record in caplog.records if record.name == "odc_client"]
    assert [word for line in lines for word in ("401", "200") if f" {word}" in line] == ["401", "200"]


def test_a_second_401_is_seen_once_and_raised(server):
    hooks = Hooks()
    server.revoked |= {"token-1", "token-2"}
    with pytest.raises(Unauthenticated):
        call(Sync, hooks, server)
    assert [status for status, _ in hooks.seen] == [401, 401]


def test_an_async_source_does_not_serve_the_blocking_client(server):
    """P50: the wrong kind of source fails when the client is made."""

    async def source():
        raise AssertionError("never asked")

    with pytest.raises(TypeError, match="async"):
        Sync(server.url, credentials=source)
    Async(server.url, credentials=source)
