"""The life of one token, on a clock that the tests move."""

import logging
import threading
import time

import pytest
from odc_runtime.auth.bearer import BearerAuth
from odc_runtime.auth.clock import SYSTEM_CLOCK
from odc_runtime.auth.held_token import HeldToken, from_store
from odc_runtime.auth.no_token import InvalidClient, TokenEndpointUnavailable
from odc_runtime.auth.oauth.client_credentials import ClientCredentials
from odc_runtime.auth.tokens import Credential, Token
from odc_runtime.kernel._http import httpx

from tests.runtime.auth.clocks import FakeClock, until
from tests.runtime.auth.token_server import oauth_error, status

LIFE = 43200


class Life:
    """One hook on a fake clock; `token()` is what a request sent now would carry."""

    def __init__(self, server, clock, **options):
        self.server, self.clock = server, clock
        self.auth = BearerAuth(
            server.url, ClientCredentials(*server.client, clock=clock), clock=clock, **options
        )

    def token(self):
        request = httpx.Request("GET", self.server.url)
        flow = self.auth.sync_auth_flow(request)
        next(flow)
        flow.close()
        return request.headers["authorization"].removeprefix("Bearer ")

    def settle(self):
        """Wait until no renewal is on its way."""
        until(lambda: self.auth._manager._pending is None)

    @property
    def asked(self):
        return len(self.server.tokens)


@pytest.fixture
def life(server, clock):
    return Life(server, clock)


def test_a_token_is_fetched_once_and_reused(life):
    assert {life.token() for _ in range(20)} == {"token-1"}
    life.clock.advance(LIFE - 1000)
    assert life.token() == "token-1"
    assert life.asked == 1


def test_in_the_advisory_window_callers_go_on_with_the_old_token(life):
    """P8: one caller refreshes in the background, the others go on with the old token."""
    life.token()
    life.clock.advance(LIFE - 800)
    life.server.delay = 0.3
    started = time.monotonic()
    assert {life.token() for _ in range(50)} == {"token-1"}
    assert time.monotonic() - started < 0.3
    until(lambda: life.token() == "token-2")
    assert life.asked == 2


def test_a_failure_in_the_advisory_window_is_logged_and_swallowed(life, caplog):
    """P8: a failed background refresh disturbs nobody; P12: and is not tried again for 30 s."""
    life.token()
    life.clock.advance(LIFE - 800)
    life.server.fail(oauth_error("invalid_scope"))
    with caplog.at_level(logging.WARNING, "odc_client"):
        assert life.token() == "token-1"
        life.settle()
        until(lambda: "invalid_scope" in caplog.text)
    assert [record.levelname for record in caplog.records if record.levelno > logging.INFO] == ["WARNING"]
    for _ in range(29):
        life.clock.advance(1)
        assert life.token() == "token-1"
        life.settle()
    assert life.asked == 2


def test_the_next_try_comes_after_half_a_minute(life):
    """P12: after 30 s the refresh is tried again, once."""
    life.token()
    life.clock.advance(LIFE - 800)
    life.server.fail(*[status(503)] * 3)
    life.token()
    life.settle()
    waited = sum(life.clock.slept)
    assert life.asked == 4
    life.clock.advance(29)
    life.token()
    life.settle()
    assert life.asked == 4
    life.clock.advance(2)
    life.token()
    life.settle()
    assert life.asked == 5
    assert life.token() == "token-2"
    assert waited < 10


