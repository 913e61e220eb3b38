"""Every operation of every document, called through the generated client against Prism, sync and async."""

import asyncio
import functools
import json
import typing
from pathlib import Path

import httpx
import odc_client
import pytest

from tests.live import arguments
from tests.live.conftest import CLIENTS, SECRET
from tests.live.servers import OidcProvider

SPECS = Path(__file__).parents[2] / "specs"
APIS = sorted(path.stem for path in SPECS.glob("*.json"))
METHODS = {"get", "post", "put", "patch", "delete"}

pytestmark = pytest.mark.filterwarnings("ignore:.* is deprecated:DeprecationWarning")


class Recorder:
    """Notes each answer of the mock and the token it was asked with; an event hook of an httpx client."""

    def __init__(self):
        self.answers = []

    def notice(self, answer):
        """Note an answer."""
        self.answers.append((answer, answer.request.headers.get("authorization", "")))

    async def notice_async(self, answer):
        """Note an answer of the async client."""
        self.notice(answer)

    def complaints(self, mock):
        """What is wrong with the answers: no token, no success, a break of the document."""
        for answer, token in self.answers:
            request = answer.request
            what = f"{request.method} {request.url}: {answer.status_code}"
            if not str(request.url).startswith(mock.url):
                yield f"{what} is not for the mock"
            if not (token.startswith("Bearer ") and len(token) > len("Bearer ") + 20):
                yield f"{what} without a bearer token"
            if not answer.is_success or "sl-violations" in answer.headers:
                yield f"{what} {answer.headers.get('sl-violations')}"


def documented(api):
    """The (method, path) of each operation in an API's document."""
    paths = json.loads((SPECS / f"{api}.json").read_bytes())["paths"]
    return {(method.upper(), path) for path, item in paths.items() for method in METHODS & item.keys()}


def calls(client, api):
    """Yield (operation, bound method, what it answers) of an API's generated methods."""
    for name, operation in arguments.operations("odc_client", api).items():
        method = functools.reduce(getattr, name.split("."), client)
        yield operation, method, arguments.hints(method)["return"]


def expect(name, answer, hint):
    assert arguments.fits(answer, hint), f"{name} answers {answer!r}, not {hint}"


def expect_page(name, page, hint):
    item = typing.get_args(hint)[0]
    assert page.items, f"{name}: the mock has an item, the page none"
    for found in page.items:
        expect(name, found, item)


def call_all(client, api):
    called = set()
    for operation, method, hint in calls(client, api):
        for args, kwargs in arguments.variants(method):
            answer = method(*args, **kwargs)
            if operation.paging:
                expect_page(operation.name, answer.page(), hint)
            else:
                expect(operation.name, answer, hint)
        called.add((operation.method, operation.path))
    return called


async def call_all_async(client, api):
    called = set()
    for operation, method, hint in calls(client, api):
        for args, kwargs in arguments.variants(method):
            answer = method(*args, **kwargs)
            if operation.paging:
                expect_page(operation.name, await answer.page(), hint)
            else:
                expect(operation.name, await answer, hint)
        called.add((operation.method, operation.path))
    return called


def settings(provider, mock, api):
    """A client's arguments: the API at the mock, tokens by discovery from the provider."""
    return {
        "portal": provider.url,
        "base_urls": {api: mock.url},
        "credentials": odc_client.ClientCredentials("posting", SECRET),
        "rate_limit": False,  # more calls a minute than ODC allows
    }


@pytest.mark.parametrize("api", APIS)
def test_every_operation_is_called_and_fits_the_document(api, prism, provider):
    mock, recorder = prism(api), Recorder()
    before = mock.violations()
    with (
        httpx.Client(event_hooks={"response": [recorder.notice]}) as http,
        odc_client.OdcClient(**settings(provider, mock, api), http_client=http) as client,
    ):
        called = call_all(client, api)
    assert list(recorder.complaints(mock)) == []
    assert mock.violations() == before
    assert called == documented(api)


@pytest.mark.parametrize("api", APIS)
def test_every_operation_is_called_with_await_and_fits_the_document(api, prism, provider):
    mock, recorder = prism(api), Recorder()
    before = mock.violations()

    async def run():
        async with (
            httpx.AsyncClient(event_hooks={"response": [recorder.notice_async]}) as http,
            odc_client.AsyncOdcClient(**settings(provider, mock, api), http_client=http) as client,
        ):
            return await call_all_async(client, api)

    called = asyncio.run(run())
    assert list(recorder.complaints(mock)) == []
    assert mock.violations() == before
    assert called == documented(api)


def test_the_documents_have_163_operations_and_each_is_a_method_of_both_clients():
    made = [operation for api in APIS for operation in arguments.operations("odc_client", api).values()]
    assert sum(len(documented(api)) for api in APIS) == 163
    assert len(made) == len({operation.name for operation in made}) == 163


@pytest.mark.parametrize("client_id", CLIENTS)
def test_one_token_serves_both_clients(client_id, prism, node_modules):
    """P4, P22: a secret full of special characters, sent either way, and one token for sync and async."""
    mock = prism("portfolios_v1")
    with OidcProvider(CLIENTS) as provider:
        options = settings(provider, mock, "portfolios_v1")
        options["credentials"] = odc_client.ClientCredentials(
            client_id, SECRET, auth_method=CLIENTS[client_id][1]
        )

        async def run():
            async with odc_client.AsyncOdcClient(**options) as client:
                await call_all_async(client, "portfolios_v1")

        with odc_client.OdcClient(**options) as client:
            call_all(client, "portfolios_v1")
        asyncio.run(run())
        assert provider.answers("token") == [200]
        assert provider.answers(".well-known/openid-configuration") == [200]
