"""The budgets of requests a minute."""

import asyncio
import gc
import os
import signal
import threading
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from odc_runtime.errors.base import InvalidArgument
from odc_runtime.errors.course import RateBudgetExceeded
from odc_runtime.errors.status import RateLimited
from odc_runtime.kernel.operation import Operation, RateLimit
from odc_runtime.policy import fleet
from odc_runtime.policy.fleet import Fleet
from odc_runtime.policy.rates import WINDOW, Bucket, Limiter, RateBudget, limiter_of

from tests.runtime.loopback import answer
from tests.runtime.sample import THING, FakeTime, LabClient, LimitedClient


def moments(limit, count, now=0.0):
    """Return when `count` calls that all arrive at `now` are let through."""
    bucket = Bucket("x", limit)
    return [now + bucket.reserve(now, 1e9)[0] for _ in range(count)]


@pytest.mark.parametrize("limit", [1, 2, 5, 10, 100, 1000])
def test_no_window_of_a_minute_holds_more_than_the_budget(limit):
    found = moments(limit, 5 * limit)
    assert found == sorted(found)
    for earlier, later in zip(found, found[limit:], strict=False):
        assert later - earlier >= 60.0


@given(st.lists(st.floats(0, 30), max_size=60), st.sampled_from([1, 3, 5, 10]))
def test_no_window_holds_more_however_calls_arrive(gaps, limit):
    bucket, now, found = Bucket("x", limit), 0.0, []
    for gap in gaps:
        now += gap
        found.append(now + bucket.reserve(now, 1e9)[0])
    assert found == sorted(found)
    for earlier, later in zip(found, found[limit:], strict=False):
        assert later - earlier >= 60.0


def test_half_a_budget_goes_at_once_and_the_rest_at_even_distances():
    found = moments(10, 30)
    assert found[:5] == [0.0] * 5
    distances = [round(later - earlier, 6) for earlier, later in pairwise(found[4:])]
    assert distances.count(WINDOW / 10) == len(distances) - 1
    assert max(distances) == WINDOW / 2


def test_idle_time_earns_a_new_burst():
    bucket = Bucket("x", 10)
    for _ in range(10):
        bucket.reserve(0.0, 1e9)
    assert [bucket.reserve(500.0, 1e9)[0] for _ in range(6)] == pytest.approx([0.0] * 5 + [WINDOW / 10])


def test_a_budget_is_used_up_fully_in_the_long_run():
    found = moments(100, 1000)
    assert 1000 / (found[-1] / 60) > 97


def test_a_bucket_does_not_take_what_nobody_waits_for():
    bucket = Bucket("x", 1)
    assert bucket.reserve(0.0, 0.0) == (0.0, True)
    assert bucket.reserve(0.0, 10.0) == (WINDOW, False)
    assert bucket.reserve(0.0, 100.0) == (WINDOW, True)


LIMITS = (
    RateLimit(per_minute=100),
    RateLimit("POST", per_minute=10),
    RateLimit("POST", "/users/bulk", 5),
    RateLimit(path="/slow", per_minute=3),
)


def buckets(method, path, limits=LIMITS):
    found = Limiter(1.0).buckets("api", limits, Operation("x", method, path))
    return [(bucket.key, bucket.limit) for bucket in found]


def test_the_narrowest_budget_of_an_endpoint_and_the_apis_count():
    assert buckets("GET", "/users") == [("api", 100)]
    assert buckets("POST", "/users") == [("api POST /users", 10), ("api", 100)]
    assert buckets("POST", "/users/bulk") == [("api POST /users/bulk", 5), ("api", 100)]
    assert buckets("GET", "/slow") == [("api GET /slow", 3), ("api", 100)]
    assert buckets("GET", "/users", ()) == []
    assert buckets("GET", "/users", (RateLimit("POST", per_minute=1),)) == []


def test_a_share_of_a_budget_is_at_least_one():
    found = Limiter(0.1).buckets("api", LIMITS, Operation("x", "POST", "/users/bulk"))
    assert [bucket.limit for bucket in found] == [1, 10]


def test_the_clients_of_a_portal_share_its_budgets_as_long_as_one_lives():
    budget = RateBudget()
    first = limiter_of("https://acme", budget)
    assert limiter_of("https://acme", budget) is first
    assert limiter_of("https://other", budget) is not first
    kept = id(first)
    del first
    gc.collect()
    again = limiter_of("https://acme", budget)
    assert not again._buckets, kept


@pytest.mark.parametrize("settings", [{"max_wait": -1}, {"share": 0}, {"share": 1.1}])
def test_a_budget_that_makes_no_sense_is_refused(settings):
    with pytest.raises(InvalidArgument):
        RateBudget(**settings)


def many(lab, count, act, **settings):
    """Make `count` calls of one client, one after the other."""
    lab.server.handle = lambda asked: answer(200, THING)

    def run(client):
        if not lab.awaited:
            return [act(client.things) for _ in range(count)]

        async def all_of_them():
            return [await act(client.things) for _ in range(count)]

        return all_of_them()

    return lab.run(run, limited=True, **settings)


