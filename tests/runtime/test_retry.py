"""Which attempts are made again, after how long, and which never are."""

from email.utils import formatdate

import pytest
from hypothesis import given
from hypothesis import strategies as st
from odc_runtime.errors.base import (
    ConnectionFailed,
    InvalidArgument,
    RequestTimeout,
    TransportError,
)
from odc_runtime.errors.status import BadRequest, RateLimited, ServerError
from odc_runtime.kernel._http import httpx
from odc_runtime.kernel.retry_after import retry_after
from odc_runtime.policy.retry import Retry

from tests.runtime.loopback import answer, drop
from tests.runtime.sample import THING

SAFE, UNSAFE = ("GET", "HEAD", "OPTIONS", "PUT", "DELETE"), ("POST", "PATCH")


def lost(*, sent, temporary=True):
    return TransportError(OSError("lost"), sent=sent, temporary=temporary)


def pause(outcome, policy=None, **facts):
    if isinstance(outcome, int):
        outcome = httpx.Response(outcome, headers=facts.pop("headers", None))
    facts = {"method": "GET", "tries": 1, "elapsed": 0.0, "replayable": True, "chance": 0.5} | facts
    return (policy or Retry()).pause(outcome, **facts)


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_temporary_statuses_of_idempotent_methods_are_tried_again(status):
    for method in SAFE:
        assert pause(status, method=method) is not None


@pytest.mark.parametrize("status", [408, 500, 502, 503, 504])
def test_a_post_that_may_have_been_processed_is_not_sent_again(status):
    for method in UNSAFE:
        assert pause(status, method=method) is None
        assert pause(lost(sent=True), method=method) is None


def test_a_post_that_certainly_was_not_processed_is_sent_again():
    for method in UNSAFE:
        assert pause(429, method=method) is not None
        assert pause(lost(sent=False), method=method) is not None


def test_a_caller_may_allow_to_send_a_post_again():
    for method in UNSAFE:
        assert pause(503, Retry(replay=True), method=method) is not None
        assert pause(503, Retry().replaying(), method=method) is not None


def test_nothing_is_tried_for_ever():
    assert [pause(503, tries=tries) is not None for tries in (1, 2, 3, 4, 5)] == [
        True,
        True,
        True,
        False,
        False,
    ]
    assert pause(503, elapsed=119.9, chance=1.0) is None
    assert pause(503, elapsed=1000.0, chance=0.0) is None


def test_a_body_that_is_gone_and_a_permanent_failure_are_final():
    assert pause(503, replayable=False) is None
    assert pause(lost(sent=False, temporary=False)) is None


@given(st.integers(1, 30), st.floats(0, 1))
def test_pauses_grow_with_full_jitter_up_to_their_cap(tries, chance):
    policy = Retry(100, budget=1e9)
    found = pause(503, policy, tries=tries, chance=chance)
    assert found == chance * min(20.0, 0.5 * 2.0 ** (tries - 1))
    assert 0 <= found <= 20


def test_a_429_without_retry_after_waits_longer():
    assert pause(429, chance=1.0) == 4.0
    assert pause(503, chance=1.0) == 0.5


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("7", 7.0), ("0", 0.0), ("999999999999999999999", 999999999.0), ("x", None), ("", None)],
)
def test_retry_after_in_seconds(header, seconds):
    assert retry_after(header) == seconds


def test_retry_after_as_a_date():
    now = 1_800_000_000.0
    assert retry_after(formatdate(now + 30, usegmt=True), now) == 30.0
    assert retry_after(formatdate(now - 30, usegmt=True), now) == 0.0
    assert retry_after("Mon, 32 Foo 2026 25:00:00 GMT", now) is None
    assert retry_after(formatdate(now + 30, usegmt=True)) >= 0


def test_retry_after_is_honoured_and_capped():
    assert pause(503, headers={"retry-after": "9"}, chance=0.0) == 9.0
    assert pause(429, headers={"retry-after": "9"}, chance=1.0) == 9.5
    assert pause(429, headers={"retry-after": "86400"}, chance=0.0) == 60.0
    assert pause(429, headers={"retry-after": "30"}, elapsed=100.0) is None


@pytest.mark.parametrize("settings", [{"attempts": 0}, {"budget": -1}, {"cap": -1}])
def test_a_policy_that_makes_no_sense_is_refused(settings):
    with pytest.raises(InvalidArgument):
        Retry(**settings)