def test_in_the_mandatory_window_callers_wait_for_one_refresh(life):
    """P9: within the last 300 s callers block, for one refresh together."""
    life.token()
    life.clock.advance(LIFE - 250)
    life.server.delay = 0.2
    tokens = []
    threads = [threading.Thread(target=lambda: tokens.append(life.token())) for _ in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert tokens == ["token-2"] * 20
    assert life.asked == 2


def test_a_refusal_in_the_mandatory_window_is_raised(life):
    """P9: what the endpoint refuses for good is raised there, to each caller, though the token lives."""
    life.token()
    life.clock.advance(LIFE - 250)
    life.server.fail(oauth_error("invalid_client"))
    for _ in range(5):
        with pytest.raises(InvalidClient):
            life.token()
    assert life.asked == 2


@pytest.mark.parametrize("left", [800, 250, 1])
def test_a_hiccup_of_the_token_endpoint_is_survived_by_a_living_token(life, left):
    """P26: while the old token is valid, an endpoint that is down costs no call, not even a wait for each."""
    life.token()
    life.clock.advance(LIFE - left)
    life.server.fail(*[status(503)] * 3)
    frozen, life.clock.advance = life.clock.advance, lambda seconds: None  # back-off takes no time here
    assert {life.token() for _ in range(10)} == {"token-1"}
    life.settle()
    assert life.asked == 4
    frozen(left)
    assert life.token() == "token-2"


def test_an_expired_token_is_never_used(life):
    """P26: once it has expired the failure is raised."""
    life.token()
    life.clock.advance(LIFE)
    life.server.fail(*[status(503)] * 3)
    with pytest.raises(TokenEndpointUnavailable):
        life.token()
    assert life.token() == "token-2"


def test_short_lives_do_not_cause_a_storm(life):
    """P10: a token of 20 s serves 20 calls."""
    life.server.expires_in = 20
    for _ in range(20):
        assert life.token() == "token-1"
        life.clock.advance(0.5)
    assert life.asked == 1
    life.clock.advance(7)
    until(lambda: life.token() == "token-2")


def test_life_counts_from_the_moment_the_request_was_sent(life):
    """P11: a slow answer does not make a token younger than it is."""
    life.server.expires_in = 100
    life.server.on_token = lambda asked: life.clock.advance(20)
    life.token()
    assert life.auth._manager.held.schedule.deadline == 1100.0
    life.clock.advance(80)
    assert life.token() == "token-2"


@pytest.mark.parametrize("step", [3600, -3600])
def test_a_step_of_the_wall_clock_does_not_matter(life, step):
    """P11: a wall clock set an hour forward or back neither ends a token's life nor prolongs it."""
    life.token()
    life.clock.step_wall(step)
    assert {life.token() for _ in range(20)} == {"token-1"}
    life.clock.advance(LIFE - 1000)
    assert {life.token() for _ in range(20)} == {"token-1"}
    assert life.asked == 1
    life.clock.advance(1000)
    assert life.token() == "token-2"
    assert life.asked == 2


def test_a_token_in_memory_is_judged_by_the_monotonic_clock(life):
    """P11: a client made after the wall clock was set back does not take an expired token for a valid one."""
    life.token()
    life.clock.advance(LIFE)
    life.clock.step_wall(-3600)
    assert Life(life.server, life.clock).token() == "token-2"


def test_a_sleeping_machine_does_not_stop_the_clock():
    """P11: where the system has a clock that counts suspended time, it is used."""
    one = SYSTEM_CLOCK.monotonic()
    if hasattr(time, "CLOCK_BOOTTIME"):
        assert abs(one - time.clock_gettime(time.CLOCK_BOOTTIME)) < 5
    assert SYSTEM_CLOCK.monotonic() >= one
    assert abs(SYSTEM_CLOCK.wall() - time.time()) < 5


def test_each_process_starts_its_refresh_at_a_moment_of_its_own():
    """P13: the same token is refreshed at times that spread over a minute, and never too late."""
    token = Token("abc", obtained_at=0.0, expires_at=float(LIFE))
    starts = [HeldToken(token, float(LIFE)).schedule.advise_at for _ in range(200)]
    assert max(starts) - min(starts) > 30
    assert LIFE - 900 <= min(starts) <= max(starts) <= LIFE - 840


def test_a_source_that_has_no_newer_token_is_not_asked_at_every_call(server, clock):
    """P12: a source that hands out the same ageing token is asked again after 30 s, or when it expires."""
    asked = []
    end = clock.wall() + 100

    def source():
        asked.append(clock.monotonic())
        return Credential("abc", expires_at=end)

    life = Life(server, clock)
    life.auth = BearerAuth(server.url, source, clock=clock)
    for _ in range(99):
        life.token()
        life.settle()
        clock.advance(1)
    assert len(asked) <= 3


@pytest.mark.parametrize(
    ("obtained_at", "expires_at", "left"),
    [
        (0, 1000, 1000),
        (-500, 500, 500),
        (-1000, 0, None),
        (-2000, -1000, None),
        (30, 1030, 1000),
        (3600, 4600, None),
    ],
    ids=["new", "half", "at its end", "expired", "clocks differ a little", "from the future"],
)
def test_a_stored_token_is_worth_what_is_left_of_it(obtained_at, expires_at, left):
    """P41: what comes from a store is judged by its times: expired or from the future is a miss."""
    clock = FakeClock()
    now = clock.wall()
    token = Token("abc", obtained_at=now + obtained_at, expires_at=now + expires_at)
    holding = from_store(token, clock)
    if left is None:
        assert holding is None
    else:
        assert holding.schedule.deadline == clock.monotonic() + left


def test_an_endpoint_that_is_down_is_not_asked_by_every_call(server, clock):
    """P57: without a token, six calls cost the three attempts of one; a little later they ask again."""
    auth = BearerAuth(server.url, ClientCredentials(*server.client, clock=clock), clock=clock)
    server.fail(*[status(503)] * 3)
    for _ in range(6):
        with pytest.raises(TokenEndpointUnavailable, match="answered 503"):
            auth._manager.get(5)
    assert len(server.tokens) == 3
    clock.advance(6)
    assert auth._manager.get(5).token.access_token.reveal() == "token-1"