def test_calls_wait_for_their_turn(lab):
    many(lab, 12, lambda t: t.icon())
    assert len(lab.server.asked) == 12
    assert lab.time.slept
    assert lab.time.now - 1000.0 >= 60.0


def test_a_narrow_budget_does_not_hold_up_the_others(lab):
    many(lab, 3, lambda t: t.create({}))
    slept = sum(lab.time.slept)
    assert slept > 0
    many(lab, 2, lambda t: t.icon())
    assert sum(lab.time.slept) == slept


def test_a_wait_that_would_be_too_long_is_an_error_before_traffic(lab):
    with pytest.raises(
        RateBudgetExceeded, match=r"lab\.things\.icon would wait .* 10 requests a minute"
    ) as caught:
        many(lab, 30, lambda t: t.icon(), rate_limit=RateBudget(5.0))
    assert caught.value.wait > 5.0
    assert len(lab.server.asked) < 12


def test_the_budget_of_a_call_bounds_its_wait(lab):
    with pytest.raises(RateBudgetExceeded):
        many(lab, 12, lambda t: t.icon(budget=1.0))


def test_it_can_be_switched_off(lab):
    many(lab, 30, lambda t: t.icon(), rate_limit=False)
    assert lab.time.slept == []


def test_retries_take_their_turn_too(lab):
    lab.server.handle = lambda asked: answer(503)
    with pytest.raises(Exception, match="503"):
        lab.things(lambda t: t.icon(), limited=True)
    client = lab.client(limited=True)
    assert client._api("lab").buckets(Operation("x", "GET", "/x")) is not None


def test_a_429_holds_up_everybody(loopback):
    """What one call learns about a spent budget, the others of the process respect."""
    clock = FakeTime()
    loopback.then(answer(429, {}, retry_after=20))
    with LimitedClient(loopback.url, retry=False) as one, LimitedClient(loopback.url) as two:
        for client in (one, two):
            client._transport.clock = clock.clock
            client._transport.sleep = clock.sleep
        with pytest.raises(RateLimited):
            one.things.icon()
        assert clock.slept == []
        two.things.icon()
        assert clock.slept == [20]
    assert len(loopback.asked) == 2


def test_threads_are_served_in_the_order_in_which_they_came():
    limiter, clock = Limiter(1.0), FakeTime()
    found = limiter.buckets("api", (RateLimit(per_minute=2),), Operation("x", "GET", "/x"))
    waiting = [limiter.waits(found, clock.clock, 1e9, "x", None) for _ in range(10)]
    order = [next(waits, 0.0) for waits in waiting]
    assert order == sorted(order)