def test_a_call_is_tried_again_until_it_is_answered(lab):
    lab.server.then(answer(503), drop, answer(500), answer(200, THING))
    assert lab.things(lambda t: t.get()).name == "One"
    assert len(lab.server.asked) == 4
    assert len(lab.time.slept) == 3


def test_the_last_answer_is_raised_when_all_attempts_failed(lab):
    lab.server.handle = lambda asked: answer(503, {"title": f"no {len(lab.server.asked)}"})
    with pytest.raises(ServerError, match="no 4"):
        lab.things(lambda t: t.get())


def test_the_last_failure_is_raised_when_no_attempt_was_answered(lab):
    lab.server.handle = lambda asked: drop
    with pytest.raises(ConnectionFailed):
        lab.things(lambda t: t.get())
    assert len(lab.server.asked) == 4


def test_the_pause_that_the_server_asks_for_is_made(lab):
    lab.server.then(answer(429, {}, retry_after=7), answer(200, THING))
    lab.things(lambda t: t.get())
    assert 7.0 <= lab.time.slept[0] < 8.0


@pytest.mark.parametrize("act", [lambda t: t.create({}), lambda t: t.update({})])
def test_no_post_or_patch_goes_out_twice(lab, act):
    for trouble in (answer(500), answer(503), drop):
        lab.server.asked.clear()
        lab.server.then(trouble)
        with pytest.raises((ServerError, ConnectionFailed)):
            lab.things(act)
        assert len(lab.server.asked) == 1


def test_a_post_is_sent_again_after_a_429(lab):
    lab.server.then(answer(429), answer(201, THING))
    lab.things(lambda t: t.create({}))
    assert len(lab.server.asked) == 2


def test_a_call_may_choose(lab):
    def attempts(act, **settings):
        lab.server.asked.clear()
        lab.server.handle = lambda asked: answer(503)
        with pytest.raises(ServerError):
            lab.things(act, **settings)
        return len(lab.server.asked)

    assert attempts(lambda t: t.get(retry=False)) == 1
    assert attempts(lambda t: t.get(retry=Retry(2))) == 2
    assert attempts(lambda t: t.get(), retry=False) == 1
    assert attempts(lambda t: t.get(), retry=Retry(3)) == 3
    assert attempts(lambda t: t.create({})) == 1
    assert attempts(lambda t: t.create({}, retry=True)) == 4
    assert attempts(lambda t: t.create({}, retry=True), retry=Retry(3)) == 3


def test_a_refusal_is_not_tried_again(lab):
    lab.server.then(answer(400))
    with pytest.raises(BadRequest):
        lab.things(lambda t: t.get())
    assert len(lab.server.asked) == 1


def test_the_budget_of_a_call_ends_its_attempts(lab):
    lab.server.handle = lambda asked: answer(429, {}, retry_after=10)
    with pytest.raises(RateLimited):
        lab.things(lambda t: t.get(budget=15))
    assert len(lab.server.asked) == 2
    assert sum(lab.time.slept) <= 15


def test_a_connection_that_cannot_be_made_is_tried_again_for_a_post_too(lab):
    with pytest.raises(ConnectionFailed):
        lab.things(lambda t: t.create({}), portal="http://127.0.0.1:9")
    assert len(lab.time.slept) == 3


def test_an_untrusted_certificate_is_not_tried_again(lab, monkeypatch):
    def refuse(*_, **__):
        raise httpx.ConnectError("[SSL: CERTIFICATE_VERIFY_FAILED] self-signed certificate")

    async def async_refuse(*_, **__):
        refuse()

    def act(client):
        monkeypatch.setattr(client._transport.http, "send", async_refuse if lab.awaited else refuse)
        return client.things.get()

    with pytest.raises(ConnectionFailed, match="CERTIFICATE_VERIFY_FAILED"):
        lab.run(act)
    assert lab.time.slept == []


def test_a_full_pool_is_a_timeout_that_sent_nothing(lab, monkeypatch):
    async def async_refuse(*_, **__):
        refuse()

    def refuse(*_, **__):
        raise httpx.PoolTimeout("")

    def act(client):
        monkeypatch.setattr(client._transport.http, "send", async_refuse if lab.awaited else refuse)
        return client.things.create({})

    with pytest.raises(RequestTimeout) as caught:
        lab.run(act)
    assert caught.value.sent is False
    assert "PoolTimeout" in str(caught.value)
    assert len(lab.time.slept) == 3
