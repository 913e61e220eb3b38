"""The watch over the logs of all tests of the runtime and of the live tests."""

import logging

import pytest
from odc_runtime.auth.tokens import Secret

from tests.runtime.auth.secret_scan import watch_over_logs


def test_a_planted_secret_in_a_log_is_found(monkeypatch):
    with pytest.raises(AssertionError, match="log somewhere"), watch_over_logs(monkeypatch):
        logging.getLogger("somewhere").debug("token %s", Secret("planted-in-a-log").reveal())


def test_a_masked_planted_secret_is_none(monkeypatch):
    with watch_over_logs(monkeypatch):
        logging.getLogger("somewhere").debug("token %s", Secret("planted-in-a-log"))
