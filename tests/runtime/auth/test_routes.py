"""How one client reaches the token endpoint is no matter of another that shares its credential."""

import ssl

import pytest
from odc_runtime.auth.clock import SYSTEM_CLOCK
from odc_runtime.auth.memory import MemoryStore
from odc_runtime.auth.oauth.client_credentials import ClientCredentials
from odc_runtime.auth.portal import Portal
from odc_runtime.auth.registry import manager_for
from odc_runtime.site.trust import ssl_context

SOURCE, STORE = ClientCredentials("id", "secret-of-many-words"), MemoryStore()
CONTEXT = ssl.create_default_context()


def manager(**settings):
    return manager_for(SOURCE, Portal("https://acme.example", **settings), STORE, SYSTEM_CLOCK)


WAYS = ({}, {"verify": False}, {"verify": "/ca.pem"}, {"verify": CONTEXT}, {"proxy": "http://p:1"},
        {"proxy": "http://p:2"}, {"verify": False, "proxy": "http://p:1"})  # fmt: skip


def test_each_way_to_the_portal_has_a_manager_of_its_own():
    """P52: neither `verify` nor `proxy` of one client reaches another."""
    found = [manager(**way) for way in WAYS]
    assert len({id(one) for one in found}) == len(WAYS)
    assert all(manager(**way) is one for way, one in zip(WAYS, found, strict=True))


def test_the_default_trust_is_one_way_however_it_is_given():
    first = manager()
    assert manager(verify=ssl_context(True)) is first


@pytest.mark.parametrize("way", [{"verify": False}, {"proxy": "http://p:1"}])
def test_what_was_discovered_on_one_way_is_not_believed_on_another(server, way):
    """P52: the configuration that an unchecked server named is asked for again."""

    def key(**settings):
        source = ClientCredentials(*server.client, **settings)
        return source.bind(Portal(server.url)).resolve(lambda _: None)

    key().key()
    assert len(server.discoveries) == 1
    key().key()
    assert len(server.discoveries) == 1
    other = key(**way)
    if "verify" in way:
        other.key()
        assert len(server.discoveries) == 2
    else:
        with pytest.raises(Exception, match="configuration"):
            other.key()


def test_a_token_from_an_unchecked_server_is_not_shared_with_who_checks(server):
    """P52: the key of the store differs."""

    def key(verify):
        source = ClientCredentials(*server.client, verify=verify)
        return source.bind(Portal(server.url)).resolve(lambda _: None).key()

    assert key(True) == key(CONTEXT) != key(False)
