"""Where a client sends its requests, and what it refuses before anything is looked up."""

import pytest
from odc_runtime.errors.base import ConfigurationError
from odc_runtime.face.async_client import AsyncClient
from odc_runtime.face.client import SyncClient
from odc_runtime.site.urls import base_url, portal_url

from tests.runtime.loopback import answer
from tests.runtime.sample import THING, LabClient


@pytest.mark.parametrize(
    ("portal", "url"),
    [
        ("acme.outsystems.dev", "https://acme.outsystems.dev"),
        (" https://acme.outsystems.dev/ ", "https://acme.outsystems.dev"),
        ("https://ACME.outsystems.dev:8443", "https://acme.outsystems.dev:8443"),
        ("http://127.0.0.1:80", "http://127.0.0.1"),
        ("http://localhost:8080", "http://localhost:8080"),
        ("http://[::1]:8080", "http://[::1]:8080"),
    ],
)
def test_a_portal_is_a_domain_or_an_origin(portal, url):
    assert portal_url(portal, False) == url


def test_the_portal_may_come_from_the_environment(monkeypatch):
    monkeypatch.setenv("ODC_PORTAL_DOMAIN", "env.outsystems.dev")
    with LabClient() as client:
        assert client._api("lab").base_url == "https://env.outsystems.dev/api/lab/v1"


@pytest.mark.parametrize("portal", [None, "", " "])
def test_without_a_portal_the_error_names_the_variable(portal):
    with pytest.raises(ConfigurationError, match="ODC_PORTAL_DOMAIN"):
        LabClient(portal)


@pytest.mark.parametrize(
    "url",
    [
        "ODC_PORTAL_DOMAIN",
        "https://odc_portal_domain/api",
        "https://{odc-portal-domain}/api",
        "{odc-portal-domain}",
    ],
)
def test_a_placeholder_is_a_configuration_error(url, monkeypatch):
    """P33: a base URL that still holds a placeholder fails before DNS."""
    monkeypatch.setattr("socket.getaddrinfo", lambda *_: pytest.fail("looked up"))
    with pytest.raises(ConfigurationError, match="placeholder"):
        LabClient(url)
    with pytest.raises(ConfigurationError, match="placeholder"):
        LabClient("acme.outsystems.dev", base_urls={"lab": url})


@pytest.mark.parametrize(
    "url", ["http://acme.outsystems.dev", "http://10.0.0.1", "http://localhost.evil.example"]
)
def test_plain_http_is_refused_beyond_the_loopback(url):
    """P32: http:// base URLs are refused unless they are the loopback or allowed explicitly."""
    with pytest.raises(ConfigurationError, match="http://"):
        LabClient(url)
    with pytest.raises(ConfigurationError, match="http://"):
        LabClient("acme.outsystems.dev", base_urls={"lab": url})
    with LabClient(url, allow_insecure=True) as client:
        assert client._api("lab").base_url == f"{url}/api/lab/v1"


@pytest.mark.parametrize(
    "url",
    [
        "https://user:hunter2@acme.outsystems.dev",
        "ftp://acme.outsystems.dev",
        "https://",
        "https://acme.outsystems.dev/?a=hunter2",
        "https://acme.outsystems.dev/#x",
        "https://acme.outsystems.dev:port",
        "https://exa mple",
        "//acme.outsystems.dev",
    ],
)
def test_an_unusable_url_is_refused_without_showing_its_secrets(url):
    with pytest.raises(ConfigurationError) as caught:
        base_url(url, "the base URL", False)
    assert "hunter2" not in str(caught.value)


def test_a_portal_has_no_path():
    with pytest.raises(ConfigurationError, match="without a path"):
        LabClient("acme.outsystems.dev/identity")


def test_each_api_may_have_another_base_url(lab):
    lab.server.then(answer(200, THING))
    lab.things(
        lambda t: t.get(), portal="acme.outsystems.dev", base_urls={"lab": lab.server.url + "/stage/lab/"}
    )
    assert lab.server.last.path.startswith("/stage/lab/things/")


def test_base_urls_alone_are_enough():
    with LabClient(base_urls={"lab": "https://stage.example/lab"}) as client:
        assert client._api("lab").base_url == "https://stage.example/lab"


def test_base_urls_of_unknown_apis_are_refused():
    with pytest.raises(ConfigurationError, match="unknown APIs: lap; there are lab"):
        LabClient("acme.outsystems.dev", base_urls={"lap": "https://stage.example"})


def test_an_api_without_base_url_is_named():
    class Two(SyncClient):
        _base_paths = {"one": "/1", "two": "/2"}

    with (
        Two(base_urls={"one": "https://one.example"}) as client,
        pytest.raises(ConfigurationError, match="two has no"),
    ):
        client._api("two")


def test_verify_takes_a_file_of_certificates(tmp_path):
    """A CA bundle that cannot be read is a configuration error, and a good one makes a context."""
    import certifi

    LabClient("acme.outsystems.dev", verify=certifi.where()).close()
    LabClient("acme.outsystems.dev", verify=str(tmp_path)).close()
    AsyncClient("acme.outsystems.dev", verify=False)
    (tmp_path / "bad.pem").write_text("nonsense")
    for path in (tmp_path / "bad.pem", tmp_path / "absent.pem"):
        with pytest.raises(ConfigurationError, match="holds no certificates"):
            LabClient("acme.outsystems.dev", verify=str(path))
