"""What the tests of the runtime share."""

import pytest

from tests.runtime.loopback import Loopback
from tests.runtime.sample import Lab


@pytest.fixture
def loopback():
    with Loopback() as server:
        yield server


@pytest.fixture(params=["sync", "async"])
def lab(request, loopback):
    return Lab(loopback, request.param)


@pytest.fixture(autouse=True)
def _no_portal(monkeypatch):
    monkeypatch.delenv("ODC_PORTAL_DOMAIN", raising=False)
