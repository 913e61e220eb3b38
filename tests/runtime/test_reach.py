"""After an attempt no object that a caller can reach holds the credential, nor does a text that echoes it."""

import asyncio
import copy
import pickle
from base64 import b64encode
from urllib.parse import quote_plus

import pytest
from odc_runtime.errors.base import ConfigurationError, OdcError
from odc_runtime.errors.status import StatusError
from odc_runtime.kernel._http import httpx
from odc_runtime.kernel.redact import masked, sent_forms

from tests.runtime.loopback import answer, problem
from tests.runtime.sample import AsyncLabClient, LabClient, Token

SECRET = "secret-token"
PAIR = b64encode(b"me:p+ss/w rd=").decode()
BASIC = httpx.BasicAuth("me", "p+ss/w rd=")


def everything(error):
    """Return all that a caller may print of an error."""
    response = error.response
    problem = error.problem
    members = [getattr(problem, name) for name in problem.__slots__]
    return " ".join(map(str, [
        error, repr(error), error.args, error.report(), vars(error), members, error.trace_id,
        dict(response.request.headers), response.request.headers.raw, response.text, response.content,
        dict(response.headers), response.reason_phrase, response.extensions.get("reason_phrase"),
        pickle.dumps(error), copy.copy(error).report(),
    ]))  # fmt: skip


def echoes(asked):
    sent = asked.headers["authorization"]
    value = sent.partition(" ")[2]
    return problem(
        400, title=f"bad {sent}", detail=value, instance=quote_plus(value), errorCode=value, traceId=sent,
        errors={value: [sent]}, other=["p+ss/w rd=", quote_plus("p+ss/w rd=")],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("auth", "secrets"), [(Token(), [SECRET]), (BASIC, [PAIR, "p+ss/w rd=", quote_plus("p+ss/w rd=")])]
)
def test_an_answer_that_echoes_the_credential_shows_it_nowhere(lab, auth, secrets):
    """P53: text, report, problem, answer and request of an error hold no form of what was sent."""
    lab.server.handle = echoes
    with pytest.raises(StatusError) as caught:
        lab.things(lambda things: things.get(), credentials=auth)
    shown = everything(caught.value)
    assert [secret for secret in secrets if secret in shown] == []
    assert lab.server.last.headers["authorization"].partition(" ")[2] in (SECRET, PAIR)


def test_an_echo_in_a_header_is_masked(lab):
    """P53: also where the answer's headers repeat it."""
    lab.server.handle = lambda asked: answer(
        500, b"", x_request_id=asked.headers["authorization"], x_debug=SECRET
    )
    with pytest.raises(StatusError) as caught:
        lab.things(lambda things: things.get(), credentials=Token(), retry=False)
    assert SECRET not in everything(caught.value)


def test_hooks_see_no_live_token(lab):
    """P53: `on_after_response` gets the request without the credential, of good and of bad answers."""
    seen = []

    class Hooks:
        def on_after_response(self, response):
            seen.append(
                str(dict(response.request.headers)) + str(response.request.headers.raw) + response.text
            )

    lab.server.then(answer(200, {"key": "3fa85f64-5717-4562-b3fc-2c963f66afa6"}))
    lab.things(lambda things: things.get(), credentials=Token(), hooks=Hooks())
    lab.server.handle = echoes
    with pytest.raises(StatusError):
        lab.things(lambda things: things.get(), credentials=Token(), hooks=Hooks())
    assert len(seen) == 2
    assert all(SECRET not in text and "Bearer ***" in text for text in seen)


def test_a_request_that_a_hook_keeps_is_masked_when_nobody_answers(lab):
    kept = []

    class Hooks:
        def on_before_request(self, request):
            kept.append(request)

    with pytest.raises(OdcError):
        lab.things(
            lambda things: things.get(),
            portal="http://127.0.0.1:1",
            credentials=Token(),
            hooks=Hooks(),
            retry=False,
        )
    assert SECRET not in str(kept[0].headers.raw)


def test_an_answer_without_an_echo_stays_the_very_one(lab):
    lab.server.handle = lambda asked: answer(400, b"\xff\xfe not text", x_twice="1")
    with pytest.raises(StatusError) as caught:
        lab.things(lambda things: things.get(), credentials=Token())
    assert caught.value.response.content == b"\xff\xfe not text"


@pytest.mark.parametrize("text", ["a title", "Bearer of news", "bad token"])
def test_a_short_token_does_not_wreck_other_words(text):
    assert masked(text, sent_forms("Bearer t")) == text
    assert masked("was Bearer t", sent_forms("Bearer t")) == "was ***"


def hooked(kind, hook):
    hooks = {"request": [hook]}
    return kind(event_hooks=hooks)


def setting(request):
    request.headers["authorization"] = "Bearer mine"


def updating(request):
    request.headers.update({"AUTHORIZATION": "Bearer mine"})


def deleting(request):
    del request.headers["Authorization"]


@pytest.mark.parametrize("act", [setting, updating, deleting])
@pytest.mark.parametrize("awaited", [False, True])
def test_an_event_hook_that_would_replace_the_credential_is_refused(loopback, act, awaited):
    """P54: nothing is sent; the error says what to do."""

    async def main():
        async def hook(request):
            act(request)

        async with hooked(httpx.AsyncClient, hook) as own:
            await AsyncLabClient(loopback.url, http_client=own, credentials=Token()).things.get()

    def block():
        with hooked(httpx.Client, act) as own:
            LabClient(loopback.url, http_client=own, credentials=Token()).things.get()

    with pytest.raises(ConfigurationError, match="auth=None"):
        asyncio.run(main()) if awaited else block()
    assert loopback.asked == []


def test_an_event_hook_that_puts_other_headers_in_place_is_told_of(loopback):
    """P54: it is never silent, however it is done."""

    def act(request):
        request.headers = httpx.Headers({**request.headers, "authorization": "Bearer mine"})

    with hooked(httpx.Client, act) as own, pytest.raises(ConfigurationError, match="event hook"):
        LabClient(loopback.url, http_client=own, credentials=Token()).things.get()


def test_other_event_hooks_and_calls_without_the_credential_go_on(loopback):
    """P54: a call with `auth=None` sends what the hook sets."""
    with hooked(httpx.Client, setting) as own:
        client = LabClient(loopback.url, http_client=own, credentials=Token())
        client.things.delete(auth=None)
        assert loopback.last.headers["authorization"] == "Bearer mine"

    def other(request):
        request.headers["x-mine"] = "1"

    with hooked(httpx.Client, other) as own:
        LabClient(loopback.url, http_client=own, credentials=Token()).things.delete()
    assert loopback.last.headers["authorization"] == "Bearer secret-token"
    assert loopback.last.headers["x-mine"] == "1"