def test_a_hundred_threads_never_exceed_the_budget():
    limiter, clock = Limiter(1.0), FakeTime()
    found = limiter.buckets("api", (RateLimit(per_minute=10),), Operation("x", "GET", "/x"))
    taken = []

    def one():
        taken.append(sum(limiter.waits(found, clock.clock, 1e9, "x", None)))

    threads = [threading.Thread(target=one) for _ in range(100)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    taken.sort()
    assert all(later - earlier >= 60 for earlier, later in zip(taken, taken[10:], strict=False))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_lock_held_while_forking_does_not_stop_the_child():
    budget = RateBudget()
    limiter = limiter_of("https://forked", budget)
    with limiter._lock:
        child = os.fork()
        if child == 0:
            limiter.buckets("api", LIMITS, Operation("x", "GET", "/x"))
            os._exit(0)
    deadline = time.monotonic() + 20
    while (done := os.waitpid(child, os.WNOHANG))[0] == 0:
        if time.monotonic() > deadline:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            pytest.fail("the child waits for ever")
        time.sleep(0.01)
    assert done[1] == 0


def test_tasks_that_wait_do_not_stop_the_event_loop(loopback):
    from tests.runtime.sample import AsyncLimitedClient

    async def main():
        async with AsyncLimitedClient(loopback.url, rate_limit=RateBudget(1000)) as client:
            beats = 0
            tasks = [asyncio.create_task(client.things.icon()) for _ in range(20)]
            for _ in range(20):
                await asyncio.sleep(0.01)
                beats += 1
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            return beats

    assert asyncio.run(main()) == 20
    assert len(loopback.asked) == 5


@pytest.mark.redis
def test_processes_share_a_budget_in_redis(lab, redis_url):
    budget = RateBudget(30.0, redis_url=redis_url)
    lab.server.handle = lambda asked: answer(200)
    portal = lab.server.url
    for _ in range(6):
        Fleet(redis_url, portal).wait(Bucket("lab", 10))
    with pytest.raises(RateBudgetExceeded):
        many(lab, 6, lambda t: t.icon(), rate_limit=budget)
    assert len(lab.server.asked) == 4


@pytest.mark.redis
def test_a_full_window_tells_when_to_come_again(redis_url):
    fleet = Fleet(redis_url, "https://window")
    assert [fleet.wait(Bucket("api", 2)) for _ in range(2)] == [0.0, 0.0]
    assert 55 < fleet.wait(Bucket("api", 2)) < 65


def test_without_its_redis_a_process_goes_on_alone(lab, caplog):
    budget = RateBudget(30.0, redis_url="redis://127.0.0.1:9/0")
    many(lab, 4, lambda t: t.icon(), rate_limit=budget)
    assert len(lab.server.asked) == 4
    warnings = [record for record in caplog.records if record.levelname == "WARNING"]
    assert len(warnings) == 1
    assert "going on alone" in warnings[0].getMessage()


def test_an_unknown_kind_of_store_fails_at_construction(loopback):
    with pytest.raises(ValueError, match="shared rate budget"):
        LimitedClient(loopback.url, rate_limit=RateBudget(redis_url="nonsense://x"))


def test_a_package_without_budgets_needs_no_limiter(loopback):
    with LabClient(loopback.url) as client:
        assert client._transport.settings.rates is None


def test_a_slow_redis_does_not_stop_the_event_loop(loopback, monkeypatch):
    """P18: whatever may take its time is asked on a thread."""
    from tests.runtime.sample import AsyncLimitedClient

    class SlowFleet:
        def __init__(self, url, portal):
            pass

        def wait(self, bucket):
            time.sleep(0.5)
            return 0.0

    monkeypatch.setattr(fleet, "Fleet", SlowFleet)

    async def main():
        budget = RateBudget(redis_url="redis://slow")
        async with AsyncLimitedClient(loopback.url, rate_limit=budget) as client:
            call = asyncio.create_task(client.things.icon())
            beats = 0
            while not call.done():
                await asyncio.sleep(0.01)
                beats += 1
            return beats

    assert asyncio.run(main()) > 5


def test_who_does_not_want_to_wait_gets_what_is_free():
    """P56: `max_wait=0` passes as long as there is a free turn, on a real clock."""
    limiter, found = Limiter(1.0), None
    found = limiter.buckets("api", LIMITS, Operation("x", "POST", "/users"))
    for _ in range(5):
        assert list(limiter.waits(found, time.monotonic, 0.0, "x", None)) == []
    with pytest.raises(RateBudgetExceeded):
        list(limiter.waits(found, time.monotonic, 0.0, "x", None))


def test_a_call_that_one_budget_refuses_leaves_the_other_alone():
    limiter = Limiter(1.0)
    api = limiter.buckets("api", LIMITS, Operation("x", "GET", "/users"))
    both = limiter.buckets("api", LIMITS, Operation("x", "GET", "/slow"))
    for _ in range(50):
        list(limiter.waits(api, lambda: 0.0, 0.0, "x", None))
    for _ in range(20):
        with pytest.raises(RateBudgetExceeded):
            list(limiter.waits(both, lambda: 0.0, 0.0, "x", None))
    assert len(both[0].reserved) == 0


@given(st.lists(st.tuples(st.floats(0, 5), st.booleans()), max_size=60), st.sampled_from([1, 3, 5, 10]))
def test_no_window_holds_more_whoever_gives_up(callers, limit):
    """P56: turns that are given back are used again, and no window of a minute holds more."""
    bucket, now, waiting, sent = Bucket("x", limit), 0.0, [], []
    for gap, stays in callers:
        now += gap
        sent += [turn.moment for turn in waiting if turn.moment <= now]
        waiting = [turn for turn in waiting if turn.moment > now]
        assert bucket.reserve(now, 1e9)[1]
        waiting.append(bucket.latest)
        if not stays:
            waiting.sort(key=lambda turn: turn.moment)
            bucket.give_back(waiting.pop(len(waiting) // 2))
    sent = sorted(sent + [turn.moment for turn in waiting])
    for earlier, later in zip(sent, sent[limit:], strict=False):
        assert later - earlier >= 60.0


def test_cancelled_waiters_leave_their_turns_to_others(loopback):
    """P56: after a crowd was cancelled the next call goes at once."""
    from tests.runtime.sample import AsyncLimitedClient

    async def main():
        async with AsyncLimitedClient(loopback.url, rate_limit=RateBudget(1000)) as client:
            tasks = [asyncio.create_task(client.things.icon()) for _ in range(100)]
            await asyncio.gather(*tasks[:5])
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            (bucket,) = client._transport.settings.rates.limiter._buckets.values()
            return len(bucket.reserved), bucket.freed

    assert asyncio.run(main()) == (5, 0)


def test_a_fleet_needs_nothing_of_the_applications_executor(loopback, monkeypatch):
    """P56: also while the application has filled it, a call takes its turn."""
    from tests.runtime.sample import AsyncLimitedClient

    monkeypatch.setattr(
        fleet, "Fleet", lambda url, portal: type("Idle", (), {"wait": lambda self, bucket: 0.0})()
    )
    full = threading.Event()

    async def main():
        loop = asyncio.get_running_loop()
        others = [loop.run_in_executor(None, full.wait) for _ in range(40)]
        try:
            async with AsyncLimitedClient(
                loopback.url, rate_limit=RateBudget(redis_url="redis://x")
            ) as client:
                await asyncio.wait_for(client.things.icon(), 20)
        finally:
            full.set()
            await asyncio.gather(*others)

    asyncio.run(main())
    assert len(loopback.asked) == 1
