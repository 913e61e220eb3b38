"""What the tests of the credential hook share."""

import pytest

from odc_runtime.auth.oauth.discovery import PROVIDERS
from odc_runtime.auth.oauth.failures import FAILURES
from odc_runtime.auth.store import shared_memory

from tests.runtime.auth.clocks import FakeClock
from tests.runtime.auth.token_server import TokenServer

VARIABLES = (
    "ODC_ACCESS_TOKEN", "ODC_CLIENT_ID", "ODC_CLIENT_SECRET", "ODC_CREDENTIALS", "ODC_PORTAL_DOMAIN",
    "ODC_SCOPE", "ODC_TOKEN_HOSTS",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _as_in_a_new_process(monkeypatch):
    """Forget what earlier tests left in this process, and what its environment says."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for known in (PROVIDERS._known, FAILURES._known, shared_memory()._tokens):
        known.clear()


@pytest.fixture
def server():
    with TokenServer() as server:
        yield server


@pytest.fixture
def other():
    """Another server, of somebody else."""
    with TokenServer(prefix="other") as server:
        yield server


@pytest.fixture
def clock():
    return FakeClock()
