"""The user's hooks."""

import logging

import pytest
from odc_runtime.errors.base import ConfigurationError
from odc_runtime.errors.status import NotFound, ServerError
from odc_runtime.kernel._http import httpx

from tests.runtime.loopback import answer
from tests.runtime.sample import THING, Token


class Recorder:
    """Hooks that write down when they run."""

    def __init__(self, log, awaited=False):
        self.log = log
        self.awaited = awaited

    def __getattribute__(self, name):
        found = super().__getattribute__(name)
        if name.startswith("on_") and self.awaited:

            async def hook(argument):
                return found(argument)

            return hook
        return found

    def on_before_request(self, request):
        self.log.append(("before", "authorization" in request.headers))

    def on_after_response(self, response):
        self.log.append(("after", response.status_code))


class Late(Token):
    def __init__(self, log):
        super().__init__()
        self.log = log

    def auth_flow(self, request):
        self.log.append(("credential", str(request.url)))
        yield from super().auth_flow(request)


class Challenged(httpx.Auth):
    """Answers a challenge, as digest authentication does, with a token that it asks for in between."""

    requires_response_body = True

    def auth_flow(self, request):
        challenge = yield request
        assert challenge.status_code == 401
        token = yield httpx.Request("POST", request.url.copy_with(path="/token"))
        request.headers["authorization"] = f"Mine {token.json()['word']}"
        yield request


def test_each_answer_to_the_call_is_shown_and_none_to_a_request_of_the_credential(lab, caplog):
    """P47: an attempt counts whoever repeats it; what a credential of one's own fetches is not the hook's."""
    seen = []

    class Hooks:
        @staticmethod
        def on_after_response(response):
            seen.append((response.status_code, response.json()))

    refusal, done = {"title": "Who is there?"}, {**THING, "name": "Two"}
    lab.server.then(answer(401, refusal), answer(200, {"word": "open"}), answer(200, done))
    with caplog.at_level(logging.DEBUG, "odc_client"):
        assert lab.things(lambda t: t.get(), hooks=Hooks, credentials=Challenged()).name == "Two"
    assert seen == [(401, refusal), (200, done)]
    lines = [record.getMessage() for record in caplog.records if record.name == "odc_client"]
    assert [line.partition(" -> ")[2][:3] for line in lines] == ["401", "200"]
    assert [asked.path for asked in lab.server.asked][1] == "/token"
    assert lab.server.last.headers["authorization"] == "Mine open"


@pytest.mark.parametrize("coroutines", [False, True])
def test_hooks_run_around_the_credential_which_sees_the_final_url(lab, coroutines):
    """P46: user hooks, then the credential, then the answer's hook; the credential sees the final URL."""
    if coroutines and not lab.awaited:
        pytest.skip("coroutine hooks are for the async client")
    log = []

    class Hooks(Recorder):
        def on_before_request(self, request):
            super().on_before_request(request)
            request.url = request.url.copy_with(path="/moved")

    lab.things(lambda t: t.icon(), hooks=Hooks(log, coroutines), credentials=Late(log))
    assert log == [("before", False), ("credential", f"{lab.server.url}/moved"), ("after", 200)]
    assert lab.server.last.path == "/moved"
    assert lab.server.last.headers["host"] == lab.server.url.removeprefix("http://")


def test_a_hook_that_raises_stops_the_request_before_traffic(lab):
    """P46: nothing is sent when on_before_request raises; its error arrives as it is."""

    class Hooks:
        @staticmethod
        def on_before_request(request):
            raise LookupError("no")

    with pytest.raises(LookupError, match="no"):
        lab.things(lambda t: t.icon(), hooks=Hooks, credentials=Token())
    assert lab.server.asked == []


def test_hooks_run_once_per_attempt(lab):
    """P47: per retry, per page and per poll, the hooks run once each."""
    log = []
    lab.server.then(answer(503), answer(502), answer(200))
    lab.things(lambda t: t.icon(), hooks=Recorder(log))
    assert [what for what, _ in log] == ["before", "after"] * 3
    assert [status for what, status in log if what == "after"] == [503, 502, 200]

    log.clear()
    lab.server.then(
        answer(200, {"results": [THING], "page": {"nextPageOffset": 1}}), answer(200, {"results": [THING]})
    )
    lab.things(lambda t: t.list().to_list(), hooks=Recorder(log))
    assert len(log) == 4

    log.clear()
    lab.server.then(answer(200, {"status": "Running"}), answer(200, {"status": "Finished"}))
    lab.things(lambda t: t.wait(), hooks=Recorder(log))
    assert len(log) == 4


def test_a_retry_gets_a_new_request_and_a_new_credential(lab):
    """P29: each retry runs hooks and credential anew; what a hook did to the first attempt is gone."""

    class Hooks:
        @staticmethod
        def on_before_request(request):
            assert "x-mark" not in request.headers
            request.headers["x-mark"] = "1"

    token = Token()
    lab.server.then(answer(503), answer(200))
    lab.things(lambda t: t.icon(), hooks=Hooks, credentials=token)
    assert token.sent == 2
    assert [asked.headers["x-mark"] for asked in lab.server.asked] == ["1", "1"]


