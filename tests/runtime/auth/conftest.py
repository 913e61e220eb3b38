"""What the tests of the credential hook share."""

import pytest
from odc_runtime.auth.memory import shared_memory
from odc_runtime.auth.oauth.discovery import PROVIDERS
from odc_runtime.auth.oauth.failures import FAILURES

from tests.runtime.auth.clocks import FakeClock
from tests.runtime.auth.secret_scan import Evidence, Scanner
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
def secrets_of_servers(monkeypatch):
    """Make the scanner that knows the clients' secrets and the tokens of every server of this test."""
    servers, start = [], TokenServer.__enter__
    monkeypatch.setattr(TokenServer, "__enter__", lambda self: servers.append(self) or start(self))

    def scanner():
        pairs = [pair for one in servers for pair in one.clients.items()]
        known = [secret for client, secret in pairs if secret != client]
        return Scanner(*known, *(token for one in servers for token in one.issued))

    return scanner


@pytest.fixture(autouse=True)
def _no_secret_is_left_behind(request, secrets_of_servers):
    """P35: what a test here logs at DEBUG and what stores write hold no secret, unless one is planted."""
    folder = request.getfixturevalue("tmp_path") if "tmp_path" in request.fixturenames else None
    with Evidence().of_logs() as evidence:
        yield
    if folder is not None:
        evidence.of_files(folder, (".token", ".tmp", ".lock"))
    if "planted" not in request.node.name:
        assert evidence.findings(secrets_of_servers()) == []


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
