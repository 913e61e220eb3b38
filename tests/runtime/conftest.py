"""What the tests of the runtime share."""

import pytest

from tests.runtime.auth.secret_scan import watch_over_logs
from tests.runtime.loopback import Loopback
from tests.runtime.sample import Lab


@pytest.fixture
def loopback():
    with Loopback() as server:
        yield server


@pytest.fixture(params=["sync", "async", "trio"])
def lab(request, loopback):
    return Lab(loopback, request.param)


@pytest.fixture(autouse=True)
def _no_portal(monkeypatch):
    monkeypatch.delenv("ODC_PORTAL_DOMAIN", raising=False)


@pytest.fixture(autouse=True)
def _no_secret_is_logged(request, monkeypatch):
    """P35: over the full run, no logger of any library writes a token or a secret, unless one is planted."""
    if "planted" in request.node.name or request.path.parent.name == "auth":  # which has a watch of its own
        yield
        return
    with watch_over_logs(monkeypatch):
        yield