def test_a_hook_may_return_another_request(lab):
    class Hooks:
        @staticmethod
        def on_before_request(request):
            return httpx.Request("POST", request.url, json={"changed": True}, headers={"x-mine": "1"})

    lab.things(lambda t: t.icon(), hooks=Hooks)
    assert (lab.server.last.method, lab.server.last.json) == ("POST", {"changed": True})


def test_the_host_header_follows_a_url_that_a_hook_changes(lab):
    class Hooks:
        @staticmethod
        def on_before_request(request):
            request.url = request.url.copy_with(host="localhost")

    lab.things(lambda t: t.icon(), hooks=Hooks)
    assert lab.server.last.headers["host"].startswith("localhost:")


def test_a_host_header_of_a_hook_stays(lab):
    class Hooks:
        @staticmethod
        def on_before_request(request):
            request.url = request.url.copy_with(host="localhost")
            request.headers["host"] = "virtual.example"

    lab.things(lambda t: t.icon(), hooks=Hooks)
    assert lab.server.last.headers["host"] == "virtual.example"


def test_a_hook_may_turn_an_error_into_a_success(lab):
    class Hooks:
        @staticmethod
        def on_after_response(response):
            if response.status_code == 404:
                response.status_code = 200

    lab.server.then(answer(404, THING))
    assert lab.things(lambda t: t.get(), hooks=Hooks).name == "One"


def test_a_hook_may_replace_the_response(lab):
    class Hooks:
        @staticmethod
        def on_after_response(response):
            return httpx.Response(404, json={"title": "Replaced"})

    with pytest.raises(NotFound, match="Replaced") as caught:
        lab.things(lambda t: t.get(), hooks=Hooks)
    assert caught.value.method == "GET"


def test_a_hook_may_make_a_success_of_what_would_be_retried(lab):
    class Hooks:
        @staticmethod
        def on_after_response(response):
            response.status_code = 200

    lab.server.then(answer(503, THING))
    lab.things(lambda t: t.get(), hooks=Hooks)
    assert len(lab.server.asked) == 1


@pytest.mark.parametrize("value", ["ä".encode(), b"a\r\nX-Evil: 1", b"\0"])
def test_header_values_of_hooks_must_be_ascii(lab, value):
    class Hooks:
        @staticmethod
        def on_before_request(request):
            request.headers.raw.append((b"x-mine", value))
            return httpx.Request(
                request.method, request.url, headers=[*request.headers.raw, (b"x-mine", value)]
            )

    with pytest.raises(ConfigurationError, match="x-mine"):
        lab.things(lambda t: t.icon(), hooks=Hooks)
    assert lab.server.asked == []


@pytest.mark.parametrize(("name", "result"), [("on_before_request", 1), ("on_after_response", "x")])
def test_a_hook_that_returns_something_else_is_told_so(lab, name, result):
    hooks = type("Hooks", (), {name: staticmethod(lambda _: result)})
    with pytest.raises(ConfigurationError, match=f"a {type(result).__name__} instead of"):
        lab.things(lambda t: t.icon(), hooks=hooks)


def test_a_coroutine_hook_in_the_blocking_client_is_told_so(loopback):
    from tests.runtime.sample import LabClient

    class Hooks:
        @staticmethod
        async def on_before_request(request):
            return None

    with (
        LabClient(loopback.url, hooks=Hooks) as client,
        pytest.raises(ConfigurationError, match="a coroutine"),
    ):
        client.things.icon()


@pytest.mark.parametrize("hooks", [object(), type("Hooks", (), {"on_before_request": 1})])
def test_what_is_no_hooks_fails_at_construction(loopback, hooks):
    from tests.runtime.sample import LabClient

    with pytest.raises(ConfigurationError, match="on_before_request"):
        LabClient(loopback.url, hooks=hooks)


def test_the_hooks_module_of_the_package_is_used_by_default(lab, monkeypatch):
    import sys
    import types

    seen = []
    module = types.ModuleType("lab_package.hooks")
    module.on_before_request = lambda request: seen.append(str(request.url))
    monkeypatch.setitem(sys.modules, "lab_package", types.ModuleType("lab_package"))
    monkeypatch.setitem(sys.modules, "lab_package.hooks", module)
    from tests.runtime import sample

    for kind in (sample.LabClient, sample.AsyncLabClient):
        monkeypatch.setattr(kind, "_package", "lab_package", raising=False)
    lab.things(lambda t: t.icon())
    assert len(seen) == 1


def test_an_error_that_stays_is_raised_after_the_hook(lab):
    log = []
    lab.server.handle = lambda asked: answer(500)
    with pytest.raises(ServerError):
        lab.things(lambda t: t.icon(retry=False), hooks=Recorder(log))
    assert log[-1] == ("after", 500)
