"""The pure decisions about a token's life."""

import pytest
from odc_runtime.auth import schedule
from odc_runtime.auth.schedule import Schedule, Verdict, verdict

NEVER = float("-inf")
HALF_A_DAY = 43200.0


def at(seconds_left, lifetime=HALF_A_DAY, quiet=NEVER, jitter=0.0):
    return verdict(Schedule(lifetime, 0.0, jitter), -seconds_left, quiet)


def test_the_windows_are_the_documented_ones():
    """P8: from 900 s before its end a token is refreshed in the background, P9: from 300 s callers wait."""
    assert (schedule.ADVISORY_SECONDS, schedule.MANDATORY_SECONDS) == (900, 300)
    assert at(901) is Verdict.USE
    assert at(900) is Verdict.REFRESH_SOON
    assert at(301) is Verdict.REFRESH_SOON
    assert at(300) is Verdict.REFRESH_NOW
    assert at(0) is Verdict.REFRESH_NOW
    assert at(-1) is Verdict.REFRESH_NOW


def test_no_token_means_fetch_one():
    assert verdict(None, 0.0, NEVER) is Verdict.REFRESH_NOW
    assert verdict(None, 0.0, 1e9) is Verdict.REFRESH_NOW


@pytest.mark.parametrize("lifetime", [1, 20, 60, 600, 3600, 4500, 43200, 10**7])
@pytest.mark.parametrize("jitter", [0.0, 0.5, 1.0])
def test_windows_shrink_with_the_lifetime(lifetime, jitter):
    """P10: no window is larger than 20 % of the lifetime, and the order of the turning points stays."""
    schedule = Schedule(lifetime, 1000.0 + lifetime, jitter)
    assert schedule.deadline - schedule.advise_at <= lifetime * 0.2 + 1e-6
    assert 1000.0 < schedule.advise_at < schedule.mandate_at < schedule.deadline


def test_jitter_moves_the_refresh_by_a_minute_at_most():
    """P13: processes start their refresh up to 60 s apart."""
    first, last = (Schedule(HALF_A_DAY, 0.0, jitter).advise_at for jitter in (0.0, 1.0))
    assert last - first == 60
    assert last < -schedule.MANDATORY_SECONDS


def test_after_a_failure_a_living_token_is_left_alone_for_half_a_minute():
    """P12: no new try for 30 s; but an expired token is not used whatever was tried."""
    quiet = schedule.quiet_after_failure(-800.0, True, None, -300.0)
    assert quiet == -770.0
    assert at(771, quiet=quiet) is Verdict.USE
    assert at(770, quiet=quiet) is Verdict.REFRESH_SOON
    assert at(0, quiet=1e9) is Verdict.REFRESH_NOW


def test_a_refusal_for_good_is_not_kept_from_the_callers_of_the_mandatory_window():
    """P9: there its error is raised, whenever it was noticed."""
    assert schedule.quiet_after_failure(-800.0, False, None, -300.0) == -770.0
    assert schedule.quiet_after_failure(-310.0, False, 99.0, -300.0) == -300.0
    assert at(300, quiet=schedule.quiet_after_failure(-310.0, False, None, -300.0)) is Verdict.REFRESH_NOW


def test_a_longer_wait_that_the_server_asked_for_is_kept_within_bounds():
    """P25: Retry-After is honoured and capped."""
    assert schedule.quiet_after_failure(0.0, True, 100.0, 0.0) == 100.0
    assert schedule.quiet_after_failure(0.0, True, 1e6, 0.0) == schedule.RETRY_AFTER_CAP_SECONDS == 300
    assert schedule.memory_of_failure(temporary=True, retry_after=1e6) == 300


def test_only_a_refusal_for_good_is_remembered():
    """P24: 60 s after a refusal; a hiccup is not remembered unless the server asked to wait."""
    assert schedule.memory_of_failure(temporary=False, retry_after=None) == 60
    assert schedule.memory_of_failure(temporary=True, retry_after=None) == 0
    assert schedule.memory_of_failure(temporary=True, retry_after=7.0) == 7
