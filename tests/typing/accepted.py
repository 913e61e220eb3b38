"""What a caller writes, with the types that mypy and pyright must see; never run."""

import datetime as dt
from collections.abc import AsyncIterator, Iterator
from typing import assert_type
from uuid import UUID

import httpx
from odc_client import (
    UNSET,
    AsyncOdcClient,
    ClientCredentials,
    Credential,
    NotFound,
    OdcClient,
    OnBeforeRequest,
    RawResponse,
    StaticToken,
)
from odc_client.builds import Build
from odc_client.identity import User, UserProfilePatch, UserStatus


def from_vault() -> Credential:
    return Credential("token", expires_at=1_800_000_000.0)


def sync(key: UUID) -> None:
    with OdcClient("acme.outsystems.dev", credentials=from_vault) as odc:
        for user in odc.identity.users.list(
            status=UserStatus.ACTIVE, last_login_at_since=dt.datetime.now(dt.UTC)
        ):
            assert_type(user, User)
            assert_type(user.key, UUID)
            assert_type(user.name, str | None)
            assert_type(user.status, UserStatus | str | None)
        for page in odc.identity.users.list().pages():
            assert_type(page.items, list[User])
        assert_type(odc.identity.users.list().to_list(), list[User])
        assert_type(odc.identity.users.get(key, timeout=5, headers={"X-Trace": "1"}), User)
        odc.identity.users.update(key, UserProfilePatch(name=None, is_active=UNSET))
        build = odc.builds.build_operations.start(asset_key=key, revision=7)
        done = odc.builds.build_operations.wait(build.key, timeout=900)
        assert_type(done, Build)
        raw = odc.with_raw_response(odc.identity.users.get)(key)
        assert_type(raw, RawResponse[User])
        assert_type(raw.parse(), User)


async def asynchronous(key: UUID) -> None:
    credentials = ClientCredentials("id", "secret")
    async with AsyncOdcClient("acme.outsystems.dev", credentials=credentials) as odc:
        async for user in odc.identity.users.list(limit=50):
            assert_type(user, User)
        assert_type(await odc.identity.users.get(key), User)
        assert_type(await odc.identity.users.list().to_list(), list[User])
        raw = await odc.with_raw_response(odc.identity.users.get)(key)
        assert_type(raw, RawResponse[User])


def any_httpx_client() -> None:
    hook = OnBeforeRequest("acme.outsystems.dev", StaticToken("token"))
    httpx.Client(auth=hook)
    httpx.AsyncClient(auth=hook)


def iterators(odc: OdcClient, twin: AsyncOdcClient) -> tuple[Iterator[User], AsyncIterator[User]]:
    return iter(odc.identity.users.list()), aiter(twin.identity.users.list())


def errors(odc: OdcClient, key: UUID) -> int | None:
    try:
        odc.identity.users.get(key)
    except NotFound as error:
        return error.status
    return None
